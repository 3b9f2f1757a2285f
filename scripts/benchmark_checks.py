"""What the checks find in human-written news, and what of planted artifacts, without any encoder.

    python scripts/benchmark_checks.py --data PATH [--part clean,clean-paired,planted,machine] [--checks NAME,…]
                                       [--languages all|complete|deu,arb,…] [--half tune|publish|all]
                                       [--findings FILE] [--publish]

`clean`: NTREX dev alone. `clean-paired`: beside its English original, each line linked to its own. `planted`: artifacts
put into it by the recipes of `plant_*.py`, in ten languages. `machine`: machine translations of news and abstracts,
with the places that professionals marked. Thresholds are tuned on one half of the documents and figures published on
the other: `--publish` runs everything and writes `auditor/checks/measured.json`. `--findings` gets all findings, and
the planted artifacts that were missed.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import measure_clean
import measure_machine
import measure_plants
import measured_file
from clean_news import ENGLISH, HALVES, clean_codes
from measure_clean import Clean, clean
from measure_machine import Machine, machine
from measure_plants import CODES, Tried, plantings

from auditor.audit.selection import selected_checks
from auditor.config import Settings

PARTS = ("clean", "clean-paired", "planted", "machine")
SLOWEST = 8
"""Checks whose time is printed."""


class Benchmark:
    """Runs the parts and keeps what they found."""

    def __init__(self, args: argparse.Namespace) -> None:
        self._args = args
        settings = Settings(select=tuple(filter(None, args.checks.split(","))))
        self._checks = selected_checks(settings)
        self._confidence = settings.confidence
        self.clean: dict[bool, dict[str, Clean]] = {}
        """By whether the English original stood beside."""
        self.tried: list[Tried] = []
        self.machine: dict[str, Machine] = {}

    def run(self, part: str) -> None:
        """One part; its figures are printed."""
        args = self._args
        print(f"== {part}" + ("" if part == "machine" else f", half: {args.half}"))
        if part == "machine":
            self.machine = machine(args.data, self._checks, args.systems, self._confidence)
            print(*measure_machine.table(self.machine), sep="\n")
        elif part == "planted":
            codes = CODES if args.languages in ("all", "complete") else args.languages.split(",")
            self.tried = list(plantings(args.data, codes, args.half, self._checks, args.plants, self._confidence))
            print(*measure_plants.table(self.tried), sep="\n")
        else:
            self._clean(paired={"clean": False, "clean-paired": True}[part])

    def samples(self) -> list[str]:
        """All findings, and the artifacts that nothing was said of."""
        clean = [block for results in self.clean.values() for one in results.values() for block in one.samples]
        missed = [f"missed {x.check} {x.code}\n  {x.shown}\n" for x in self.tried if not (x.found or x.by_other)]
        return [*clean, *missed, *(block for one in self.machine.values() for block in one.samples)]

    def _clean(self, *, paired: bool) -> None:
        args = self._args
        codes = [code for code in clean_codes(args.data, args.languages) if not (paired and code == ENGLISH)]
        seconds: dict[str, float] = {}
        results = {
            code: clean(args.data, code, args.half, self._checks, self._confidence, seconds, paired=paired)
            for code in codes
        }
        self.clean[paired] = results
        print(*measure_clean.table(results), sep="\n")
        sentences = sum(one.sentences for one in results.values())
        spent = sum(seconds.values())
        print(f"checks alone: {sentences / max(spent, 1e-9):.0f} sentences a second; slowest, ms per 1,000 sentences:")
        for name, took in sorted(seconds.items(), key=lambda item: -item[1])[:SLOWEST]:
            print(f"  {name:30} {1e6 * took / max(1, sentences):.0f}")


def main() -> None:
    """Run the parts that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", default=",".join(PARTS))
    parser.add_argument("--systems", type=int, default=2, help="machine translations of each document")
    parser.add_argument("--plants", type=int, default=12, help="of each check in each of ten languages")
    parser.add_argument("--checks", default="", help="names or ids, separated by commas; all unless given")
    parser.add_argument("--languages", default="complete")
    parser.add_argument("--half", choices=HALVES, default="tune")
    parser.add_argument("--findings", type=Path, help="file for all findings, to read")
    parser.add_argument(
        "--publish", action="store_true", help="all of the other half into auditor/checks/measured.json"
    )
    args = parser.parse_args()
    if args.publish:
        args.part, args.checks, args.languages, args.half = ",".join(PARTS), "", "all", "publish"
    benchmark = Benchmark(args)
    for part in args.part.split(","):
        benchmark.run(part)
    if args.findings:
        args.findings.write_text("\n".join(benchmark.samples()), encoding="utf-8")
    if args.publish:
        measured_file.write(benchmark.clean[False], benchmark.clean[True], benchmark.tried, benchmark.machine)


if __name__ == "__main__":
    main()
