"""Where the audited files are, as seen from the working folder, so that terminals and services can open them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from auditor.core.report import Report


def file_prefix(paths: Sequence[str], report: Report) -> str:
    """What to put before document ids to get paths relative to the working folder; empty when ids already are.

    Tried are the audited folders as they were typed and the folders of audited files. Only relative ones count: a
    report never tells where on a machine it was made.
    """
    ids = [audited.document.id for audited in report.documents]
    folders = [Path(path) if Path(path).is_dir() else Path(path).parent for path in paths if path != "-"]
    if len(folders) > 1 and not any(folder.is_absolute() for folder in folders):
        folders.append(Path(os.path.commonpath(folders)))
    for folder in folders:
        if not folder.is_absolute() and all((folder / name).is_file() for name in ids):
            return "" if folder == Path() else f"{folder.as_posix()}/"
    return ""
