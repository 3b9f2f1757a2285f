"""`split-sentence`: one sentence cut in two by the translation engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from auditor.checks.check import Check, CheckOptions, Scope
from auditor.checks.example import Example
from auditor.checks.grammar.english_clauses import Fragment, finite_verbs, fragment_of
from auditor.checks.grammar.english_words import words_of
from auditor.checks.grammar.misplaced_stops import (
    ABBREVIATION,
    EDGE_SHARED_CONFIDENCE,
    Cut,
    is_abbreviation,
    misplaced_stop,
    shared_beads,
)
from auditor.checks.grammar.orphan_predicates import is_orphan_predicate
from auditor.checks.grammar.quoted_text import closes_unopened, depth, has_quotation
from auditor.checks.grammar.retelling import telling_of
from auditor.checks.grammar.sentence_edges import Edge
from auditor.checks.grammar.stranded_stops import stranded_stop
from auditor.checks.grammar.torn_quotations import is_torn_end
from auditor.checks.subject import Subject
from auditor.core.alignment import Bead
from auditor.core.document import Passage, PassageKind, Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

CONFIDENCE = {
    Fragment.RELATIVE: 0.8,
    Fragment.PARTICIPLE: 0.8,
    Fragment.SUBORDINATE: 0.6,
    Fragment.OPENER: 0.7,
}
"""Shares an editor would accept, from reading what was found in human and machine news."""
QUOTE_TAIL_CONFIDENCE = 0.85
_TORN = "the end of a quotation, torn off into a paragraph of its own"
ORPHAN_CONFIDENCE = 0.7
VERBLESS_CONFIDENCE = 0.7
BEAD_BONUS = 0.1
HEAD = 3
"""Passages in which a first sentence without a verb is a title or the place and day of a wire story."""
ORPHAN_WORDS = 6
"""*The struggle is very real.*: a sentence this short after a fragment is its lost predicate."""


class SplitOptions(CheckOptions):
    """What the evidence must amount to."""

    join_gain: float = 0.03
    """How much closer two sentences together must be to their one counterpart sentence. It confirms a cut and never
    proves one: lawful splits of NTREX (ar, de, es, ru, tr, zh) gain .08 to .10 in the median, cuts .03 to .06."""
    min_words: int = 5
    """Shorter English fragments are style: *Not this time.*"""


class SplitSentence(Check):
    """One sentence is cut in two, and one half cannot stand alone.

    **What it finds.** In English: a noun with a relative clause and no verb of its own (*The drivers who slept for two
    weeks in their cabins.*), a participle or subordinate clause left alone (*Adding that the road would open.*), the
    end of a quotation cut off at the seam (*… the only body that decides.” In the end”.*), a predicate without its
    subject (*Was half empty on Tuesday.*), the last also in nine other languages. In any language with data, the last
    words of a quotation as a paragraph of their own. Where two sentences share one counterpart sentence and joining
    them brings them closer to it, also an English phrase without a verb. In any language with data, a full stop after
    a word that leads on to another, before one that opens no sentence, or inside a Chinese word or a name that the
    article elsewhere writes in one go. A small learned model knows words of which hardly any end and begin sentences:
    a stop between them is told in four languages alone; in 15 where both parts tell one sentence of the counterpart,
    above all far from a comma or linking word of its English. There also a stop beside a word that is rare there, in
    any phrase that the article writes in one go, or not behind a verb where verbs come last. All of these are minor.

    **Why it matters.** Engines cut long sentences, above all from Arabic, Persian and Chinese, and leave a fragment
    next to an orphan such as *The struggle is very real.*: the reader cannot tell who did what.

    **What it does not find.** A long sentence lawfully told in two complete ones, headlines, captions, list items,
    fragments inside quotations, short deliberate ones (*Not this time.*), questions and exclamations.

    **References.** MQM Core, linguistic conventions / grammar; B. Thompson and P. Koehn, *Vecalign* (2019), for beads
    of several sentences; T. Kiss and J. Strunk, *Unsupervised Multilingual Sentence Boundary Detection* (2006), for
    telling ends of sentences by the words beside them. Of 22,399 ends of sentences in 60 languages (NTREX, a quarter
    of its documents) six are taken for cuts by single words, and 32 would be if a counterpart sentence were shared.
    """

    id = "LNG050"
    name = "split-sentence"
    category = Category.GRAMMAR
    severity = Severity.MAJOR
    scope = Scope.DOCUMENT
    Options = SplitOptions
    options: SplitOptions
    GOOD = (
        Example(
            "Der Minister teilte mit, dass die Straße wieder offen sei. Er fügte hinzu, dass alle heimkehren könnten.",
            language="de",
            counterpart="The minister said that the road was open again and added that all people could now go home.",
            beads=(((0, 1), (0,), None),),
        ),
        Example("He waited. Not this time. The drivers who slept in their cabins were cold."),
        Example("“Because we can.” She laughed. In it, next to each permit, was a price. Nobody slept."),
        Example("The risk is real. Was he afraid? Adding salt to the water was a mistake."),
        Example(
            "It was a noise that nobody had ever heard of. Our time had come, he said, and he was hard to cope with."
        ),
        Example("उसने कहा कि यू.के. को इस बात का पछतावा होगा। सेन. वारेन ने यह बात कही।", language="hi"),
        Example("Am Abend starb ein Tourist, der Deutsche war und sehr freundlich. Er kam aus Köln.", language="de"),
        Example("Он жил в XX в. России и уплыл на о. Сахалин. В город он не вернулся.", language="ru"),
        Example("Обвинение, которое он отверг, осталось. Был ли он прав? Суд решит.", language="ru"),
        Example("وقال إن الجناح ظل ممتلئا. وكان نصف الأسرة فارغا صباح الثلاثاء.", language="ar"),
        Example("«Море — наше по праву.\n\nМы вернём его».\n\nОн говорил долго.", language="ru"),
        Example(
            "这座城市很安静。没人睡觉。", language="zh", counterpart="The city slept.", beads=(((0, 1), (0,), 0.1),)
        ),
        Example(
            "Er kam spät. Sie ging.", language="de", counterpart="He came late, she left.", beads=(((0, 1), (0,), 0.1),)
        ),
    )
    BAD = (
        Example(
            "⟦The drivers who slept for two weeks in the cabins of their trucks with little water and no medicine. "
            "The struggle is very real.⟧ Some of them sold a part of their cargo."
        ),
        Example("“The planning committee is the only body that decides.” ⟦In the end”.⟧ Peled repeated this argument."),
        Example("“The lake is dying under us,” said Amir. “The people will leave.\n\n⟦In the end”.⟧\n\nNobody slept."),
        Example("«Мы искали их всю ночь, — сказала она. — Ожидание было.\n\n⟦Самым трудным».⟧", language="ru"),
        Example("The minister spoke on Monday. ⟦Adding that the road would open before the end of the year.⟧"),
        Example("⟦The ward which had been full for nine days. Was half empty on Tuesday morning.⟧"),
        Example("⟦El acuerdo se firmó ayer por la noche en el.⟧ Palacio de Ginebra.", language="es"),
        Example("⟦Bei dem Unfall starb am späten Abend ein ausländischer.⟧ Tourist aus Köln.", language="de"),
        Example("⟦He described the vote on the plan as one of the last acts of.⟧ Our time had come, he said."),
        Example("⟦政府昨天宣布，这是一个重要的问。⟧题还没有人想过怎么办。", language="zh"),
        Example(
            "⟦The agents met late in the evening with Johnny.⟧ English was late. Nobody but Johnny English came at all."
        ),
        Example(
            "⟦Министр сообщил вчера журналистам, что жители.⟧ Деревень на севере смогут вернуться домой уже завтра.",
            language="ru",
            counterpart="The minister told reporters yesterday people from northern villages can go home tomorrow.",
            beads=(((0, 1), (0,), None),),
        ),
        Example("⟦Многие районы города, особенно в.⟧ Столице, опустели. Люди ушли.", language="ru"),
        Example("⟦सरकार ने इस पुरानी समस्या को।⟧ हल करने की कोशिश की है।", language="hi"),
        Example("⟦“संघर्ष बहुत.⟧ वास्तविक है,” उन्होंने कहा। वे कल लौटेंगे।", language="hi"),
        Example("⟦公司昨天宣布，新的工厂将由。⟧合作伙伴在年底以前建成。", language="zh"),
        Example("Он заявил, что протокол, который подписали все. ⟦Будет опубликован в среду.⟧", language="ru"),
        Example(
            "The region lost half of its harvest. ⟦A loss of more than four million dollars in one year.⟧",
            counterpart="The region lost half of its harvest, more than four million dollars in one year.",
            beads=(((0, 1), (0,), 0.08),),
        ),
        Example(
            "⟦Der Verkehr rollt bis Mai über die.⟧ Schilder weisen auf die Umleitung hin.",
            language="de",
            counterpart="Until May traffic takes the diversion, to which signs point.",
            beads=(((0, 1), (0,), 0.08),),
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per cut; a fragment and the orphan after it are one."""
        yield from self._unseen_by_segments(subject)
        joined, shared = self._joined(subject), shared_beads(subject)
        for passage in subject.document.passages:
            if passage.kind is not PassageKind.PARAGRAPH or len(passage.segments) < 2:
                continue
            end = -1
            for place, cut in enumerate(self._cuts(subject, passage, joined, shared)):
                if cut is not None and cut.span.start >= end:
                    end = cut.span.end
                    yield self._finding(subject, cut, joined.get(passage.segments[place].index))

    def _unseen_by_segments(self, subject: Subject) -> Iterator[Finding]:
        """Cuts between two passages, and behind what looks like an abbreviation."""
        for before, passage in pairwise(subject.document.passages):
            if is_torn_end(subject, before, passage):
                cut = Cut(passage.span, _TORN, QUOTE_TAIL_CONFIDENCE)
                yield self._finding(subject, cut, shared_beads(subject).get(passage.segments[0].index))
        for segment in subject.document.segments:
            if subject.document.passages[segment.passage].kind is PassageKind.PARAGRAPH:
                span = stranded_stop(subject, segment)
                if span is not None:
                    cut = Cut(span, Edge.LEADS_ON.value, EDGE_SHARED_CONFIDENCE, Severity.MINOR)
                    yield self._finding(subject, cut, None)

    def _cuts(
        self, subject: Subject, passage: Passage, joined: Mapping[int, Bead], shared: Mapping[int, Bead]
    ) -> Iterator[Cut | None]:
        """What is wrong with each sentence or the stop after it; a fragment speaks for the stop before it."""
        pieces = passage.segments
        own = [self._cut(subject, passage, place, pieces[place].index in joined) for place in range(len(pieces))]
        for place, cut in enumerate(own):
            if cut is None and (place + 1 == len(own) or own[place + 1] is None):
                cut = misplaced_stop(subject, passage, place, shared)
            yield cut

    def _joined(self, subject: Subject) -> dict[int, Bead]:
        """Segments that share one counterpart sentence with a neighbour and gain by being joined to it."""
        if subject.alignment is None:
            return {}
        gains = [bead for bead in subject.alignment.beads if bead.shape == (2, 1)]
        return {
            segment: bead
            for bead in gains
            for segment in bead.translation
            if bead.join_gain is not None and bead.join_gain >= self.options.join_gain
        }

    def _cut(self, subject: Subject, passage: Passage, place: int, joined: bool) -> Cut | None:
        segment = passage.segments[place]
        text = subject.document.slice(segment.span)
        before = subject.text[passage.span.start : segment.span.start]
        if place and is_abbreviation(before[-ABBREVIATION:], subject.language):
            return None
        english = subject.language.code == "en"
        if english and place and closes_unopened(before, text) and fragment_of(text) is Fragment.VERBLESS:
            return Cut(segment.span, "the end of a quotation, cut off from it", QUOTE_TAIL_CONFIDENCE)
        if has_quotation(text) or not text.endswith((".", "。", "۔", "।")):
            return None
        cut = self._fragment(subject, passage, place, joined) if english else None
        cut = cut or self._orphan(subject, passage, place)
        return None if cut is None or depth(before) > 0 else cut

    def _fragment(self, subject: Subject, passage: Passage, place: int, joined: bool) -> Cut | None:
        """An English fragment, together with the short orphan after it."""
        span = passage.segments[place].span
        text = subject.document.slice(span)
        if len(text.split()) < self.options.min_words or not text[0].isupper():
            return None
        kind = fragment_of(text)
        if kind is None or (kind is Fragment.VERBLESS and not (joined and (place or passage.index >= HEAD))):
            return None
        following = passage.segments[place + 1] if place + 1 < len(passage.segments) else None
        if (
            kind is Fragment.RELATIVE
            and following is not None
            and _is_orphan(subject.document.slice(following.span), text)
        ):
            span = Span(span.start, following.span.end)
        return Cut(span, kind.value, CONFIDENCE.get(kind, VERBLESS_CONFIDENCE))

    def _orphan(self, subject: Subject, passage: Passage, place: int) -> Cut | None:
        if not place:
            return None
        spans = (passage.segments[place - 1].span, passage.segments[place].span)
        before, words = (telling_of(subject.document.slice(span), True).words for span in spans)
        if not is_orphan_predicate(words, before, subject.language.code):
            return None
        return Cut(spans[1], "a predicate without its subject", ORPHAN_CONFIDENCE)

    def _finding(self, subject: Subject, cut: Cut, bead: Bead | None) -> Finding:
        evidence: tuple[Evidence, ...] = ()
        gained, bead = bead is not None and cut.bead is None, cut.bead or bead
        if bead is not None and subject.counterpart is not None:
            evidence = (Evidence.at(subject.counterpart, subject.counterpart.segments[bead.counterpart[0]].span),)
        message = f"This is {cut.why}; the sentence was cut in two."
        confidence = min(0.95, cut.confidence + (BEAD_BONUS if gained else 0.0))
        return self.found(subject, cut.span, message, confidence=confidence, severity=cut.severity, evidence=evidence)


def _is_orphan(text: str, before: str) -> bool:
    """Whether an English sentence is the short predicate that a fragment lost: *The struggle is very real.*"""
    words = words_of(text)
    if is_orphan_predicate(words, words_of(before), "en"):
        return True
    return len(words) <= ORPHAN_WORDS and words[:1] == ("the",) and len(finite_verbs(words)) == 1
