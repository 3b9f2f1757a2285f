"""LNG035 lowercase-start."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.small_starts import small_starts
from auditor.checks.subject import Subject
from auditor.core.document import Passage, PassageKind, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

_FIRST_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼʻ‘][^\W\d_]+)*")
_NOT_A_WORD = re.compile(r"[\d_@/\\]|\.\w|://")
_SENTENCE_END = re.compile(r"(?<!\.\.)[.!?。！？։][\"”“»’')\]\s]*$")
_PARTICLE = re.compile(
    r"al|el|as|ash|an|ad|at|az|ar|bin|ibn|ben|bint|abu|umm|de|del|della|der|den|des|di|do|dos|da|das|du|la|le|les|lo"
    r"|van|von|vom|zu|zum|zur|ter|ten|te|op|af|av|y|e|ap|mac|o|d|l|s|t|n|k"
)
"""Small words that begin names; some house styles keep them small even at the head of a paragraph."""
_GOES_ON = (":", ",", ";", "…", "...", "：", "،")
COMMON_HABIT = 0.2
"""Share of paragraphs beginning small from which it is the article's own style."""
MOST_INSIDE = 3
"""Sentences beginning small from which the article writes so, or uses abbreviations that are not known."""
SHORTEST = 3
"""Words of a paragraph; a scrap of one or two words is a label."""


class LowercaseStart(Check):
    """A paragraph or sentence begins with a small letter.

    What it finds
        A paragraph whose first word is written small although the paragraph before it ended a sentence, in languages
        that know capital letters; and inside a paragraph, a small letter after a full stop that can be nothing but the
        end of a sentence.

    Why it matters
        Either the beginning of the sentence is missing or the sentence was cut off from the one before it; at the
        least, nobody proof-read the line.

    What it does not find
        List items, captions, and what follows a colon, a comma, an ellipsis or an unfinished line; paragraphs that
        begin with a mark or a digit, or with a small letter in the counterpart too; brand names (*eBay*, *iPhone*),
        names with a particle (*al-Assad*, *van Dijk*), addresses; articles that write many paragraphs so. Inside a
        paragraph: what follows an abbreviation, an initial, an ordinal, a quotation, a question or an ellipsis.

    References
        MQM Core, linguistic-conventions/spelling (capitalisation).
    """

    id = "LNG035"
    name = "lowercase-start"
    category = Category.SPELLING
    severity = Severity.MINOR
    scope = Scope.PASSAGE

    GOOD = (
        Example("The match was shown on the internet.\n\neArena, the platform, said millions had watched it."),
        Example("There are three things to bring:\n\nwater for two days and warm clothes for the night."),
        Example("He spoke of the border.\n\nal-Assad said nothing more about it, and van Dijk was silent."),
        Example(
            "The stations are to close.\n\nif they are found to be unsafe by the end of the year",
            counterpart="Вокзалы закроют.\n\nесли до конца года их признают опасными",
            counterpart_language="ru",
        ),
        Example("„Wir bleiben hier.“\n\n… und dann gingen alle nach Hause.", language="de"),
        Example("Он приехал вечером.\n\niPhone подорожал на десять процентов за год.", language="ru"),
        Example("Am 3. oder 4. Mai kam Dr. med. Alt (Jg. 1950, gest. 2001) zu Apple Inc. in die Stadt.", language="de"),
        Example("He waited ... and left. van Dijk came. Rule No. 5. eBay Inc. said so, and Booking.com. it is."),
        Example("Նախարարը ժամանել էր երեկոյան. նա ոչինչ չասաց։ Բոլորը գնացին տուն։", language="hy"),
        Example("会议结束了。\n\nnba总决赛将于明天开始，门票已经售完。", language="zh"),
    )
    BAD = (
        Example("The gate had not been inspected.\n\n⟦farmers⟧ below the dam will have to take water from wells."),
        Example("Die Sitzung ist zu Ende.\n\n⟦danach⟧ gingen alle Abgeordneten nach Hause.", language="de"),
        Example("The hospitals had asked for 120 nurses and had filled 48. ⟦she⟧ called on the minister to resign."),
        Example("Die Sitzung ging zu Ende. ⟦danach⟧ gingen alle nach Hause. Das war es.", language="de"),
        Example("Он приехал вечером.\n\n⟦потом⟧ все разошлись по домам и легли спать.", language="ru"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per paragraph that begins small."""
        if not subject.language.cased:
            return
        paragraphs = [passage for passage in subject.document.passages if passage.kind is PassageKind.PARAGRAPH]
        found = [(passage, word) for passage in paragraphs if (word := _small_word(subject.text, passage))]
        if len(found) > max(1, COMMON_HABIT * len(paragraphs)):
            return
        yield from self._inside(subject, paragraphs)
        for passage, word in found:
            lawful = _is_lawful(subject.text, passage, word) or _is_told_small(subject, passage)
            if self._begins_anew(subject, passage) and not lawful:
                capital = word[0].upper() + word[1:]
                yield self.found(
                    subject,
                    Span(passage.span.start, passage.span.start + len(word)),
                    f"The paragraph begins with a small letter: {word}.",
                    confidence=0.85,
                    suggestion=capital,
                )

    def _inside(self, subject: Subject, paragraphs: list[Passage]) -> Iterator[Finding]:
        """Sentences of a paragraph that begin small; none where the article does so again and again.

        Silent where the full stop is no end of a sentence: Armenian ends with `։`, and its stop is a colon.
        """
        if not subject.language.sentence_ends.startswith("."):
            return
        starts = [
            start
            for passage in paragraphs
            for start in small_starts(subject.text, passage.span, subject.language)
            if not _PARTICLE.fullmatch(re.split(r"[-'’]", subject.document.slice(start))[0])
        ]
        for start in starts if len(starts) <= MOST_INSIDE else ():
            word = subject.document.slice(start)
            yield self.found(
                subject,
                start,
                f"The sentence begins with a small letter: {word}.",
                confidence=0.8,
                suggestion=word[0].upper() + word[1:],
            )

    def _begins_anew(self, subject: Subject, passage: Passage) -> bool:
        """Whether the passage before ended its sentence; the first of an article has nothing to go on from."""
        if passage.index == 0:
            return True
        before = subject.document.passages[passage.index - 1]
        tail = subject.document.slice(before.span)[-8:].rstrip()
        if before.kind is not PassageKind.PARAGRAPH:
            return not tail.endswith(_GOES_ON)
        return bool(_SENTENCE_END.search(tail))


def _is_told_small(subject: Subject, passage: Passage) -> bool:
    """Whether the counterpart begins this passage with a small letter too."""
    spans = subject.linked_spans(passage.index)
    return subject.counterpart is not None and any(subject.counterpart.text[span.start].islower() for span in spans)


def _small_word(text: str, passage: Passage) -> str | None:
    """The first word, if the passage begins with one in small letters."""
    if not text[passage.span.start].islower():
        return None
    match = _FIRST_WORD.match(text, passage.span.start, passage.span.end)
    return match[0] if match else None


def _is_lawful(text: str, passage: Passage, word: str) -> bool:
    """A brand, a name with its particle, an address or a label."""
    token = text[passage.span.start : passage.span.end].split(maxsplit=1)[0]
    first = re.split(r"[-'’ʼʻ‘]", word, maxsplit=1)[0]
    few = len(text[passage.span.start : passage.span.end].split(maxsplit=SHORTEST)) < SHORTEST
    names = word != word.lower() or _PARTICLE.fullmatch(first) is not None
    return few or names or _NOT_A_WORD.search(token.rstrip(".,;:!?")) is not None
