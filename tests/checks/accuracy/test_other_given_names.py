"""Unlike given names before one surname."""

from __future__ import annotations

import pytest

from auditor.audit.rehearsal import subject_of
from auditor.checks.accuracy.other_given_names import other_given_names
from auditor.checks.example import Example


def told(text: str, counterpart: str, language: str = "en") -> list[tuple[str, str, bool]]:
    found = other_given_names(subject_of(Example(text, language=language, counterpart=counterpart)))
    return [(pair.ours.given.surface, pair.theirs.given.surface, pair.literal) for pair in found]


@pytest.mark.parametrize(
    ("text", "counterpart", "found"),
    [
        ("The captain, Sea Aksoy, spoke.", "The captain, Deniz Aksoy, spoke.", ("Sea", "Deniz", True)),
        ("The nurse, Dawn Ben-Harush, wept.", "Shahar Ben Harush, a nurse, wept.", ("Dawn", "Shahar", True)),
        ("The director, Peter Maertens, left.", "The director, Joris Maertens, left.", ("Peter", "Joris", False)),
        (
            "It was so said by Tal Aksoy at the end of the day. In the response of Mayor Dew Aksoy it was not.",
            "On Monday it was said by Mayor Tal Aksoy that he would come.",
            ("Dew", "Tal", True),
        ),
    ],
)
def test_found(text: str, counterpart: str, found: tuple[str, str, bool]) -> None:
    assert told(text, counterpart) == [found]


@pytest.mark.parametrize(
    ("text", "counterpart"),
    [
        ("The director, Bill Maertens, left.", "The director, William Maertens, left."),
        ("It was Judge Aksoy who came, and Team Aksoy.", "It was Deniz Aksoy who came."),
        ("Then Peter Maertens and his brother Joris left.", "Then Joris Maertens left."),
        ("Then Peter Maertens left.", "Then Joris Maertens and Eva Maertens left."),
        ("Then Vladimir Putin left.", "The President of the Russian Federation Putin left."),
        ("So said Tal Aksoy. Then the Sea Aksoy sailed.", "So said Tal Aksoy. Then it sailed."),
        ("They came to Lake Victoria.", "They came to Queen Victoria Station."),
    ],
)
def test_innocent(text: str, counterpart: str) -> None:
    assert told(text, counterpart) == []


def test_across_scripts() -> None:
    assert told("Так сказал директор Пётр Маэртенс.", "So said the director, Joris Maertens.", "ru") == [
        ("Пётр", "Joris", False)
    ]


def test_too_few_consonants_across_scripts() -> None:
    assert told("Так сказал директор Ян Маэртенс.", "So said the director, Ian Maertens.", "ru") == []
