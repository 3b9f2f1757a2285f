"""Measures `auditor batch`: rates, memory, time per stage, against `auditor check`; and kills it at random.

    python scripts/benchmark_batch.py --data PATH --articles 200 [--check] [--workers 1,2] [--result FILE.json]
    python scripts/benchmark_batch.py --data PATH --articles 200 --kills 50 [--forked --shard 5 --encoder hash …]

Articles are machine translations of Chinese wire stories (mqm/newstest2021.zh-en), then NTREX dev articles of further
languages, until there are enough. Printed are wall seconds and, which other work on the machine does not change, the
processor seconds; memory is the largest of any one process. `--result` keeps the figures for `plan_scale.py`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpora import Lines, mqm_articles, ntrex_articles, ntrex_languages
from folders import NTREX_LANGUAGES

if TYPE_CHECKING:
    from auditor.batch.engine import Queue
    from auditor.batch.worker import Job

TABLES = ("documents", "passages", "findings", "notices", "gathered")


def main() -> None:
    """Run the parts that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--workers", default="1", help="numbers of workers to try, separated by commas")
    parser.add_argument("--shard", type=int, default=100)
    parser.add_argument("--encoder", default="auto")
    parser.add_argument("--fidelity-model", default="auto")
    parser.add_argument("--engine", default="local")
    parser.add_argument("--check", action="store_true", help="audit the same articles with `auditor check` too")
    parser.add_argument("--kills", type=int, default=0, help="kill the run so often, at random moments")
    parser.add_argument("--forked", action="store_true", help="kill forks of one process, the worker inside them")
    parser.add_argument("--result", type=Path, help="write the figures as JSON")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _write_folder(folder / "archive", _pairs(arguments.data, arguments.articles))
        if arguments.kills:
            _kill(folder, arguments)
            return
        figures = {f"workers {n}": _batch(folder, arguments, int(n)) for n in arguments.workers.split(",")}
        if arguments.check:
            figures["check"] = _check(folder, arguments)
        for name, measured in figures.items():
            print(name, json.dumps(measured))
        if arguments.result:
            arguments.result.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _pairs(data: Path, count: int) -> list[tuple[str, Lines, Lines]]:
    """(name, translation, counterpart), spread over the corpora's articles."""
    pairs = [
        (f"{doc}-{system}", version, versions["source"])
        for doc, versions in sorted(mqm_articles(data, "newstest2021.zh-en").items())
        for system, version in sorted(versions.items())
        if system != "source"
    ]
    english = {article.id: article for article in ntrex_articles(data, "eng")}
    more = sorted(set(ntrex_languages(data)) - {"eng", *NTREX_LANGUAGES})
    for code in (*NTREX_LANGUAGES, *more):
        if len(pairs) >= count and code in more:
            break
        pairs += [(f"{code}-{own.id}", own, english[own.id]) for own in ntrex_articles(data, code)]
    return random.Random(1).sample(pairs, min(count, len(pairs)))


def _write_folder(folder: Path, pairs: list[tuple[str, Lines, Lines]]) -> None:
    for i, (name, ours, theirs) in enumerate(pairs):
        for side, article in (("translation", ours), ("counterpart", theirs)):
            path = folder / side / f"{i:05}-{name.replace('/', '-')}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n\n".join(article.lines) + "\n", encoding="utf-8")


def _command(folder: Path, output: Path, arguments: argparse.Namespace, workers: int) -> list[str]:
    models = ["--encoder", arguments.encoder, "--fidelity-model", arguments.fidelity_model]
    how = ["--workers", str(workers), "--threads", "1", "--shard", str(arguments.shard), "--engine", arguments.engine]
    return [sys.executable, "-m", "auditor", "batch", "run", str(folder / "archive"), str(output), *models, *how, "-q"]


def _batch(folder: Path, arguments: argparse.Namespace, workers: int) -> dict[str, Any]:
    output = folder / f"out-{workers}"
    peaks: dict[int, int] = {}

    def look(pid: int) -> None:
        finished = arguments.shard * len(list((output / "ledger").glob("*.json")))
        peaks[finished] = max([peaks.get(finished, 0), *(_peak(child) for child in _children(pid))])

    wall, cpu, memory = _timed(_command(folder, output, arguments, workers), {}, look)
    records = [json.loads(path.read_text("utf-8")) for path in sorted((output / "ledger").glob("*.json"))]
    stages: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for record in records:
        stages.update(record["cpu"])
        counts.update(record["counts"])
    total = sum(stages.values())
    return {
        "articles": counts["articles"],
        "sentences": counts["segments"],
        "pairs": counts["pairs"],
        "scored": counts["scored"],
        "wall": round(wall, 2),
        "cpu": round(cpu, 2),
        "cpu_of_stages": round(total, 2),
        "memory_mb": memory,
        "memory_mb_when_done": peaks,
        "stages": {stage: round(spent / total, 3) for stage, spent in stages.most_common()},
    }


def _check(folder: Path, arguments: argparse.Namespace) -> dict[str, Any]:
    """One `auditor check` of the folder with an empty vector cache."""
    models = ["--encoder", arguments.encoder, "--fidelity-model", arguments.fidelity_model, "--threads", "1"]
    command = [sys.executable, "-m", "auditor", "check", str(folder / "archive"), *models, "--format", "json"]
    report = folder / "report.json"
    environment = {"AUDITOR_CACHE_DIR": str(folder / "cache")}
    wall, cpu, memory = _timed([*command, "-o", str(report), "--fail-on", "none", "-q"], environment)
    articles = len(json.loads(report.read_text("utf-8"))["documents"])
    return {"articles": articles, "wall": round(wall, 2), "cpu": round(cpu, 2), "memory_mb": memory}


def _timed(
    command: list[str], environment: dict[str, str], told: Callable[[int], None] = lambda pid: None
) -> tuple[float, float, int]:
    """(wall seconds, processor seconds, peak memory in MB) of a command and its children; `told` is given its id."""
    started = time.perf_counter()
    process = subprocess.Popen(command, env={**os.environ, "OMP_NUM_THREADS": "1", **environment})
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        told(process.pid)
        time.sleep(1)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode not in (0, 3):
        raise SystemExit(f"{' '.join(command)}: exit {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def _children(pid: int) -> list[int]:
    """Processes that a process started."""
    found: list[int] = []
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += map(int, thread.read_text("ascii").split())
        except OSError:  # the thread ended
            continue
    return found


def _peak(pid: int) -> int:
    """The most memory a process has had, in MB; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii", "replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM:")), 0)


def _kill(folder: Path, arguments: argparse.Namespace) -> None:
    """Kill runs at random moments until as many were killed as wanted, then let it end and compare the rows.

    A run that ends by itself begins anew, so that there is always something to kill.
    """
    whole, output = folder / "whole", folder / "killed"
    started = time.perf_counter()
    if arguments.forked:
        _expect(_inside(_command(folder, whole, arguments, 1)))
    else:
        _end(_begun(folder, whole, arguments))
    mean = (time.perf_counter() - started) / arguments.kills
    rng, kills, ends = random.Random(7), 0, 0
    wanted = _rows(whole)
    while kills < arguments.kills:
        process = _begun(folder, output, arguments)
        if _ended_within(process, rng.uniform(0, 2 * mean)):
            ends += 1
            _compare(_rows(output), wanted, kills)
            subprocess.run(["rm", "-rf", str(output)], check=True)
            continue
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        kills += 1
        print(f"killed {kills}, {len(list((output / 'ledger').glob('*.json')))} shards done", flush=True)
    _end(_begun(folder, output, arguments))
    _compare(_rows(output), wanted, kills)
    print(f"{kills} kills, {ends + 1} ends: the rows of each are those of the undisturbed run")


def _begun(folder: Path, output: Path, arguments: argparse.Namespace) -> int:
    """The id of a process that does a run; `--forked`, one that begins with everything loaded and reads by itself."""
    command = _command(folder, output, arguments, 1)
    if not arguments.forked:
        return subprocess.Popen(command, env={**os.environ, "OMP_NUM_THREADS": "1"}).pid
    child = os.fork()
    if child == 0:
        os._exit(_inside(command))
    return child


def _inside(command: list[str]) -> int:
    """Do a run in this process, its worker too."""
    from auditor.batch import run
    from auditor.batch.worker_process import open_worker, outcome
    from auditor.cli.app import main as auditor

    def work_here(place: str, queue: Queue, seats: object) -> None:
        worker = open_worker(place)
        while (attempts := queue.draw()) is not None:
            job: Job | None = attempts.job
            while job is not None:
                job = queue.settle(attempts, outcome(worker, job))
        queue.finish()

    run.run_local = work_here
    return auditor(command[3:])


def _ended_within(process: int, seconds: float) -> bool:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        if _status(process, os.WNOHANG) is not None:
            return True
        time.sleep(0.01)
    return False


def _end(process: int) -> None:
    _status(process, 0)


def _status(process: int, how: int) -> int | None:
    """The exit code of a run that ended; None while it goes on."""
    ended, status = os.waitpid(process, how)
    if not ended:
        return None
    return _expect(os.waitstatus_to_exitcode(status))


def _expect(code: int) -> int:
    if code not in (0, 3):
        raise SystemExit(f"a run ended with exit code {code}")
    return code


def _compare(rows: dict[str, str], wanted: dict[str, str], kills: int) -> None:
    differing = [table for table in TABLES if rows[table] != wanted[table]]
    if differing:
        raise SystemExit(f"after {kills} kills the rows of {', '.join(differing)} differ")


def _rows(output: Path) -> dict[str, str]:
    """Content hash of every table's rows as a sorted list."""
    from pyarrow.parquet import read_table

    digests = {}
    for table in TABLES:
        parts = sorted((output / table).glob("*.parquet"))
        rows = sorted(json.dumps(row, sort_keys=True) for part in parts for row in read_table(part).to_pylist())
        digests[table] = sha256("\n".join(rows).encode()).hexdigest()
    return digests


if __name__ == "__main__":
    main()
