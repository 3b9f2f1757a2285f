"""An unexpected error inside one document: a notice that says where, so that the others are not lost."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

from auditor.core.finding import Level, Notice

DEBUG = "AUDITOR_DEBUG"
"""Environment variable: errors inside one document end the run with their traceback."""


def internal_error(error: Exception, document: str) -> Notice:
    """The notice for `error`; raises it again under `AUDITOR_DEBUG`."""
    if os.environ.get(DEBUG):
        raise error
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    message = f"{type(error).__name__}: {error} (at {place}); please report it. {DEBUG}=1 shows the whole traceback."
    return Notice(Level.INCOMPLETE, "internal-error", message, document)
