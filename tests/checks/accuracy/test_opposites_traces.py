"""Which pairs of opposites a text may have a word of."""

import re

import pytest

from auditor.checks.accuracy.opposites import flat, opposite_languages, opposites, pairs_in

TEXTS = (
    (
        "en",
        "Exports ROSE while imports fell, she said before the vote.",
        {"rise-fall", "import-export", "before-after"},
    ),
    ("tr", "Fiyatlar AZALDI.", {"rise-fall"}),
    ("en", "The bridge was painted.", set[str]()),
)


@pytest.mark.parametrize(("language", "text", "pairs"), TEXTS)
def test_no_pair_is_missed(language, text, pairs):
    known = opposites(language)
    assert pairs <= set(pairs_in(text, known, known.pairs))


@pytest.mark.parametrize("language", sorted(opposite_languages()))
def test_every_word_of_a_pair_leaves_a_trace(language):
    known = opposites(language)
    assert known.traces.keys() == known.pairs.keys()
    assert all(trace for traces in known.traces.values() for trace in traces)


@pytest.mark.parametrize("text", ["Iıİi", "Kk", "ſsS", "Σσς", "µμ"])
def test_flat_sees_no_difference_that_matching_without_case_does_not_see(text):
    for one in text:
        for other in text:
            if re.fullmatch(one, other, re.IGNORECASE):
                assert flat(one) == flat(other)
