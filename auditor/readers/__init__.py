"""One reader per input format; all give a `Source`."""

from auditor.readers.read import read, read_text, readable

__all__ = ["read", "read_text", "readable"]
