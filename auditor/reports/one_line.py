"""Foreign text on one line of a terminal or log: no line breaks, no control or direction-changing characters."""

from __future__ import annotations

import unicodedata

ALLOWED_FORMAT = frozenset("\u200c\u200d\u00ad")
"""Joiners and soft hyphens belong to words; other format characters could reorder or hide what follows."""


def one_line(text: str) -> str:
    """`text` with white space collapsed and characters that could act on a terminal shown as `\\x1b` or `\\u202e`."""
    return "".join(map(_shown, " ".join(text.split())))


def _shown(char: str) -> str:
    if unicodedata.category(char) not in ("Cc", "Cf", "Cs") or char in ALLOWED_FORMAT:
        return char
    return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"
