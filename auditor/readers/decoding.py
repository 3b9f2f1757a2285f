"""From bytes to text: strict UTF-8 first, a guess with a remark after that, never a silent repair."""

from __future__ import annotations

import codecs
import re

from auditor.errors import ReadError

Remarks = tuple[tuple[str, str], ...]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32's little-endian mark begins with UTF-16's, so it comes first."""
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (.docx, .odt and .epub are)"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"{\\rtf", "an RTF file"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.01
"""More control bytes than this and it is no text; escape (0x1b) is left to ISO-2022-JP."""
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_CHARSET_REACH = 2048
_VALID_PER_INVALID = 20
"""Text is damaged UTF-8, not another encoding, when it holds this many sound sequences for each broken one."""
_MULTIBYTE = re.compile(r"[^\x00-\x7f\ufffd]")
_LEGACY = (
    "cp1256 cp1251 cp1252 cp1250 cp1253 cp1254 cp1255 cp1257 cp1258 cp874 iso8859_6 koi8_r koi8_u"
    " gb18030 big5 cp932 shift_jis euc_jp euc_kr cp949"
)
"""Encodings that news was stored in; with Mac's and DOS's in the race German and French lose against them."""
_ISO_2022 = (b"\x1b$", b"\x1b(")
"""Escapes of ISO-2022-JP, which is otherwise plain ASCII and so would pass for UTF-8."""
_GUESS_BYTES = 200_000
"""Enough to tell an encoding by; the guesser's time grows with the length."""


def decode(data: bytes, name: str, *, html: bool) -> tuple[str, Remarks]:
    """The text of `data`, without byte-order mark, newlines as they are, and what a user should know.

    `name` is for messages; with `html` a charset that the page declares is believed before a guess. Raises `ReadError`
    of kind `empty`, `binary` or `undecodable`.
    """
    if not data.strip():
        raise _empty(name)
    text, remarks = _decoded(data, name, html)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise _empty(name)
    if "\x00" in text:
        raise _binary(name, "it holds NUL characters")
    return text, remarks


def _decoded(data: bytes, name: str, html: bool) -> tuple[str, Remarks]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, name), ()
    _refuse_binary(data, name)
    if all(escape in data for escape in _ISO_2022):
        return _guessed(data, name, ("iso2022_jp",))
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    declared = _declared(data) if html else None
    if declared is not None:
        return declared, ()
    return _damaged(data) or _guessed(data, name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"{name}: begins with a mark of {encoding} but byte {error.start:,} is not; save it as UTF-8"
        raise ReadError(message, "undecodable") from error


def _refuse_binary(data: bytes, name: str) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise _binary(name, f"it is {kind}")
    head = data[:_GUESS_BYTES]
    if b"\x00" in head or len(_CONTROL.findall(head)) > _CONTROL_SHARE * len(head):
        raise _binary(name, "it holds control bytes")


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data, 0, _CHARSET_REACH)
    if found is None:
        return None
    try:
        return data.decode(found.group(1).decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None


def _damaged(data: bytes) -> tuple[str, Remarks] | None:
    """UTF-8 with a few broken bytes; they become U+FFFD, which the mojibake check then points at."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if len(_MULTIBYTE.findall(text)) < _VALID_PER_INVALID * broken:
        return None
    places = "place is" if broken == 1 else "places are"
    return text, (
        ("encoding", f"{broken} {places} not valid UTF-8 and shown as \ufffd; restore them from the original"),
    )


def _guessed(data: bytes, name: str, encodings: tuple[str, ...] = tuple(_LEGACY.split())) -> tuple[str, Remarks]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESS_BYTES], cp_isolation=list(encodings)).best()
    if best is not None:
        try:
            text = data.decode(best.encoding)
        except UnicodeDecodeError:
            best = None
    if best is None:
        raise ReadError(f"{name}: neither UTF-8 nor any encoding that could be told; save it as UTF-8", "undecodable")
    shown = best.encoding.replace("cp125", "windows-125").replace("_", "-")
    return text, (("encoding", f"read as {shown}, a guess; save it as UTF-8 to be sure"),)


def _empty(name: str) -> ReadError:
    return ReadError(f"{name}: holds no text; remove it or fill it", "empty")


def _binary(name: str, why: str) -> ReadError:
    return ReadError(f"{name}: not text ({why}); export the article as plain text, Markdown or HTML", "binary")
