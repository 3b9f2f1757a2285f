"""The shipped scorer, end to end with the bundled `use`: what ranks above what, and by how much."""

from __future__ import annotations

import shutil

import pytest

from auditor.config import models_folder
from auditor.encoders import HashEncoder, load_encoder
from auditor.errors import ModelError
from auditor.fidelity import FidelityScorer, TextPair, load_scorer
from auditor.fidelity.weights import FILE, read_weights

ENGLISH = "The minister said on Monday that 500 people had been evacuated from the flooded villages near the border."
GERMAN = (
    "Der Minister sagte am Montag, dass 500 Menschen aus den überfluteten Dörfern nahe der Grenze evakuiert wurden."
)
ARABIC = "قال الوزير يوم الاثنين إن 500 شخص تم إجلاؤهم من القرى التي غمرتها الفيضانات قرب الحدود."
CHINESE = "部长周一表示，已有500人从边境附近被洪水淹没的村庄撤离。"
SPANISH = (
    "El ministro dijo el lunes que 500 personas habían sido evacuadas de las aldeas inundadas cerca de la frontera."
)
SHARES = "Shares in the carmaker fell nine per cent after the company cut its forecast for the year."
AKTIEN = "Die Aktien des Autobauers fielen um neun Prozent, nachdem das Unternehmen seine Prognose gesenkt hatte."


@pytest.fixture(scope="module")
def scorer() -> FidelityScorer:
    found = load_scorer(load_encoder("use"), models_folder(), "linear")
    assert found is not None
    return found


def fidelity(
    scorer: FidelityScorer, text: str, language: str, other: str = ENGLISH, other_language: str = "en"
) -> float:
    return scorer.score([TextPair(text, other, language, other_language)])[0].fidelity


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "de"), (ARABIC, "ar"), (CHINESE, "zh"), (SPANISH, "es")])
def test_good_translations_score_high_in_both_directions(scorer, text, language):
    assert fidelity(scorer, text, language) > 75
    assert fidelity(scorer, ENGLISH, "en", text, language) > 75


@pytest.mark.parametrize(
    ("better", "worse", "language"),
    [
        (ENGLISH, ENGLISH.replace("500", "5,000"), "en"),
        (ENGLISH, ENGLISH[:50], "en"),
        (ENGLISH[:50], SHARES, "en"),
        (ENGLISH, " ".join([ENGLISH] * 3), "en"),
        (GERMAN, GERMAN.replace("500", "5000"), "de"),
        (GERMAN, GERMAN[:47], "de"),
        (GERMAN[:47], AKTIEN, "de"),
        (ARABIC, ARABIC[:40], "ar"),
    ],
)
def test_damage_ranks_below_the_original(scorer, better, worse, language):
    assert fidelity(scorer, better, language) > fidelity(scorer, worse, language) + 1


@pytest.mark.parametrize(
    ("text", "language"),
    [("", "en"), ("…", "en"), (ENGLISH, "de"), (SPANISH, "de"), (ARABIC, "de"), (GERMAN, "ar"), (ENGLISH, "zh")],
)
def test_no_translation_at_all_scores_lowest(scorer, text, language):
    score = scorer.score([TextPair(text, ENGLISH, language, "en")])[0]
    assert score.fidelity == 0
    assert score.risk == 0.99


@pytest.mark.parametrize(("text", "language"), [(SHARES, "en"), (AKTIEN, "de")])
def test_unrelated_text_scores_low_and_risky(scorer, text, language):
    score = scorer.score([TextPair(text, ENGLISH, language, "en")])[0]
    assert score.fidelity < 35
    assert score.risk > 0.5


def test_golden_values(scorer):
    pairs = [TextPair(GERMAN, ENGLISH, "de", "en"), TextPair(ENGLISH, SHARES, "en", "en")]
    assert [score.fidelity for score in scorer.score(pairs)] == pytest.approx(GOLDEN, abs=0.5)


GOLDEN = [88.8, 3.5]


def test_order_and_grouping_do_not_change_a_score(scorer):
    pairs = [
        TextPair(GERMAN, ENGLISH, "de", "en"),
        TextPair(ENGLISH, ENGLISH, "en", "en"),
        TextPair("", "x", "de", "en"),
    ]
    together = [score.fidelity for score in scorer.score(pairs)]
    assert together == pytest.approx([scorer.score([pair])[0].fidelity for pair in pairs], abs=1e-3)
    assert scorer.score([]) == []


def test_the_signature_names_model_and_weights(scorer):
    _, digest = read_weights(models_folder())
    assert scorer.signature == f"fidelity:linear-1|weights:{digest}"
    assert isinstance(scorer, FidelityScorer)


def test_an_encoder_without_calibration_has_no_scorer():
    assert load_scorer(HashEncoder(), models_folder(), "linear") is None


def test_changed_weights_are_refused(tmp_path):
    shutil.copytree(models_folder(), tmp_path / "models")
    path = tmp_path / "models" / FILE
    path.write_text(path.read_text().replace("linear-1", "linear-2"))
    with pytest.raises(ModelError, match=r"weights\.json: its SHA-256 is not the one"):
        load_scorer(HashEncoder(), tmp_path / "models", "linear")


class OtherVectors(HashEncoder):
    """Calls itself `use` and is not."""

    name = "use"


def test_weights_of_another_encoder_version_are_refused():
    with pytest.raises(ModelError, match="fitted on another version of the encoder use"):
        load_scorer(OtherVectors(), models_folder(), "linear")
