"""`-o`: which format goes to which file, checked before the work starts, written all or not at all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from auditor.errors import UsageError
from auditor.reports.formats import Format

STDOUT = "-"
SUFFIXES = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".sarif": Format.SARIF,
    ".xml": Format.JUNIT,
}
"""The format a file name asks for where nothing else does."""


@dataclass(frozen=True, slots=True)
class Target:
    """One output; `path` is None for standard output."""

    form: Format
    path: Path | None


def parse_targets(outputs: Sequence[str], form: Format | None) -> tuple[Target, ...]:
    """What to write where.

    `FILE` takes the place of standard output, in `--format` or else the format its name asks for. `FORMAT=FILE` comes
    on top of it. Raises `UsageError` for an unknown format, a missing folder, or two outputs in one place.
    """
    named, plain = [], []
    for output in outputs:
        prefix, equals, rest = output.partition("=")
        if equals and _is_format(prefix, output):
            named.append(_target(Format(prefix), rest, output))
        else:
            plain.append(_target(form or SUFFIXES.get(Path(output).suffix.casefold(), Format.TEXT), output, output))
    targets = (*(plain or [Target(form or Format.TEXT, None)]), *named)
    if named and not plain and any(target.path is None for target in named):
        targets = tuple(named)
    _reject_doubles(targets)
    return targets


def _is_format(prefix: str, output: str) -> bool:
    if prefix in list(Format):
        return True
    if os.sep in prefix or "." in prefix:
        return False
    near = get_close_matches(prefix, list(Format), n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}=…?" if near else f"formats are {', '.join(Format)}."
    raise UsageError(f"-o {output}: {prefix!r} is no format; {hint} For a file of this name write ./{output}")


def _target(form: Format, name: str, output: str) -> Target:
    return Target(form, None if name == STDOUT else writable(name, output))


def writable(name: str, output: str) -> Path:
    """The path of a file that can be written to; `output` is what the user typed after `-o`."""
    path = Path(name)
    if not name or path.is_dir():
        raise UsageError(f"-o {output}: {name or 'nothing'} is not a file name; name a file.")
    if not path.parent.is_dir():
        raise UsageError(f"-o {output}: the folder {path.parent} does not exist; create it first.")
    return path


def keep_inputs(targets: Sequence[Target], inputs: Sequence[Path]) -> None:
    """Refuse to write over what is read: a named file, or an article inside a named folder."""
    for target in targets:
        if target.path is None or not target.path.exists():
            continue
        written = target.path.resolve()
        for place in inputs:
            inside = written.is_relative_to(place.resolve()) and written.suffix.casefold() in ARTICLES
            if written == place.resolve() or inside:
                raise UsageError(f"{target.path}: is read by this run; write the report to another file.")


ARTICLES = frozenset({".txt", ".text", ".md", ".markdown"})
"""Suffixes under which nothing is overwritten inside an audited folder; an HTML report may be renewed."""


def _reject_doubles(targets: tuple[Target, ...]) -> None:
    seen: set[Path | None] = set()
    for target in targets:
        place = None if target.path is None else target.path.resolve()
        if place in seen:
            raise UsageError(f"two outputs go to {target.path or 'standard output'}; give each a file of its own.")
        seen.add(place)
