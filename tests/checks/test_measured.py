"""The table of what was measured of the checks."""

from __future__ import annotations

import pytest

from auditor.checks import all_checks
from auditor.checks.measured import Clean, Machine, Measured, measured


def test_rates_are_per_thousand_sentences_and_of_the_worse_part():
    noisy = Clean(sentences=500, active=40, found={"a": (3, 1), "b": (2, 0)})
    quiet = Clean(sentences=1500, active=50, found={"a": (1, 0)})
    table = Measured(
        alone={"de": noisy, "fr": quiet},
        paired={"de": quiet},
        planted={"a": {"de": (3, 4), "fr": (1, 4)}},
        machine=Machine(sentences=10, found={}),
    )
    assert (noisy.rate(), noisy.grave_rate()) == (10.0, 2.0)
    assert table.clean_rate("a") == pytest.approx(1000 * 4 / 2000)
    assert table.clean_rate("b") == pytest.approx(1000 * 2 / 2000)
    assert table.clean_rate("c") == 0
    assert table.recall("a") == 0.5
    assert table.recall("b") is None


def test_the_shipped_table_speaks_of_checks_that_exist():
    names = {check.name for check in all_checks()}
    shipped = measured()
    assert len(shipped.alone) > 100
    assert set(shipped.planted) <= names
    for clean in (*shipped.alone.values(), *shipped.paired.values()):
        assert set(clean.found) <= names
        assert all(grave <= count for count, grave in clean.found.values())
