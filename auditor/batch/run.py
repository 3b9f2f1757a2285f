"""`auditor batch run`: plan or resume, work the shards off, compare articles, write the manifest."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from auditor import __version__
from auditor.audit.house_lists import with_house_lists
from auditor.batch.capacity import free_memory, seats, usable_cores
from auditor.batch.engine import Queue
from auditor.batch.engine_local import run_local
from auditor.batch.inputs import fingerprint, read_archive, table_files
from auditor.batch.ledger import BEGUN, FOLDER, TABLES, Record, done
from auditor.batch.plan import ARTICLES_A_SHARD, write_plan
from auditor.batch.plan import FILE as PLAN
from auditor.batch.reduction import PART, parts_of, reduce_parts
from auditor.batch.rows import SCHEMA_NAME, parquet
from auditor.batch.run_facts import FILE, RunFacts, basis_of, read_facts, refuse_to_mix, write_facts
from auditor.batch.store import Store, open_store
from auditor.config import Settings
from auditor.encoders.accelerator import Half, device_count
from auditor.errors import NothingToAuditError, UsageError
from auditor.reports.json_parts import notice_object

MANIFEST = "manifest.json"
PLAN_NOTICES = "notices/plan.parquet"
OURS = re.compile(r"\d{6,}(\.parquet|\.json)?|(plan|across)\.parquet")
"""Names of the files in a run's folders."""
LOCK = ".lock"
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How to run; none of it changes a row."""

    engine: str = "local"
    """`local` or `ray`."""
    workers: int | None = None
    threads: int | None = None
    half: Half | None = None
    restart: bool = False
    shard: int = ARTICLES_A_SHARD


@dataclass(frozen=True)
class Outcome:
    """A finished run."""

    facts: RunFacts
    records: dict[int, Record]
    incomplete: int
    """Notices of level `incomplete`."""


def run_batch(archive: str, output: str, settings: Settings, options: Options, progress: Progress) -> Outcome:
    """Audit an archive into `output`, or go on where the same command was stopped.

    Raises `UsageError` (also for a wrong archive or a run of another basis in `output`), `NothingToAuditError`, and
    `BatchStoppedError` where the run could not go on.
    """
    store = open_store(output)
    with _locked(store):
        facts = _begin(archive, store, settings, options, progress)
        records = done(store, facts.digest)
        left = [shard for shard in range(facts.shards) if shard not in records]
        if left:
            store.delete(MANIFEST)
            store.delete(PART)
            _work(store, facts, left, options, progress)
            records = done(store, facts.digest)
        if not store.exists(MANIFEST):
            progress("compare", 0, 1)
            across = reduce_parts(store, facts.settings, records)
            progress("compare", 1, 1)
            store.write(MANIFEST, _manifest(store, facts, records, across))
        level = parts_of(store, "notices", records, (PLAN_NOTICES,)).to_table(columns=["level"])["level"].to_pylist()
    return Outcome(facts, records, level.count("incomplete"))


def _begin(archive: str, store: Store, settings: Settings, options: Options, progress: Progress) -> RunFacts:
    if not table_files(archive):
        settings = with_house_lists(settings, [archive])
    _refuse_strangers(store)
    store.sweep()
    if options.restart:
        _clear(store)
    progress("plan", 0, 1)
    basis = basis_of(settings, options.half, fingerprint(archive, settings), options.shard)
    facts = read_facts(store)
    if facts is None:
        facts = _plan(archive, store, settings, options, basis)
    else:
        refuse_to_mix(store, facts, basis)
    progress("plan", 1, 1)
    return facts


def _plan(archive: str, store: Store, settings: Settings, options: Options, basis: dict[str, str]) -> RunFacts:
    _clear(store)
    found = read_archive(archive, settings)
    articles, shards = write_plan(store, found.entries, options.shard)
    if not articles:
        raise NothingToAuditError(f"{archive}: holds no article.")
    store.write(PLAN_NOTICES, parquet("notices", [notice_object(notice) for notice in found.notices]))
    facts = RunFacts(settings, options.half, archive, articles, shards, basis)
    write_facts(store, facts)
    return facts


def _work(store: Store, facts: RunFacts, left: list[int], options: Options, progress: Progress) -> None:
    finished = facts.shards - len(left)

    def told(answer: dict[str, Any]) -> None:
        nonlocal finished
        finished += 1
        progress("audit", finished, facts.shards)

    progress("audit", finished, facts.shards)
    queue = Queue.of(store, left, told)
    cards = device_count(facts.settings.device.value)
    if options.engine == "ray":
        from auditor.batch.engine_ray import run_ray

        run_ray(store.place, queue, options.workers, options.threads or 1, 1.0 if cards else 0.0)
    else:
        run_local(store.place, queue, seats(usable_cores(), free_memory(), cards, options.workers, options.threads))


def _manifest(store: Store, facts: RunFacts, records: dict[int, Record], across: int) -> bytes:
    rows = {table: sum(record.parts[table].rows for record in records.values()) for table in TABLES}
    rows["findings"] += across
    signatures = sorted({part for record in records.values() for part in record.signature.split("|")})
    told = sorted({one for record in records.values() for one in record.told})
    manifest = {
        "schema": SCHEMA_NAME,
        "tool": {"name": "auditor", "version": __version__},
        "signature": "|".join(signatures),
        "run": facts.digest,
        "input": facts.input,
        "articles": facts.articles,
        "shards": facts.shards,
        "rows": rows,
        "notices": [{"document": None, "level": level, "kind": kind, "message": text} for level, kind, text in told],
        "parts": {
            f"{table}/{shard:06}.parquet": {"rows": part.rows, "sha256": part.sha256}
            for shard, record in sorted(records.items())
            for table, part in record.parts.items()
        },
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()


def _clear(store: Store) -> None:
    """Take our own files away, the one that says there is a run first; nothing else, whatever the folders hold."""
    for name in (FILE, MANIFEST, PLAN):
        store.delete(name)
    for folder in (FOLDER, BEGUN, *TABLES):
        for name in store.names(folder):
            if OURS.fullmatch(name):
                store.delete(f"{folder}/{name}")


def _refuse_strangers(store: Store) -> None:
    """An output folder that holds something else is not written to."""
    if store.exists(FILE):
        return
    strange = sorted(set(store.all_names()) - {PLAN, PLAN_NOTICES})
    if strange:
        raise UsageError(f"{store.name}: holds {strange[0]}, which no run of ours wrote; name another output folder.")


@contextmanager
def _locked(store: Store) -> Iterator[None]:
    """One run at a time writes to a folder; the lock goes with the process. Object stores have none."""
    if store.folder is None:
        yield
        return
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    with (store.folder / LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise UsageError(
                f"{store.name}: another run is writing there; wait for it, or name another one."
            ) from error
        yield
