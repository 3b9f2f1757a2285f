"""A shard whose reader dies."""

from __future__ import annotations

import json

import pytest
from batch_archives import audit_archive, rows_of

from auditor.audit.judge import Judge
from auditor.batch import run as batch_run
from auditor.batch.attempts import Attempts
from auditor.batch.engine import BatchStoppedError
from auditor.batch.ledger import begin, begun
from auditor.batch.store import open_store
from auditor.batch.worker import Job
from auditor.batch.worker_process import open_worker, outcome


def test_one_by_one_first_then_without_the_article_that_kills(tmp_path):
    store = open_store(str(tmp_path))
    attempts = Attempts(store, Job(4))
    assert attempts.after_death() == Job(4, one_by_one=True)
    begin(store, 4, "bad")
    assert attempts.after_death() == Job(4, one_by_one=True)
    assert attempts.after_death() == Job(4, one_by_one=True, poisoned=("bad",))
    begin(store, 4, "worse")
    attempts.after_death()
    assert attempts.after_death() == Job(4, one_by_one=True, poisoned=("bad", "worse"))


def test_a_reader_that_dies_before_any_article_ends_the_run(tmp_path):
    attempts = Attempts(open_store(str(tmp_path)), Job(0))
    assert [attempts.after_death() is None for _ in range(3)] == [False, False, True]


def test_memory_is_tried_once_more_article_by_article(tmp_path):
    attempts = Attempts(open_store(str(tmp_path)), Job(0))
    assert attempts.after_memory() == Job(0, one_by_one=True)
    assert attempts.after_memory() is None


def test_one_by_one_the_name_that_is_noted_is_that_of_the_article_being_judged(archive, tmp_path, monkeypatch):
    audit_archive(archive, tmp_path / "out", shard=3)
    store = open_store(str(tmp_path / "out"))
    judge, noted = Judge.judge, []

    def notes(self, document, pair):
        noted.append((document.id, begun(store, 0)))
        return judge(self, document, pair)

    monkeypatch.setattr(Judge, "judge", notes)
    open_worker(str(tmp_path / "out")).read(Job(0, one_by_one=True))
    assert noted == [(f"story-{i}", f"story-{i}") for i in range(3)]
    assert begun(store, 0) is None


def test_a_poisonous_article_becomes_a_notice_and_the_others_keep_their_rows(archive, tmp_path, monkeypatch):
    """The engine's reader dies whenever it meets `story-1`."""
    audit_archive(archive, tmp_path / "whole")

    def dying(place, queue, seats):
        worker = open_worker(place)
        while (attempts := queue.draw()) is not None:
            job = attempts.job
            while job is not None:
                dies = job.shard == 0 and "story-1" not in job.poisoned
                if dies and job.one_by_one:
                    begin(queue.store, 0, "story-1")
                job = queue.settle(attempts, None if dies else outcome(worker, job))
        queue.finish()

    monkeypatch.setattr(batch_run, "run_local", dying)
    result = audit_archive(archive, tmp_path / "out")
    rows, whole = rows_of(tmp_path / "out"), rows_of(tmp_path / "whole")
    (notice,) = map(json.loads, rows["notices"])
    assert (notice["document"], notice["kind"], result.incomplete) == ("story-1", "poisonous", 1)
    assert set(rows["documents"]) < set(whole["documents"])
    assert len(rows["documents"]) == 2
    assert not list((tmp_path / "out" / "begun").iterdir())


def test_a_reader_that_always_dies_stops_the_run(archive, tmp_path, monkeypatch):
    def dead(place, queue, seats):
        attempts = queue.draw()
        job = attempts.job
        while job is not None:
            job = queue.settle(attempts, None)
        queue.finish()

    monkeypatch.setattr(batch_run, "run_local", dead)
    with pytest.raises(BatchStoppedError, match="died before it read an article"):
        audit_archive(archive, tmp_path / "out")
