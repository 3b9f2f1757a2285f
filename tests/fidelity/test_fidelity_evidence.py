"""The evidence that is read from the texts themselves."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.config import models_folder
from auditor.encoders import HashEncoder
from auditor.fidelity import TextPair
from auditor.fidelity.aggregate import interval
from auditor.fidelity.features import Evidence
from auditor.fidelity.guards import Unfit, unfit
from auditor.fidelity.linear import read_curve, risk_of
from auditor.fidelity.negation import NEGATIONS, negations
from auditor.fidelity.same_language import chrf, shared_words
from auditor.fidelity.text_evidence import copied_words, length_gap, number_shares, repetition
from auditor.fidelity.weights import ScoreError, read_weights

NORMS = {"en": 0.0, "zh": -1.057, "ja": -0.72}


@pytest.mark.parametrize(
    ("translation", "counterpart", "languages", "shares"),
    [
        ("Nine people and 34 horses", "تسعة أشخاص و٣٤ حصانا", ("en", "ar"), (0, 0)),
        ("大约5万人参加了集会", "About 50,000 people attended", ("zh", "en"), (0, 0)),
        ("About 500 trucks", "About 5,000 trucks", ("en", "en"), (1, 1)),
        ("Many trucks", "About 5,000 trucks", ("en", "en"), (1, 0)),
        ("In 1998 some 40 trucks", "In 1998 many trucks", ("en", "en"), (0, 0.5)),
        ("No figures", "None here", ("en", "en"), (0, 0)),
    ],
)
def test_numbers_are_compared_by_value(translation, counterpart, languages, shares):
    assert number_shares(TextPair(translation, counterpart, *languages)) == shares


def test_a_chinese_sentence_is_not_too_short():
    english = "The council will vote on the new budget next week, the mayor said."
    assert abs(length_gap(TextPair("市长表示，市议会将于下周就新预算进行投票。", english, "zh", "en"), NORMS)) < 0.25
    assert length_gap(TextPair("市长。", english, "zh", "en"), NORMS) < -1
    assert length_gap(TextPair(english, english, "ko", "ko"), NORMS) == 0


def test_copied_words_and_repetition():
    english = "the council will vote on the budget"
    assert copied_words(TextPair(english, english, "de", "en")) == 1
    assert copied_words(TextPair(english, english, "en", "en")) == 0
    assert repetition("the red line the red line the red line the red line") > 0.5
    assert repetition(english) < 0.2


@pytest.mark.parametrize(
    ("translation", "counterpart", "languages", "expected"),
    [
        ("", "Text here", ("de", "en"), Unfit.EMPTY),
        ("!?", "Text here", ("de", "en"), Unfit.EMPTY),
        ("The council will vote on it next week", "The council will vote on it next week", ("de", "en"), Unfit.COPY),
        ("The council will vote on it next week", "The council will vote on it next week", ("en", "en"), None),
        ("The council will vote on it next week", "城市议会将投票", ("ar", "zh"), Unfit.WRONG_LANGUAGE),
        ("Совет проголосует по этому вопросу на неделе", "The council will vote", ("de", "en"), Unfit.WRONG_LANGUAGE),
        # names and titles are rightly the same
        ("McMillan, Comparative Economic Studies 50", "McMillan, Comparative Economic Studies 50", ("de", "en"), None),
        ("Ticaret Bakanlığı ve Sarıkaya kapısı hakkında açıklama yaptı", "The ministry", ("tr", "en"), None),
        ("23 Patti Lynn 老蓝军 / 一色玫瑰 1964", "23 Patti Lynn Same Old Blues / One Faded Rose", ("zh", "en"), None),
        ("BBC Scotland 的 Alasdair Lamont 在 Tony Macaroni 球场", "Alasdair Lamont at the arena", ("zh", "en"), None),
        ("Any text of some length in some language", "Anything", ("und", "en"), None),
        ("OK", "Yes", ("de", "en"), None),
    ],
)
def test_what_is_no_translation(translation, counterpart, languages, expected):
    assert unfit(TextPair(translation, counterpart, *languages)) is expected


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "They can't and won't say, nor will he.", 3),
        ("de", "Er hat keine Zeit und kommt nicht.", 2),
        ("fr", "Il n’a jamais dit cela", 2),
        ("ru", "Он не пришёл", 1),
        ("ar", "لم يحضر الوزير", 1),
        ("fi", "Hän ei tullut", 0),
    ],
)
def test_negations(language, text, count):
    assert negations(text, language) == count


def test_negation_patterns_leave_a_plain_sentence_alone():
    assert negations("The notion of a knot is known to Norway's nobles.", "en") == 0
    assert len(NEGATIONS) >= 8


def test_same_language_evidence_is_one_for_equal_texts():
    text = "The council will vote on the new budget next week."
    assert chrf(text, text) == pytest.approx(1)
    assert shared_words(text, text) == pytest.approx((1, 1))
    assert shared_words("下周投票", "下周将投票") == pytest.approx((4 / 5, 1))


TEXTS = st.text(max_size=80)


@settings(max_examples=50, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(["en", "ar", "zh", "und", "xx"]), st.booleans())
def test_any_text_gives_finite_evidence(translation, counterpart, language, same):
    encoder = HashEncoder()
    evidence = Evidence(encoder, same, np.zeros(encoder.dimensions, dtype=np.float32), NORMS)
    pair = TextPair(translation, counterpart, language, language if same else "de")
    rows = evidence.rows([pair])
    assert rows.shape == (1, len(evidence.names))
    assert np.isfinite(rows).all()


def test_shipped_curves_rise_and_risk_falls_with_fidelity():
    weights, _ = read_weights(models_folder())
    assert sorted(weights.encoders) == ["e5", "use"]
    for fitted in weights.encoders.values():
        for model in (fitted.cross, fitted.same):
            assert list(model.fidelity.x) == sorted(model.fidelity.x)
            assert list(model.fidelity.y) == sorted(model.fidelity.y)
            assert read_curve(model.fidelity, -1e9) < 5
            assert risk_of(model.risk, 20, 100) > risk_of(model.risk, 90, 100)
            assert risk_of(model.risk, 80, 300) > risk_of(model.risk, 80, 50)


def test_the_interval_narrows_with_more_statements_but_keeps_the_shared_error():
    error = ScoreError(segment=20, shared=5)
    one, many = interval(60, [100], error), interval(60, [100] * 400, error)
    assert one[1] - one[0] > many[1] - many[0]
    assert many[1] - many[0] == pytest.approx(2 * 1.96 * math.sqrt(25 + 1), rel=1e-3)
    assert interval(99, [100], error)[1] == 100
