"""How far a run is, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from auditor.batch.ledger import Record, done
from auditor.batch.run import MANIFEST, Outcome
from auditor.batch.run_facts import read_facts
from auditor.batch.store import open_existing
from auditor.errors import NothingToAuditError


def status_lines(output: str) -> Iterator[str]:
    """What there is, what is left, where the time went. `NothingToAuditError` where there is no run."""
    store = open_existing(output)
    facts = None if store is None else read_facts(store)
    if store is None or facts is None:
        raise NothingToAuditError(f"{output}: holds no run; `auditor batch run INPUT {output}` begins one.")
    records = done(store, facts.digest)
    yield f"input {facts.input}: {facts.articles:,} articles in {facts.shards:,} shards"
    finished = "finished" if store.exists(MANIFEST) else "not finished; the same `batch run` goes on"
    yield f"done {len(records):,} of {facts.shards:,} shards, {finished}"
    yield from _work(records.values())


def summary(outcome: Outcome) -> str:
    """A finished run in a sentence."""
    rows = Counter({t: sum(r.parts[t].rows for r in outcome.records.values()) for t in ("documents", "findings")})
    return (
        f"{rows['documents']:,} articles audited, {rows['findings']:,} findings, "
        f"{outcome.incomplete:,} notices of something left out"
    )


def _work(records: Iterable[Record]) -> Iterator[str]:
    seconds: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for record in records:
        seconds.update(record.seconds)
        counts.update(record.counts)
    total = sum(seconds.values())
    if not total:
        return
    yield f"{counts['articles'] / total:.2f} articles and {counts['segments'] / total:.1f} sentences a worker's second"
    yield "time: " + ", ".join(f"{stage} {spent / total:.0%}" for stage, spent in seconds.most_common())
    yield (
        f"models read {counts['encoded']:,} texts and {counts['scored']:,} pairs; "
        f"what else was asked, {counts['texts'] - counts['encoded']:,} times a text and "
        f"{counts['pairs'] - counts['scored']:,} times a pair, was known"
    )
