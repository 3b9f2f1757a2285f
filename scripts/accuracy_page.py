"""docs/accuracy.md: findings in clean text by language, precision and recall by check; from measured.json, readings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import fmean

from findings_drawn import HUMAN
from readings import Reading, load
from rivals_section import rivals_section

from auditor.checks import all_checks
from auditor.checks.measured import Clean, Measured, measured
from auditor.checks.precision import ARTIFACTS, ENOUGH, UNREAD
from auditor.languages import get_language, known_languages
from auditor.reports.measured_words import precision_cell

OFTEN = 3
"""Wrong findings from which on a cause is listed."""


def accuracy_page() -> str:
    """The whole page, in Markdown."""
    table = measured()
    readings = [_readings(load().rows), _graves(table)]
    parts = [_head(table), _languages(table), _checks(table), *readings, rivals_section()]
    return "\n".join("\n".join(part) + "\n" for part in parts)


def _head(table: Measured) -> list[str]:
    complete = [code for code in table.alone if code in known_languages()]
    text = f"""# How right the checks are

Written by `scripts/gendocs.py` from `auditor/checks/measured.json`, which `scripts/benchmark_checks.py --publish`
measures. All checks that need no encoder ran with their defaults on NTREX-128, news translated by professionals:
{len(table.alone)} languages, the half of the documents that thresholds were not tuned on, but for split-sentence.
Findings of an earlier run over the same half were read, to count how many are right, and some causes were mended from
what was read, so it is no longer wholly unseen.

These are findings, not false alarms: translators slip, and files are damaged. What was read of them stands below.

- Without a counterpart: **{_mean_rate(table.alone):.2f}** findings of severity minor or above in 1,000 sentences, mean
  over all languages; {_mean_rate(table.alone, complete):.2f} over the {len(complete)} with a data file of their own.
- Beside the English original: **{_mean_rate(table.paired):.2f}**, and {_mean_rate(table.paired, complete):.2f}.
- Of severity major or above: {_grave(table.alone):.3f} and {_grave(table.paired):.3f} in 1,000 sentences.
"""
    return text.splitlines()


def _languages(table: Measured) -> list[str]:
    lines = [
        "## Languages",
        "",
        "Findings of severity minor or above in 1,000 sentences, in brackets major or above; active checks.",
        "",
        "| language | sentences | alone | checks | beside English | checks |",
        "|---|---|---|---|---|---|",
    ]
    for code, clean in sorted(table.alone.items(), key=lambda item: (item[0] not in known_languages(), item[0])):
        name = get_language(code).name if code in known_languages() else f"{code} (no data file)"
        other = table.paired.get(code)
        beside = "– | –" if other is None else f"{_rates(other)} | {other.active}"
        lines.append(f"| {name} | {clean.sentences:,} | {_rates(clean)} | {clean.active} | {beside} |")
    return lines


def _checks(table: Measured) -> list[str]:
    lines = [
        "## Checks",
        "",
        "Right: share of findings that an editor would accept, and in brackets how many were read. It is their",
        f"confidence, which stays below {UNREAD} while fewer than {ENOUGH} were read, and is told apart by severity,",
        "language and how sure the check itself is where enough was read. It holds for text with as many artifacts",
        f"as machine translations have: human text counts as if it held {ARTIFACTS} of each kind in 1,000 sentences,",
        "found as often as planted ones are.",
        "Clean: findings of minor or above in 1,000 sentences of human news, the worse of alone and beside English.",
        "Found: share of artifacts planted in ten languages. Machine: findings in 1,000 sentences of machine",
        "translations into English and German, and of how many a professional marked something at the same place.",
        "",
        "| check | severity | right | clean | found | machine | marked |",
        "|---|---|---|---|---|---|---|",
    ]
    for check in all_checks():
        recall = table.recall(check.name)
        found, marked = table.machine.found.get(check.name, (0, 0))
        cells = [
            f"[{check.name}](checks/{check.name}.md)",
            check.severity.value,
            precision_cell(check),
            f"{table.clean_rate(check.name):.3f}",
            "–" if recall is None else f"{recall:.2f}",
            f"{1000 * found / table.machine.sentences:.2f}",
            f"{marked} of {found}" if found else "–",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _readings(rows: Sequence[Reading]) -> list[str]:
    """How many were read and why the wrong ones are wrong."""
    causes = Counter((row.check, row.cause) for row in rows if not row.right)
    lines = ["## What was read", ""]
    for name, human in (("human text", True), ("machine translations", False)):
        labels = [row.right for row in rows if (row.corpus == HUMAN) is human]
        lines.append(f"- {name}: {sum(labels)} of {len(labels)} were right")
    lines += ["", f"Wrong ones by cause, where there were {OFTEN} or more; some are mended since.", ""]
    lines += ["| check | cause | findings |", "|---|---|---|"]
    often = [(check, cause, count) for (check, cause), count in causes.items() if count >= OFTEN]
    return lines + [f"| {check} | {cause} | {n} |" for check, cause, n in sorted(often, key=lambda row: (-row[2], row))]


def _graves(table: Measured) -> list[str]:
    """Every finding of major or above in human text."""
    lines = ["## Major findings in human text", "", "Each of the run, with its document and line in NTREX-128.", ""]
    lines += ["| check | document | text | beside English |", "|---|---|---|---|"]
    for beside, part in (("", table.alone), ("yes", table.paired)):
        for clean in part.values():
            for grave in clean.graves:
                text = grave.excerpt.replace("|", "\\|")
                lines.append(f"| {grave.check} | {grave.language} {grave.document}:{grave.line} | {text} | {beside} |")
    return lines


def _rates(clean: Clean) -> str:
    return f"{clean.rate():.2f} ({clean.grave_rate():.2f})"


def _grave(table: dict[str, Clean]) -> float:
    return fmean(clean.grave_rate() for clean in table.values())


def _mean_rate(table: dict[str, Clean], codes: Iterable[str] | None = None) -> float:
    """Of the languages `codes`, or of all; each counts the same."""
    return fmean(table[code].rate() for code in (table if codes is None else codes) if code in table)
