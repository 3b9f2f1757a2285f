"""Who is credited, and when another name in the speaker's place means something."""

import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest

from auditor.audit.rehearsal import rehearse, subject_of
from auditor.checks.accuracy.attribution_changed import AttributionChanged
from auditor.checks.accuracy.speakers import beside_saying
from auditor.checks.example import Example
from auditor.core.alignment import Regime
from auditor.core.document import Span
from auditor.languages import get_language, known_languages

BOTH = "On that day Otto Anderson came with Anna Petrova, and Anderson sat down beside Petrova.\n\n"


@pytest.mark.parametrize(
    ("text", "counterpart", "found"),
    [
        ("„Wir bleiben“, sagte Anderson.", "“We will stay,” said Petrova.", True),
        ("„Wir bleiben“, sagte Petrova.", "“We will stay,” said Petrova.", False),
        ("„Wir bleiben“, sagte Petrova.", "“We will stay,” said Mr Anderson.", True),
        ("„Wir bleiben“, sagte Anderson.", "“We will stay,” Petrova told Anderson.", False),
        ("„Wir bleiben“, sagte Anderson.", "“We will stay,” she said.", False),
        ("„Wir bleiben“, sagte Becker.", "“We will stay,” said Petrova.", False),
        ("Anderson lachte und ging.", "“We will stay,” said Petrova.", False),
    ],
)
def test_only_another_person_of_the_story_in_the_speaker_s_place_is_reported(text, counterpart, found):
    example = Example("Otto Anderson und Anna Petrova kamen.\n\n" + text, language="de", counterpart=BOTH + counterpart)
    assert bool(rehearse(AttributionChanged, example)) is found


def test_the_names_of_an_english_translation_are_held_against_an_arabic_counterpart():
    example = Example(
        BOTH + "“We will stay,” said Anderson.",
        counterpart="جاء أندرسون وبيتروفا إلى المدينة.\n\nوقالت بيتروفا إنهم سيبقون.",
        counterpart_language="ar",
    )
    (finding,) = rehearse(AttributionChanged, example)
    assert finding.excerpt == "Anderson"


@pytest.mark.parametrize(
    ("text", "name", "language", "beside"),
    [
        ("Yesterday Petrova had again said so", "Petrova", "en", True),
        ("said the new head, Petrova", "Petrova", "en", True),
        ("Petrova slept. Then he said so", "Petrova", "en", False),
        ("وقالت بيتروفا", "بيتروفا", "ar", True),
        ("लोगों ने कहा", "लोगों", "hi", True),
        ("Petrovas Aussagen", "Petrovas", "de", False),
    ],
)
def test_a_verb_of_saying_stands_in_the_name_s_clause(text, name, language, beside):
    at = text.index(name)
    whole = Span(0, len(text))
    assert beside_saying(text, get_language(language), Span(at, at + len(name)), whole) is beside


def test_the_data_is_in_lower_case_and_of_known_languages():
    path = files("auditor.checks.accuracy") / "data" / "speech_verbs.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert len(table) >= 12
    assert not set(table) - set(known_languages()) - {"gl", "mr", "ne"}
    assert all(word == word.lower() for words in table.values() for word in words)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("„Wir bleiben in der Stadt“, klagte Anderson.", True),
        ("Sie wollten bleiben, klagte Anderson.", False),
    ],
)
def test_in_another_outlets_version_both_must_quote(text, found):
    text = "Otto Anderson und Anna Petrova kamen.\n\n" + text
    example = Example(text, language="de", counterpart=BOTH + "“We will stay in the town,” said Petrova.")
    subject = subject_of(example)
    assert subject.alignment is not None
    subject = replace(subject, alignment=replace(subject.alignment, regime=Regime.COMPARABLE))
    assert bool(list(AttributionChanged().findings(subject))) is found
