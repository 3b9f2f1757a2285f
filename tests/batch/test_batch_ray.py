"""Ray: the same rows. Without Ray installed the engine says so; on a cluster it is tried where AUDITOR_TEST_RAY is set,
for starting one takes longer than all other tests of this folder."""

from __future__ import annotations

import builtins
import os
import signal
import sys
import time
import types
from pathlib import Path
from threading import Thread

import pytest
from batch_archives import SETTINGS, audit_archive, rows_of, write_jsonl

from auditor.batch.attempts import Attempts
from auditor.batch.engine import BatchStoppedError, Queue
from auditor.batch.engine_ray import STARTS, Crew, RayWorker, run_ray
from auditor.batch.run import Options, run_batch
from auditor.batch.store import open_store
from auditor.errors import UsageError


class ActorDiedError(Exception):
    pass


class TaskError(Exception):
    pass


class LocalRay:
    """The few calls of Ray that the engine makes, done at once; every actor's first reading of shard 0 dies."""

    class exceptions:  # noqa: N801 - as Ray has it
        RayActorError = OutOfMemoryError = ActorDiedError
        RayError = TaskError

    def __init__(self, deaths):
        self.deaths, self.actors = deaths, 0

    def remote(self, kind):
        ray = self

        class Remote:
            def options(self, **_):
                return self

            def remote(self, place):
                ray.actors += 1
                worker = RayWorker(place)

                class Read:
                    @staticmethod
                    def remote(shard, one_by_one, poisoned):
                        return ray.answer(worker, shard, one_by_one, poisoned)

                return type("Actor", (), {"read": Read})

        return Remote()

    def answer(self, worker, shard, one_by_one, poisoned):
        if shard == 0 and self.deaths:
            self.deaths -= 1
            return _Reference(None)
        return _Reference(worker.read(shard, one_by_one, poisoned))

    def wait(self, references, num_returns):
        return references[:1], references[1:]

    def get(self, reference):
        if reference.answer is None:
            raise ActorDiedError
        return reference.answer


class _Reference:
    def __init__(self, answer):
        self.answer = answer


@pytest.mark.parametrize("deaths", [0, 1])
def test_actors_give_the_rows_of_local_workers_and_dead_ones_are_replaced(archive, tmp_path, monkeypatch, deaths):
    audit_archive(archive, tmp_path / "local")
    ray = LocalRay(deaths)

    def run_here(place, queue, workers, threads, cards):
        Crew(ray, place, queue, threads, cards).work(2)
        queue.finish()

    monkeypatch.setattr("auditor.batch.engine_ray.run_ray", run_here)
    audit_archive(archive, tmp_path / "ray", engine="ray")
    assert rows_of(tmp_path / "ray") == rows_of(tmp_path / "local")
    assert ray.actors == 2 + deaths


def test_without_ray_the_remedy_is_said(tmp_path, monkeypatch):
    real = builtins.__import__

    def absent(name, *rest, **more):
        if name == "ray":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", absent)
    queue = Queue.of(open_store(str(tmp_path)), [], lambda _: None)
    with pytest.raises(UsageError, match="pip install"):
        run_ray(str(tmp_path), queue, 1, 1, 0.0)


def actors(token):
    """Ids of the actors' processes that were started with `token` in their environment."""
    for place in Path("/proc").iterdir():
        try:
            named = (place / "cmdline").read_bytes().startswith(b"ray::RayWorker")
            if named and token.encode() in (place / "environ").read_bytes():
                yield int(place.name)
        except OSError:
            continue


def kill_one(token, ledger, killed):
    """Kill one of two actors once a shard is done."""
    until = time.monotonic() + 300
    while time.monotonic() < until and not killed:
        both = sorted(actors(token))
        if len(both) == 2 and any(ledger.glob("*.json")):
            os.kill(both[0], signal.SIGKILL)
            killed.append(both[0])
        time.sleep(0.02)


@pytest.mark.skipif(
    not os.environ.get("AUDITOR_TEST_RAY"),
    reason="starting Ray takes a minute or two: AUDITOR_TEST_RAY=1 pytest tests/batch/test_batch_ray.py -k real",
)
@pytest.mark.filterwarnings("default")  # Ray's own
@pytest.mark.parametrize("kill", [False, True])
def test_a_real_cluster_of_two_workers_one_of_them_killed(tmp_path, monkeypatch, kill):
    pytest.importorskip("ray", reason="Ray is not installed; pip install translation-auditor[batch]")
    monkeypatch.setenv("AUDITOR_TEST_RAY", str(tmp_path))
    archive = write_jsonl(tmp_path / "archive.jsonl", 24)
    audit_archive(archive, tmp_path / "local", shard=1)
    killed = []
    if kill:
        Thread(target=kill_one, args=(str(tmp_path), tmp_path / "ray" / "ledger", killed), daemon=True).start()
    options = Options(engine="ray", workers=2, threads=1, shard=1)
    run_batch(str(archive), str(tmp_path / "ray"), SETTINGS, options, lambda *_: None)
    assert len(killed) == kill
    assert rows_of(tmp_path / "ray") == rows_of(tmp_path / "local")


def test_an_actor_that_does_not_see_the_output_says_so(tmp_path):
    answer = RayWorker(str(tmp_path / "elsewhere")).read(0, False, ())
    assert answer["outcome"] == "failed"
    assert "all machines must see the output under one address" in answer["message"]


@pytest.mark.parametrize(("address", "tries"), [(None, STARTS), ("head:6379", 1)])
def test_a_cluster_that_cannot_be_started_or_joined_is_said(tmp_path, monkeypatch, address, tries):
    asked = []

    def init(**told):
        asked.append(told)
        raise Exception("timed out")  # noqa: TRY002 - as Ray does

    absent = types.SimpleNamespace(is_initialized=lambda: False, init=init, shutdown=lambda: None)
    monkeypatch.setitem(sys.modules, "ray", absent)
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    if address:
        monkeypatch.setenv("RAY_ADDRESS", address)
    with pytest.raises(BatchStoppedError, match="could not be started or joined: timed out"):
        run_ray(str(tmp_path), Queue.of(open_store(str(tmp_path)), [], lambda _: None), 64, 2, 0.0)
    assert len(asked) == tries
    assert asked[0].get("num_cpus", 0) >= (0 if address else 128)


def test_attempts_are_what_the_queue_hands_out(tmp_path):
    queue = Queue.of(open_store(str(tmp_path)), [3], lambda _: None)
    assert isinstance(queue.draw(), Attempts)
    assert queue.draw() is None
