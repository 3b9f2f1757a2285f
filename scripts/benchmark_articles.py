"""Audits the articles of `tests/articles/`, whose artifacts were marked by people who did not know the checks.

    python scripts/benchmark_articles.py [--half even|odd|all] [--show] [--json FILE] [--articles FOLDER]

An artifact is found when a finding of any check touches it, or the place where something is missing. What is said of
other places is counted as a false alarm, neutral findings apart. Causes were mended after reading the articles with
even numbers; those with odd ones are kept for measuring.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from auditor.api import audit
from auditor.config import Settings
from auditor.core.document import Document, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Severity
from auditor.core.report import Report

ARTICLES = Path(__file__).parents[1] / "tests" / "articles"
REACH = 2
"""Code points by which a finding may miss the marked stretch: a space or a mark beside it."""
SEVERITIES = ("major", "minor", "neutral")


@dataclass(frozen=True, slots=True)
class Artifact:
    """What an editor marked."""

    kind: str
    severity: str
    span: Span


@dataclass
class Tally:
    """Counts over some articles."""

    articles: int = 0
    clean: int = 0
    """Articles without artifacts."""
    sentences: int = 0
    found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SEVERITIES, 0))
    marked: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SEVERITIES, 0))
    alarms: int = 0
    """Findings of minor or above that touch no artifact."""
    grave_alarms: int = 0
    clean_alarms: int = 0
    """Those in articles without artifacts."""
    lines: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, Any]:
        """Plain data."""
        return {name: value for name, value in vars(self).items() if name != "lines"}


def main() -> None:
    """Audit, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=ARTICLES)
    parser.add_argument("--half", choices=("even", "odd", "all"), default="all")
    parser.add_argument("--show", action="store_true", help="print each artifact and each false alarm")
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    arguments = parser.parse_args()
    report = audit([arguments.articles], settings=Settings(cache=False))
    halves = ("even", "odd") if arguments.half == "all" else (arguments.half,)
    tallies = {half: tally(report, arguments.articles, half) for half in halves}
    for half, counted in tallies.items():
        if arguments.show:
            print("\n".join(counted.lines))
        print(f"{half}: {_told(counted)}")
    if arguments.json:
        figures = {half: counted.figures() for half, counted in tallies.items()}
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def tally(report: Report, folder: Path, half: str) -> Tally:
    """The articles of one half, by the number in their names, held against what was marked in them."""
    counted = Tally()
    for audited in report.documents:
        document = audited.document
        name = Path(document.id).name.split(".")[0]
        if (int(name.rsplit("-", 1)[1]) % 2 == 0) != (half == "even"):
            continue
        found = [finding for finding in report.findings if finding.document == document.id]
        marked = artifacts(folder / "artifacts" / f"{name}.json", document)
        _count(counted, document, marked, found)
    return counted


def artifacts(path: Path, document: Document) -> list[Artifact]:
    """What was marked in a document; ValueError where a marked text does not stand in it exactly once."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [Artifact(row["kind"], row["severity"], _span(document, row["text"])) for row in rows]


def _span(document: Document, text: str) -> Span:
    start = document.text.find(text)
    if start < 0 or document.text.find(text, start + 1) >= 0:
        raise ValueError(f"{document.id}: {text!r} does not stand there exactly once")
    return Span(start, start + len(text))


def _count(counted: Tally, document: Document, marked: Sequence[Artifact], found: Sequence[Finding]) -> None:
    counted.articles += 1
    counted.clean += not marked
    counted.sentences += len(document.segments)
    counted.lines.append(f"== {document.id} ({document.language})")
    beside = set(found)
    for artifact in marked:
        hits = [finding for finding in found if _touches(finding, artifact)]
        beside.difference_update(hits)
        counted.marked[artifact.severity] += 1
        counted.found[artifact.severity] += bool(hits)
        counted.lines.append("  " + _line(document, artifact, hits))
    for finding in sorted(beside, key=lambda finding: finding.span):
        counted.lines.append(f"  ! {finding.severity} {finding.name}: {finding.excerpt!r} {finding.message}")
        grave = finding.severity.at_least(Severity.MAJOR)
        alarm = finding.severity.at_least(Severity.MINOR)
        counted.alarms += alarm
        counted.grave_alarms += grave
        counted.clean_alarms += alarm and not marked


def _touches(finding: Finding, artifact: Artifact) -> bool:
    return finding.span.start < artifact.span.end + REACH and finding.span.end > artifact.span.start - REACH


def _line(document: Document, artifact: Artifact, hits: Sequence[Finding]) -> str:
    told = ", ".join(f"{finding.name}/{finding.severity}" for finding in hits)
    mark = "+" if hits else "-"
    return f"{mark} [{artifact.severity}] {artifact.kind}: {document.slice(artifact.span)[:70]!r} {told}".rstrip()


def _told(counted: Tally) -> str:
    return "; ".join(_parts(counted))


def _parts(counted: Tally) -> Iterator[str]:
    each = (f"{name} {counted.found[name]} of {counted.marked[name]}" for name in SEVERITIES)
    yield f"{counted.articles} articles ({counted.clean} clean), {counted.sentences} sentences"
    found, marked = sum(counted.found.values()), sum(counted.marked.values())
    yield f"artifacts found {found} of {marked} ({', '.join(each)})"
    yield f"false alarms {counted.alarms}, major {counted.grave_alarms}, in clean articles {counted.clean_alarms}"


if __name__ == "__main__":
    main()
