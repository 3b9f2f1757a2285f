"""How long a user waits: `auditor --help`, and one pair of 1,000-word articles, cold and with a warm cache.

    python scripts/benchmark_start.py --data PATH [--runs 3]

Each run is a process of its own; printed are the median of wall seconds and the largest peak memory. Cold means an
empty vector cache; files are in the system's page cache after the first run. Pairs are NTREX articles put together.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpora import ntrex_articles

WORDS = 1_000
PAIRS = {"use": "deu", "e5": "heb"}
"""The language whose pair with English each encoder gets."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    _report("auditor --help", [_run(["--help"], None) for _ in range(arguments.runs)])
    with tempfile.TemporaryDirectory() as place:
        for encoder, code in PAIRS.items():
            command, words = _pair(arguments.data, code, Path(place) / encoder)
            cold = [_run(command, Path(place) / f"{encoder}-cache-{i}") for i in range(arguments.runs)]
            warm = [_run(command, Path(place) / f"{encoder}-cache-{i}") for i in range(arguments.runs)]
            alone = [_run(command[:2], None) for _ in range(arguments.runs)]
            _report(f"{encoder}: {code} and eng, {words} English words, cold", cold)
            _report(f"{encoder}: the same, warm", warm)
            _report(f"{encoder}: the translation alone", alone)


def _pair(data: Path, code: str, folder: Path) -> tuple[list[str], int]:
    folder.mkdir()
    english: list[str] = []
    other: list[str] = []
    own = {article.id: article for article in ntrex_articles(data, code)}
    for article in ntrex_articles(data, "eng"):
        english += article.lines
        other += own[article.id].lines
        words = sum(len(line.split()) for line in english)
        if words >= WORDS:
            break
    translation, counterpart = folder / "translation.txt", folder / "counterpart.txt"
    translation.write_text("\n\n".join(other), encoding="utf-8")
    counterpart.write_text("\n\n".join(english), encoding="utf-8")
    return ["check", str(translation), "--counterpart", str(counterpart)], words


def _run(arguments: list[str], cache: Path | None) -> tuple[float, int]:
    """(wall seconds, peak memory in MB) of one run."""
    environment = os.environ if cache is None else {**os.environ, "AUDITOR_CACHE_DIR": str(cache)}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "auditor", *arguments], env=environment, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(arguments)}: exit {process.returncode}")
    return elapsed, usage.ru_maxrss // 1024


def _report(name: str, runs: list[tuple[float, int]]) -> None:
    seconds = statistics.median(elapsed for elapsed, _ in runs)
    print(f"{name}: {seconds:.2f} s, peak {max(memory for _, memory in runs)} MB")


if __name__ == "__main__":
    main()
