"""Two spellings that are none: endings, names in another language; and places of one spelling told together."""

from __future__ import annotations

import pytest

from auditor.audit.rehearsal import rehearse
from auditor.checks.example import Example
from auditor.checks.terminology.innocent import another_name, may_render, only_endings, softened
from auditor.checks.terminology.name_variant import NameVariant
from auditor.core.mqm import Severity
from auditor.facts.name_slip import spelling_slip


@pytest.mark.parametrize(
    ("name", "one", "other", "expected"),
    [
        ("bolivia", "બોલીવિયામાં", "બોલીવિયાનાં", True),
        ("warren", "Warrenགྱིས", "Warrenཡིས", True),
        ("saipov", "Saipoཡིས", "Saipovཡི", False),
        ("sainsbury", "Sainsbusy", "Sainsbury", False),
        ("anderson", "אנגרסון", "אנדרסון", False),
    ],
)
def test_words_that_begin_with_the_whole_name_differ_in_endings(name, one, other, expected):
    assert only_endings(frozenset([name]), one, other) is expected


@pytest.mark.parametrize(
    ("name", "surface", "expected"),
    [("deptford", "Депфорт", True), ("clark", "ކްލާކް", True), ("baghdadi", "Бардади", False), ("trump", "Trum", False)],
)
def test_silent_letters_may_go(name, surface, expected):
    assert may_render(name, surface) is expected


def test_a_city_is_not_its_club():
    assert another_name("Неаполе", frozenset({"naples", "napoli"}), frozenset({"napoli"}))
    assert not another_name("Бардади", frozenset({"baghdadi", "corbyn"}), frozenset({"baghdadi"}))


def test_softened_first_sounds_are_no_slip():
    assert softened(["Panama"], ["Phanama"], "ga")
    assert softened(["Phanama"], ["Panama"], "gd")
    assert not softened(["Jonny"], ["Johnny"], "ga")
    assert not softened(["Kashoggi"], ["Khashoggi"], "en")
    assert spelling_slip("Kashoggi", "Khashoggi") is not None


def test_an_h_left_out_in_english_is_told():
    text = (
        "Jamal Khashoggi went in.\n\nNobody saw Khashoggi again.\n\nKhashoggi wrote.\n\nFriends of Jamal Kashoggi wait."
    )
    (only,) = found(text, "en", text.replace("Kashoggi", "Khashoggi"))
    assert only.excerpt == "Kashoggi"
    text = text.replace("Khashoggi", "Panama").replace("Kashoggi", "Phanama")
    assert found(text, "ga", text.replace("Phanama", "Panama")) == ()


def found(text, language, counterpart):
    return rehearse(NameVariant, Example(text, language=language, counterpart=counterpart))


def test_one_finding_for_all_places_of_a_spelling():
    text = "قال كوربين ذلك.\n\nكوربين هنا.\n\nكوربين هناك.\n\nثم غادر كومبين.\n\nعاد كومبين."
    theirs = "Corbyn said so.\n\nCorbyn is here.\n\nCorbyn is there.\n\nThen Corbyn left.\n\nCorbyn came back."
    (only,) = found(text, "ar", theirs)
    assert only.span.start == text.index("كومبين")
    assert "(2 places)" in only.message
    assert [evidence.span.start for evidence in only.evidence][1:] == [text.rindex("كومبين")]
    assert only.severity is Severity.MINOR


def test_a_silent_letter_left_out_is_neutral():
    (only,) = found(
        "Авария была в Дептфорде. Полиция Дептфорда искала.\n\nЮго-восток города, Депфорт, закрыт.",
        "ru",
        "The crash was in Deptford. The police of Deptford searched.\n\nThe south-east, Deptford, is closed.",
    )
    assert only.severity is Severity.NEUTRAL
