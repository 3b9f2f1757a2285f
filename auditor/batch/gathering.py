"""What a check gathered of an article, as text and back: plain dataclasses, sets in a fixed order."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from auditor.checks import CorpusCheck


def to_text(data: object) -> str:
    """Equal data give equal text."""
    return json.dumps(_plain(data), ensure_ascii=False, separators=(",", ":"))


def from_text(check: CorpusCheck[Any], text: str) -> Any:  # noqa: ANN401 - what the check's `gather` says it gives
    """What the check had gathered."""
    return TypeAdapter(get_type_hints(check.gather)["return"]).validate_json(text)


def _plain(data: object) -> object:
    if is_dataclass(data):
        return {field.name: _plain(getattr(data, field.name)) for field in fields(data)}
    if isinstance(data, frozenset | set):
        return sorted((_plain(one) for one in data), key=lambda one: json.dumps(one, sort_keys=True))
    if isinstance(data, tuple | list):
        return [_plain(one) for one in data]
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in sorted(data.items())}
    return data
