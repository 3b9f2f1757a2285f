"""One name as the presses of several languages spell it."""

from __future__ import annotations

import pytest

from auditor.audit.rehearsal import subject_of
from auditor.checks.accuracy.name_pairs import alone
from auditor.checks.example import Example
from auditor.facts.name_difference import name_difference
from auditor.facts.name_matching import name_places


@pytest.mark.parametrize(
    "spellings",
    [
        "Qaddafi Gaddafi Qadhafi Kadhafi Khadafy",
        "Ghalibaf Qalibaf",
        "Jalalabad Dschalalabad Djalalabad",
        "Ahmadinejad Ahmadinedschad",
        "Hezbollah Hisbollah Hizbullah",
        "Kadhimi Kadimi Kazimi",
        "Fayçal Faisal",
        "Achraf Ashraf",
        "Zhukov Schukow Joukov",
        "Prigozhin Prigoschin Prigojine",
        "Khrushchev Chruschtschow Khrouchtchev",
        "Solzhenitsyn Solschenizyn Soljenitsyne",
        "Shchukin Schtschukin Chtchoukine Schukin",
        "Zaluzhny Saluschnyj",
        "Tymoshenko Timoschenko Timochenko",
        "Kochavi Kohavi Kokhavi",
        "Zilberman Silberman",
        "Erdoğan Erdogan",
        "Cavusoglu Çavuşoğlu Tschawuschoglu",
        "Hadjidakis Chatzidakis",
        "Gwangju Kwangju",
        "Busan Pusan",
        "Ohtani Otani",
        "Chaudhry Choudhury",
    ],
)
def test_all_are_lawful_ways_to_write_the_first(spellings: str) -> None:
    english, *others = spellings.split()
    assert all(name_difference(english, other).lawful for other in others)


@pytest.mark.parametrize(
    "pair", ["Zhukov Zhulov", "Prigozhin Prigomin", "Ghalibaf Ghanibaf", "Ahmadinejad Ahmalinejad", "Kochavi Kolavi"]
)
def test_another_consonant_is_none(pair: str) -> None:
    assert not name_difference(*pair.split()).lawful


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [("Organization", "Organisation", 0), ("Centre", "Center", 0), ("Zebeidi", "Zubaidi", 1)],
)
def test_words_of_british_english_are_no_names(ours: str, theirs: str, told: int) -> None:
    text = "On Monday the people of the {} came to see us and left."
    subject = subject_of(Example(text.format(ours), counterpart=text.format(theirs)))
    assert subject.counterpart_facts is not None
    assert len(list(alone(name_places(subject.facts), name_places(subject.counterpart_facts)))) == told
