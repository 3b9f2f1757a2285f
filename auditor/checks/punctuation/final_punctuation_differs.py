"""LNG038 final-punctuation-differs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.spacing import weight
from auditor.checks.subject import Subject
from auditor.core.alignment import Regime
from auditor.core.document import PassageKind, Segment, Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

QUESTION_MARKS = "?？؟՞;፧⁇⁈⁉"
_GREEK = ";"
_ASCII_SEMICOLON = frozenset({"el"})
"""Languages that type the ASCII semicolon for a question mark."""
_CLOSERS = "\"'”’»“)]」』）】…. "
SURE_LINK = 0.7
"""Confidence of the link between the two passages."""
SURE_BEAD = 0.5
"""Similarity of the two sentences."""
SHORTEST = 16
"""Code points of either sentence: *Uh, uh, what.* may be asked or said. A Chinese character counts for three."""
_LEADS_IN = re.compile(
    r"[:：—–]\s|[,，]\s?[\"'“‘«„「『]\w|\b(?:think|thinking|thought|wonder|wondered|wondering|ask|asked|asking),\s",
    re.IGNORECASE,
)
"""*I wondered: will it open?*, *she asked, “Will it open?”* and *I remember thinking, will it open?* are all told as *I
wondered whether it would open*: 13 of 16 findings that were read."""
_ASKS_INDIRECTLY = re.compile(
    r"\b(?:ask|wonder|inquir|enquir)\w*\b.{0,60}\b(?:if|whether|wh(?:at|en|ere|y|o|ich)|how)\b", re.IGNORECASE
)
"""*He asked her if she would run* may become *Will you run? he asked her*."""
_ASKS_WITHOUT_MARK = re.compile(
    r"\W*(?:am|are|is|was|were|do|does|did|have|has|can|could|will|would|should)(?:n['’]t)?\s(?:i|you|he|she|it|we|they|there)\b",
    re.IGNORECASE,
)
"""*Isn't it time to go.*: what lacks its mark in English is a question all the same."""

_HEADING = re.compile(r"\W*(?:why|how|what|when|where|who|which)\b[^.]*$", re.IGNORECASE)
"""*Why the bridge will close*: a headline that other languages print as a question, and the other way round."""

_TAG = re.compile(
    r"(?:[죠요]|잖아|でしょう|だろう|よ?ね|吧|[对對是]吗|[对對是]嗎"
    r"|[,،、，] ?(?:right|no|isn['’]t it|oder|nicht wahr|ja|hein|non|n['’]est-ce pas|¿?no|¿?verdad|não|né|vero|да"
    r"|правда|не так ли|değil mi|نه))[?？؟][\"'”’»“)」』]*$",
    re.IGNORECASE,
)
"""A statement that seeks agreement, as speech has it in many languages, asks nothing. Korean statements and questions
end alike in 죠 and 요."""


class FinalPunctuationDiffers(Check):
    """The counterpart asks a question and the translation states it, or the other way round.

    What it finds
        Two sentences that tell the same, one ending in a question mark and the other with none at all.

    Why it matters
        *Will the bridge open?* has become *The bridge will open.*

    What it does not find
        A question mark that stands elsewhere in the sentence; exclamation marks, which translators set as their
        language likes; sentences merged or split; short ones (*Uh, what.*); a question after a colon, a dash or *she
        asked,*, which may be told indirectly; a statement that seeks agreement (*…, right?*); headlines with *why* or
        *how*; an English question that lacks its own mark; comparable articles; languages whose questions often go
        without a mark.

    References
        MQM Core, linguistic-conventions/punctuation. NTREX beside its English, 122 languages: 9 findings in 54,046
        sentences, five of them slips, four free translations.
    """

    id = "LNG038"
    name = "final-punctuation-differs"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    abstains = frozenset({"th", "lo", "my", "km", "bo", "dz"})
    """Languages whose question particles make the mark superfluous."""

    GOOD = (
        Example("“Will the bridge open today?” he asked.", counterpart="He asked: “Will the bridge open today?”"),
        Example("She wondered whether the bridge would open.", counterpart="She wondered: would the bridge open?"),
        Example("She asked whether the bridge would open.", counterpart="She asked, “Will the bridge open today?”"),
        Example(
            "Ich dachte daran, wann sie wieder öffnet.",
            language="de",
            counterpart="I remember thinking, when will they open it?",
        ),
        Example("Не пора ли открыть этот мост?", language="ru", counterpart="Isn't it time to open that bridge."),
        Example("Er fragte: Kommt sie morgen zur Brücke?", language="de", counterpart="He asked if she would come."),
        Example("Du kommst morgen mit zur Brücke, oder?", language="de", counterpart="You are coming to the bridge."),
        Example("Was für ein Tag in dieser Stadt.", language="de", counterpart="What a day in this city!"),
        Example("Πότε θα ανοίξει η γέφυρα;", language="el", counterpart="When will the bridge be open?"),
        Example("Kodėl tiltas bus uždarytas?", language="lt", counterpart="Why the Bridge Will Be Closed"),
        Example("Warum die Brücke heute geschlossen ist", language="de", counterpart="Why Is the Bridge Closed Today?"),
        Example("大桥今天会开放吗？", language="zh", counterpart="Will the bridge be open today?"),
        Example("Ե՞րբ կբացվի կամուրջը քաղաքում։", language="hy", counterpart="When will the bridge open in town?"),
    )
    BAD = (
        Example("The bridge will open again ⟦today.⟧", counterpart="Will the bridge open again today?"),
        Example("Die Brücke ist heute wieder ⟦offen?⟧", language="de", counterpart="The bridge is open again today."),
        Example(
            "ستفتح الجسور أبوابها من جديد ⟦اليوم.⟧", language="ar", counterpart="Will the bridges be open again today?"
        ),
        Example(
            "部长说通往北方的大桥今天会⟦重新开放。⟧",
            language="zh",
            counterpart="Will the bridge to the north be open again today, as the minister says?",
        ),
        Example("Мост сегодня снова ⟦открыт?⟧", language="ru", counterpart="The bridge is open again today."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per pair of sentences, at the translation's last word."""
        if subject.alignment is None or subject.counterpart is None or subject.alignment.regime is Regime.COMPARABLE:
            return
        if subject.counterpart.language in self.abstains:
            return
        sure = {(one.translation, one.counterpart) for one in subject.alignment.links if one.confidence >= SURE_LINK}
        for bead in subject.alignment.beads:
            if bead.shape != (1, 1) or (bead.similarity or 0.0) < SURE_BEAD:
                continue
            ours = subject.document.segments[bead.translation[0]]
            theirs = subject.counterpart.segments[bead.counterpart[0]]
            if (ours.passage, theirs.passage) in sure:
                yield from self._judged(subject, ours, theirs)

    def _judged(self, subject: Subject, ours: Segment, theirs: Segment) -> Iterator[Finding]:
        assert subject.counterpart is not None
        text, other = subject.document.slice(ours.span), subject.counterpart.slice(theirs.span)
        mine, its = _marks(subject.document.language), _marks(subject.counterpart.language)
        lost, gained = _asks(other, its) and not _has(text, mine), _asks(text, mine) and not _has(other, its)
        gained = gained and not (_TAG.search(text.rstrip()) or _ASKS_INDIRECTLY.search(other))
        gained = gained and not (subject.counterpart.language == "en" and _ASKS_WITHOUT_MARK.match(other))
        headline = ours.passage == 0 or subject.document.passages[ours.passage].kind is not PassageKind.PARAGRAPH
        if subject.counterpart.language == "en" and _HEADING.match(other):
            lost, gained = lost and not headline, False
        if (lost or gained) and not _LEADS_IN.search(other) and min(weight(text), weight(other)) >= SHORTEST:
            yield self.found(
                subject,
                _last_word(text, ours.span.start),
                "The counterpart asks a question here." if lost else "The counterpart states this and asks nothing.",
                confidence=0.75,
                evidence=(Evidence.at(subject.counterpart, theirs.span),),
            )


def _marks(language: str) -> str:
    return QUESTION_MARKS + _GREEK if language in _ASCII_SEMICOLON else QUESTION_MARKS.replace(_GREEK, "")


def _asks(text: str, marks: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(tuple(marks))


def _has(text: str, marks: str) -> bool:
    return any(mark in text for mark in marks)


def _last_word(text: str, start: int, reach: int = 16) -> Span:
    body = text.rstrip()
    word = body.split()[-1] if body.split() else body
    word = word if len(word) <= reach else word[-5:]
    return Span(start + len(body) - len(word), start + len(body))
