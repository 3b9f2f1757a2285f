"""`fused-sentences`: two sentences with no stop between."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.grammar.capitals import Capitals
from auditor.checks.grammar.lost_stops import begins_in_counterpart, begins_sentence, seams
from auditor.checks.grammar.told_apart import Apart, told_apart
from auditor.checks.subject import Subject
from auditor.core.document import PassageKind, Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

CONFIRMED, ALONE = 0.8, 0.6
"""Confidence with two counterpart sentences for the one, and without a counterpart that tells."""


class FusedSentences(Check):
    """Two sentences follow each other with no stop between.

    **What it finds.** A small word that begins sentences (*The*, *Но*, *Als*), written with a capital in mid-sentence
    after a word in small letters: *…in the city The minister said*; where a learned model of the words on both sides is
    sure of it, also after a word with a capital, and in English a name with its article and verb. Where two counterpart
    sentences are told in the one, or the next is told nowhere and ours is long enough for both, also a word that the
    article elsewhere writes small, a name with which the counterpart's sentence begins, and one that stands where its
    stop would fall.

    **Why it matters.** The stop was lost, and the reader stumbles at the seam.

    **What it does not find.** Titles and names (*in The Hague*, *Die Zeit*): the word after must be small too, the
    capital must not be the article's habit, and the words on both sides not such as stand in one sentence; seams with a
    mark but no space (`missing-space-after-punctuation`); scripts without capitals; Vietnamese; headlines in title
    case.

    **References.** MQM Core, linguistic conventions / grammar. NTREX, a quarter of the documents of 24 languages, alone
    and beside the English: no false alarm in 11,151 human sentences.
    """

    id = "LNG053"
    name = "fused-sentences"
    category = Category.GRAMMAR
    severity = Severity.MINOR
    scope = Scope.SEGMENT
    abstains = frozenset({"vi"})
    """Written in syllables: after the first one of a name come small ones."""

    GOOD = (
        Example("He went to The Hague on Monday. The play was called In the Beginning of the End by all."),
        Example("He read it in Die Zeit and said that Mr. A went home with the Virgin and the child."),
        Example("Er fragte sie, ob Sie für die Wahl antreten. Laut Der Spiegel war es so.", language="de"),
        Example("Он сказал, что Она — это роман. В городе тихо, и никто не спит.", language="ru"),
        Example(
            "Bakan toplantıda Ankara ile Moskova arasındaki yolun yakında açılacağını herkese söyledi.",
            language="tr",
            counterpart="The minister told everyone that the road from Ankara to Moscow would open soon.",
        ),
        Example("His book On the Road was read, and the song For the Good of All was sung by the crowd."),
        Example("وقال الوزير إن العمل مستمر وأضاف أنه سيعود.", language="ar"),
        Example("部长说会议结束了大家都走了没有人问。", language="zh"),
    )
    BAD = (
        Example("The trucks were kept waiting in the ⟦city The⟧ minister said nothing about it on Monday."),
        Example("Никто не спал в эту ночь в ⟦городе Но⟧ министр ничего не сказал об этом.", language="ru"),
        Example(
            "Die Lastwagen warteten lange in der kleinen ⟦stadt Er⟧ sagte dazu am Montag nichts. So ist er.",
            language="de",
            counterpart="The trucks waited long in the small town. He said nothing about it on Monday. So he is.",
            beads=(((0,), (0, 1), None), ((1,), (2,), None)),
        ),
        Example(
            "Bakan yolun yakında herkese yeniden açılacağını ⟦söyledi Ankara⟧ halkı bu haberi sevinçle karşıladı.",
            language="tr",
            counterpart="The minister said that the road would soon reopen. The people of Ankara welcomed the news.",
            beads=(((0,), (0, 1), None),),
        ),
        Example("The trucks were kept waiting in front of the ⟦gate Last⟧ week, the minister said nothing about it."),
        Example("Le pont est resté fermé toute la ⟦nuit Dans⟧ la ville, personne ne dormait encore.", language="fr"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per seam: the words on both sides."""
        if not subject.language.cased:
            return
        apart = told_apart(subject)
        known = Capitals(subject)
        for segment in subject.document.segments:
            kind = subject.document.passages[segment.passage].kind
            if kind is not PassageKind.PARAGRAPH:
                continue
            theirs = apart.get(segment.index)
            for seam in seams(subject, segment):
                if begins_sentence(subject, seam, known) or (
                    theirs is not None and begins_in_counterpart(subject, seam, known, theirs)
                ):
                    yield self._finding(subject, seam.span, seam.word, theirs)

    def _finding(self, subject: Subject, span: Span, word: str, apart: Apart | None) -> Finding:
        evidence: tuple[Evidence, ...] = ()
        if apart is not None and subject.counterpart is not None:
            other = subject.counterpart
            evidence = tuple(Evidence.at(other, other.segments[i].span) for i in apart.theirs)
        return self.found(
            subject,
            span,
            f"A new sentence seems to begin with “{word}”, and no stop stands before it; or its capital is wrong.",
            confidence=ALONE if apart is None else CONFIRMED,
            evidence=evidence,
        )
