"""Small archives, a run of them, and its rows."""

from __future__ import annotations

import json

from pyarrow.parquet import read_table
from stories import HAFEN, HARBOUR, HARBOUR_ELSEWHERE, ORCHARD

from auditor.batch.run import Options, run_batch
from auditor.batch.worker_process import open_worker, outcome
from auditor.config import Settings

PAIRS = ((HAFEN, HARBOUR), (HARBOUR_ELSEWHERE, HARBOUR), (ORCHARD.replace("growers", "the the growers"), ORCHARD))
SETTINGS = Settings(encoder="hash", fidelity_model="linear", threads=1)


def work_here(place, queue, seats=()):
    """An engine without processes."""
    worker = open_worker(place)
    while (attempts := queue.draw()) is not None:
        job = attempts.job
        while job is not None:
            job = queue.settle(attempts, outcome(worker, job))
    queue.finish()


def write_jsonl(path, count=3):
    """An archive of `count` articles."""
    rows = [
        {
            "id": f"story-{i}",
            "translation": PAIRS[i % 3][0],
            "counterpart": PAIRS[i % 3][1],
            "outlet": ("north", "south")[i % 2],
            "date": f"2026-05-{1 + i % 3:02}",
        }
        for i in range(count)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def audit_archive(archive, output, settings=SETTINGS, **options):
    """`auditor batch run`, told nothing."""
    return run_batch(str(archive), str(output), settings, Options(**{"shard": 2, **options}), lambda *_: None)


TABLES = ("documents", "passages", "findings", "notices", "gathered")


def rows_of(output):
    """Every row of every table, as sorted text."""
    return {
        table: sorted(
            json.dumps(row, sort_keys=True)
            for part in sorted((output / table).glob("*.parquet"))
            for row in read_table(part).to_pylist()
        )
        for table in TABLES
    }
