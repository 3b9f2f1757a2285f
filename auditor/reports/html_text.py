"""Foreign text on the page: its direction, and characters that HTML cannot hold."""

from __future__ import annotations

import re

from auditor.languages import get_language

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_PICTURES = 0x2400
"""Unicode block of visible pictures for the control characters."""


def shown(text: str) -> str:
    """`text` with control characters replaced, one for one, by a visible picture or U+FFFD."""
    return _CONTROLS.sub(_picture, text)


def direction(language: str) -> str:
    """`ltr`, `rtl`, or `auto` (the browser looks at the letters) where nothing is known about the language."""
    known = get_language(language)
    return known.direction if known.complete else "auto"


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(_PICTURES + code)
    return "\u2421" if code == 0x7F else "\ufffd"
