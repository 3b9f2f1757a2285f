"""How grave the punctuation findings are, and what they suggest."""

import pytest

from auditor.audit.rehearsal import rehearse
from auditor.checks import Example, find_check
from auditor.core.mqm import Severity


def only(name, text, language="en"):
    (finding,) = rehearse(find_check(name), Example(text, language))
    return finding


@pytest.mark.parametrize(
    ("name", "text", "language", "severity"),
    [
        ("unpaired-quote", "“We left, said Gohar. She did not say why.", "en", Severity.MINOR),
        ("unpaired-quote", "She said that “we left", "en", Severity.NEUTRAL),
        ("nested-same-quotes", "He said “what they call “the road” is open.”", "en", Severity.MINOR),
        ("nested-same-quotes", 'He said "what they call "the road" is open."', "en", Severity.NEUTRAL),
        ("nested-same-quotes", "Viņš teica “ka “ceļš” ir vaļā.”", "lv", Severity.NEUTRAL),
        ("mixed-quote-styles", "“A,” “B” and “C” are «D».", "en", Severity.NEUTRAL),
    ],
)
def test_severity(name, text, language, severity):
    assert only(name, text, language).severity is severity


@pytest.mark.parametrize(
    ("name", "text", "suggestion"),
    [
        ("stray-quote", "“No one stays on the border.” . He left.", "”"),
        ("stray-quote", "“That is all.” In the end”. He left.", "end"),
        ("doubled-punctuation", "It was in 2017,, they said.", ","),
        ("doubled-punctuation", "It was in 2017,. They said so.", None),
        ("nested-same-quotes", "He said “what they call “the road” is open.”", "‘the road’"),
        ("mixed-quote-styles", '“A,” “B” and “C” are "D".', "“D”"),
        ("lowercase-start", "The gate was open.\n\nfarmers below the dam took the water.", "Farmers"),
    ],
)
def test_suggestion(name, text, suggestion):
    assert only(name, text).suggestion == suggestion


@pytest.mark.parametrize("run", ["...", "?!", "!!!", "…", "!?", ". . ."])
def test_lawful_runs_are_silent(run):
    assert rehearse(find_check("doubled-punctuation"), Example(f"They waited{run} and then left.")) == ()


def test_an_article_in_small_letters_is_a_style():
    text = "\n\n".join(f"they came to the gate on day {i} and waited." for i in range(6))
    assert rehearse(find_check("lowercase-start"), Example(text)) == ()
