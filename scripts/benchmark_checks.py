"""What the checks find in human-written news, without any encoder.

    python scripts/benchmark_checks.py --data PATH [--part clean,clean-paired] [--checks NAME,…]
                                       [--languages all|complete|deu,arb,…] [--half tune|publish|all] [--findings FILE]

`clean`: NTREX dev alone. `clean-paired`: beside its English original, each line linked to its own. Thresholds are tuned
on one half of the documents and figures published on the other.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from clean_news import HALVES, clean_codes
from measure_clean import clean, table

from auditor.audit.selection import selected_checks
from auditor.config import Settings

SLOWEST = 8
"""Checks whose time is printed."""


def main() -> None:
    """Run the parts that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", default="clean,clean-paired")
    parser.add_argument("--checks", default="", help="names or ids, separated by commas; all unless given")
    parser.add_argument("--languages", default="complete")
    parser.add_argument("--half", choices=HALVES, default="tune")
    parser.add_argument("--findings", type=Path, help="file for all findings, to read")
    args = parser.parse_args()
    settings = Settings(select=tuple(filter(None, args.checks.split(","))))
    checks = selected_checks(settings)
    samples: list[str] = []
    for part in args.part.split(","):
        seconds: dict[str, float] = {}
        paired = {"clean": False, "clean-paired": True}[part]
        codes = [code for code in clean_codes(args.data, args.languages) if not (paired and code == "eng")]
        results = {
            code: clean(args.data, code, args.half, checks, settings.confidence, seconds, paired=paired)
            for code in codes
        }
        print(f"== {part}, half: {args.half}", *table(results), sep="\n")
        sentences = sum(one.sentences for one in results.values())
        spent = sum(seconds.values())
        print(f"checks alone: {sentences / max(spent, 1e-9):.0f} sentences a second; slowest, ms per 1,000 sentences:")
        for name, took in sorted(seconds.items(), key=lambda item: -item[1])[:SLOWEST]:
            print(f"  {name:30} {1e6 * took / max(1, sentences):.0f}")
        samples += [block for one in results.values() for block in one.samples]
    if args.findings:
        args.findings.write_text("\n".join(samples), encoding="utf-8")


if __name__ == "__main__":
    main()
