"""Columns of plain text."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

GAP = "  "


def table(header: Sequence[str], rows: Iterable[Sequence[str]], right: Container[int] = ()) -> str:
    """Lines with a header, columns padded to their widest cell; columns numbered in `right` are right-aligned."""
    lines = [header, *rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(header))]

    def cell(text: str, column: int) -> str:
        return text.rjust(widths[column]) if column in right else text.ljust(widths[column])

    return "".join(GAP.join(cell(text, i) for i, text in enumerate(line)).rstrip() + "\n" for line in lines)
