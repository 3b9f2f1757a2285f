"""Writes the table of language reach that ships with the package; never written by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.encoders.reach import REACH_FILE

HEAD = """\
# Written by scripts/measure_reach.py from NTREX-128 dev (CC BY-SA 4.0): human translations of English news.
# retrieval: share of 1,007 sentences whose translation is the nearest neighbour, mean of both ways.
# alignment: strict F1 of sentence beads, sentences merged, dropped and inserted at 10 % each.
"""


@dataclass(frozen=True)
class Table:
    """`{tag: {"name": name, encoder: {measure: figure}}}`."""

    rows: Mapping[str, Mapping[str, object]]

    def with_figures(self, tag: str, name: str, encoder: str, figures: Mapping[str, float]) -> Table:
        """This table with some figures of one language and encoder set, rounded to three places."""
        row = dict(self.rows.get(tag, {}))
        before = row.get(encoder, {})
        assert isinstance(before, dict)
        rounded = {key: round(value, 3) for key, value in figures.items()}
        return Table({**self.rows, tag: {**row, "name": name, encoder: {**before, **rounded}}})


def read_table() -> Table:
    """The table as it is; empty where there is none yet."""
    return Table(tomllib.loads(REACH_FILE.read_text(encoding="utf-8"))) if REACH_FILE.is_file() else Table({})


def write_table(table: Table) -> None:
    """Languages by tag, encoders by name."""
    parts = [HEAD]
    for tag in sorted(table.rows, key=str.lower):
        row = table.rows[tag]
        parts.append(f'\n[{tag}]\nname = "{row["name"]}"\n')
        parts += [f"{encoder} = {_inline(row[encoder])}\n" for encoder in sorted(row.keys() - {"name"})]
    REACH_FILE.write_text("".join(parts), encoding="utf-8")


def _inline(figures: object) -> str:
    assert isinstance(figures, dict)
    return "{ " + ", ".join(f"{key} = {figures[key]:.3f}" for key in sorted(figures, reverse=True)) + " }"
