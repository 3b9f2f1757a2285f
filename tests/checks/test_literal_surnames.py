"""Surnames told by the words that they also are."""

from __future__ import annotations

import pytest

from auditor.audit.rehearsal import subject_of
from auditor.checks.example import Example
from auditor.checks.terminology.literal_surnames import literal_surnames

FIELD = "Dr. Grace Field was there with Anna Stone. “Nobody is ill,” Field said."


def told(text: str, counterpart: str, language: str) -> list[tuple[str, str]]:
    found = literal_surnames(subject_of(Example(text, language=language, counterpart=counterpart)))
    return [(word.ours.surface, word.theirs.surface) for word in found]


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("es", "«Nadie está enfermo», dijo Campo.", "Campo"),
        ("ru", "«Никто не болен», — сказала Поле.", "Поле"),
        ("ar", "قالت حقل إن أحدا لم يمرض.", "حقل"),
        ("fa", "مزرعه گفت که کسی بیمار نیست.", "مزرعه"),
        ("tr", "“Kimse hasta değil,” dedi Tarla.", "Tarla"),
        ("hi", "“कोई बीमार नहीं,” मैदान ने कहा।", "मैदान"),
        ("de", "„Niemand ist krank“, sagte Frau Feld.", "Feld"),
        ("pl", "– Nikt nie choruje – powiedziała Grace Pole.", "Pole"),
    ],
)
def test_word_for_the_surname(language: str, text: str, word: str) -> None:
    assert told(text, FIELD, language) == [(word, "Field")]


@pytest.mark.parametrize(
    ("language", "text", "counterpart"),
    [
        ("es", "«Nadie está enfermo», dijo Field en el Campo.", FIELD),
        ("es", "Vive en un Campo de refugiados, y Field lo dijo.", FIELD),
        ("he", "הם היו בשדה. שדה נרחב.", FIELD),
        ("cs", "Dostal Viktoriin Kříž.", "He won the Victoria Cross. The Cross is rare."),
        ("tr", "Florida Balık Komisyonu açıkladı.", "The Florida Fish Commission said so. Fish are rare."),
        ("es", "«No», dijo Campo.", "Grace Field said the field was empty. Field left."),
        ("en", "Then Mr. Speaker came.", "Then Mr. Kaya came, and Mustafa Kaya left."),
        ("en", "Then Mr. Stone came.", "Then Mr. Kaya came, and Mustafa Kaya left."),
        ("en", "Then Mr. Mountain and Mr. Kaya came.", "Then Mr. Kaya came, and Mustafa Kaya left."),
    ],
)
def test_innocent(language: str, text: str, counterpart: str) -> None:
    assert told(text, counterpart, language) == []


def test_word_behind_mr() -> None:
    found = told("In the end Mr. Mountain came.", "In the end Mr. Kaya came, and Mustafa Kaya left.", "en")
    assert found == [("Mountain", "Kaya")]
