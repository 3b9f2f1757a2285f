"""Which sentences turn each other round, and which only say the same in other words."""

from dataclasses import replace

import pytest

from auditor.audit.rehearsal import subject_of
from auditor.checks.accuracy.negation_changed import ACROSS, CONFIDENCE, CONFIRMED, NegationChanged
from auditor.checks.accuracy.polarity import flipped, plainly_lost, polar_languages, polarity, same_but_denied
from auditor.checks.accuracy.sentence_pairs import sentence_pairs, shared
from auditor.checks.example import Example
from auditor.core.alignment import Regime
from auditor.core.score import SegmentScore, WordScore

ONE = "The old bridge over the river is safe for heavy trucks."
OTHER = "The old bridge over the river is not safe for heavy trucks."
GERMAN = "Der Minister hat dem Vertrag am Montag nicht zugestimmt."


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("The road is not open.", "en", 1),
        ("The road is not only open but wide.", "en", 0),
        ("He didn’t go, and nobody knew.", "en", 2),
        ("Er kam nicht.", "de", 1),
        ("Nicht nur er kam.", "de", 0),
        ("Elle n’est pas venue.", "fr", 1),
        ("Он не пришёл.", "ru", 1),
        ("Не только он пришёл.", "ru", 0),
        ("他没有来。", "zh", 1),
        ("他不得不来。", "zh", 0),
        ("彼は来ていない。", "ja", 1),
        ("彼は来なければならない。", "ja", 0),
        ("لم يأت الوزير.", "ar", 1),
        ("لا يزال الجسر مغلقا.", "ar", 0),
        ("वह नहीं आया।", "hi", 1),
        ("न केवल वह आया।", "hi", 0),
        ("Bakan gelmedi.", "tr", 1),
        ("Menteri tidak datang.", "id", 1),
    ],
)
def test_how_many_words_negate(text, language, count):
    assert len(polarity(language).places(text)) == count


@pytest.mark.parametrize("language", sorted(polar_languages()))
def test_what_negates_says_no(language):
    known = polarity(language)
    assert known.places("") == ()
    assert not known.hints("")


@pytest.mark.parametrize(
    ("text", "other", "added"),
    [
        (OTHER, ONE, True),
        (ONE, OTHER, False),
        ("The two do not agree.", "The two disagree.", None),
        ("The man was kind but not very talkative.", "The man was kind but quiet.", None),
        ("They never boarded a ship.", "They boarded a ship for the first time.", None),
        ("They were not stolen, not robbed.", "They were not stolen or robbed.", None),
        ("Growth must not be less than 30 percent.", "Growth must be less than 30 percent.", None),
    ],
)
def test_a_flip_in_one_language(text, other, added):
    found = flipped(text, "en", other, "en")
    assert (None if found is None else found.added) is added


def test_a_language_without_patterns_makes_no_claim():
    assert polarity("sw") is None
    assert flipped("Hakuja.", "sw", "He came.", "en") is None


def test_shared_words_count_on_the_fuller_side():
    assert shared(ONE, OTHER) == 1
    assert shared("bridge river", "bridge river truck driver") == 0.5


def _scored(example, score, regime=Regime.PARALLEL):
    subject = subject_of(replace(example, fidelity=80))
    return replace(
        subject,
        score=replace(subject.score, beads=(score,)),
        alignment=replace(subject.alignment, regime=regime),
    )


@pytest.mark.parametrize(
    ("score", "confidence"),
    [
        (SegmentScore(80, 0, 0.2, 0.1), ACROSS),
        (SegmentScore(80, 0, 0.2, 0.7), CONFIRMED),
        (SegmentScore(80, 0, 0.2, 0.1, words=(WordScore(39, 44, 0.8),)), CONFIRMED),
        (SegmentScore(80, 0, 0.2, 0.1, words=(WordScore(0, 3, 0.8),)), ACROSS),
    ],
)
def test_across_languages_the_model_must_agree(score, confidence):
    subject = _scored(
        Example(GERMAN, language="de", counterpart="The minister agreed to the contract on Monday."), score
    )
    (found,) = NegationChanged().findings(subject)
    assert found.confidence == confidence
    assert found.excerpt == "nicht"


def test_another_statement_is_no_flip():
    subject = _scored(Example(OTHER, counterpart=ONE), SegmentScore(10, 0, 0.9, 0.9))
    assert list(NegationChanged().findings(subject)) == []


def test_comparable_text_is_judged_within_one_language_only():
    score = SegmentScore(80, 0, 0.2, 0.7)
    german = Example(GERMAN, language="de", counterpart="The minister agreed to the contract on Monday.")
    assert list(NegationChanged().findings(_scored(german, score, Regime.COMPARABLE))) == []
    (found,) = NegationChanged().findings(_scored(Example(OTHER, counterpart=ONE), score, Regime.COMPARABLE))
    assert found.confidence == CONFIDENCE


def test_a_question_may_be_put_either_way():
    assert list(NegationChanged().findings(subject_of(Example("Is it not so?", counterpart="Is it so?")))) == []


def test_large_beads_are_left_out():
    text = "One came. Two came. Three came."
    example = Example(text, counterpart="All came.", beads=(((0, 1, 2), (0,), None),))
    assert list(sentence_pairs(subject_of(example))) == []


@pytest.mark.parametrize(
    ("text", "language", "other", "negator"),
    [
        ("Die Polizei verdächtigte ihn.", "de", "Police said they did not suspect him.", "not"),
        ("Die Polizei verdächtigte ihn nicht.", "de", "Police said they did not suspect him.", None),
        ("Die Polizei hielt ihn für unschuldig.", "de", "Police said they did not suspect him.", None),
        ("Nur die Polizei verdächtigte ihn.", "de", "Only the police didn’t suspect him.", None),
        ("仅有警方怀疑他。", "zh", "Only the police didn’t suspect him.", None),
        ("警方怀疑他。", "zh", "The police didn’t suspect him.", "didn’t"),
        ("Gehen Sie weg.", "de", "Do not stay here.", None),
        ("Die Polizei verdächtigte ihn.", "de", "Police not only suspected him.", None),
        ("Die Polizei verdächtigte ihn.", "de", "Police did not suspect him and never had.", "not"),
        (
            "Die Polizei verdächtigte ihn, weil er nie da war.",
            "de",
            "Police did not suspect him; he was never there.",
            None,
        ),
        (
            "Die Polizei verdächtigte ihn nicht, er war nie da.",
            "de",
            "Police did not suspect him; he was never there.",
            None,
        ),
        ("Die Polizei verdächtigte ihn.", "de", "Police did not suspect him" + " of anything" * 20 + ".", None),
        ("A polícia suspeitava dele.", "pt", "La police ne le soupçonnait pas.", None),
    ],
)
def test_a_plain_negation_is_lost_across_languages(text, language, other, negator):
    found = plainly_lost(text, language, other, "en" if "La police" not in other else "fr")
    assert (None if found is None else other[found.start : found.end]) == negator


def test_a_plain_negation_that_is_lost_is_shown():
    example = Example("Die Polizei verdächtigte ihn.", language="de", counterpart="Police did not suspect him.")
    (found,) = NegationChanged().findings(subject_of(example))
    assert found.confidence == CONFIRMED
    assert found.evidence[0].excerpt == "not"


@pytest.mark.parametrize(
    ("text", "other", "added"),
    [
        ("She said arson had been ruled out.", "But arson had not been ruled out, said the governor.", False),
        ("She said arson hadn’t been ruled out.", "But arson had been ruled out, said the governor.", True),
        ("She said arson had been ruled out.", "But theft had not been ruled out, said the governor.", None),
        ("She said arson had not been ruled out.", "But arson had not been ruled out, said the governor.", None),
    ],
)
def test_one_phrase_of_two_english_versions_differs_by_its_not(text, other, added):
    found = same_but_denied(text, other)
    assert (None if found is None else found.added) is added
    assert bool(list(NegationChanged().findings(subject_of(Example(text, counterpart=other))))) is (found is not None)
