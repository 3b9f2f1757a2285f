"""ACC001 name-differs-from-counterpart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from auditor.checks.accuracy.misrendered import BY_EAR, misrenderings
from auditor.checks.accuracy.name_pairs import NamePair, alone, beside
from auditor.checks.accuracy.other_given_names import other_given_names
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.alignment import Regime
from auditor.core.document import Document, Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.fact import FactLedger
from auditor.facts.name_matching import InflectedNames, NamePlace, NameWord, name_places, text_words
from auditor.facts.rendering import renders

BESIDE, VARIANT, ALONE = 0.7, 0.6, 0.6
"""Confidence: a changed consonant beside an agreeing first name; a lawful variant; a changed surname on its own."""
MISRENDERED = 0.6
"""Confidence where no word of a linked passage renders the name, and one word does but for one consonant."""
OTHER_GIVEN_NAME = 0.7
"""Confidence of another given name before the same surname."""
SURE_NAME = 0.7


class NameDiffersFromCounterpart(Check):
    """A name is not the name that the counterpart gives.

    What it finds
        *Nasser Shahrazi* for Nasser Shahbazi, *מרטין דרבובץ* for Martin Grabovec: a consonant that no way of spelling
        the name explains, where the first name agrees or, in one language, where both stand alone in linked passages.
        Also a passage in which no word has the name and one word has it but for one consonant: letter by letter in
        Latin script, by its sound (and then minor) in Arabic, Persian, Hebrew, Russian, Ukrainian, Hindi and Japanese.
        Also another given name before the same surname (*Jan Maertens* for Joris Maertens), in scripts with capitals,
        where linked passages or one office show them to be one person, and neither article has the other's given name.
        Another lawful spelling (*Zubaidi*, *Zebeidi*) is reported as neutral, in one language only, where the
        counterpart is the same text; another outlet has its own way to write names.

    Why it matters
        A wrong name accuses, mourns or elects somebody else.

    What it does not find
        Names whose spelling occurs in the counterpart, or whose counterpart spelling occurs in the translation;
        inflected forms; given names that one person may have (*Bill*, *William*), or of relatives whom one article
        names both; across scripts a difference in vowels or silent letters, or a rendering that the translation uses
        again; names in Chinese characters, Korean or scripts whose romanisation is too far from the sound.

    References
        MQM Core, accuracy/mistranslation. Sounds and costs: `auditor.facts.name_difference`.
    """

    id = "ACC001"
    name = "name-differs-from-counterpart"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.PASSAGE
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    abstains = frozenset({"zh", "yue", "ko", "th", "km", "lo", "my", "bo", "dz"})

    GOOD = (
        Example(
            "The doctor, Omar al-Zubaidi, spoke to the press.",
            counterpart="وتحدث الطبيب عمر الزبيدي إلى الصحافة.",
            counterpart_language="ar",
        ),
        Example("Об этом сказала Анна Петрова.", language="ru", counterpart="This was said by Anna Petrov’s sister."),
        Example(
            "张伟民说，工人还在井下。", language="zh", counterpart="The workers are below ground, said Zhang Weimin."
        ),
        Example("アンダーソン氏は会場を出た。", language="ja", counterpart="Then Mr Anderson left the hall."),
        Example("Am Abend kam er nach Warschau.", language="de", counterpart="In the evening he came to Warsaw."),
        Example("The judge, Mary Stone, heard Peter Stern.", counterpart="The judge, Mary Stone, heard a Peter Kern."),
        Example(
            "Lo dijo el director, Bill Maertens.", language="es", counterpart="So said the director, William Maertens."
        ),
        Example(
            "Lo dijo la hermana de Joris, Anna Maertens.", language="es", counterpart="So said Joris Maertens’s sister."
        ),
    )
    BAD = (
        Example(
            "On Sunday the governor, Nasser ⟦Shahrazi⟧, came by helicopter.",
            counterpart="The governor, Nasser Shahbazi, flew over the site on Sunday.",
        ),
        Example(
            "כך אמר המנכ״ל מרטין ⟦דרבובץ⟧ לעובדים.",
            language="he",
            counterpart="This is what the chief executive, Martin Grabovec, told employees.",
        ),
        Example("Об этом сказал Иван ⟦Кобатин⟧.", language="ru", counterpart="This is what Ivan Koratin said."),
        Example(
            "Am Abend kam Richter ⟦Kavalaugh⟧ selbst.", language="de", counterpart="At night Judge Kavanaugh came too."
        ),
        Example(
            "Lo dijo el director del museo, ⟦Jan⟧ Maertens.",
            language="es",
            counterpart="So said the museum’s director, Joris Maertens.",
        ),
        Example("彼は⟦フロビダ⟧に帰った。", language="ja", counterpart="Then he went back to Florida."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per place of a differing name."""
        if subject.counterpart is None or subject.counterpart_facts is None or subject.counterpart_language is None:
            return
        seen: set[int] = set()
        for found, confidence in _differences(subject):
            if found.ours.span.start not in seen:
                seen.add(found.ours.span.start)
                yield self._finding(subject, found, confidence)

    def _finding(self, subject: Subject, found: NamePair, confidence: float) -> Finding:
        assert subject.counterpart is not None
        by_ear = subject.language.script != "Latn"
        text = f"The counterpart has “{found.theirs.surface}”; the translation has “{found.ours.surface}”"
        return self.found(
            subject,
            found.ours.span,
            f"{text}, another spelling of the same name." if found.variant else f"{text}.",
            confidence=confidence,
            severity=Severity.NEUTRAL if found.variant else Severity.MINOR if by_ear else None,
            suggestion=found.theirs.surface if subject.document.language == subject.counterpart.language else None,
            evidence=(
                Evidence.at(subject.document, found.ours.span),
                Evidence.at(subject.counterpart, found.theirs.span),
            ),
        )


def _differences(subject: Subject) -> Iterator[tuple[NamePair, float]]:
    """What differs, the surest first, with its confidence."""
    assert subject.counterpart is not None
    assert subject.counterpart_facts is not None
    assert subject.counterpart_language is not None
    if subject.counterpart_language.script == "Latn":
        if subject.language.code in BY_EAR and subject.language.spaced:
            yield from ((name, BESIDE) for name in _beside(subject, subject.counterpart_facts))
        for slip in misrenderings(subject):
            yield NamePair(slip.ours, slip.theirs), MISRENDERED
    for other in other_given_names(subject):
        if not other.literal:
            yield NamePair(other.ours.given, other.theirs.given), OTHER_GIVEN_NAME
    if subject.document.language == subject.counterpart.language:
        for found in _respelled(subject, subject.counterpart_facts):
            if not found.variant:
                yield found, ALONE
            elif not _another_version(subject):
                yield found, VARIANT


def _respelled(subject: Subject, facts: FactLedger) -> Iterator[NamePair]:
    """Names of one language that stand in neither article as the other writes them."""
    assert subject.counterpart is not None
    ours, theirs = _Words(subject.document), _Words(subject.counterpart)
    for here, there in _linked(subject):
        for found in alone(_names(subject.facts, here), _names(facts, there)):
            if not theirs.have(found.ours) and not ours.have(found.theirs):
                yield found


def _another_version(subject: Subject) -> bool:
    return subject.alignment is not None and subject.alignment.regime is Regime.COMPARABLE


def _beside(subject: Subject, facts: FactLedger) -> Iterator[NamePair]:
    """Surnames that neither article has in the other's spelling, and the translation once only."""
    assert subject.counterpart is not None
    ours, theirs = _Words(subject.document), _Words(subject.counterpart)
    for here, there in _linked(subject):
        words = text_words(subject.document, here)
        for found in beside(_names(facts, there), words, cased=subject.language.cased):
            once = subject.text.count(found.ours.surface) == 1
            if once and not theirs.have(found.ours) and not ours.render(found.theirs):
                yield found


def _linked(subject: Subject) -> Iterator[tuple[Span, Span]]:
    for passage in subject.document.passages:
        for span in subject.linked_spans(passage.index):
            yield passage.span, span


def _names(ledger: FactLedger, within: Span) -> tuple[NamePlace, ...]:
    return tuple(name for name in name_places(ledger, within) if name.confidence >= SURE_NAME)


class _Words:
    """The words of a whole article, among which a name may stand."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _words(self) -> dict[str, NameWord]:
        whole = Span(0, len(self._document.text))
        return {word.key: word for word in text_words(self._document, whole) if len(word.key) > 2}

    @cached_property
    def _keys(self) -> InflectedNames:
        return InflectedNames(self._words)

    def have(self, name: NameWord) -> bool:
        """Whether the very name is among them, inflected perhaps."""
        return name.key in self._keys

    def render(self, name: NameWord) -> bool:
        """Whether one of them is the name by ear."""
        return self.have(name) or any(renders(name.key, word.surface, plainly=True) for word in self._words.values())
