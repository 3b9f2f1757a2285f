"""From the plan's entries to documents; what cannot be read becomes a notice and loses nobody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from auditor.audit.articles import document_of, load_file
from auditor.audit.failures import internal_error
from auditor.batch.entry import NOWHERE, Entry
from auditor.batch.input_jsonl import jsonl_texts
from auditor.batch.input_parquet import parquet_texts
from auditor.config import Settings
from auditor.core.alignment import DocumentPair
from auditor.core.document import Document
from auditor.core.finding import Level, Notice
from auditor.errors import ReadError
from auditor.readers import read_text


@dataclass(frozen=True)
class Article:
    """A translation with its counterpart, ready to be judged; `document` is None where it could not be read."""

    entry: Entry
    document: Document | None
    pair: DocumentPair | None
    notices: tuple[Notice, ...]

    @property
    def own_size(self) -> int:
        """Code points of the translation."""
        return 0 if self.document is None else len(self.document.text)

    @property
    def size(self) -> int:
        """Code points of both sides."""
        return self.own_size + (0 if self.pair is None else len(self.pair.counterpart.text))


def read_articles(entries: Sequence[Entry], settings: Settings) -> Iterator[Article]:
    """The articles of a shard, in order, one at a time."""
    for table, group in groupby(entries, key=lambda entry: (entry.table, entry.problem is None)):
        own = list(group)
        if table[0] is None or not table[1]:
            yield from (_from_files(entry, settings) for entry in own)
            continue
        read = parquet_texts if own[0].row_group != NOWHERE else jsonl_texts
        for entry, texts in zip(own, read(table[0], own), strict=True):
            yield _from_texts(entry, texts, settings)


def _from_files(entry: Entry, settings: Settings) -> Article:
    if entry.problem is not None:
        return Article(entry, None, None, (Notice(Level.INCOMPLETE, "too-large", entry.problem, entry.id),))
    assert entry.translation is not None
    ours = load_file(Path(entry.translation), entry.id, settings, entry.translation_language or settings.language)
    if not ours.documents or entry.counterpart is None or entry.counterpart_id is None:
        return _paired(entry, ours.documents, (), ours.notices)
    language = entry.counterpart_language or settings.counterpart_language
    theirs = load_file(Path(entry.counterpart), entry.counterpart_id, settings, language)
    return _paired(entry, ours.documents, theirs.documents, (*ours.notices, *theirs.notices))


def _from_texts(entry: Entry, texts: tuple[str, str | None], settings: Settings) -> Article:
    notices: list[Notice] = []
    language = entry.translation_language or settings.language
    ours = _document(texts[0], entry.id, language, settings, notices)
    theirs: tuple[Document, ...] = ()
    if texts[1] and entry.counterpart_id is not None:
        language = entry.counterpart_language or settings.counterpart_language
        theirs = _document(texts[1], entry.counterpart_id, language, settings, notices)
    return _paired(entry, ours, theirs, tuple(notices))


def _document(
    text: str, id: str, language: str | None, settings: Settings, notices: list[Notice]
) -> tuple[Document, ...]:
    limit = settings.max_file_mb * 1_000_000
    try:
        if len(text) > limit:
            raise ReadError(
                f"{id}: {len(text):,} characters; the limit is {limit:,}. Raise `max_file_mb`.", "too-large"
            )
        return (document_of(read_text(text, id), language),)
    except ReadError as error:
        notices.append(Notice(Level.INCOMPLETE, error.kind, str(error), id))
    except Exception as error:  # noqa: BLE001 - one bad article must not lose the others; the notice says where
        notices.append(internal_error(error, id))
    return ()


def _paired(entry: Entry, ours: Sequence[Document], theirs: Sequence[Document], notices: Sequence[Notice]) -> Article:
    if not ours:
        return Article(entry, None, None, tuple(notices))
    document = ours[0]
    if not theirs:
        return Article(entry, document, None, (*notices, *_alone(entry)))
    other = theirs[0]
    if other.sha256 == document.sha256:
        message = f"its counterpart {other.id} is the same text; name its source. Audited alone."
        return Article(entry, document, None, (*notices, Notice(Level.INCOMPLETE, "same-article", message, entry.id)))
    if other.id == document.id:
        other = replace(other, id=f"{other.id}#counterpart")
    pair = DocumentPair(document, other, entry.paired_by or "manifest", entry.pair_confidence)
    return Article(entry, document, pair, tuple(notices))


def _alone(entry: Entry) -> tuple[Notice, ...]:
    if entry.counterpart_id is not None:
        return ()
    return (Notice(Level.INFO, "no-counterpart", "no counterpart was found; audited alone.", entry.id),)
