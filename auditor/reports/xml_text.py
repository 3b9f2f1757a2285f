"""Text that XML 1.0 can hold: articles contain characters that it cannot, not even escaped."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """`text` with every character that XML 1.0 forbids (section 2.2) shown as U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)
