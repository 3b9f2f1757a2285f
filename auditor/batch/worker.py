"""Reads one shard at a time: all articles of a group step by step together, models asked for many at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from auditor.audit.failures import internal_error
from auditor.audit.judge import Judge, Judged
from auditor.audit.run import own_notices
from auditor.audit.selection import selected_checks
from auditor.audit.signature import signature
from auditor.audit.vectors import Encoders
from auditor.batch.articles import Article, read_articles
from auditor.batch.entry import Entry
from auditor.batch.groups import Placed, groups
from auditor.batch.halving import is_out_of_memory
from auditor.batch.ledger import Record, begin, part_of, publish
from auditor.batch.meter import Meter
from auditor.batch.models import BatchModels, Bench
from auditor.batch.plan import Plan
from auditor.batch.rows import Rows
from auditor.batch.run_facts import RunFacts
from auditor.batch.store import Store
from auditor.batch.waves import Waves
from auditor.core.finding import Level, Notice
from auditor.core.report import AuditedDocument
from auditor.errors import ModelError


@dataclass(frozen=True, slots=True)
class Job:
    """A shard to read."""

    shard: int
    one_by_one: bool = False
    """After a reader died: each article alone, its name noted before."""
    poisoned: tuple[str, ...] = ()
    """Articles that killed their reader; they become notices."""


@dataclass(frozen=True)
class _Desk:
    """What one shard is read with."""

    judge: Judge
    encoders: Encoders
    bench: Bench
    waves: Waves
    meter: Meter


class Worker:
    """Holds the models; `read` does one shard and publishes it."""

    def __init__(self, store: Store, facts: RunFacts) -> None:
        self._store, self._facts = store, facts
        self._settings = facts.settings
        self._checks = selected_checks(facts.settings)
        self._plan = Plan(store)
        self._models = BatchModels(facts.settings, facts.half)

    def read(self, job: Job) -> Record:
        """Audit the articles of a shard and put its parts and record in place.

        Raises MemoryError where a group of articles does not fit (read them one by one), OSError where the parts cannot
        be written.
        """
        waves, meter = Waves(), Meter()
        bench = Bench(self._models, waves, meter)
        encoders = bench.encoders()
        desk = _Desk(Judge(self._settings, self._checks, encoders, bench.scorer), encoders, bench, waves, meter)
        found: dict[int, Rows] = {}
        aligned: dict[str | None, AuditedDocument] = {}
        for group in self._groups(job, meter):
            places, articles = zip(*group, strict=True)
            for place, (rows, audited) in zip(places, self._judge(articles, desk), strict=True):
                found[place] = rows
                if audited is not None:
                    aligned.setdefault(None if audited.alignment is None else audited.alignment.signature, audited)
        with meter.stage("write"):
            whole = Rows.joined(found[place] for place in sorted(found))
            parts = {table: (count, content) for table, count, content in whole.parts()}
        record = Record(
            shard=job.shard,
            run=self._facts.digest,
            parts={table: part_of(content, count) for table, (count, content) in parts.items()},
            signature="|".join(
                (signature(aligned.values(), encoders.loaded, desk.judge.scorers), *self._models.signature)
            ),
            told=tuple((n.level.value, n.kind, n.message) for n in own_notices(desk.judge, encoders, None)),
            seconds=dict(meter.seconds),
            cpu=dict(meter.cpu),
            counts=dict(meter.counts),
        )
        publish(self._store, record, {table: content for table, (_, content) in parts.items()})
        return record

    def _groups(self, job: Job, meter: Meter) -> Iterator[list[Placed]]:
        """Articles that are read together; one each where one of them killed its reader."""
        articles = _metered(self._articles(job, self._plan.entries(job.shard)), meter)
        if not job.one_by_one:
            yield from groups(articles)
            return
        for placed in enumerate(articles):  # each is judged before the next one's name is noted
            yield [placed]

    def _articles(self, job: Job, entries: Sequence[Entry]) -> Iterator[Article]:
        if not job.one_by_one:
            yield from read_articles(entries, self._settings)
            return
        for entry in entries:
            begin(self._store, job.shard, entry.id)
            if entry.id in job.poisoned:
                message = "its reader died twice over it, of memory most likely; it was left out."
                yield Article(entry, None, None, (Notice(Level.INCOMPLETE, "poisonous", message, entry.id),))
            else:
                yield from read_articles([entry], self._settings)

    def _judge(self, group: Sequence[Article], desk: _Desk) -> list[tuple[Rows, AuditedDocument | None]]:
        """Of each article of a group its rows, and the audit if it could be audited."""
        with desk.meter.stage("judge"):
            _prefill(group, desk)
            found = desk.waves.run([partial(self._judge_one, article, desk, len(group) == 1) for article in group])
        with desk.meter.stage("write"):
            return [_rows(article, *one, desk.meter) for article, one in zip(group, found, strict=True)]

    def _judge_one(self, article: Article, desk: _Desk, alone: bool) -> tuple[Judged | None, list[Notice]]:
        """As `auditor check` does: without the models, what needs none is still checked."""
        notices: list[Notice] = []
        document, pair = article.document, article.pair
        if document is None:
            return None, notices
        try:
            return desk.judge.judge(document, pair), notices
        except ModelError as error:
            notices.append(Notice(Level.INCOMPLETE, "not-compared", f"not compared: {error}", document.id))
            return self._without_models(article, desk, notices), notices
        except Exception as error:
            if is_out_of_memory(error) and not alone:
                raise MemoryError(f"{document.id}: {error}") from error
            notices.append(internal_error(error, document.id))
            return None, notices

    def _without_models(self, article: Article, desk: _Desk, notices: list[Notice]) -> Judged | None:
        assert article.document is not None
        try:
            return desk.judge.judge(article.document, None)
        except Exception as error:  # noqa: BLE001
            notices.append(internal_error(error, article.document.id))
            return None


def _metered(articles: Iterator[Article], meter: Meter) -> Iterator[Article]:
    """The articles, the time of reading them counted."""
    while True:
        with meter.stage("read"):
            article = next(articles, None)
        if article is None:
            return
        meter.count("articles", 1)
        yield article


def _rows(
    article: Article, judged: Judged | None, notices: Sequence[Notice], meter: Meter
) -> tuple[Rows, AuditedDocument | None]:
    rows = Rows()
    rows.add_notices((*article.notices, *notices))
    if judged is None:
        return rows, None
    meter.count("segments", len(judged.audited.document.segments))
    rows.add_article(article.entry, judged)
    return rows, judged.audited


def _prefill(group: Iterable[Article], desk: _Desk) -> None:
    """Encode the sentences of all articles at once, each kind of encoder its own; trouble is left to the article."""
    texts: dict[str, list[str]] = {}
    for article in group:
        if article.pair is None:
            continue
        sides = (article.pair.translation, article.pair.counterpart)
        try:
            encoder = desk.encoders.for_languages(side.language for side in sides)
            desk.bench.prepare(encoder)
        except ModelError:
            continue
        texts.setdefault(encoder.name, []).extend(
            side.slice(segment.span) for side in sides for segment in side.segments
        )
    for name, own in texts.items():
        table = desk.bench.vectors(name)
        try:
            table.encode(own)
        except Exception:  # noqa: BLE001 - asked again article by article, where it is told whom it concerns
            continue
