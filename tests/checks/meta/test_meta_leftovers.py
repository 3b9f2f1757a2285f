"""Gates: invisible characters, letters of two scripts, engine talk and second stories where examples cannot show it."""

import pytest

from auditor.audit.rehearsal import rehearse
from auditor.checks import Example, find_check
from auditor.checks.meta.leak_phrases import Leak, leak_phrases
from auditor.core.mqm import Severity

TALKERS = (
    "ar",
    "de",
    "en",
    "es",
    "fa",
    "fr",
    "he",
    "hi",
    "id",
    "it",
    "ja",
    "ko",
    "nl",
    "pl",
    "pt",
    "ru",
    "tr",
    "uk",
    "vi",
    "zh",
)


def found(name, text, **rest):
    return [(finding.excerpt, finding.severity) for finding in rehearse(find_check(name), Example(text, **rest))]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("the gover\u200bnor", Severity.MINOR),
        ("the \u200b\u200bgovernor", Severity.NEUTRAL),
        ("the gover\u00adnor", Severity.NEUTRAL),
        ("the \u200egovernor", Severity.NEUTRAL),
        ("the \u202bgovernor", Severity.MINOR),
        ("the governor\u202c", Severity.MINOR),
    ],
)
def test_an_invisible_character_matters_where_it_cuts_a_word_or_turns_the_text(text, severity):
    assert [level for _, level in found("control-or-bidi-character", f"He saw {text} on Monday.")] == [severity]


@pytest.mark.parametrize("text", ["\u2066\u202bשלום\u202c\u2069", "\u202bשלום\u202c", "👩\u200d👧", "🏴\u200d☠\ufe0f"])
def test_closed_directions_and_joined_emoji_are_lawful(text):
    assert found("control-or-bidi-character", f"He wrote {text} on Monday.") == []


@pytest.mark.parametrize(
    ("word", "language", "instead"),
    [("Mосква", "ru", "Москва"), ("рiшення", "uk", "рішення"), ("gоvernment", "en", "government"), ("kͻ", "ee", "kɔ")],
)
def test_a_confusable_letter_is_put_right(word, language, instead):
    text = f"Слово {word} тут." if language in ("ru", "uk") else f"The word {word} is here."
    (finding,) = rehearse(find_check("confusable-letter"), Example(text, language))
    assert (finding.excerpt, finding.suggestion) == (word, instead)


def test_a_letter_the_language_does_not_write_is_no_twin():
    assert found("confusable-letter", "Они имеют возмоjность приехать.", language="ru") == []
    assert [word for word, _ in found("mixed-script-word", "Они имеют возмоjность приехать.", language="ru")] == [
        "возмоjность"
    ]


def test_an_article_typed_with_look_alikes_is_reported_once():
    text = "Вaшингтoн мoжe пo пoтрeби дa сe oслoни нa свojу Moрнaрицу кaкo би oнeмoгућиo извoз."
    (finding,) = rehearse(find_check("confusable-letter"), Example(text, "sr"))
    assert "other words" in finding.message


def test_arabic_letters_in_a_persian_article_are_neutral_and_a_habit_is_none():
    usual = "گزارش‌گران می‌گویند که کارکنان این کارخانه برای یک سال دیگر در شهر کار می‌کنند. " * 8
    slip = [
        (f.excerpt, f.severity) for f in rehearse(find_check("confusable-letter"), Example(usual + "رئيس رفت.", "fa"))
    ]
    assert slip == [("رئيس", Severity.NEUTRAL)]
    assert found("confusable-letter", usual.replace("ی", "ي"), language="fa") == []


@pytest.mark.parametrize("language", TALKERS)
@pytest.mark.parametrize("kind", list(Leak))
def test_every_list_of_engine_talk_is_complete_and_matches_no_empty_text(language, kind):
    pattern = leak_phrases((language,), kind)
    assert pattern is not None
    assert pattern.search("") is None
    assert pattern.search(" . , - ") is None


@pytest.mark.parametrize(
    "line",
    [
        "The minister said: “Here is the translation:”",
        "Translation: Anna Weber",
        "It was translated by Google engineers into a product that two million people use every day, the company said.",
        "Note: the talks end on Friday.",
    ],
)
def test_what_people_write_is_no_engine_talk(line):
    assert found("engine-leak", f"The dam\n\nThe dam was closed.\n\n{line}\n\nIt was late.") == []


def test_a_foreign_word_in_a_long_quotation_is_left_over_and_a_foreign_quotation_is_not():
    text = "Министр заявил: «Мы построим новую плотину до конца года {} и закроем старую»."
    assert [word for word, _ in found("leftover-source-words", text.format("目前"), language="ru")] == ["目前"]
    assert (
        found("leftover-source-words", "Министр сказал «目前» и (however) ушёл домой вчера вечером.", language="ru")
        == []
    )


@pytest.mark.parametrize("name", ["template-marker", "replacement-character", "mixed-script-word", "engine-leak"])
@pytest.mark.parametrize("piece", ["{{", "%(", "??", "aа", "[insert ", "“«", "here is the "])
def test_a_long_line_is_read_in_linear_time(name, piece):
    find_check(name)()  # what is measured is that this ends: 20,000 code points of one pattern
    rehearse(find_check(name), Example(piece * (20_000 // len(piece))))
