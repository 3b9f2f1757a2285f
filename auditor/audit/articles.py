"""From paths to documents: find, read, tell the language, cut into passages. One bad file never ends the run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from auditor.audit.decisions import FILE as DECISIONS
from auditor.audit.failures import internal_error
from auditor.audit.naming import language_in_name
from auditor.config import Settings
from auditor.core.document import Document, Source
from auditor.core.finding import Level, Notice
from auditor.errors import NothingToAuditError, ReadError
from auditor.languages import get_language
from auditor.readers import OWN_REPORT, discover, read, read_bytes
from auditor.segment import detect_document_language, segment

STDIN = "-"
Progress = Callable[[str, int, int], None]
"""Told (stage, done, total)."""


@dataclass(frozen=True)
class Articles:
    """The documents of some paths, ordered by id, and what could not be read."""

    documents: tuple[Document, ...]
    notices: tuple[Notice, ...]
    sources: dict[str, Source] = field(default_factory=dict)
    """By document id."""
    places: dict[str, Path] = field(default_factory=dict)
    """The files, by document id; standard input has none."""

    def in_language(self, document: Document, language: str | None) -> Document:
        """`document` cut again as an article in `language`; itself when that is None."""
        return document if language is None else document_of(self.sources[document.id], language)


def load_articles(
    paths: Sequence[Path | str],
    settings: Settings,
    language: str | None,
    progress: Progress,
    stdin: Callable[[], bytes],
) -> Articles:
    """Documents of files, folders and `-`; `language` overrides what the file, its name or detection say.

    What cannot be read, a missing path or a folder without articles too, becomes an `incomplete` notice. Raises
    `NothingToAuditError` when there is neither an article nor anything to say about one.
    """
    documents: list[Document] = []
    notices: list[Notice] = []
    sources: dict[str, Source] = {}
    limit = settings.max_file_mb * 1_000_000
    if STDIN in paths:
        documents += _attempt(partial(_from_stdin, stdin, limit), "-", language, notices, sources)
    named = [Path(path) for path in paths if path != STDIN]
    files: dict[str, Path] = {}
    if named:
        found = discover(named, exclude=(*settings.exclude, DECISIONS))
        files = {name: path for path, name in found.files}
        notices += [Notice(Level.INCOMPLETE, kind, message) for kind, message in found.problems]
        notices += [Notice(Level.INFO, kind, message) for kind, message in found.remarks]
        for done, (path, name) in enumerate(found.files):
            progress("read", done, len(found.files))
            documents += _attempt(partial(read, path, name, max_bytes=limit), name, language, notices, sources)
    if not documents and not notices:
        raise NothingToAuditError(
            f"{', '.join(map(str, paths))}: no article found; readable are .txt, .md and .html files."
        )
    return Articles(tuple(sorted(documents, key=lambda document: document.id)), tuple(notices), sources, files)


def load_file(path: Path, name: str, settings: Settings, language: str | None) -> Articles:
    """One file as article `name`; empty with an `incomplete` notice when it cannot be read."""
    notices: list[Notice] = []
    reading = partial(read, path, name, max_bytes=settings.max_file_mb * 1_000_000)
    return Articles(_attempt(reading, name, language, notices, {}), tuple(notices), places={name: path})


def document_of(source: Source, language: str | None) -> Document:
    """Cut one source into passages and segments."""
    code, confidence = _language(source, language)
    document = segment(source, get_language(code), confidence)
    return document if document.language == code else replace(document, language=code)


def _attempt(
    reading: Callable[[], Source], name: str, language: str | None, notices: list[Notice], sources: dict[str, Source]
) -> tuple[Document, ...]:
    try:
        source = reading()
        document = document_of(source, language)
    except ReadError as error:
        notices.append(Notice(Level.INCOMPLETE, error.kind, str(error), name))
        return ()
    except Exception as error:  # noqa: BLE001 - one bad document must not lose the others; the notice says where
        notices.append(internal_error(error, name))
        return ()
    if any(kind == OWN_REPORT for kind, _ in source.remarks):
        notices.append(Notice(Level.INFO, OWN_REPORT, "a report of this tool, no article; left out.", name))
        return ()
    sources[document.id] = source
    for kind, message in document.remarks:
        level = Level.INCOMPLETE if kind in PARTLY_READ else Level.INFO
        notices.append(Notice(level, kind, message, name))
    return (document,)


PARTLY_READ = frozenset({"html"})
"""Remarks of readers that mean text was lost."""


def _language(source: Source, given: str | None) -> tuple[str, float]:
    """What the user says, else what the text looks like; the file name decides where the text does not."""
    if given is not None:
        return given, 1.0
    named = language_in_name(source.id)
    detected = detect_document_language(source)
    if named is not None and (detected.confidence < _SURE or detected.language == named):
        return named, max(detected.confidence, _SURE)
    return detected.language, detected.confidence


_SURE = 0.9
"""From this confidence on, the text itself is believed over its file name."""


def _from_stdin(stdin: Callable[[], bytes], limit: int) -> Source:
    data = stdin()
    if len(data) > limit:
        raise ReadError(f"standard input: {len(data):,} bytes; the limit is {limit:,}", "too-large")
    return read_bytes(data, STDIN)
