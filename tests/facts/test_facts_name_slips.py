"""What stands between two spellings, in one script and across scripts."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.facts.name_difference import name_difference
from auditor.facts.name_slip import spelling_slip
from auditor.facts.rendering import renders, stems
from auditor.facts.sound_exchanges import Exchange, arabic_spellings, exchange


@pytest.mark.parametrize(
    ("a", "b", "lawful"),
    [
        ("Baghdadi", "Bardadi", False),
        ("Shahbazi", "Shahrazi", False),
        ("Mandelbaum", "Mandelblum", False),
        ("Sainsbury", "Sainbury", False),
        ("Niugini", "Niuguni", True),
        ("Niugini", "Niulini'nin", False),
        ("Ковачич", "Ковальича", False),
        ("سالگادو", "سلگادو", True),
        ("ドナルド", "ドタルド", False),
        ("카탈로니아", "카탈루니아", True),
    ],
)
def test_a_slip_inside_a_name_is_told_from_a_lawful_spelling(a, b, lawful):
    found = spelling_slip(a, b)
    assert found is not None
    assert found.lawful is lawful


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Iraq", "Iran"),
        ("Baghdad", "Baghdadi"),
        ("Sweden", "Swedish"),
        ("Catalans", "Catalonia"),
        ("Iso-Britannia", "Ison-Britannian"),
        ("칠레와의", "칠레인의"),
        ("Baghdadi", "Baghdadi"),
        ("Baghdadi", "Salgado"),
    ],
)
def test_endings_and_other_names_are_no_slips(a, b):
    assert spelling_slip(a, b) is None
    assert spelling_slip(b, a) is None


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Kavanaugh", "كافانو"),
        ("Olympic", "المپیک"),
        ("Netanyahu", "ונתניהו"),
        ("Victoria", "ויקטוריה"),
        ("Donald", "डोनाल्ड"),
        ("Sterling", "Стерлингу"),
        ("Anderson", "アンダーソン"),
        ("Francesco", "フランチェスコ"),
    ],
)
def test_renderings_by_ear_are_known(name, word):
    assert renders(name.lower(), word)


@pytest.mark.parametrize(
    ("name", "word"),
    [("Sterling", "Стердигу"), ("Donald", "डोनाम्ड"), ("Britain", "بتوان"), ("Anderson", "アンダーノン")],
)
def test_another_consonant_is_no_rendering(name, word):
    assert not renders(name.lower(), word)


def test_the_learned_exchanges_are_those_of_arabic():
    assert arabic_spellings()["q"].keys() >= {"k", "q", "g"}
    assert exchange("q", "g", across=False) is Exchange.LAWFUL
    assert exchange("G", "r", across=False) is Exchange.UNLIKE
    assert exchange("l", "r", across=True) is Exchange.UNLIKE


def test_prefixes_are_taken_off():
    assert "نتنياهو" in stems("ونتنياهو")
    assert stems("Baghdadi") == ("Baghdadi",)


@settings(max_examples=50)
@given(st.text("abdegiklmnorstuz", max_size=9), st.text("abdegiklmnorstuz", max_size=9))
def test_in_one_script_the_difference_is_the_same_either_way(a, b):
    there, back = name_difference(a, b), name_difference(b, a)
    assert there.cost == pytest.approx(back.cost)
    assert name_difference(a, a).cost == 0


def test_endless_words_are_no_names():
    started = time.process_time()
    assert spelling_slip("ab" * 500_000 + "rab", "ab" * 500_000 + "lab") is None
    assert not renders("ab" * 500_000, "ab" * 500_000)
    assert time.process_time() - started < 5
