"""Languages on one scale, whatever the network makes of each."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from joint_models import calibration

from auditor.config import models_folder
from auditor.fidelity import TextPair
from auditor.fidelity.joint_calibration import READABLE, Calibration
from auditor.fidelity.joint_levels import UNCHANGED, Figures, Level, Scale, level_of, mean_level

COMMON = Level(people=0.0, unrelated=-12.0, critical=-3.0, major=-1.0, marked=-2.0, lost=-2.5, told=0.99)
KURDISH = Level(people=-4.0, unrelated=-10.0, critical=-1.0, major=0.5, marked=-1.0, lost=-0.5, told=0.9)
LEVELS = {"en-ku": KURDISH, "ku-en": COMMON, "en-de": COMMON, "de-en": COMMON}
NAMES = {
    "bem": "Bemba", "bo": "Tibetan", "dv": "Dhivehi", "dz": "Dzongkha", "ee": "Ewe", "fuc": "Fulfulde", "hmn": "Hmong",
    "mey": "Hassaniya", "ny": "Chichewa", "om": "Oromo", "shi": "Tashelhit", "tk": "Turkmen", "tn": "Tswana",
    "to": "Tongan", "ty": "Tahitian", "ve": "Venda", "wo": "Wolof", "yo": "Yoruba",
}  # fmt: skip
finite = st.floats(-40, 40)


def pair(counterpart: str, translation: str) -> TextPair:
    return TextPair("b", "a", translation, counterpart)


def calibrated(**levels: Level) -> Calibration:
    return Calibration.model_validate(
        calibration(common=COMMON, levels={k.replace("_", "-"): v for k, v in levels.items()})
    )


def test_what_people_wrote_and_what_is_unrelated_fall_together():
    scale = Scale(KURDISH, COMMON)
    found = scale.figures(Figures(KURDISH.people, KURDISH.critical, KURDISH.major))
    assert (found.quality, found.critical, found.major) == (COMMON.people, COMMON.critical, COMMON.major)
    assert scale.figures(Figures(KURDISH.unrelated, 0, 0)).quality == COMMON.unrelated
    odds = np.array([KURDISH.marked, KURDISH.lost], dtype=np.float32)
    assert (scale.marked(odds)[0], scale.lost(odds)[1]) == (COMMON.marked, COMMON.lost)


@given(finite, finite)
def test_the_order_within_a_language_stays(a, b):
    low, high = sorted((a, b))
    there = [Scale(KURDISH, COMMON).figures(Figures(x, x, x)) for x in (low, high)]
    assert there[0].quality <= there[1].quality
    assert there[0].critical <= there[1].critical


@pytest.mark.parametrize(
    ("counterpart", "translation", "level"),
    [
        ("en", "ku", KURDISH),
        ("en-GB", "ku-Arab", KURDISH),
        ("de", "ku", mean_level(COMMON, KURDISH).model_copy(update={"told": 0.9})),  # by way of English
        ("en", "xx", None),
        ("xx", "ku", None),
    ],
)
def test_level_between_two_languages(counterpart, translation, level):
    assert level_of(LEVELS, pair(counterpart, translation)) == level


def test_within_one_language_and_without_levels_figures_stay_as_they_are():
    fitted = calibrated(en_ku=KURDISH)
    assert fitted.scale_of(pair("en", "en")) == UNCHANGED
    assert fitted.scale_of(pair("en", "xx")) == UNCHANGED
    assert Calibration.model_validate(calibration()).scale_of(pair("en", "ku")) == UNCHANGED
    assert fitted.scale_of(pair("en", "ku")) == Scale(KURDISH, COMMON)
    assert UNCHANGED.figures(Figures(-4.25, 1.0, 2.0)) == Figures(-4.25, 1.0, 2.0)


def test_a_language_in_which_good_and_unrelated_look_alike_is_not_read():
    blurred = Level(people=-16.0, unrelated=-18.0, critical=0.0, major=0.0, marked=0.0, lost=0.0, told=0.6)
    fitted = calibrated(en_bo=blurred, en_ku=KURDISH, de_en=COMMON)
    assert [fitted.reads(pair("en", code)) for code in ("bo", "ku", "xx", "en")] == [False, True, True, True]
    assert [fitted.reads(pair("de", code)) for code in ("bo", "ku")] == [False, True]


def test_levels_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="above unrelated"):
        Level(people=-3.0, unrelated=-2.0, critical=0.0, major=0.0, marked=0.0, lost=0.0, told=0.4)
    with pytest.raises(ValueError, match="common scale"):
        Calibration.model_validate(calibration(levels={"en-ku": KURDISH}))


def test_the_readme_of_the_weights_names_every_language_that_is_not_read():
    folder = models_folder() / "fidelity-joint"
    fitted = Calibration.model_validate_json((folder / "calibration.json").read_bytes())
    text = (folder / "README.md").read_text("utf-8")
    for group, level in fitted.levels.items():
        code = group.replace("en-", "").replace("-en", "")
        if level.told < READABLE:
            assert NAMES[code] in text, group
