"""False alarms: what the checks find in human-written news, by check and language, without any encoder."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clean_news import GAP, clean_subjects

from auditor.audit.overlap import without_overlaps
from auditor.audit.selection import can_run
from auditor.checks import Check, CorpusCheck, Subject
from auditor.checks.measured import Grave
from auditor.checks.precision import with_precision
from auditor.core.finding import Finding, excerpt
from auditor.core.mqm import Severity

AROUND = 160
"""Code points shown on either side of a finding."""
EXCERPT = 80
"""Code points of a finding that are published."""


@dataclass
class Clean:
    """The findings of one language."""

    sentences: int = 0
    active: int = 0
    """Checks that ran."""
    shown: Counter[str] = field(default_factory=Counter)
    """By check: of severity minor or above and of at least the default confidence."""
    grave: Counter[str] = field(default_factory=Counter)
    """Of those, major or above."""
    neutral: Counter[str] = field(default_factory=Counter)
    hidden: Counter[str] = field(default_factory=Counter)
    """Below the default confidence."""
    samples: list[str] = field(default_factory=list)
    graves: list[Grave] = field(default_factory=list)
    """Those major or above, each."""

    def rate(self, check: str | None = None) -> float:
        """Findings shown per 1,000 sentences."""
        count = self.shown.total() if check is None else self.shown[check]
        return 1000 * count / max(1, self.sentences)


def clean(
    data: Path,
    code: str,
    half: str,
    checks: Sequence[Check],
    confidence: float,
    seconds: dict[str, float],
    *,
    paired: bool,
) -> Clean:
    """All findings in the articles of one language; `seconds` gathers the time of each check."""
    result = Clean()
    ran: set[str] = set()
    subjects = list(clean_subjects(data, code, half, paired=paired))
    across = _across(subjects, checks)
    for subject in subjects:
        result.sentences += len(subject.document.segments)
        found = across.get(subject.document.id, [])
        for check in checks:
            if can_run(check, subject):
                started = time.process_time()
                found += [with_precision(finding, subject.language.code) for finding in check.findings(subject)]
                seconds[check.name] = seconds.get(check.name, 0.0) + time.process_time() - started
                ran.add(check.name)
        found.sort(key=lambda finding: (finding.span, finding.check))
        for finding in without_overlaps(found, subject.document, confidence):
            _count(result, finding, subject, confidence)
            if finding.confidence >= confidence and finding.severity.at_least(Severity.MAJOR):
                result.graves.append(grave(finding, code, subject.text))
    result.active = len(ran)
    return result


def _across(subjects: Sequence[Subject], checks: Sequence[Check]) -> dict[str, list[Finding]]:
    """What checks that look at all articles find in them, by document."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for check in checks:
        if isinstance(check, CorpusCheck):
            able = [subject for subject in subjects if can_run(check, subject)]
            for finding in check.across({subject.document.id: check.gather(subject) for subject in able}):
                found[finding.document].append(with_precision(finding, subjects[0].language.code))
    return found


def _count(result: Clean, finding: Finding, subject: Subject, confidence: float) -> None:
    if finding.confidence < confidence:
        result.hidden[finding.name] += 1
    elif not finding.severity.at_least(Severity.MINOR):
        result.neutral[finding.name] += 1
    else:
        result.shown[finding.name] += 1
        result.grave[finding.name] += finding.severity.at_least(Severity.MAJOR)
    result.samples.append(block(finding, subject.text))


def grave(finding: Finding, code: str, text: str) -> Grave:
    """What is published of a finding that is major or above."""
    line = text.count(GAP, 0, finding.span.start)
    document = finding.document.rpartition("/")[2]
    shown = excerpt(text[finding.span.start : finding.span.end], EXCERPT)
    return Grave(check=finding.name, language=code, document=document, line=line, excerpt=shown)


def block(finding: Finding, text: str) -> str:
    """A finding with its surroundings, for reading."""
    before = text[max(0, finding.span.start - AROUND) : finding.span.start]
    after = text[finding.span.end : finding.span.end + AROUND]
    lines = [
        f"{finding.document} {finding.name} {finding.severity} {finding.confidence:.2f}",
        f"  {' '.join(f'{before}⟦{text[finding.span.start : finding.span.end]}⟧{after}'.split())}",
        f"  {finding.message}",
    ]
    return "\n".join([*lines, *(f"  evidence: {evidence.excerpt}" for evidence in finding.evidence)]) + "\n"


def table(results: dict[str, Clean]) -> list[str]:
    """Languages, noisiest first, then checks."""
    lines = ["findings of minor or above per 1,000 sentences (major or above; active checks; neutral, hidden)"]
    for code, one in sorted(results.items(), key=lambda item: -item[1].rate()):
        grave = 1000 * one.grave.total() / max(1, one.sentences)
        each = ", ".join(f"{name} {one.rate(name):.2f}" for name, _ in one.shown.most_common())
        rest = f"{one.neutral.total()}, {one.hidden.total()}"
        lines.append(f"  {code:9}{one.rate():6.2f} ({grave:.2f}; {one.active}; {rest}) of {one.sentences}: {each}")
    sentences = sum(one.sentences for one in results.values())
    mean = sum(one.rate() for one in results.values()) / len(results)
    lines.append(f"mean of {len(results)} languages {mean:.2f}; by check, of {sentences} sentences:")
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in results.values():
        for place, counts in enumerate((one.shown, one.grave, one.neutral, one.hidden)):
            for name, count in counts.items():
                totals[name][place] += count
    for name, (shown, grave_, neutral, hidden) in sorted(totals.items(), key=lambda item: -item[1][0]):
        rate = 1000 * shown / max(1, sentences)
        lines.append(f"  {name:30} {rate:.3f} ({shown}, major {grave_}; neutral {neutral}, hidden {hidden})")
    return lines
