"""What single kinds do to sentences that leave them little choice, and what the curriculum promises."""

from __future__ import annotations

import random

import pytest
from damage import KINDS, damaged
from damage_rows import WEIGHTS, curriculum, donors_of

ONE_WAY = [
    ("en", "negation", "They did not agree.", {"They did agree."}),
    ("en", "negation", "He isn’t here.", {"He is here."}),
    ("de", "negation", "Er hat keine Zeit.", {"Er hat eine Zeit."}),
    ("fr", "negation", "Ils n’ont pas gagné.", {"Ils ont gagné."}),
    ("ru", "negation", "Он не пришёл.", {"Он пришёл."}),
    ("zh", "negation", "会议没有结束。", {"会议有结束。"}),
    ("en", "antonym", "Prices increased.", {"Prices decreased.", "Prices reduced."}),
    ("en", "antonym", "He told an unhappy tale.", {"He told a happy tale."}),
    ("en", "modality", "It may rain.", {"It will rain.", "It must rain."}),
    ("en", "gender", "Her mother came.", {"Her father came."}),
    ("en", "unit", "It took 5 hours.", {"It took 5 minutes.", "It took 5 days."}),
    ("zh", "unit", "约有260万居民。", {"约有260亿居民。"}),
    ("en", "role", "France beat Germany.", {"Germany beat France."}),
    ("en", "attribution", "According to Reuters, two people died.", {"Two people died."}),
    ("en", "drop-adjective", "We saw the severe cases.", {"We saw the cases."}),
]


@pytest.mark.parametrize(("language", "kind", "text", "expected"), ONE_WAY)
def test_one_way(language: str, kind: str, text: str, expected: set[str]) -> None:
    made = [damaged(text, language, kind, random.Random(seed)) for seed in range(15)]
    assert {found.text for found in made if found} <= expected
    assert any(made)


NOTHING = [
    ("en", "negation", "Not only that."),
    ("en", "date", "They may march."),
    ("en", "number", "The COVID-19 virus spread."),
    ("en", "quotation", "No marks stand here."),
    ("de", "name", "Der Hund sieht die Katze."),
    ("fr", "antonym", "Il est ici."),
    ("en", "copy-source", "Any text without the other side."),
    ("en", "unrelated", "Any text without a donor."),
]


@pytest.mark.parametrize(("language", "kind", "text"), NOTHING)
def test_left_alone(language: str, kind: str, text: str) -> None:
    assert not any(damaged(text, language, kind, random.Random(seed)) for seed in range(10))


def test_he_and_she_stay_where_the_other_side_does_not_tell() -> None:
    text = "She came late."
    assert damaged(text, "en", "gender", random.Random(1), source_language="de")
    assert damaged(text, "en", "gender", random.Random(1), source_language="tr") is None


ROWS = [
    ("Der Minister kam am Montag nach Berlin.", "The minister came to Berlin on Monday.", "de", "en"),
    ("Zwei Männer wurden in Hamburg verletzt.", "Two men were injured in Hamburg.", "de", "en"),
    ("Die Regierung lehnte den Vorschlag ab.", "The government rejected the proposal.", "de", "en"),
]


def test_a_row_depends_on_seed_index_and_donors_alone() -> None:
    donors = donors_of(ROWS)
    whole = list(curriculum(ROWS, 7, donors))
    assert whole == list(curriculum(ROWS, 7, donors))
    assert next(curriculum([ROWS[0], ("Etwas anderes.", "Something else.", "de", "en")], 7, donors)) == whole[0]
    assert whole != list(curriculum(ROWS, 8, donors))


def test_damaged_side_is_named() -> None:
    for seed in range(10):
        for row, made in zip(ROWS, curriculum(ROWS, seed), strict=True):
            assert made is not None
            side, found, further = made
            original = row[("translation", "counterpart").index(side)]
            assert found.text != original
            assert further is None or further.severity > found.severity


def test_every_kind_has_a_weight() -> None:
    assert set(WEIGHTS) == set(KINDS)
