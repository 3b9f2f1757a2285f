"""How plain text is laid out: where one passage ends and the next begins."""

from __future__ import annotations

import re

from auditor.core.document import Block, PassageKind, Span

_PARAGRAPH = re.compile(r"\S(?:.*\S)?")


def plain_blocks(text: str) -> tuple[Block, ...]:
    """One block per line that is not blank."""
    spans = [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    blocks = [Block(span) for span in spans]
    if len(spans) > 1 and not text[spans[0].start : spans[0].end].endswith((".", "!", "?", "。", "؟", "।")):
        blocks[0] = Block(spans[0], PassageKind.HEADLINE)
    return tuple(blocks)
