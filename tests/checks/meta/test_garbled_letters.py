from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.checks.meta.garbled_letters import garbled_letters


def read(text: str, script: str = "Latn") -> list[tuple[str, str]]:
    return [(text[start:end], instead) for start, end, instead in garbled_letters(text, 0, len(text), script)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ErdoÄŸan", [("ÄŸ", "ğ")]),
        ("Åžahin", [("Åž", "Ş")]),
        ("MiloÅ¡", [("Å¡", "š")]),
        ("PaÅ‚ac", [("Å‚", "ł")]),
        ("GrÄ…dki", [("Ä…", "ą")]),
        ("HÉ™sÉ™nov", [("É™", "ə"), ("É™", "ə")]),
        ("cittÃ di mare", [("Ã", "à")]),
        ("SÃO PAULO, É…, PÅ”, „Ä“, CAFÉ®, JAÄ…", []),
        ("KÄ² und MÄ², 5 Å°", []),
    ],
)
def test_pairs(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "script", "expected"),
    [
        ("Ïðåçèäåíò", "Cyrl", "Президент"),
        ("ðåçèäåíò", "Cyrl", "резидент"),
        ("ÇáÌÏíÏÉ", "Arab", "الجديدة"),
        ("ÊõâÝñíçóç", "Grek", "Κυβέρνηση"),
        ("ùìåí", "Hebr", "שלום"),
    ],
)
def test_old_encodings_are_read_in_the_articles_alphabet_only(text, script, expected):
    assert read(text, script) == [(text, expected)]
    assert read(text) == []


@pytest.mark.parametrize("word", ["été", "Noël", "Zürich", "Ærø", "Åå"])
def test_accented_names_in_a_cyrillic_article_are_left_alone(word):
    assert read(word, "Cyrl") == []


@given(st.sampled_from("ğşŞžŽšłęąřőŻı"), st.text("abcdefghij", min_size=1, max_size=5))
@settings(max_examples=40)
def test_a_letter_in_a_word_is_read_back(letter, rest):
    shown = letter.encode().decode("cp1252")
    assert read(f"{rest}{shown}{rest}") == [(shown, letter)]
