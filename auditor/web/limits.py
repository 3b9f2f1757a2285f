"""How much a browser may send; one place for every figure."""

from __future__ import annotations

ARTICLE_BYTES = 5_000_000
"""A file. News pages saved with all their scripts inlined have 1 to 3 MB."""
AUDITED_BYTES = 20_000_000
"""An article of a report that is opened again: what `auditor check` reads unless told otherwise."""
ARTICLE_CHARACTERS = 300_000
"""Text read from a file: about 50,000 words, ten times a long article. Alignment holds a few matrices of sentences by
sentences, 100 MB at this length."""
FORM_BYTES = 2 * ARTICLE_BYTES + 100_000
"""Two articles and the other fields."""
FORM_FILES = 2
FORM_FIELDS = 12
EDIT_BYTES = 12 * ARTICLE_CHARACTERS
"""An edited text as JSON: a character takes up to 12 bytes (a surrogate pair, both escaped)."""
SMALL_BYTES = 20_000
"""Every other request."""
DRAINED_BYTES = 20 * FORM_BYTES
"""What is still read and thrown away of a request that is too large: a browser shows the refusal only if it could
send everything first."""
REASON_CHARACTERS = 2_000
AT_WORK = 40
"""Audits that run or wait; further ones are refused until some are done."""
KEPT = 200
"""Finished audits that are remembered; of older ones the files stay in the workspace."""
