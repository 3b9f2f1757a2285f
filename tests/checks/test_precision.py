"""Confidence is the measured precision of the finding's situation."""

from __future__ import annotations

import pytest

from auditor.checks import all_checks
from auditor.checks.measured import Machine, Measured, measured
from auditor.checks.precision import ENOUGH, UNREAD, Precision, precision_of, situations, whole_check, with_precision
from auditor.core.document import Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity


def finding(name: str = "a", confidence: float = 0.85, severity: Severity = Severity.MINOR) -> Finding:
    return Finding("LNG001", name, Category.GRAMMAR, severity, confidence, "d", Span(0, 1), "x", "m")


def table(**situations_: tuple[int, int, float]) -> Measured:
    rows = {name.replace("_", " ").strip(): row for name, row in situations_.items()}
    return Measured(alone={}, paired={}, planted={}, machine=Machine(sentences=1, found={}), precision={"a": rows})


@pytest.mark.parametrize(
    ("right", "read", "planted", "share"),
    [(0, 0, 0, 1 / 2), (8, 8, 0, 9 / 10), (0, 8, 0, 1 / 10), (0, 2, 6, 7 / 10), (16, 18, 0, 17 / 20)],
)
def test_shares_are_smoothed_and_count_what_would_have_been_found(right, read, planted, share):
    assert Precision(right, read, planted).share == pytest.approx(share)


def test_situations_go_from_narrow_to_the_whole_check():
    assert situations(Severity.MINOR, 0.85, "de") == ("minor 0.8 known", "minor 0.8", "minor", "")
    assert situations(Severity.MAJOR, 0.7, "xx") == ("major 0.7 other", "major 0.7", "major", "")


def test_the_narrowest_situation_with_enough_readings_speaks():
    shipped = table(_=(30, 40, 0.0), minor=(14, 18, 0.0), minor_0=(0, ENOUGH - 1, 0.0))
    assert precision_of("a", Severity.MINOR, 0.85, "de", shipped) == Precision(14, 18)
    assert precision_of("a", Severity.MAJOR, 0.85, "de", shipped) == Precision(30, 40)
    assert precision_of("b", Severity.MINOR, 0.85, "de", shipped) is None
    assert whole_check("a", shipped) == Precision(30, 40)


@pytest.mark.parametrize(
    ("row", "own", "confidence"),
    [
        ((18, 18, 0.0), 0.6, 0.95),  # enough was read: the measured share, whatever the check says
        ((2, 18, 0.0), 0.9, 0.15),
        ((3, 3, 0.0), 0.95, UNREAD),  # too little: the check's own figure, held down
        ((3, 3, 0.0), 0.6, 0.6),
        ((0, 3, 0.0), 0.9, 0.2),
        ((18, 18, 0.0), 0.4, 0.4),  # what a check hides stays hidden
        ((0, 18, 0.0), 0.4, 0.05),
    ],
)
def test_confidence_is_measured_where_enough_was_read(row, own, confidence):
    assert with_precision(finding(confidence=own), "de", table(_=row)).confidence == confidence


def test_what_nobody_read_keeps_its_own_figure_held_down():
    nothing = table()
    assert with_precision(finding(confidence=0.95), "de", nothing).confidence == UNREAD
    assert with_precision(finding(confidence=0.6), "de", nothing).confidence == 0.6


def test_the_shipped_table_is_of_checks_and_situations_that_exist():
    names = {check.name for check in all_checks()}
    shipped = measured().precision
    assert set(shipped) <= names
    assert len(shipped) > 40
    known = {""} | {
        situation
        for severity in Severity
        for tenth in range(11)
        for language in ("de", "xx")
        for situation in situations(severity, tenth / 10, language)
    }
    for rows in shipped.values():
        assert set(rows) <= known
        assert all(0 <= right <= read and planted >= 0 for right, read, planted in rows.values())
        assert all(read <= rows[""][1] for _, read, _ in rows.values())
