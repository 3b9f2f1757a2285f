"""Twelve hex digits that stand for the bytes of a model's files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from auditor.encoders.cache_files import cache_folder, write_whole

DIGITS = 12
MEMO_NAME = "model-hashes.json"


def fingerprint(files: Sequence[Path], recipe: str = "") -> str:
    """SHA-256 over every byte of `files` and the `recipe` that reads them, cut to twelve hex digits.

    Hashing 70 MB takes 0.3 s, so a file's digest is remembered in the cache folder under its path, size and time of
    change, and read from there as long as all three stay.
    """
    digest = hashlib.sha256(recipe.encode())
    for path in files:
        digest.update(_file_digest(path).encode())
    return digest.hexdigest()[:DIGITS]


def _file_digest(path: Path) -> str:
    facts = path.stat()
    key = f"{path.resolve()}|{facts.st_size}|{facts.st_mtime_ns}"
    memo_path = cache_folder() / MEMO_NAME
    memo = _read_memo(memo_path)
    if key not in memo:
        with path.open("rb") as file:
            memo[key] = hashlib.file_digest(file, "sha256").hexdigest()
        write_whole(memo_path, json.dumps(memo, indent=0, sort_keys=True).encode())
    return memo[key]


def _read_memo(path: Path) -> dict[str, str]:
    try:
        memo = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):  # absent or damaged: the digests are computed again
        return {}
    return {k: v for k, v in memo.items() if isinstance(v, str)} if isinstance(memo, dict) else {}
