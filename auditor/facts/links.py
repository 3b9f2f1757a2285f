"""Web and e-mail addresses, normalised so that equal targets compare equal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.core.document import Span
from auditor.facts.fact import Fact, FactKind, TextValue

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'“”«»「」『』（）()\[\]{}，。、]+"
    r"|[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|\b(?:[A-Za-z0-9-]+\.)+(?:com|org|net|gov|edu|int|info)(?:/[^\s<>\"'“”«»()\[\]]*)?(?![\w@])"
)
_TRAILING = ".,;:!?…،؛؟"


def find_links(text: str) -> Iterator[Fact]:
    """Every address in `text`; final punctuation of the sentence is not part of it."""
    for match in _ADDRESS.finditer(text):
        surface = match.group().rstrip(_TRAILING)
        span = Span(match.start(), match.start() + len(surface))
        yield Fact(FactKind.LINK, span, surface, TextValue(_normalised(surface)))


def _normalised(address: str) -> str:
    """Without scheme, `www.` and final slash; the host in lower case."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", address, flags=re.IGNORECASE).rstrip("/")
    host, slash, path = bare.partition("/")
    return host.casefold() + slash + path
