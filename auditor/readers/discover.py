"""Which files are articles: paths given by a user, folders walked."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.readers.read import readable

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found."""

    files: tuple[tuple[Path, str], ...]
    """(path, id) sorted by id; ids are unique."""
    problems: tuple[tuple[str, str], ...] = ()
    """(kind, message) of what could not be audited: `missing`, `unreadable`, `no-articles`."""
    remarks: tuple[tuple[str, str], ...] = ()
    """(kind, message) of what a user should know: `other-formats`, `symlink-loop`."""


def discover(paths: Sequence[Path], *, exclude: Sequence[str] = ()) -> Discovery:
    """The articles at `paths`: files as given, folders with all that is inside.

    An id is the POSIX path below the common folder of all `paths` (a single folder is its own). Hidden files, files of
    other formats and what matches an `exclude` pattern (as in .gitignore) are left out of folders; a file named by the
    user is always taken. Folders are followed through symbolic links, each real folder once.
    """
    from pathspec import GitIgnoreSpec

    walk = _Walk(_root(paths), GitIgnoreSpec.from_lines(exclude))
    for path in paths:
        walk.take(path)
    return Discovery(
        tuple(sorted(((p, i) for i, p in walk.files.items()), key=lambda f: f[1])),
        tuple(walk.problems),
        tuple(walk.remarks),
    )


def _root(paths: Sequence[Path]) -> Path:
    folders = [_absolute(path) if path.is_dir() else _absolute(path).parent for path in paths]
    try:
        return Path(os.path.commonpath(folders)) if folders else Path()
    except ValueError:  # two drives of Windows
        return folders[0]


def _absolute(path: Path) -> Path:
    """`path` without `..`, symbolic links kept: ids name what the user named."""
    return Path(os.path.normpath(path.absolute()))


@dataclass(slots=True)
class _Walk:
    root: Path
    excluded: GitIgnoreSpec
    files: dict[str, Path] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    seen: dict[Path, Path] = field(default_factory=dict)
    """Real folder to the path it was first met by."""

    def take(self, path: Path) -> None:
        """Take what a user named; a folder that lies in one already read adds nothing."""
        if path.is_dir():
            if Path(os.path.realpath(path)) not in self.seen:
                self._take_folder(path)
        elif path.exists():
            self._add(path)
        else:
            self._problem("missing", path, "there is no such file or folder; check the path")

    def _take_folder(self, folder: Path) -> None:
        found = False
        others: Counter[str] = Counter()
        for path in self._below(folder, folder):
            if readable(path):
                found = True
                self._add(path)
            else:
                others[path.suffix.casefold() or "no suffix"] += 1
        if others:
            kinds = ", ".join(f"{count} × {suffix}" for suffix, count in sorted(others.items()))
            self._remark("other-formats", folder, f"left out files that are no .txt, .md or .html ({kinds})")
        if not found:
            self._problem("no-articles", folder, "holds no .txt, .md or .html file; give another folder")

    def _below(self, folder: Path, top: Path) -> Iterator[Path]:
        real = Path(os.path.realpath(folder))
        if real in self.seen:
            first = self.seen[real]
            self._remark("symlink-loop", folder, f"leads to {first}, which was read; remove one of the two")
            return
        self.seen[real] = folder
        try:
            entries = sorted(folder.iterdir())
        except OSError as error:
            self._problem("unreadable", folder, f"cannot be opened ({error.strerror}); check permissions")
            return
        for entry in entries:
            below = entry.relative_to(top).as_posix()
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                if not self.excluded.match_file(f"{below}/"):
                    yield from self._below(entry, top)
            elif not self.excluded.match_file(below):
                yield entry

    def _add(self, path: Path) -> None:
        absolute = _absolute(path)
        inside = absolute.is_relative_to(self.root)
        self.files.setdefault(absolute.relative_to(self.root).as_posix() if inside else absolute.as_posix(), path)

    def _problem(self, kind: str, path: Path, message: str) -> None:
        self.problems.append((kind, f"{path}: {message}"))

    def _remark(self, kind: str, path: Path, message: str) -> None:
        self.remarks.append((kind, f"{path}: {message}"))
