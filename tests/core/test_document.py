"""Spans, lines and passages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.core.document import Document, Span
from auditor.core.finding import EXCERPT_LIMIT, excerpt

lines = st.text(alphabet=st.sampled_from("ab\n\r𐍈é "), max_size=40)


def _document(text):
    return Document("x", text, "file", "0" * 64, "en", 1.0, ())


@given(lines, st.integers(0, 40))
def test_line_and_column_count_lf_crlf_and_cr(text, offset):
    offset = min(offset, len(text))
    line, column = _document(text).line_column(offset)
    before = text[:offset]
    if before.endswith("\r") and text[offset : offset + 1] == "\n":
        before = before[:-1]
        expected = before.replace("\r\n", "\n").replace("\r", "\n")
        assert (line, column) == (expected.count("\n") + 1, len(expected.rpartition("\n")[2]) + 2)
    else:
        expected = before.replace("\r\n", "\n").replace("\r", "\n")
        assert (line, column) == (expected.count("\n") + 1, len(expected.rpartition("\n")[2]) + 1)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [((0, 2), (2, 4), False), ((0, 3), (2, 4), True), ((2, 2), (0, 4), True), ((1, 2), (1, 2), True)],
)
def test_overlap_is_symmetric(a, b, expected):
    assert Span(*a).overlaps(Span(*b)) is expected
    assert Span(*b).overlaps(Span(*a)) is expected


def test_a_span_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


@given(st.text(max_size=400))
def test_an_excerpt_is_one_short_line(text):
    assert len(excerpt(text)) <= EXCERPT_LIMIT
    assert "\n" not in excerpt(text)
