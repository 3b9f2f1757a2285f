"""Parallel, reordered or comparable."""

import pytest

from auditor.align.regime import judge_regime
from auditor.core.alignment import Link, Regime
from auditor.core.document import Source
from auditor.languages import get_language
from auditor.segment import segment


def _document(passages):
    text = "\n\n".join(f"Passage {i} of the article says something of about equal length." for i in range(passages))
    return segment(Source("x", text, "file", "0" * 64), get_language("en"))


def _links(*found):
    return tuple(Link(a, b, 0.9, 0.9) for a, b in found)


@pytest.mark.parametrize(
    ("links", "counterparts", "expected"),
    [
        (_links(*((i, i) for i in range(8))), 8, Regime.PARALLEL),
        (_links(*((i, 7 - i) for i in range(8))), 8, Regime.REORDERED),
        (_links(*((i, i) for i in range(4))), 8, Regime.COMPARABLE),
        (_links(*((i, i) for i in range(8))), 13, Regime.COMPARABLE),
        ((), 8, Regime.COMPARABLE),
    ],
)
def test_regime(links, counterparts, expected):
    assert judge_regime(_document(8), _document(counterparts), links) is expected
