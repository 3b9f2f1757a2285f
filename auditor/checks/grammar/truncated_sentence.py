"""`truncated-sentence`: a passage stops in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, CheckOptions, Scope
from auditor.checks.example import Example
from auditor.checks.grammar.broken_passages import (
    Sequel,
    broken_passages,
    counterpart_evidence,
    is_prose_sentence,
    seam,
)
from auditor.checks.grammar.endings import Ending, ending_of
from auditor.checks.subject import Subject
from auditor.core.document import Passage, PassageKind
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

CONFIDENCE = {Ending.DANGLING: 0.88, Ending.HYPHEN: 0.7, Ending.COMMA: 0.75, Ending.OPEN: 0.45}
"""An open end alone is mostly a forgotten full stop in human news (NTREX), hence below the usual cut of 0.5."""
SHORTFALL_CONFIDENCE = 0.75
_BREAKS_OFF = "The sentence breaks off here; the rest is missing."
_MESSAGES = {
    Ending.OPEN: "The last sentence has no final punctuation, unlike all others; its end may be missing.",
    Ending.COMMA: "The paragraph ends with a comma; the end of the sentence, or a full stop, is missing.",
}
UNPUNCTUATED = frozenset({"th", "lo", "my", "km", "bo", "dz"})
"""Languages in which a paragraph may end without a final mark."""


class TruncatedOptions(CheckOptions):
    """When an open ending counts without a leading word."""

    min_paragraphs: int = 5
    """Fewer paragraphs do not show the article's habit."""
    closed_share: float = 0.9
    """Share of the other paragraphs that end with punctuation. Human news (NTREX) has whole articles without."""
    min_words: int = 12
    """Shorter open paragraphs are subheads, bylines and captions."""
    shortfall: float = 0.6
    """A last sentence this much shorter than its counterpart, at the article's usual ratio, has lost its end."""


class TruncatedSentence(Check):
    """A passage stops in the middle of a sentence.

    **What it finds.** A paragraph that ends on an article, preposition, conjunction, comma or hyphen and is not carried
    on by the next one; and a long paragraph without final punctuation in an article that punctuates all others.

    **Why it matters.** Engines stop early on long input and feeds cut text at a length limit: facts are lost, and the
    reader is left hanging.

    **What it does not find.** Headlines, captions, list items and bylines, an ellipsis, a colon or dash, verse, a
    sentence that goes on after the break (`hard-wrapped-paragraph`), text that is cut between two sentences.

    **References.** MQM Core, linguistic conventions / grammar; accuracy / omission.
    """

    id = "LNG052"
    name = "truncated-sentence"
    category = Category.GRAMMAR
    severity = Severity.MAJOR
    scope = Scope.DOCUMENT
    Options = TruncatedOptions
    options: TruncatedOptions
    GOOD = (
        Example("“And then I thought that we were all going to …”\n\nShe did not finish the sentence."),
        Example(
            "They met twice.\n\nThe committee listed what it had asked the owners of the mine "
            "for:\n\nNew pumps and a second shaft."
        ),
        Example(
            "The bill that the farmers had been waiting for\n\nThe house passed it on Friday. It was "
            "late.\n\nNobody cried."
        ),
        Example("Он молчал.\n\nУ него была одна цель — и только…\n\nВ среду он ушёл.", language="ru"),
        Example(
            "会议结束了。\n\n研究人员说，另一半的去向还没有决定……\n\n初步结果显示，季风出现得更早。", language="zh"
        ),
        Example("انتهى الاجتماع.\n\nقال الوزير إن المطلوب هو ما يلي:\n\nوأضاف أن الطريق ستفتح غدا.", language="ar"),
    )
    BAD = (
        Example(
            "The figures are out.\n\nCoverage reached 88 percent, before vaccination declined "
            "because of the ⟦lack of the⟧\n\n"
            "In the camp near Seiyun, mothers had lined up since six. One of them had walked all night."
        ),
        Example("He was sentenced.\n\nThe prosecution will argue about the age and the ⟦health of the⟧"),
        Example(
            "Ganó la copa.\n\nLa intendenta anunció que el plantel será recibido ⟦el lunes en⟧\n\nEl "
            "club abrió el estadio.",
            language="es",
        ),
        Example(
            "Суд закончен.\n\nСуд решил, что деньги были переведены ⟦на счёт, который⟧\n\nАдвокат обжалует приговор.",
            language="ru",
        ),
        Example("警方证实了消息。\n\n据当地媒体周三报道，该公司的负责人已经离⟦开首都，因为⟧", language="zh"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per passage, at its last words."""
        broken = {item.passage.index: item for item in broken_passages(subject)}
        for item in broken.values():
            if item.sequel is Sequel.BREAKS_OFF:
                yield self._finding(subject, item.passage, item.ending)
        for passage in self._open_ends(subject):
            if passage.index not in broken:
                yield self._finding(subject, passage, Ending.OPEN)

    def _finding(self, subject: Subject, passage: Passage, ending: Ending) -> Finding:
        short = ending is Ending.OPEN and self._falls_short(subject, passage)
        return self.found(
            subject,
            seam(subject, passage),
            _MESSAGES.get(ending, _BREAKS_OFF) if not short else _BREAKS_OFF,
            confidence=SHORTFALL_CONFIDENCE if short else CONFIDENCE[ending],
            severity=None if short or ending not in _MESSAGES else Severity.MINOR,
            evidence=counterpart_evidence(subject, passage.index),
        )

    def _falls_short(self, subject: Subject, passage: Passage) -> bool:
        """Whether the last sentence holds clearly less text than the counterpart sentences it is linked to."""
        if subject.alignment is None or subject.counterpart is None:
            return False
        last, usual = passage.segments[-1].index, len(subject.text) / max(1, len(subject.counterpart.text))
        for bead in subject.alignment.beads:
            if last in bead.translation and bead.counterpart:
                ours = sum(len(subject.document.segment_text(i)) for i in bead.translation)
                theirs = sum(len(subject.counterpart.segment_text(i)) for i in bead.counterpart)
                return ours < self.options.shortfall * usual * theirs
        return False

    def _open_ends(self, subject: Subject) -> Iterator[Passage]:
        """Long prose passages that end on a plain word where the article closes all others."""
        document, language = subject.document, subject.language
        if language.code in UNPUNCTUATED:
            return
        prose = [passage for passage in document.passages if passage.kind is PassageKind.PARAGRAPH]
        endings = {p.index: ending_of(document.passage_text(p.index), language) for p in prose}
        open_ones = [passage for passage in prose if endings[passage.index] is not Ending.CLOSED]
        closed = len(prose) - len(open_ones)
        if len(prose) < self.options.min_paragraphs or closed < self.options.closed_share * (len(prose) - 1):
            return
        for passage in open_ones:
            if endings[passage.index] is Ending.OPEN and is_prose_sentence(
                document, passage, language, self.options.min_words
            ):
                yield passage
