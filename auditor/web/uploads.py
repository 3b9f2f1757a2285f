"""What the start page's form brings: pasted text or files, languages, or an example."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass

from starlette.datastructures import FormData, Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from auditor.languages import normalise_code
from auditor.web.limits import ARTICLE_BYTES, FORM_BYTES, FORM_FIELDS, FORM_FILES
from auditor.web.refusals import bad_request, too_large
from auditor.web.security import Keys, no_token

DETECT = ("", "detect")
"""What the language fields say when nobody chose."""


@dataclass(frozen=True, slots=True)
class Given:
    """One article as it came."""

    data: bytes
    name: str | None
    """Of the file; None for pasted text."""
    language: str | None
    """Chosen by the user; None where it is to be detected."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A whole form."""

    translation: Given
    counterpart: Given | None


class _InMemory(MultiPartParser):
    """Never spools to a temporary file: nothing is written outside the workspace."""

    spool_max_size = FORM_BYTES + 1


async def read_form(request: Request, keys: Keys) -> FormData:
    """The fields of a form, its token checked. Raises `RefusalError`."""
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        form = await _multipart(request.headers, request.stream())
    else:
        form = await request.form(max_files=0, max_fields=FORM_FIELDS)
    token = form.get("token")
    if not keys.is_token(request.headers.get("x-auditor-token")) and not keys.is_token(
        token if isinstance(token, str) else None
    ):
        raise no_token()
    return form


async def _multipart(headers: Headers, stream: AsyncGenerator[bytes, None]) -> FormData:
    parser = _InMemory(headers, stream, max_files=FORM_FILES, max_fields=FORM_FIELDS, max_part_size=ARTICLE_BYTES)
    try:
        return await parser.parse()
    except MultiPartException as error:
        raise bad_request(f"The form could not be read: {error.message}", "Reload the page and try again.") from error


async def submission(form: FormData) -> Submission:
    """The articles in a form that names no example. Raises `RefusalError` where no translation is, or two are."""
    translation = await _given(form, "translation")
    if translation is None:
        raise bad_request("There is no translation.", "Paste the translated article or choose its file.")
    return Submission(translation, await _given(form, "counterpart"))


async def _given(form: FormData, side: str) -> Given | None:
    text, file = form.get(f"{side}_text"), form.get(f"{side}_file")
    pasted = isinstance(text, str) and bool(text.strip())
    chosen = isinstance(file, UploadFile) and bool(file.filename)
    if pasted and chosen:
        raise bad_request(f"There are two texts for the {side}: one pasted, one in a file.", "Leave one of them out.")
    language = language_of(form.get(f"{side}_language"), side)
    if isinstance(file, UploadFile) and chosen:
        data = await file.read(ARTICLE_BYTES + 1)
        if len(data) > ARTICLE_BYTES:
            raise too_large(f"{file.filename}: an article may have at most {ARTICLE_BYTES / 1e6:,.0f} MB.")
        return Given(data, file.filename, language)
    if isinstance(text, str) and pasted:
        return Given(encoded(text.replace("\r\n", "\n")), None, language)  # forms send every line break as CRLF
    return None


def language_of(value: object, side: str) -> str | None:
    """The chosen code; None for detection. Raises `RefusalError` for what is no language."""
    if value is None or value in DETECT:
        return None
    code = normalise_code(value) if isinstance(value, str) else None
    if code is None:
        raise bad_request(f"{value!r} is no language of the {side}.", "Choose one from the list.")
    return code


def encoded(text: str) -> bytes:
    """As UTF-8. Raises `RefusalError` for half characters, which no file can hold."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"The text holds half a character at position {error.start + 1:,}."
        raise bad_request(message, "Paste it again from its source.") from error
