"""Text on terminals: colours on request, nothing from an article acts on the terminal."""

from dataclasses import replace

import pytest
from sample_reports import alone, compared, document, evidence, find, report, sample

from auditor.core.alignment import Regime
from auditor.core.document import Span
from auditor.core.finding import State
from auditor.core.score import SuspiciousSpan, Verdict
from auditor.reports import Format, RenderOptions, render
from auditor.reports.one_line import one_line


@pytest.mark.parametrize("form", [Format.TEXT, Format.FULL])
def test_colour_only_on_request_and_only_around_the_same_words(form):
    plain = render(sample(), form)
    coloured = render(sample(), form, RenderOptions(colour=True))
    assert "\x1b" not in plain
    assert "\x1b[31mmajor" in coloured


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\n b\tc", "a b c"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("abc\u202edef", "abc\\u202edef"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("caf\udce9", "caf\\udce9"),
    ],
)
def test_foreign_text_stays_on_its_line_and_keeps_its_hands_off_the_terminal(text, shown):
    assert one_line(text) == shown


@pytest.mark.parametrize("form", [Format.TEXT, Format.FULL, Format.GITHUB])
def test_a_message_with_line_breaks_and_escapes_stays_one_line(form):
    entry = alone(document("a.txt", "Port opens"))
    finding = find(entry.document, "opens", message="first\nsecond\x1b[2J%")
    lines = [line for line in render(report(entry, findings=(finding,)), form).splitlines() if "first" in line]
    assert len(lines) == 1
    assert "second" in lines[0]
    if form is not Format.GITHUB:
        assert "\x1b" not in lines[0]


@pytest.mark.parametrize(
    ("regime", "words"),
    [(r, w) for r, w in zip(Regime, ("the same text", "moved about", "another version of the story"), strict=True)],
)
def test_the_regime_is_said_in_words(regime, words):
    ours, theirs = document("a.txt", "One"), document("b.txt", "Un", "fr")
    text = render(report(compared(ours, theirs, ((0, 0),), (Verdict.SUPPORTED,), regime)), Format.TEXT)
    assert words in text


def test_findings_in_the_baseline_are_counted_but_not_listed():
    entry = alone(document("a.txt", "Port opens"))
    findings = (find(entry.document, "Port", state=State.BASELINE), find(entry.document, "opens"))
    text = render(report(entry, findings=findings), Format.TEXT)
    assert "a.txt:1:6" in text
    assert "a.txt:1:1" not in text
    assert "1 finding (1 minor); 1 in the baseline" in text


@pytest.mark.parametrize(
    ("probabilities", "told"),
    [
        ([0.5, 0.75], "a0 0.50, b1 0.75"),
        ([0.9, 0.5, 0.8, 0.8, 0.7, 0.6, 0.6], "a0 0.90, c2 0.80, d3 0.80, e4 0.70, f5 0.60, g6 0.60 and 1 more"),
    ],
)
def test_full_tells_the_most_suspicious_words(probabilities, told):
    pair = compared(
        document("a.txt", "a0 b1 c2 d3 e4 f5 g6"),
        document("b.txt", "x"),
        ((0, 0),),
        (Verdict.SUPPORTED,),
        Regime.PARALLEL,
    )
    words = tuple(SuspiciousSpan(Span(3 * i, 3 * i + 2), p) for i, p in enumerate(probabilities))
    passage = replace(pair.score.passages[0], suspicious=words)
    text = render(report(replace(pair, score=replace(pair.score, passages=(passage,)))), Format.FULL)
    assert f"      suspicious: {told}\n" in text


def test_full_names_both_sides_and_the_move():
    ours, theirs = document("a.txt", "Top\nOne\nTwo\nThree"), document("b.txt", "Haut\nDeux\nTrois\nUn", "fr")
    entry = compared(ours, theirs, ((0, 0), (1, 3), (2, 1), (3, 2)), (Verdict.SUPPORTED,) * 4)
    finding = find(ours, "One", evidence=(evidence(theirs, "Un"), evidence(ours, "Two")))
    text = render(report(entry, findings=(finding,)), Format.FULL)
    assert "¶2 is their ¶4 (moved)" in text
    assert "there: Un (¶4)" in text
    assert "here:  Two (¶3)" in text


def test_github_gives_lines_only_where_they_count_in_the_file():
    entry = alone(document("a.html", "Port opens", origin="extracted"))
    made = render(report(entry, findings=(find(entry.document, "opens"),)), Format.GITHUB)
    assert made == "::warning file=a.html,title=unpaired-quote (minor)::“opens” is wrong.\n"


def test_github_escapes_what_would_end_a_property():
    entry = alone(document("a,b:c%.txt", "Port opens"))
    made = render(report(entry, findings=(find(entry.document, "Port", message="50% ::x"),)), Format.GITHUB)
    assert made.startswith("::warning file=a%2Cb%3Ac%25.txt,line=1,")
    assert made.endswith("::50%25 ::x\n")


@pytest.mark.parametrize(
    ("regime", "told", "row"),
    [
        (Regime.PARALLEL, "fidelity 71.3", "supported            88.2  risk 0.07"),
        (Regime.COMPARABLE, "nearness 71.3", "supported                             line"),
    ],
)
def test_another_outlets_version_is_no_measure_of_the_translation(regime, told, row):
    entry = compared(
        document("a.txt", "Port opens"), document("b.txt", "Port open"), [(0, 0)], [Verdict.SUPPORTED], regime
    )
    text = render(report(entry), Format.FULL)
    assert told in text
    assert row in text
