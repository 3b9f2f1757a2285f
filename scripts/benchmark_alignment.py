"""All figures of alignment and pairing in one run.

    python scripts/benchmark_alignment.py --data PATH [--rivals FOLDER] [--only beads,links,pairing]

Each part runs alone too, with options of its own: `measure_beads.py` (sentence beads, beside other aligners),
`measure_links.py` (passage links, "no counterpart", confidence, regime) and `measure_pairing.py` (articles).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import measure_beads
import measure_links
import measure_pairing

PARTS = ("beads", "links", "pairing")


def main() -> None:
    """Print the parts one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    measure_beads.add_arguments(parser)
    parser.add_argument("--only", default=",".join(PARTS), help="parts to run")
    arguments = parser.parse_args()
    unknown = set(arguments.only.split(",")) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    for part in arguments.only.split(","):
        print(f"## {part}", flush=True)
        for line in _report(part, arguments):
            print(line, flush=True)


def _report(part: str, arguments: argparse.Namespace) -> Iterator[str]:
    data: Path = arguments.data
    if part == "beads":
        sizes = tuple(int(size) for size in arguments.sizes.split(","))
        yield from measure_beads.report(data, arguments.rivals, arguments.articles, sizes)
    elif part == "links":
        yield from measure_links.report(data)
    else:
        yield from measure_pairing.report(data)


if __name__ == "__main__":
    main()
