"""`duplicate-passage`: the same thing told twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.check import Check, CheckOptions, Scope
from auditor.checks.example import Example
from auditor.checks.grammar.endings import Ending, ending_of
from auditor.checks.grammar.retelling import (
    Likeness,
    Telling,
    candidate_pairs,
    is_parallel,
    likeness,
    speaks_of_others,
    telling_of,
)
from auditor.checks.subject import Subject
from auditor.core.document import PassageKind, Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.languages.language import Language

EXACT_CONFIDENCE = 0.95
NEAR_CONFIDENCE = 0.85
SENTENCE_ORDER_FREE = 0.95
"""Single sentences must be all but equal: reporters lawfully say one thing twice in two ways."""
LEAD = 1
"""Headline and lead lawfully tell what the body tells again."""
SUMMARY = 6
"""Lines at the top that may be a summary, where the last of them tells the headline or the first line again: there
the story begins. On NTREX one article has such lines; of six false findings in it (where they end in full stops) one
stays."""


class DuplicateOptions(CheckOptions):
    """When two passages tell the same.

    Planted retellings score .58 to .82 (shared) and .79 to .97 (order-free). On human news (NTREX, 128 languages) these
    values give 0.2 findings per 1,000 sentences, most of them lines that really stand there twice.
    """

    shared: float = 0.55
    """Jaccard index of content words."""
    order_free: float = 0.78
    """Edit similarity with the words sorted."""
    min_words: int = 8
    """Shorter near copies are refrains, scores, labels."""
    min_exact_words: int = 8
    """Shorter equal lines are refrains, labels, answers."""
    min_characters: int = 16
    """The same for Chinese and Japanese; twice as many for other scripts without spaces."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A passage or sentence that may be told twice."""

    span: Span
    passage: int
    telling: Telling
    plain: str
    closed: bool
    """Whether it ends with punctuation; summary lines at the top do not."""


class DuplicatePassage(Check):
    """A passage is told twice.

    **What it finds.** A passage or long sentence that repeats an earlier one word for word, or with small changes:
    other function words, moved words, other forms. Numbers must agree. The later copy is marked; the earlier one is
    the evidence.

    **Why it matters.** Feeds deliver a paragraph in two versions, layouts repeat captions and headlines, and engines
    translate both: the reader is told the same figures twice.

    **What it does not find.** A headline and a lead that overlap, summary lines at the top, short refrains, list items,
    lines of one form with other names or numbers (results, prices), lines that begin alike and go on differently.

    **References.** MQM Core, linguistic conventions / duplication; A. Broder, *On the resemblance and containment of
    documents* (1997), for the Jaccard index of word sets.
    """

    id = "LNG057"
    name = "duplicate-passage"
    category = Category.DUPLICATION
    severity = Severity.MINOR
    scope = Scope.DOCUMENT
    Options = DuplicateOptions
    options: DuplicateOptions
    GOOD = (
        Example(
            "Storm closes three schools in the north of the country\n\n"
            "A storm closed three schools in the north of the country on Monday, officials said.\n\nNobody was hurt."
        ),
        Example(
            "The port opened at six.\n\nHe said so.\n\nArsenal beat Chelsea 3-2 at home on Saturday "
            "in front of a full house."
            "\n\nEverton beat Leeds 1-0 at home on Saturday in front of a full house."
        ),
        Example(
            "Foreign buyers to pay more for houses\n\nForeign buyers will pay a higher duty when they buy a house.\n\n"
            "The Treasury expects it to raise up to 120 million a year to help the homeless.\n\n"
            "Foreign buyers will pay a higher stamp duty when they buy a house.\n\n"
            "The Treasury expects the move to raise up to 120 million a year for the homeless."
        ),
        Example("Она ушла.\n\n«Мы вернёмся».\n\nОн ждал до утра.\n\n«Мы вернёмся».", language="ru"),
        Example("他说：“等等。”\n\n会议在周一举行。\n\n他说：“等等。”", language="zh"),
    )
    BAD = (
        Example(
            "The gate cracked.\n\nNobody was hurt.\n\nMore than 400 families from seven villages "
            "were moved to schools and mosques in the town "
            "of Pol-e Sorkh. Some 60 of them are still sleeping in classrooms, according to the Red Crescent.\n\n"
            "Engineers lowered the water.\n\n⟦Over 400 families from seven villages were taken to "
            "schools and mosques in "
            "Pol-e Sorkh. About 60 of them still sleep in the classrooms, the Red Crescent said.⟧"
        ),
        Example(
            "Hubo fiesta.\n\nNadie durmió.\n\nEl club, fundado en 1994 por obreros de un "
            "frigorífico, abrirá su estadio el domingo para que los hinchas "
            "vean el trofeo.\n\nLa ciudad esperaba.\n\n⟦Fundado en 1994 por obreros de un "
            "frigorífico, el club abrirá el "
            "domingo su estadio para que los hinchas puedan ver el trofeo.⟧",
            language="es",
        ),
        Example(
            "一名矿工周二在铜矿被救援人员抬上救护车。\n\n救援仍在继续，亲属在外等候消息。\n\n⟦一名矿工周二在铜矿被救援人员抬上救护车。⟧",
            language="zh",
        ),
        Example(
            "غرقت السفينة.\n\nوبدأ البحث.\n\nوأمر وزير النقل بفحص جميع العبّارات التي يزيد عمرها على "
            "20 عاما، ووعد بتعويض الأسر.\n\nوانتهى البحث.\n\n"
            "⟦وكان وزير النقل قد أمر بفحص كل العبّارات التي يزيد عمرها على 20 عاما، ووعد بتعويض الأسر.⟧",
            language="ar",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """Passages first; then sentences outside passages already reported."""
        done: set[int] = set()
        passages = self._passages(subject)
        lead = self._lead(passages)
        for earlier, later, score in self._repeats(passages, lead):
            if later.passage not in done and not self._is_inherited(subject, earlier, later):
                done.add(later.passage)
                yield self._finding(subject, earlier, later, score)
        seen: set[Span] = set()
        for earlier, later, score in self._repeats(self._sentences(subject), lead):
            if later.passage in done or later.span in seen or score.order_free < SENTENCE_ORDER_FREE:
                continue
            if not self._is_inherited(subject, earlier, later):
                seen.add(later.span)
                yield self._finding(subject, earlier, later, score)

    def _lead(self, passages: list[_Unit]) -> int:
        """The last passage of the headline, the lead and the summary lines before the story begins."""
        heads = [unit.telling for unit in passages if unit.passage <= LEAD]
        begun = [
            unit.passage
            for unit in passages
            if LEAD < unit.passage <= SUMMARY
            and any(likeness(head, unit.telling).shared >= self.options.shared for head in heads)
        ]
        return max(begun, default=LEAD + 1) - 1

    def _repeats(self, units: list[_Unit], lead: int) -> Iterator[tuple[_Unit, _Unit, Likeness]]:
        pairs = candidate_pairs([unit.telling for unit in units], self.options.shared)
        for one, other in pairs:
            score = likeness(units[one].telling, units[other].telling)
            if self._is_repeat(units[one], units[other], score, lead):
                yield units[one], units[other], score

    def _is_repeat(self, one: _Unit, other: _Unit, score: Likeness, lead: int) -> bool:
        if one.passage == other.passage:
            return False
        if one.plain == other.plain:
            return True
        if one.passage <= lead or (other.closed and not one.closed) or not score.same_numbers:
            return False
        long = len(one.telling.words) >= self.options.min_words
        alike = score.shared >= self.options.shared and score.order_free >= self.options.order_free
        return (
            long
            and alike
            and not speaks_of_others(one.telling, other.telling)
            and not is_parallel(one.telling, other.telling)
        )

    def _is_inherited(self, subject: Subject, earlier: _Unit, later: _Unit) -> bool:
        """Whether the counterpart itself tells it twice, so that the translation only follows it."""
        if subject.counterpart is None or subject.counterpart_language is None:
            return False
        ours = (subject.linked_spans(earlier.passage)[:1], subject.linked_spans(later.passage)[:1])
        if not all(ours) or ours[0] == ours[1]:
            return False
        spaced = subject.counterpart_language.spaced
        first, second = (telling_of(subject.counterpart.slice(spans[0]), spaced) for spans in ours)
        return likeness(first, second).shared >= self.options.shared

    def _passages(self, subject: Subject) -> list[_Unit]:
        skipped = (PassageKind.RESIDUE, PassageKind.LIST_ITEM, PassageKind.DATELINE)
        passages = subject.document.passages
        return self._units(subject, [(p.span, p.index) for p in passages if p.kind not in skipped])

    def _sentences(self, subject: Subject) -> list[_Unit]:
        prose = [p for p in subject.document.passages if p.kind is PassageKind.PARAGRAPH and len(p.segments) > 1]
        return self._units(subject, [(s.span, p.index) for p in prose for s in p.segments])

    def _units(self, subject: Subject, places: list[tuple[Span, int]]) -> list[_Unit]:
        units = []
        for span, passage in places:
            telling = telling_of(subject.document.slice(span), subject.language.spaced)
            if len(telling.words) >= self._least(subject.language):
                closed = ending_of(subject.document.slice(span), subject.language) is Ending.CLOSED
                units.append(_Unit(span, passage, telling, " ".join(telling.words), closed))
        return units

    def _least(self, language: Language) -> int:
        if language.spaced:
            return min(self.options.min_exact_words, self.options.min_words)
        return self.options.min_characters * (1 if language.code in ("zh", "yue", "ja") else 2)

    def _finding(self, subject: Subject, earlier: _Unit, later: _Unit, score: Likeness) -> Finding:
        equal = earlier.plain == later.plain
        message = "This repeats an earlier passage word for word."
        if not equal:
            message = "This tells an earlier passage again with small changes."
        return self.found(
            subject,
            later.span,
            message,
            confidence=EXACT_CONFIDENCE if equal else NEAR_CONFIDENCE,
            evidence=(Evidence.at(subject.document, earlier.span),),
        )
