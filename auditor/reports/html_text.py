"""Foreign text on the page: its direction, and characters that cannot be seen or that turn the text around."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from auditor.languages import get_language

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_PICTURES = 0x2400
"""Unicode block of visible pictures for the control characters."""

_NAMES = {
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0x200B: "ZWSP",
    0x2060: "WJ",
    0xFEFF: "BOM",
}
"""Named instead of printed: the first nine would show the text in another order than it has (Unicode UAX #9)."""
_QUIET = {0x00AD: "SHY", 0x061C: "ALM", 0x200C: "ZWNJ", 0x200D: "ZWJ", 0x200E: "LRM", 0x200F: "RLM"}
"""At home in good text of many languages: named only where a highlight would else be empty."""
_ALWAYS = re.compile(f"[{''.join(map(chr, _NAMES))}]")
_UNSEEN = re.compile(f"[{''.join(map(chr, _NAMES | _QUIET))}]")
_ONLY_UNSEEN = re.compile(f"{_UNSEEN.pattern}+")


def shown(text: str) -> Markup:
    """`text` escaped; control characters become a visible picture or U+FFFD, bidi controls their name in a frame."""
    pattern = _UNSEEN if _ONLY_UNSEEN.fullmatch(text) else _ALWAYS
    return Markup(pattern.sub(_named, str(escape(_CONTROLS.sub(_picture, text)))))


def direction(language: str) -> str:
    """`ltr`, `rtl`, or `auto` (the browser looks at the letters) where nothing is known about the language."""
    known = get_language(language)
    return known.direction if known.complete else "auto"


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(_PICTURES + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _named(match: re.Match[str]) -> str:
    code = ord(match.group())
    name = (_NAMES | _QUIET)[code]
    return f'<span class="control" title="invisible character U+{code:04X}">{name}</span>'
