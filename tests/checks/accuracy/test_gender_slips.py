"""Words of the other gender beside a name."""

from __future__ import annotations

import pytest

from auditor.audit.rehearsal import subject_of
from auditor.checks.accuracy.gender_slips import gender_slips
from auditor.checks.accuracy.genders import known_people
from auditor.checks.example import Example
from auditor.facts.given_names import Gender


def marks(text: str, counterpart: str, language: str) -> list[str]:
    subject = subject_of(Example(text, language=language, counterpart=counterpart))
    return [subject.document.slice(slip.mark.span) for slip in gender_slips(subject)]


@pytest.mark.parametrize(
    ("language", "text", "counterpart", "found"),
    [
        ("pl", "– Nie, powiedziała doktor Idris Khalil.", "“No,” said Dr. Idris Khalil.", ["powiedziała"]),
        ("he", '"לא", אמר מאיה טרנט.', "“No,” said Maya Trent.", ["אמר"]),
        ("uk", "— Ні, — сказав Анна Тренд.", "“No,” said Anna Trend.", ["сказав"]),
        ("cs", "„Ne,“ řekl Anna Trend.", "“No,” said Anna Trend.", ["řekl"]),
        (
            "de",
            "Das hat Richter Anna Trend entschieden.",
            "In the end it was so ruled by Judge Anna Trend.",
            ["Richter"],
        ),
        ("fr", "La juge Paul Trend a parlé.", "Judge Paul Trend spoke.", ["La juge"]),
        ("hr", "„Ne“, rekla je Ivan Trend.", "“No,” said Ivan Trend.", ["rekla"]),
    ],
)
def test_found(language: str, text: str, counterpart: str, found: list[str]) -> None:
    assert marks(text, counterpart, language) == found


@pytest.mark.parametrize(
    ("language", "text", "counterpart"),
    [
        ("pl", "– Nie, powiedział Idris Khalil.", "“No,” said Idris Khalil."),
        ("pl", "Tak powiedział mąż Anny Trend.", "So said Anna Trend’s husband."),
        ("ru", "Он сказал Анне Тренд, что уйдёт.", "He told Anna Trend he would leave."),
        ("ru", "Это сказала она на встрече с Дональдом Трампом.", "She told Donald Trump so."),
        ("he", "בעלה של מאיה טרנט אמר זאת.", "Maya Trent’s husband said so."),
        ("ar", "وقالت والدة جون سميث ذلك.", "John Smith’s mother said so."),
        ("es", "El marido de la juez Anna Trend habló.", "Judge Anna Trend’s husband spoke."),
        ("ru", "— Нет, — сказал Андреа Тренд.", "“No,” said Andrea Trend."),
    ],
)
def test_innocent(language: str, text: str, counterpart: str) -> None:
    assert marks(text, counterpart, language) == []


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Capt. Deniz Aksoy came. She tested negative. Aksoy said she was fine. Aksoy knew her crew.", Gender.WOMAN),
        ("Then Mr. Deniz Aksoy came.", Gender.MAN),
        ("Anna Aksoy came. “He is ill,” Aksoy said.", Gender.WOMAN),
        ("Anna Aksoy came. Aksoy said he was ill. Aksoy lost his way.", None),
        ("Deniz Aksoy came.", None),
        ("Anna Aksoy and Paul Aksoy came.", None),
    ],
)
def test_whom_the_counterpart_knows(text: str, gender: Gender | None) -> None:
    subject = subject_of(Example("Nichts.", language="de", counterpart=text))
    assert subject.counterpart is not None
    assert subject.counterpart_facts is not None
    found = known_people(subject.counterpart, subject.counterpart_facts).get("aksoy")
    assert (found and found.gender) == gender
