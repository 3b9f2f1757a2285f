"""The gates: what is in another language, garbled, escaped or part of the page."""

import pytest

from auditor.audit.rehearsal import rehearse
from auditor.checks import Example, find_check
from auditor.core.mqm import Severity
from auditor.languages import are_kin

ENGLISH = "The governor visited the site on Sunday by helicopter and said that work would begin within days."
FRENCH = "Le gouverneur de la province a décrété deux jours de deuil et promis une enquête indépendante."


def found(name, text, **rest):
    return rehearse(find_check(name), Example(text, **rest))


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [("nb", "da", True), ("hr", "sr", True), ("id", "ms", True), ("en", "en", True), ("en", "fr", False)],
)
def test_kinship(one, other, kin):
    assert are_kin(one, other) is are_kin(other, one) is kin


@pytest.mark.parametrize("code", ["no", "da", "sv"])
def test_close_languages_abstain(code):
    danish = "Ministeren besøgte stedet i søndags og sagde, at arbejdet ville begynde i løbet af nogle få dage."
    assert found("wrong-language", danish, language=code) == ()


def test_a_whole_article_in_another_language_is_one_finding():
    (finding,) = found("wrong-language", f"{FRENCH}\n\n{FRENCH}")
    assert "whole article" in finding.message


def test_a_copy_of_the_counterpart_is_reported_once():
    example = {"counterpart": FRENCH, "counterpart_language": "fr"}
    assert found("wrong-language", FRENCH, **example) == ()
    (finding,) = found("untranslated-passage", FRENCH, **example)
    assert finding.severity is Severity.MAJOR
    assert finding.evidence[0].excerpt == FRENCH


def test_a_nearly_equal_passage_is_untranslated():
    changed = FRENCH.replace(" indépendante", "")
    assert len(found("untranslated-passage", changed, counterpart=FRENCH, counterpart_language="fr")) == 1


def test_an_article_in_a_language_the_identifier_does_not_know_is_judged_by_script_only():
    assert found("wrong-language", f"{FRENCH}\n\n{ENGLISH}", language="fj") == ()
    arabic = "وتشير منظمات الإغاثة إلى أن آلاف الأسر النازحة تعيش في مخيمات مكتظة بلا ماء ولا دواء."
    assert len(found("wrong-language", f"{FRENCH}\n\n{FRENCH}\n\n{arabic}", language="fj")) == 1


@pytest.mark.parametrize(
    ("text", "span", "suggestion"),
    [
        ("the damâ€™s gate", "â€™", "’"),
        ("Dr. AimÃ©e", "Ã©", "é"),
        ("said \x93yes\x94", "\x93", "“"),
        ("Это Ð¿Ñ€Ð¸Ð²ÐµÑ‚ всем", "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
    ],
)
def test_mojibake_is_repaired_where_it_can_be(text, span, suggestion):
    finding = found("mojibake", f"He saw {text} on Monday.")[0]
    assert (finding.excerpt, finding.suggestion) == (span, suggestion)


@pytest.mark.parametrize(
    ("leftover", "suggestion"),
    [("&quot;", '"'), ("&#39;", "'"), ("& #39 ;", "'"), ("&amp", "&"), ("\\u2019", "’"), ("\\n", None), ("<br/>", "")],
)
def test_leftovers_suggest_what_they_stand_for(leftover, suggestion):
    (finding,) = found("leftover-entity-or-escape", f"It was {leftover} over.")
    assert (finding.excerpt, finding.suggestion) == (leftover, suggestion)


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "READ MORE",
        "Updated: 2025-02-11 21:40 Font size: A A A",
        "Photo: Reuters",
        "(Photo/Xinhua)",
        "© 2021 The Daily. All rights reserved",
        "Source: Xinhua | 2021-07-26 10:31:00",
        "Home > World > Asia > Iraq",
        "EN",
    ],
)
def test_residue_lines(line):
    text = f"The library opens\n\nThe library opened on Tuesday.\n\n{line}\n\nIt closed on Friday."
    assert [finding.excerpt for finding in found("web-residue", text)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "He told them to read more.",
        "LONDON (Reuters) – The library opened at 21:40.",
        "The photo by Reuters shows the gate, the minister said on Monday.",
        "It was published on 2025-02-11 at 21:40, the spokeswoman of the ministry said in the evening.",
        "No.",
        "Read more books, she said: that is my advice to all of you.",
    ],
)
def test_sentences_are_no_residue(line):
    assert found("web-residue", f"The library opens\n\nThe library opened on Tuesday.\n\n{line}") == ()
