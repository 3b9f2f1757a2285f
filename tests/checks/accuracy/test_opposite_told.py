"""Which words count as told by their opposites, and what keeps them apart."""

import tomllib
from importlib.resources import files

import pytest

from auditor.audit.rehearsal import rehearse
from auditor.checks.accuracy.opposite_told import OppositeTold
from auditor.checks.accuracy.opposites import opposite_languages, opposites, words_of_pair
from auditor.checks.example import Example


@pytest.mark.parametrize(
    ("text", "language", "counterpart", "found"),
    [
        ("在袭击中，31人死亡，9人受伤。", "zh", "The attack killed nine people and wounded 31.", ["死亡"]),
        ("在袭击中，9人死亡，31人受伤。", "zh", "The attack killed nine people and wounded 31.", []),
        ("Au total, 31 morts et 9 blessés.", "fr", "Nine people were killed and 31 were wounded.", ["morts"]),
        ("Au total, 31 blessés et 9 morts.", "fr", "Nine people were killed and 31 were wounded.", []),
        ("Mniej niż 40 osób czekało.", "pl", "More than 40 people waited.", ["Mniej niż"]),
        ("Üç gün önce 40'tan fazla kişi geldi.", "tr", "More than 40 people came.", []),
        ("2 Wochen nach der Wahl trat er ab.", "de", "He stepped down 2 weeks before the vote.", ["nach"]),
        ("Lange nach der Wahl trat er ab.", "de", "He stepped down before the vote.", []),
        ("Die Preise fielen nicht um 3 Prozent.", "de", "Prices rose by 3 percent.", []),
        ("Цены выросли на 3 процента.", "ru", "Prices fell by 3 percent.", ["выросли"]),
        ("וילון נמכר לחברה תמורת 12 מיליון.", "he", "The company bought the curtain for 12 million.", []),
        (
            "Das Bild wurde ausgeliehen, nicht verliehen.",
            "de",
            "The picture was lent, not borrowed.",
            ["ausgeliehen, nicht verliehen"],
        ),
        ("Das Bild wurde verliehen, nicht ausgeliehen.", "de", "The picture was lent, not borrowed.", []),
        ("Il villaggio è a sud del fiume.", "it", "The village lies north of the river.", ["sud"]),
        ("Is the village south of the river?", "en", "Is the village north of the river?", []),
        ("The village is south of the river.", "en", "A dog lay asleep north of the wall.", []),
    ],
)
def test_a_word_is_turned_round(text, language, counterpart, found):
    example = Example(text, language=language, counterpart=counterpart)
    assert [finding.excerpt for finding in rehearse(OppositeTold, example)] == found


@pytest.mark.parametrize("language", sorted(opposite_languages()))
def test_no_word_has_both_senses_of_a_pair(language):
    tables = tomllib.loads((files("auditor.checks.accuracy") / "data" / "opposites.toml").read_text(encoding="utf-8"))
    pairs = {name: senses for name, senses in tables[language].items() if isinstance(senses, list)}
    assert pairs.keys() <= tables["en"].keys()
    assert pairs.keys() == opposites(language).pairs.keys()
    for name, (first, second) in pairs.items():
        assert not set(first.split()) & set(second.split()), name


def test_a_longer_word_wins():
    assert not words_of_pair("إنه غير قانوني", opposites("ar").pairs["legal-illegal"]).first
