"""From what the form brought to an audit that has begun: files in the workspace, read once so that mistakes show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from auditor.audit.articles import load_file
from auditor.config import Settings
from auditor.core.document import Document
from auditor.core.finding import excerpt
from auditor.errors import ReadError
from auditor.readers import read_text
from auditor.web.audit import Audit
from auditor.web.audits import Audits
from auditor.web.engine import Pair
from auditor.web.limits import ARTICLE_CHARACTERS
from auditor.web.refusals import RefusalError, bad_request, too_large
from auditor.web.uploads import Given, Submission, encoded
from auditor.web.workspace import COUNTERPART, TRANSLATION, AuditFolder, Workspace, with_language

TITLE_CHARACTERS = 100
PASTED_CHARACTERS = 40
"""Of its first line, as the file name of pasted text."""


def begin_audit(given: Submission, workspace: Workspace, audits: Audits) -> Audit:
    """Keep both articles and start. Raises `RefusalError` for what is no article, and leaves nothing behind then."""
    audits.check_room()
    folder = workspace.new(_first_line(given.translation))
    try:
        translation, ours = _kept(folder, TRANSLATION, given.translation)
        counterpart, language = None, None
        if given.counterpart is not None:
            counterpart, _ = _kept(folder, COUNTERPART, given.counterpart)
            language = given.counterpart.language
    except BaseException:
        _remove(folder.path)
        raise
    languages = given.translation.language, language
    first = excerpt(ours.passage_text(0), TITLE_CHARACTERS) if ours.passages else translation.name
    return audits.add(first, folder, Pair(translation, counterpart, languages))


EXTRACTED = frozenset({".html", ".htm", ".xhtml"})
"""Suffixes of files whose text is not the file itself."""


def put_text(audit: Audit, text: str) -> None:
    """Put `text`, an article, in place of the translation's; whoever calls holds the lock.

    What was an HTML page goes on as plain text; the file as it came is kept aside. Text that is there already leaves
    the file as it is.
    """
    if text != audit.text:
        written = _rewritten(audit.folder, audit.pair.translation, encoded(text))
        audit.pair, audit.text = replace(audit.pair, translation=written), text


def _rewritten(folder: AuditFolder, path: Path, data: bytes) -> Path:
    folder.set_aside(path)
    name = path.name if path.suffix.casefold() not in EXTRACTED else f"{path.stem}.txt"
    written = folder.put(TRANSLATION, name, data)
    if written != path:
        path.unlink()
    return written


def _first_line(given: Given) -> str:
    if given.name is not None:
        return Path(given.name.replace("\\", "/")).stem
    lines = (line.strip() for line in given.data.decode("utf-8").splitlines())
    return next((line.replace("/", " ").replace(".", " ") for line in lines if line), "article")


def _kept(folder: AuditFolder, side: str, given: Given) -> tuple[Path, Document]:
    """Written, read, and named with its language."""
    path = folder.put(side, given.name or f"{_first_line(given)[:PASTED_CHARACTERS]}.txt", given.data)
    document = _read(path, given.language)
    if len(document.text) > ARTICLE_CHARACTERS:
        raise _too_long(len(document.text))
    name = with_language(path.name, given.language or document.language)
    return (path if name == path.name else path.rename(path.with_name(name))), document


def _read(path: Path, language: str | None) -> Document:
    loaded = load_file(path, path.name, Settings(), language)
    if not loaded.documents:
        message = loaded.notices[0].message.replace(str(path), path.name)
        raise bad_request(message)
    return loaded.documents[0]


def checked_text(text: str) -> str:
    """`text` as its file will be read, without byte-order mark. Raises `RefusalError` when it is no article."""
    encoded(text)
    if len(text) > ARTICLE_CHARACTERS:
        raise _too_long(len(text))
    try:
        return read_text(text.lstrip("\ufeff"), "The text").text
    except ReadError as error:
        raise bad_request(str(error), "Undo the edit.") from error


def _too_long(length: int) -> RefusalError:
    message = f"The text has {length:,} characters; an article may have {ARTICLE_CHARACTERS:,}."
    return too_large(message, "Audit it in parts, or with `auditor check` in a terminal.")


def _remove(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()
