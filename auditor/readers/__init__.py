"""One reader per input format; all give a `Source`."""

from auditor.readers.discover import Discovery, discover
from auditor.readers.html import OWN_REPORT
from auditor.readers.read import read, read_bytes, read_text, readable

__all__ = ["OWN_REPORT", "Discovery", "discover", "read", "read_bytes", "read_text", "readable"]
