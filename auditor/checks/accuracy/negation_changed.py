"""ACC020 negation-changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditor.checks.accuracy.cues import Cue
from auditor.checks.accuracy.polarity import (
    ENGLISH,
    Flip,
    flipped,
    plainly_lost,
    polar_languages,
    polarity,
    same_but_denied,
)
from auditor.checks.accuracy.sentence_pairs import SentencePair, sentence_pairs
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.core.score import SegmentScore, WordScore

SAME_WORDS = 0.75
"""Share of common words from which on two sentences of one language are one statement but for the negation. Of 31,263
machine translations of newstest 2020 and 2021 beside a person's, 1,531 pairs of people's versions and 1,007 lines of
NTREX in two Englishes none is found at it (at .7 one: an added clause); of 255 planted flips 207."""
CONFIDENCE = 0.85
"""Within one language."""
ACROSS, CONFIRMED = 0.4, 0.75
"""Across languages, and there with a fidelity model that sees a serious error. Translators recast in the negative what
the source says in the positive: 97 of 19,133 lines of NTREX in 18 languages (18 of 1,007 Russian ones, no German or
Turkish one); of 7,150 machine-translated sentences of newstest2021 3, one rightly, two of them other sentences
altogether. Hidden unless `--confidence` is lowered."""
SERIOUS = 0.5
"""Calibrated probability of a critical error, or that the negator is wrong or lost. None of those 97 that is above
`LEAST_FIDELITY` reaches it, with a joint model in the middle of its training: .45 at most, and .35 for the negator; but
of 350 planted flips across languages only one does, for that model hardly tells them from the originals."""
LEAST_FIDELITY, LEAST_DENIED = 40.0, 10.0
"""Below it another sentence is told, and that is for low-fidelity. A lost negation costs fidelity itself: a short
sentence whose plain negation is gone may have less."""
QUESTION = "?？؟;"
"""A question may be put either way; Greek has a semicolon."""


class NegationChanged(Check):
    """One side negates and the other does not, in otherwise the same statement.

    What it finds
        *The road is safe* where the counterpart says *is not safe*, and a *not* that the counterpart lacks.

    Why it matters
        The statement is turned round, and the sentence reads as well as before.

    What it does not find
        Sentences in which the other side has any word that might carry the negation (*without*, *fail*, *few*, *only*,
        *until*, *un-*): antonyms with *not* and lexical negation are innocent; phrases that negate nothing (*not
        only*); questions; a second negation of one sentence. Within one language the two must share most of their
        words. Across languages it is sure only where a short English sentence plainly denies its verb and nothing in
        the translation does, or where the fidelity model agrees, and hidden else: translators recast, and put in a
        negation far oftener than they drop one. It abstains in languages without patterns (`data/polarity.toml`).

    References
        MQM Core, accuracy/mistranslation. Specia et al. 2021 on deviations in polarity as critical errors.
    """

    id = "ACC020"
    name = "negation-changed"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    languages = polar_languages()

    GOOD = (
        Example("The prices are not only high.", counterpart="The prices are high."),
        Example("The two do not agree on the price.", counterpart="The two disagree on the price."),
        Example("Die Brücke ist nicht weit vom Dorf.", language="de", counterpart="The bridge is near the village."),
        Example("他们不得不离开村子。", language="zh", counterpart="They had to leave the village."),
        Example("لا يزال الجسر مغلقا.", language="ar", counterpart="The bridge is closed."),
    )
    BAD = (
        Example(
            "⟦The old bridge over the river is safe for heavy trucks.⟧",
            counterpart="The old bridge over the river is not safe for heavy trucks.",
        ),
        Example(
            "Der Minister hat dem Vertrag am Montag ⟦nicht⟧ zugestimmt.",
            language="de",
            counterpart="The minister agreed to the contract on Monday.",
        ),
        Example(
            "部长说，这座桥⟦不能⟧承受重型卡车。",
            language="zh",
            counterpart="The minister said the bridge can carry heavy trucks.",
        ),
        Example(
            "⟦وقال الوزير إن الجسر آمن للشاحنات الثقيلة.⟧",
            language="ar",
            counterpart="The minister said that the bridge was not safe for heavy trucks.",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per pair of sentences: the negator, or the sentence that lacks it."""
        if subject.counterpart is None or polarity(subject.counterpart.language) is None:
            return
        for pair in sentence_pairs(subject):
            if not pair.asks(QUESTION):
                yield from self._judged(subject, pair)

    def _judged(self, subject: Subject, pair: SentencePair) -> Iterator[Finding]:
        assert subject.counterpart is not None
        languages = subject.language.code, subject.counterpart.language
        turned = flipped(pair.text, languages[0], pair.other_text, languages[1]) if _comparable(pair) else None
        if turned is None and languages == (ENGLISH, ENGLISH):
            turned = same_but_denied(pair.text, pair.other_text)
        plain = None
        if pair.wording is None and _comparable(pair):
            plain = plainly_lost(pair.text, languages[0], pair.other_text, languages[1])
        if plain is not None:
            turned = Flip(plain, added=False)
        if turned is None or (plain is None and _fidelity(pair) < LEAST_FIDELITY):
            return
        if turned.added:
            place = _at(pair.translation, turned.negator)
            message = f"The translation negates here (“{subject.document.slice(place)}”); the counterpart does not."
            sure = _confirmed(pair.score, _words(pair.score, lost=False), place)
            yield self._found(subject, pair, place, message, pair.counterpart, sure)
        else:
            place = _at(pair.counterpart, turned.negator)
            message = f"The counterpart negates here (“{subject.counterpart.slice(place)}”); the translation does not."
            seen = _confirmed(pair.score, _words(pair.score, lost=True), place)
            found = self._found(subject, pair, pair.translation, message, place, plain is not None or seen)
            yield found if plain is None or seen else replace(found, severity=Severity.MINOR)

    def _found(
        self,
        subject: Subject,
        pair: SentencePair,
        span: Span,
        message: str,
        evidence: Span,
        sure: bool,
    ) -> Finding:
        assert subject.counterpart is not None
        confidence = CONFIDENCE
        if pair.wording is None:
            confidence = CONFIRMED if sure else ACROSS
        shown = {evidence: Evidence.at(subject.counterpart, evidence)}
        shown.setdefault(pair.counterpart, Evidence.at(subject.counterpart, pair.counterpart))
        return self.found(subject, span, message, confidence=confidence, evidence=tuple(shown.values()))


def _comparable(pair: SentencePair) -> bool:
    """Whether the two are one statement, as far as can be told without the negation."""
    if _fidelity(pair) < LEAST_DENIED:
        return False
    return pair.parallel if pair.wording is None else pair.wording >= SAME_WORDS


def _fidelity(pair: SentencePair) -> float:
    return 100.0 if pair.score is None else pair.score.fidelity


def _confirmed(score: SegmentScore | None, words: Iterable[WordScore], negator: Span) -> bool:
    if score is None:
        return False
    marked = any(word.span.overlaps(negator) and word.probability >= SERIOUS for word in words)
    return marked or (score.critical is not None and score.critical >= SERIOUS)


def _words(score: SegmentScore | None, *, lost: bool) -> tuple[WordScore, ...]:
    if score is None:
        return ()
    return score.lost if lost else score.words


def _at(sentence: Span, negator: Cue) -> Span:
    return Span(sentence.start + negator.start, sentence.start + negator.end)
