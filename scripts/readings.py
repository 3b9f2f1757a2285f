"""Findings that were read, in `readings.tsv`: where each stood, and whether an editor would accept it. No text."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from findings_drawn import Drawn

PLACE = Path(__file__).with_name("readings.tsv")
RIGHT, WRONG = "right", "wrong"


@dataclass(frozen=True, slots=True)
class Reading:
    """One finding that somebody read."""

    check: str
    corpus: str
    language: str
    document: str
    line: int
    start: int
    end: int
    label: str
    cause: str
    """What it is really, in a word or two."""

    @property
    def right(self) -> bool:
        """Whether an editor would accept it, by the stricter count."""
        return self.label == RIGHT


class Readings:
    """All readings, found again by their place."""

    def __init__(self, rows: Iterable[Reading]) -> None:
        self.rows = tuple(rows)
        self._by_line: dict[tuple[str, ...], list[Reading]] = defaultdict(list)
        for row in self.rows:
            self._by_line[_line(row)].append(row)

    def of(self, drawn: Drawn) -> Reading | None:
        """What was said of this finding, or of one of the same check that overlaps it."""
        for row in self._by_line.get(_line(drawn), ()):
            if drawn.start < max(row.end, row.start + 1) and row.start < max(drawn.end, drawn.start + 1):
                return row
        return None


def load(place: Path = PLACE) -> Readings:
    """The readings so far. `SystemExit` names a row that does not fit."""
    if not place.is_file():
        return Readings(())
    with place.open(encoding="utf-8", newline="") as file:
        return Readings([_reading(row, f"{place.name}:{number}") for number, row in enumerate(_rows(file), 2)])


def save(rows: Sequence[Reading], place: Path = PLACE) -> None:
    """All of them, ordered by check and place."""
    with place.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writerow(_COLUMNS)
        writer.writerows(sorted(map(astuple, rows)))


def reading_of(drawn: Drawn, label: str, cause: str) -> Reading:
    """A label for a finding. `SystemExit` when it is none of the two."""
    if label not in (RIGHT, WRONG) or "\t" in cause:
        raise SystemExit(f"{label!r} {cause!r}: write `{RIGHT}` or `{WRONG}`, then a cause without tabs.")
    place = (drawn.check, drawn.corpus, drawn.language, drawn.document, drawn.line, drawn.start, drawn.end)
    return Reading(*place, label, cause)


def _rows(file: Iterable[str]) -> Iterable[dict[str, str]]:
    return csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _reading(row: dict[str, str], place: str) -> Reading:
    try:
        numbers = {name: int(row[name]) for name in ("line", "start", "end")}
        found = Reading(**{**row, **numbers})
    except (KeyError, TypeError, ValueError) as error:
        raise SystemExit(f"{place}: {error}; the columns are {', '.join(_COLUMNS)}.") from error
    if found.label not in (RIGHT, WRONG):
        raise SystemExit(f"{place}: the label {found.label!r} is neither `{RIGHT}` nor `{WRONG}`.")
    return found


def _line(place: Reading | Drawn) -> tuple[str, ...]:
    return (place.check, place.corpus, place.language, place.document, str(place.line))


_COLUMNS = tuple(field.name for field in fields(Reading))
