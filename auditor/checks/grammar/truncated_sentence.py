"""`truncated-sentence`: a passage stops in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import zip_longest
from statistics import median

from auditor.checks.check import Check, CheckOptions, Scope
from auditor.checks.example import Example
from auditor.checks.grammar.broken_passages import (
    Sequel,
    broken_passages,
    counterpart_evidence,
    is_prose_sentence,
    seam,
)
from auditor.checks.grammar.endings import COMMAS, Ending, ending_of
from auditor.checks.grammar.english_clauses import finite_verbs
from auditor.checks.grammar.english_words import words_of
from auditor.checks.grammar.misplaced_stops import ABBREVIATION, ends_in_a_stop, is_abbreviation
from auditor.checks.grammar.sentence_edges import breaks_off
from auditor.checks.grammar.sentence_seams import seam_score
from auditor.checks.grammar.torn_quotations import is_torn_end
from auditor.checks.subject import Subject
from auditor.core.alignment import Bead, Regime
from auditor.core.document import Passage, PassageKind
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

CONFIDENCE = {Ending.DANGLING: 0.88, Ending.HYPHEN: 0.7, Ending.COMMA: 0.75}
"""An open end alone is mostly a forgotten full stop in human news (2 of 1,000 lines of NTREX):
`missing-final-punctuation` tells it."""
SHORTFALL_CONFIDENCE = 0.75
ENDLESS = {"en": -2.75, "zh": -2.5, "ja": -2.0}
"""Log-odds of an end (`sentence_seams`), from what stands before it, from which down a passage without a mark that is
matched with nothing breaks off: 2 of 100 ends of English sentences, none of 570 others, and 58, 27 and 68 of 100 cuts.
In other languages ends are too often as low."""
ENDLESS_CONFIDENCE = 0.7
STOPPED_CONFIDENCE = 0.75
FEWEST_BEADS = 5
"""Pairs of sentences that tell an article's usual ratio of lengths."""
_BREAKS_OFF = "The sentence breaks off here; the rest is missing."
_SHORT = "The last sentence stops without a mark and is much shorter than the counterpart's: its end is missing."
_SHORTER = (
    "The last sentence stops without a mark: its full stop is missing, and perhaps its end, for it is shorter than the "
    "counterpart's."
)
_COMMA = "The paragraph ends with a comma; the end of the sentence, or a full stop, is missing."
_CLAUSE = re.compile(
    r"\b(?:that|because|although|whether|unless) ((?:the|an?|his|her|its|their|our|all|some|these) [^,;:.]+)$"
)
"""*demanded that the authorities*: the clause that comes last, from its subject on."""
UNPUNCTUATED = frozenset({"th", "lo", "my", "km", "bo", "dz"})
"""Languages in which a paragraph may end without a final mark."""


class TruncatedOptions(CheckOptions):
    """When an open ending counts without a leading word."""

    min_paragraphs: int = 5
    """Fewer paragraphs do not show the article's habit."""
    closed_share: float = 0.9
    """Share of the other paragraphs that end with punctuation. Human news (NTREX) has whole articles without."""
    min_words: int = 8
    """Shorter open paragraphs are subheads, bylines and captions."""
    min_words_compared: int = 5
    """The same where the counterpart tells that it is a sentence."""
    shortfall: float = 0.8
    """An open sentence this much shorter than its counterpart, at the article's usual ratio, has lost its end: 8 of
    23,000 lines of NTREX in the languages with data, mostly with words left out indeed; of cuts anywhere in the middle
    nine in ten."""
    grave_shortfall: float = 0.65
    """From here on it is minor, above neutral: whole sentences without their stop are as short in some languages."""


class TruncatedSentence(Check):
    """A passage stops in the middle of a sentence.

    **What it finds.** A paragraph that ends on an article, preposition, conjunction, comma or hyphen and is not
    carried on by the next one, also where a full stop follows the article or preposition; and a paragraph without
    final punctuation, in an article that punctuates all others, where its last sentence is clearly shorter than the
    counterpart's (neutral, much shorter minor), or, where no counterpart tells that sentence, in English, Chinese and
    Japanese, where hardly any sentence ends on such words (minor).

    **Why it matters.** Engines stop early on long input and feeds cut text at a length limit: facts are lost, and the
    reader is left hanging.

    **What it does not find.** Headlines, captions, list items and bylines, an ellipsis, a colon or dash, verse, a
    sentence that goes on after the break (`hard-wrapped-paragraph`), a paragraph of which only the stop is known to be
    missing (`missing-final-punctuation`), text that is cut between two sentences.

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
        Example("Er kam spät.\n\nDie Regierung brach ein.\n\nSie wusste, wovon.", language="de"),
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
        Example(
            "غرقت السفينة.\n\nكانت تحمل قمحا.\n\nنجا البحارة جميعا.\n\nقال الوزير إن لجنة من ⟦خبراء الموانئ سوف⟧\n\n"
            "البحر هادئ الآن.\n\nالميناء مفتوح.",
            language="ar",
            counterpart="The ship sank.\n\nIt carried wheat.\n\nAll of the crew survived.\n\nThe minister said that a "
            "panel of port experts would look into the causes of the accident before the end of the month.\n\n"
            "The sea is calm now.\n\nThe port is open.",
        ),
        Example("Il fango era ovunque.\n\nLa pioggia della notte aveva riportato ⟦la ghiaia sulla.⟧", language="it"),
        Example("警方证实了消息。\n\n据当地媒体周三报道，该公司的负责人已经离⟦开首都，因为⟧", language="zh"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per passage, at its last words."""
        broken = {item.passage.index: item for item in broken_passages(subject)}
        for item in broken.values():
            comma = item.ending is Ending.COMMA
            if comma and _is_told_open(subject, item.passage):
                continue
            if item.sequel is Sequel.BREAKS_OFF and item.ending is not Ending.OPEN:
                severity = Severity.MINOR if comma else self.severity
                message = _COMMA if comma else _BREAKS_OFF
                yield self._finding(subject, item.passage, message, CONFIDENCE[item.ending], severity)
        yield from self._without_a_mark(subject, broken.keys())
        for passage in _stopped_short(subject):
            yield self._finding(subject, passage, _BREAKS_OFF, STOPPED_CONFIDENCE, self.severity)

    def _without_a_mark(self, subject: Subject, broken: Collection[int]) -> Iterator[Finding]:
        """Open ends that the counterpart's length or their own words show to be no ends."""
        usual = _usual_ratio(subject)
        for passage in self._open_ends(subject):
            told = None if usual is None else _told(subject, passage, usual)
            if passage.index in broken:
                continue
            if told is None and _never_ends(subject, passage):
                yield self._finding(subject, passage, _BREAKS_OFF, ENDLESS_CONFIDENCE, Severity.MINOR)
            elif told is not None and told < self.options.shortfall:
                grave = told < self.options.grave_shortfall
                severity, message = (Severity.MINOR, _SHORT) if grave else (Severity.NEUTRAL, _SHORTER)
                yield self._finding(subject, passage, message, SHORTFALL_CONFIDENCE, severity)

    def _finding(
        self, subject: Subject, passage: Passage, message: str, confidence: float, severity: Severity
    ) -> Finding:
        evidence = counterpart_evidence(subject, passage.index)
        span = seam(subject, passage)
        return self.found(subject, span, message, confidence=confidence, severity=severity, evidence=evidence)

    def _open_ends(self, subject: Subject) -> Iterator[Passage]:
        """Long prose passages that end on a plain word where the article closes all others."""
        document, language = subject.document, subject.language
        if language.code in UNPUNCTUATED:
            return
        prose = [passage for passage in document.passages if passage.kind is PassageKind.PARAGRAPH]
        endings = {p.index: ending_of(document.passage_text(p.index), language) for p in prose}
        if prose and prose[0].index == 0 and endings[0] is not Ending.CLOSED:
            del prose[0]  # the headline
        open_ones = [passage for passage in prose if endings[passage.index] is not Ending.CLOSED]
        closed = len(prose) - len(open_ones)
        if len(prose) < self.options.min_paragraphs or closed < self.options.closed_share * (len(prose) - 1):
            return
        for passage in open_ones:
            closed_there = _ends_there(subject, passage)
            least = self.options.min_words_compared if closed_there else self.options.min_words
            if closed_there is False or endings[passage.index] is not Ending.OPEN:
                continue
            if _has_its_stop_before(subject, passage):
                continue
            if is_prose_sentence(document, passage, language, least):
                yield passage


def _has_its_stop_before(subject: Subject, passage: Passage) -> bool:
    """Whether the full stop stands at the wrong end, as where right-to-left text was laid out."""
    return subject.text[passage.segments[-1].span.start] in subject.language.sentence_ends


def _stopped_short(subject: Subject) -> Iterator[Passage]:
    """Passages whose full stop stands behind a word that leads on: *the gravel back onto the.*"""
    for passage, following in zip_longest(subject.document.passages, subject.document.passages[1:]):
        text = subject.document.slice(passage.segments[-1].span)
        if passage.kind is not PassageKind.PARAGRAPH or is_abbreviation(text[-ABBREVIATION:], subject.language):
            continue
        torn = following is not None and is_torn_end(subject, passage, following)
        if not torn and ends_in_a_stop(text, subject.language) and breaks_off(text, subject.language):
            yield passage


def _never_ends(subject: Subject, passage: Passage) -> bool:
    """Whether hardly any sentence ends on the last words, or an English clause has no verb yet."""
    text = subject.document.slice(passage.segments[-1].span)
    clause = _CLAUSE.search(text) if subject.language.code == "en" else None
    if clause is not None and not finite_verbs(words_of(clause[1])):
        return True
    score = seam_score(text, "", subject.language)
    least = ENDLESS.get(subject.language.code)
    return least is not None and score is not None and score <= least


def _is_told_open(subject: Subject, passage: Passage) -> bool:
    """Whether what the counterpart tells there ends with a comma or a letter too."""
    counterpart = subject.counterpart
    if counterpart is None:
        return False
    lasts = [counterpart.text[span.end - 1] for span in subject.linked_spans(passage.index)]
    return any(last in COMMAS or last.isalnum() for last in lasts)


def _usual_ratio(subject: Subject) -> float | None:
    """The median of our length over the counterpart's, sentence by sentence; None where too little is matched."""
    found = [ours / theirs for bead in _matched(subject) for ours, theirs in (_lengths(subject, bead),)]
    return median(found) if len(found) >= FEWEST_BEADS else None


def _told(subject: Subject, passage: Passage, usual: float) -> float | None:
    """How much of its counterpart's length the last sentence has, at the article's usual ratio; None if unmatched."""
    last = passage.segments[-1].index
    for bead in _matched(subject):
        if last in bead.translation:
            ours, theirs = _lengths(subject, bead)
            return ours / (usual * theirs)
    return None


def _ends_there(subject: Subject, passage: Passage) -> bool | None:
    """Whether what the counterpart tells of the last sentence ends with a mark; None where nothing is matched."""
    last = passage.segments[-1].index
    for bead in _matched(subject):
        if last in bead.translation and subject.counterpart is not None:
            return not subject.counterpart.segment_text(bead.counterpart[-1]).rstrip()[-1:].isalnum()
    return None


def _matched(subject: Subject) -> Iterator[Bead]:
    """Beads with text on both sides; none where another outlet tells the story its own way."""
    if subject.alignment is not None and subject.alignment.regime is not Regime.COMPARABLE:
        yield from (bead for bead in subject.alignment.beads if bead.translation and bead.counterpart)


def _lengths(subject: Subject, bead: Bead) -> tuple[int, int]:
    """Code points of our side and of the counterpart's."""
    assert subject.counterpart is not None
    ours = sum(len(subject.document.segment_text(i)) for i in bead.translation)
    return ours, sum(len(subject.counterpart.segment_text(i)) for i in bead.counterpart)
