"""What the checks find in human-written news, and what of planted artifacts, without any encoder.

    python scripts/benchmark_checks.py --data PATH [--part clean,clean-paired,planted,machine] [--checks NAME,…]
                                       [--languages all|complete|deu,arb,…] [--half tune|publish|all] [--findings FILE]

`clean`: NTREX dev alone. `clean-paired`: beside its English original, each line linked to its own. `planted`: artifacts
put into it by the recipes of `plant_*.py`, in ten languages. `machine`: machine translations of news and abstracts,
with the places that professionals marked. Thresholds are tuned on one half of the documents and figures published on
the other. `--findings` gets all findings, and the planted artifacts that were missed.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import measure_machine
import measure_plants
from clean_news import HALVES, clean_codes
from measure_clean import clean, table
from measure_machine import machine
from measure_plants import CODES, plantings

from auditor.audit.selection import selected_checks
from auditor.checks import Check
from auditor.config import Settings

SLOWEST = 8
"""Checks whose time is printed."""


def main() -> None:
    """Run the parts that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", default="clean,clean-paired,planted,machine")
    parser.add_argument("--systems", type=int, default=2, help="machine translations of each document")
    parser.add_argument("--plants", type=int, default=12, help="of each check in each of ten languages")
    parser.add_argument("--checks", default="", help="names or ids, separated by commas; all unless given")
    parser.add_argument("--languages", default="complete")
    parser.add_argument("--half", choices=HALVES, default="tune")
    parser.add_argument("--findings", type=Path, help="file for all findings, to read")
    args = parser.parse_args()
    settings = Settings(select=tuple(filter(None, args.checks.split(","))))
    checks = selected_checks(settings)
    samples: list[str] = []
    for part in args.part.split(","):
        if part == "machine":
            measured = machine(args.data, checks, args.systems, settings.confidence)
            print("== machine translations", *measure_machine.table(measured), sep="\n")
            samples += [block for one in measured.values() for block in one.samples]
            continue
        if part == "planted":
            samples += planted(args, checks, settings.confidence)
            continue
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


def planted(args: argparse.Namespace, checks: Sequence[Check], confidence: float) -> list[str]:
    """Print recall; the artifacts that nothing was said of."""
    codes = CODES if args.languages in ("all", "complete") else args.languages.split(",")
    tried = list(plantings(args.data, codes, args.half, checks, args.plants, confidence))
    print(f"== planted, half: {args.half}", *measure_plants.table(tried), sep="\n")
    return [f"missed {one.check} {one.code}\n  {one.shown}\n" for one in tried if not (one.found or one.by_other)]


if __name__ == "__main__":
    main()
