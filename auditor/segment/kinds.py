"""What a passage is on the page. Paragraph is the default; anything else needs a clear sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from auditor.core.document import PassageKind, Span
from auditor.languages.furniture import is_page_furniture
from auditor.languages.language import Language

HEADLINE_LENGTH = 160
"""Longest headline in code points; the longest first line of the 62 English NTREX articles has 116."""
SUBHEAD_LENGTH = 50
OPENING_PASSAGES = 4
"""Bylines stand among the first passages."""
_AFTER_STOP = "\"'”’»“«)]」』】）* "
_BULLET = re.compile(r"(?:[•●▪‣◦■□►▶✓✔]\s*|[-*·]\s+)(?=\S)")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_DATELINE = re.compile(r"[^\W\d_][^.!?。؟]{1,70}?\)?\s*[-–—―]{1,2}")
_BYLINE = re.compile(
    r"(?:By|BY|Von|Par|Por|Di|Door|Av|Af|От|Автор:|Автор)"
    r"(?:\s+(?:(?:van|von|de|der|den|di|da|del|la|le|el|al|bin|and|und|y|et|e)\b|[^\W\d_a-z]\w*[.,’'\w-]*)){2,6}"
)
_CAPTION = re.compile(
    r"[\[(（【]?(?:(?:file |ap |afp |reuters )?photo|pictured|image|caption|foto|bild|imagen|imagem|immagine|fotografie"
    r"|zdjęcie|фото|на фото|снимок|صورة|الصورة|عکس|תמונה|צילום|图|圖|图片|圖片|图为|資料写真|写真|사진)"
    r"\s*(?:\d*\s*[:：]|为|為)\s*\S.{15,}",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage to be: its span without list marks, and what it is if that is known."""

    span: Span
    kind: PassageKind | None


def plain_pieces(text: str, spans: Sequence[Span], language: Language) -> list[Piece]:
    """Passages of plain text with their kinds; list marks are taken off the spans."""
    marks = _list_marks(text, spans)
    pieces = [_piece(text, span, mark, language) for span, mark in zip(spans, marks, strict=True)]
    return _with_headlines(text, pieces, language)


def refined(text: str, piece: Piece, position: int, language: Language) -> PassageKind:
    """The kind of a passage whose format says something about it already."""
    if piece.kind is PassageKind.RESIDUE or (piece.kind is PassageKind.HEADLINE and position == 0):
        return piece.kind
    body = text[piece.span.start : piece.span.end]
    if is_page_furniture(body, language):
        return PassageKind.RESIDUE
    if piece.kind in (None, PassageKind.PARAGRAPH):
        return _kind_of(body, position)
    return piece.kind or PassageKind.PARAGRAPH


def _piece(text: str, span: Span, mark: int, language: Language) -> Piece:
    inner = Span(span.start + mark, span.end)
    if is_page_furniture(text[inner.start : inner.end], language):
        return Piece(inner, PassageKind.RESIDUE)
    return Piece(inner, PassageKind.LIST_ITEM if mark else None)


def _list_marks(text: str, spans: Sequence[Span]) -> list[int]:
    """Length of the list mark that each passage begins with, 0 for none; one mark alone is no list."""
    found = [_mark(text[span.start : span.end]) for span in spans]
    marks = [0] * len(found)
    for i, (one, other) in enumerate(pairwise(found)):
        if one is not None and other is not None and _same_list(one[1], other[1]):
            marks[i], marks[i + 1] = one[0], other[0]
    return marks


def _mark(body: str) -> tuple[int, str] | None:
    bullet = _BULLET.match(body)
    if bullet is not None:
        return bullet.end(), bullet.group().strip()
    number = _NUMBER.match(body)
    return None if number is None else (number.end(), number.group(1))


def _same_list(one: str, other: str) -> bool:
    if one.isdigit() and other.isdigit():
        return int(other) == int(one) + 1
    return one == other


def _with_headlines(text: str, pieces: list[Piece], language: Language) -> list[Piece]:
    article = [i for i, piece in enumerate(pieces) if piece.kind is not PassageKind.RESIDUE]
    settled: list[Piece] = []
    for i, piece in enumerate(pieces):
        body = text[piece.span.start : piece.span.end]
        kind = piece.kind or _kind_of(body, i)
        opens = len(article) > 1 and i == article[0]
        inner = 0 < i < len(pieces) - 1
        if piece.kind is None and (
            (opens and _is_headline(body, language))
            or (inner and _is_subhead(body, pieces[i - 1 : i + 2 : 2], language))
        ):
            kind = PassageKind.HEADLINE
        settled.append(Piece(piece.span, kind))
    return settled


def _kind_of(body: str, position: int) -> PassageKind:
    if _DATELINE.fullmatch(body) or (position < OPENING_PASSAGES and _BYLINE.fullmatch(body)):
        return PassageKind.DATELINE
    if _CAPTION.fullmatch(body):
        return PassageKind.CAPTION
    return PassageKind.PARAGRAPH


def _is_headline(body: str, language: Language) -> bool:
    if len(body) > HEADLINE_LENGTH or "\n" in body or _DATELINE.fullmatch(body):
        return False
    last = body.rstrip(_AFTER_STOP)[-1:]
    if last in ("?", "!", "؟", "？", "！"):
        return True
    return last not in language.sentence_ends and last not in ",،、，;:"


def _is_subhead(body: str, neighbours: list[Piece], language: Language) -> bool:
    """Whether a line between paragraphs is a title: all capitals, or short and Capitalised Throughout."""
    if not language.cased or len(body) > 2 * SUBHEAD_LENGTH or not _is_headline(body, language):
        return False
    if any(len(piece.span) < 2 * len(body) for piece in neighbours):
        return False
    words = re.findall(r"[^\W\d_]+", body)
    if body.isupper():
        return sum(map(len, words)) > 3
    long = [word for word in words if len(word) > 3]
    return len(body) <= SUBHEAD_LENGTH and len(long) > 1 and all(word[0].isupper() for word in long)
