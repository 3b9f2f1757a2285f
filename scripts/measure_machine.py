"""What the checks find in machine translations, and how often a professional marked the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clean_news import subject_of
from machine_news import Marked, marked_articles
from measure_clean import block

from auditor.audit.overlap import without_overlaps
from auditor.audit.selection import findings_of
from auditor.checks import Check, Subject
from auditor.core.finding import Finding
from auditor.core.mqm import Severity

NEAR = 2
"""Code points by which a mark may miss the finding: raters drop quotation marks and spaces."""


@dataclass
class Machine:
    """The findings of one data set."""

    sentences: int = 0
    lines: int = 0
    marked_lines: int = 0
    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    """By check: of severity minor or above and of at least the default confidence."""
    marked: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    """Of those, where a professional marked some error at the place."""
    samples: list[str] = field(default_factory=list)


def machine(data: Path, checks: Sequence[Check], systems: int, confidence: float) -> dict[str, Machine]:
    """By data set."""
    results: dict[str, Machine] = defaultdict(Machine)
    for name, article in marked_articles(data, systems):
        result = results[name]
        subject = subject_of(article.own, article.own.language, article.source)
        result.sentences += len(subject.document.segments)
        result.lines += len(article.marks)
        result.marked_lines += sum(map(bool, article.marks))
        for finding in without_overlaps(findings_of(checks, subject), subject.document, confidence):
            if finding.confidence >= confidence and finding.severity.at_least(Severity.MINOR):
                right = _is_marked(finding, subject, article)
                result.found[finding.name] += 1
                result.marked[finding.name] += right
                result.samples.append(("marked " if right else "unmarked ") + block(finding, subject.text))
    return dict(results)


def _is_marked(finding: Finding, subject: Subject, article: Marked) -> bool:
    """Whether a mark overlaps the finding, or comes near it."""
    start = 0
    for line, marks in zip(article.own.lines, article.marks, strict=True):
        at = subject.text.find(line.strip(), start)
        skipped = len(line) - len(line.lstrip())
        for mark in marks:
            a, b = at + mark.start - skipped - NEAR, at + mark.end - skipped + NEAR
            if finding.span.start < b and a < finding.span.end:
                return True
        start = max(start, at)
    return False


def table(results: dict[str, Machine]) -> list[str]:
    """By data set, then by check."""
    lines = ["findings per 1,000 sentences; where a professional marked something at the same place"]
    found: dict[str, int] = defaultdict(int)
    marked: dict[str, int] = defaultdict(int)
    for name, one in results.items():
        count, right = sum(one.found.values()), sum(one.marked.values())
        rate = 1000 * count / max(1, one.sentences)
        share = right / max(1, count)
        bad = one.marked_lines / max(1, one.lines)
        lines.append(f"  {name:22}{rate:6.2f} of {one.sentences}, marked {share:.2f} (lines with a mark: {bad:.2f})")
        for check in one.found:
            found[check] += one.found[check]
            marked[check] += one.marked[check]
    for check, count in sorted(found.items(), key=lambda item: -item[1]):
        lines.append(f"  {check:30} {count}, marked {marked[check] / count:.2f}")
    return lines
