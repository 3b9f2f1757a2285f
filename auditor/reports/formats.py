"""The names of all output formats; nothing else, so that listing them loads no renderer."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What `auditor check` writes."""

    TEXT = "text"
    FULL = "full"
    JSON = "json"
    JSONL = "jsonl"
    STATISTICS = "statistics"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    HTML = "html"


class AlignmentFormat(StrEnum):
    """What `auditor align` writes."""

    JSON = "json"
    TSV = "tsv"
    TMX = "tmx"
    LADDER = "ladder"


class ScoreFormat(StrEnum):
    """What `auditor score` writes."""

    TSV = "tsv"
    JSONL = "jsonl"
