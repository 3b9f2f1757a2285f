"""Marks, spaces, brackets and loops: severities, habits, and pathological lines."""

import time

import pytest

from auditor.audit.rehearsal import rehearse
from auditor.checks import Example, find_check
from auditor.checks.grammar.repetition import find_loops, repeats
from auditor.core.mqm import Severity

ALONE = (
    "locale-quotes",
    "unpaired-bracket",
    "space-before-punctuation",
    "missing-space-after-punctuation",
    "double-space",
    "edge-space",
    "wrong-script-punctuation",
    "missing-final-punctuation",
    "fused-sentences",
    "repeated-ngram",
)


def severities(name, text, language="en"):
    return [finding.severity for finding in rehearse(find_check(name), Example(text, language))]


@pytest.mark.parametrize(
    ("name", "text", "language", "expected"),
    [
        ("missing-space-after-punctuation", "They went to the border.The minister slept.", "en", [Severity.MINOR]),
        ("missing-space-after-punctuation", "They went to Doha,the capital.", "en", [Severity.NEUTRAL]),
        ("missing-space-after-punctuation", "Ayee wo Tulsa,eye wo gbe.", "ee", [Severity.NEUTRAL]),
        ("space-before-punctuation", "He left , she stayed, they slept.", "en", [Severity.NEUTRAL]),
        ("space-before-punctuation", "He left , she stayed , they slept . All .", "en", [Severity.MINOR]),
        ("repeated-ngram", "He is in the very same in the very same house.", "en", [Severity.MINOR]),
        ("repeated-ngram", "He is " + "in the very same " * 3 + "house.", "en", [Severity.MAJOR]),
        ("repeated-ngram", "He flew from Manchester to Manchester to Manchester.", "en", []),
        ("repeated-ngram", "Here he is “of all people, of all people” he said.", "en", []),
        ("unpaired-bracket", "He chose: a) the road, b) the sea (or both).", "en", []),
    ],
)
def test_severity(name, text, language, expected):
    assert severities(name, text, language) == expected


def test_an_article_of_double_spaces_is_told_once():
    text = "One  two  three  four  five  six  seven  eight  nine  ten."
    (finding,) = rehearse(find_check("double-space"), Example(text))
    assert "9 in all" in finding.message


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("abababab", [(0, 8, 2)]),
        ("xabcabcy", [(1, 7, 3)]),
        ("aaaa", [(0, 4, 1)]),
        ("abcdef", []),
    ],
)
def test_loops(items, expected):
    assert [(loop.start, loop.end, loop.period) for loop in find_loops(items, 5)] == expected
    assert repeats(items, 1) is bool(expected)


@pytest.mark.parametrize("name", ALONE)
@pytest.mark.parametrize("unit", ["(", "a.", "aB ", "“ ", "他。"])
def test_a_pathological_line_is_read_at_once(name, unit):
    text = unit * (LINE // len(unit))
    began = time.process_time()
    rehearse(find_check(name), Example(text, "zh" if unit > "z" else "en"))
    assert time.process_time() - began < SECONDS


LINE, SECONDS = 8_000, 4.0
"""Code points; a pattern that is quadratic in them needs minutes."""
