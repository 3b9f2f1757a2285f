"""Web and e-mail addresses, normalised so that equal targets compare equal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.core.document import Span
from auditor.facts.fact import Fact, FactKind, TextValue

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'“”«»「」『』（）()\[\]{}，。、]+"
    r"|(?<![A-Za-z0-9_.+-])[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
    r"|(?<![A-Za-z0-9.@-])(?:[A-Za-z0-9-]{1,63}\.){1,8}(?:com|org|net|gov|edu|int|info)"
    r"(?:/[^\s<>\"'“”«»()\[\]，。、]*)?(?![\w@])"
)
"""Repetitions are bounded and begin where no address can be under way, so that a long line is read once."""
_TRACE = re.compile(r"://|www\.|@|\.(?:com|org|net|gov|edu|int|info)")
"""One of these is in each; saves time only."""
_TRAILING = ".,;:!?…،؛؟"


def find_links(text: str) -> Iterator[Fact]:
    """Every address in `text`; final punctuation of the sentence is not part of it."""
    for match in _ADDRESS.finditer(text) if _TRACE.search(text) else ():
        surface = match.group().rstrip(_TRAILING)
        span = Span(match.start(), match.start() + len(surface))
        yield Fact(FactKind.LINK, span, surface, TextValue(_normalised(surface)))


def _normalised(address: str) -> str:
    """Without scheme, `www.` and final slash; the host in lower case."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", address, flags=re.IGNORECASE).rstrip("/")
    if "@" in bare:
        return bare.casefold()
    host, slash, path = bare.partition("/")
    return host.casefold() + slash + path
