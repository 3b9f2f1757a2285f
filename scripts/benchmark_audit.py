"""Audits real articles: pairing accuracy on scrambled folders, and findings on clean human text.

    python scripts/benchmark_audit.py --data PATH [--part mqm,ntrex,clean,clean-paired] [--findings FILE] [--jobs N]

`mqm`: 30 Chinese wire stories with two English machine translations each. `ntrex`: human translations into 12
languages with their English originals, names scrambled. `clean`: all NTREX dev text of English and 11 languages,
without counterpart; `clean-paired`: the same beside its English original. Findings are drawn at random (fixed seed)
into `--findings` for reading.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from folders import CLEAN_LANGUAGES, Folder, clean_folder, mqm_folder, ntrex_folder
from measure_clean import block

from auditor.api import audit
from auditor.checks import all_checks
from auditor.core.finding import Finding
from auditor.core.mqm import Severity
from auditor.core.report import Report

SAMPLE = 50


def main() -> None:
    """Run the parts that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", default="mqm,ntrex,clean,clean-paired")
    parser.add_argument("--languages", default=",".join(CLEAN_LANGUAGES), help="of the clean parts")
    parser.add_argument("--documents", type=int, default=30, help="Chinese stories in the mqm folder")
    parser.add_argument("--systems", type=int, default=2, help="translations of each of them")
    parser.add_argument("--per-language", type=int, default=8, help="articles a language in the ntrex folder")
    parser.add_argument("--findings", type=Path, help="folder for samples of findings to read")
    arguments = parser.parse_args()
    if arguments.findings:
        arguments.findings.mkdir(parents=True, exist_ok=True)
    parts = arguments.part.split(",")
    if "mqm" in parts:
        with tempfile.TemporaryDirectory() as place:
            folder = mqm_folder(arguments.data, Path(place), arguments.documents, arguments.systems)
            _paired("mqm", folder, arguments.findings)
    if "ntrex" in parts:
        with tempfile.TemporaryDirectory() as place:
            _paired("ntrex", ntrex_folder(arguments.data, Path(place), arguments.per_language), arguments.findings)
    for name in ("clean", "clean-paired"):
        if name in parts:
            _clean(arguments, paired=name == "clean-paired")


def _paired(name: str, folder: Folder, samples: Path | None) -> None:
    started = time.perf_counter()
    report = audit([folder.path])
    elapsed = time.perf_counter() - started
    made = {d.document.id: d.pair.counterpart.id for d in report.documents if d.pair is not None}
    right = sum(made.get(ours) == theirs for ours, theirs in folder.pairs.items())
    print(f"\n== {name}: {len(report.documents)} translations audited in {elapsed:.0f} s")
    print(f"pairing accuracy {right / len(folder.pairs):.4f} ({right} of {len(folder.pairs)})")
    for ours, theirs in sorted(folder.pairs.items()):
        if made.get(ours) != theirs:
            print(f"  {ours}: {made.get(ours)}, should be {theirs}")
    print("regimes", dict(Counter(d.alignment.regime.value for d in report.documents if d.alignment)))
    fidelity = [d.score.fidelity for d in report.documents if d.score.fidelity is not None]
    if fidelity:
        print(f"fidelity of documents: mean {sum(fidelity) / len(fidelity):.1f}, lowest {min(fidelity):.1f}")
    print("verdicts", dict(Counter(p.verdict.value for d in report.documents for p in d.score.passages)))
    print("findings", dict(Counter(f"{f.name}/{f.severity}" for f in report.findings)))
    if samples:
        _write_sample(report.findings, report, samples / f"{name}.txt")


def _clean(arguments: argparse.Namespace, *, paired: bool) -> None:
    print(f"\n== clean human text {'with its English original' if paired else 'alone'}")
    print("findings of minor or above (of major or above) per 1,000 sentences")
    totals: Counter[str] = Counter()
    sentences = 0
    for code in arguments.languages.split(","):
        if paired and code == "eng":
            continue
        with tempfile.TemporaryDirectory() as place:
            clean_folder(arguments.data, Path(place), code)
            report = audit([Path(place) if paired else Path(place) / "translation"])
        count = sum(len(d.document.segments) for d in report.documents)
        sentences += count
        counts = Counter(f.name for f in report.findings if f.severity.at_least(Severity.MINOR))
        grave = sum(f.severity.at_least(Severity.MAJOR) for f in report.findings)
        totals += counts
        each = ", ".join(f"{name} {1000 * n / count:.2f}" for name, n in counts.most_common())
        rate = 1000 * counts.total() / count
        print(f"  {code:7} {rate:6.2f} ({1000 * grave / count:.2f})  of {count}: {each}")
        if arguments.findings:
            name = f"clean-{'paired-' if paired else ''}{code}.txt"
            grave_enough = [f for f in report.findings if f.severity.at_least(Severity.MINOR)]
            _write_sample(grave_enough, report, arguments.findings / name, sample=None)
    print(f"  all     {1000 * totals.total() / sentences:6.2f}")
    for check in all_checks():
        if totals[check.name]:
            print(f"    {check.name:<30} {1000 * totals[check.name] / sentences:.2f}")


def _write_sample(found: Sequence[Finding], report: Report, path: Path, sample: int | None = SAMPLE) -> None:
    """Findings with their surroundings; fifty at random, or all."""
    if sample is not None and len(found) > sample:
        found = random.Random(3).sample(found, sample)
    texts = {d.document.id: d.document.text for d in report.documents}
    path.write_text("\n".join(block(f, texts[f.document]) for f in found), encoding="utf-8")


if __name__ == "__main__":
    main()
