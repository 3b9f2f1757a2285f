"""Whole runs: rows as in a report, resuming, refusing to mix, trouble inside and outside."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
import warnings
from threading import Thread

import pytest
from batch_archives import PAIRS, SETTINGS, audit_archive, rows_of, work_here, write_jsonl
from pyarrow.parquet import read_schema

from auditor.api import audit
from auditor.audit.judge import Judge
from auditor.batch import engine_local
from auditor.batch import run as batch_run
from auditor.batch.capacity import Seat
from auditor.batch.engine import BatchStoppedError
from auditor.batch.ledger import Record, done
from auditor.batch.rows import SCHEMAS
from auditor.batch.run import run_batch
from auditor.batch.store import UNFINISHED, Store, open_store
from auditor.errors import NothingToAuditError, UsageError
from auditor.reports.json_report import report_object

NAMED = ("The post was closed on Monday by Omar Baghdadi.\n", "The order was confirmed by Omar Bardadi.\n")


@pytest.fixture
def folder(tmp_path):
    for i, pair in enumerate((*PAIRS, *((text, None) for text in (NAMED[0], NAMED[0], NAMED[1])))):
        for side, text in zip(("translation", "counterpart"), pair, strict=True):
            path = tmp_path / "folder" / side / f"{i}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            if text:
                path.write_text(text.replace("Monday", ("Monday", "Friday")[i % 2]), encoding="utf-8")
    return tmp_path / "folder"


def place(passage):
    return passage["document"], passage["index"]


def test_rows_are_those_of_check(folder, tmp_path):
    audit_archive(folder, tmp_path / "out", shard=4)
    report = report_object(audit([folder], settings=SETTINGS.model_copy(update={"cache": False})))
    rows = {table: list(map(json.loads, own)) for table, own in rows_of(tmp_path / "out").items()}
    passages = [{"document": d["id"], **p} for d in report["documents"] for p in d.pop("passages")]
    assert sorted(passages, key=place) == sorted(rows["passages"], key=place)
    assert sorted(report["findings"], key=lambda f: f["fingerprint"]) == sorted(
        rows["findings"], key=lambda f: f["fingerprint"]
    )
    assert any(f["name"] == "name-variant-across-articles" for f in rows["findings"])
    across = {f["document"] for f in rows["findings"] if f["name"] == "name-variant-across-articles"}
    own = {row["id"]: row for row in rows["documents"]}
    for document in report["documents"]:
        cost_of_others = {"penalty"} if document["id"] in across else set()
        compared = document.keys() - cost_of_others
        assert {key: own[document["id"]][key] for key in compared} == {key: document[key] for key in compared}
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["signature"].split("|") == sorted(report["signature"].split("|"))
    assert manifest["rows"]["findings"] == len(report["findings"])


def test_every_part_has_its_schema(archive, tmp_path):
    audit_archive(archive, tmp_path / "out")
    for table, schema in SCHEMAS.items():
        parts = sorted((tmp_path / "out" / table).glob("*.parquet"))
        assert parts
        for part in parts:
            assert read_schema(part).remove_metadata() == schema
            assert read_schema(part).metadata[b"schema"] == b"auditor.batch/v1"


def test_how_it_is_cut_changes_no_row(archive, tmp_path):
    for shard in (1, 2, 3):
        audit_archive(archive, tmp_path / f"out-{shard}", shard=shard)
    assert rows_of(tmp_path / "out-1") == rows_of(tmp_path / "out-2") == rows_of(tmp_path / "out-3")


def test_a_finished_run_is_left_alone(archive, tmp_path, monkeypatch):
    audit_archive(archive, tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")}
    monkeypatch.setattr(Judge, "judge", None)
    outcome = audit_archive(archive, tmp_path / "out")
    assert len(outcome.records) == 2
    assert before == {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")}


def test_another_input_or_setting_is_refused_unless_restarted(archive, tmp_path):
    audit_archive(archive, tmp_path / "out")
    strict = SETTINGS.model_copy(update={"confidence": 0.9})
    with pytest.raises(UsageError, match=r"setting confidence was 0\.5, is 0\.9.*--restart"):
        audit_archive(archive, tmp_path / "out", strict)
    write_jsonl(archive, 2)
    with pytest.raises(UsageError, match="input has changed"):
        audit_archive(archive, tmp_path / "out")
    audit_archive(archive, tmp_path / "out", strict, restart=True)
    assert len(rows_of(tmp_path / "out")["documents"]) == 2


def test_threads_and_exit_rules_are_no_part_of_the_basis(archive, tmp_path):
    audit_archive(archive, tmp_path / "out")
    audit_archive(archive, tmp_path / "out", SETTINGS.model_copy(update={"threads": 2, "min_fidelity": 50.0}))


def test_a_strangers_folder_is_not_written_to(archive, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"holds thesis\.txt"):
        audit_archive(archive, tmp_path / "out")


def test_a_restart_deletes_nothing_that_is_not_ours(archive, tmp_path):
    (tmp_path / "out" / "documents").mkdir(parents=True)
    (tmp_path / "out" / "documents" / "novel.txt").write_text("mine", encoding="utf-8")
    for restart in (False, True):
        with pytest.raises(UsageError, match=r"holds documents/novel\.txt"):
            audit_archive(archive, tmp_path / "out", restart=restart)
    (tmp_path / "out" / "documents" / "novel.txt").rename(tmp_path / "novel.txt")
    audit_archive(archive, tmp_path / "out")
    (tmp_path / "novel.txt").rename(tmp_path / "out" / "documents" / "novel.txt")
    audit_archive(archive, tmp_path / "out", restart=True)
    assert (tmp_path / "out" / "documents" / "novel.txt").read_text("utf-8") == "mine"


def test_two_runs_do_not_share_a_folder(archive, tmp_path):
    import fcntl

    (tmp_path / "out").mkdir()
    with (tmp_path / "out" / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(UsageError, match="another run is writing there"):
            audit_archive(archive, tmp_path / "out")


def test_an_empty_archive_is_said(tmp_path):
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(NothingToAuditError, match="holds no article"):
        audit_archive(tmp_path / "empty.jsonl", tmp_path / "out")


def test_an_article_that_breaks_a_check_becomes_a_notice(archive, tmp_path, monkeypatch):
    judge = Judge.judge

    def breaks(self, document, pair):
        if document.id == "story-1":
            raise RuntimeError("poison")
        return judge(self, document, pair)

    monkeypatch.setattr(Judge, "judge", breaks)
    outcome = audit_archive(archive, tmp_path / "out")
    rows = rows_of(tmp_path / "out")
    assert {json.loads(row)["id"] for row in rows["documents"]} == {"story-0", "story-2"}
    (notice,) = map(json.loads, rows["notices"])
    assert (notice["document"], notice["kind"], outcome.incomplete) == ("story-1", "internal-error", 1)


def test_memory_that_one_article_exhausts_costs_that_article(archive, tmp_path, monkeypatch):
    judge, tries = Judge.judge, []

    def exhausts(self, document, pair):
        tries.append(document.id)
        if document.id == "story-1":
            raise MemoryError
        return judge(self, document, pair)

    monkeypatch.setattr(Judge, "judge", exhausts)
    audit_archive(archive, tmp_path / "out")
    rows = rows_of(tmp_path / "out")
    assert len(rows["documents"]) == 2
    assert json.loads(rows["notices"][0])["document"] == "story-1"
    assert tries == ["story-0", "story-1", "story-0", "story-1", "story-2"]


def test_a_full_disk_stops_cleanly_and_keeps_what_is_done(archive, tmp_path, monkeypatch):
    write, full = Store.write, []

    def fills(self, name, content):
        if full and name.startswith("findings/000001"):
            raise OSError(errno.ENOSPC, "No space left on device", name)
        write(self, name, content)

    full.append(1)
    monkeypatch.setattr(Store, "write", fills)
    with pytest.raises(
        BatchStoppedError,
        match=r"findings/000001.*No space left on device\)\. Make room there\. The run.*keeps what is done",
    ):
        audit_archive(archive, tmp_path / "out")
    assert not (tmp_path / "out" / "manifest.json").exists()
    full.clear()
    assert len(audit_archive(archive, tmp_path / "out").records) == 2


def test_a_write_that_fails_names_its_file(tmp_path, monkeypatch):
    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as caught:
        open_store(str(tmp_path)).write("ledger/000000.json", b"{}")
    assert caught.value.filename == str(tmp_path / "ledger" / "000000.json")
    assert not list(tmp_path.rglob("*.json*"))


def test_damaged_records_and_lost_parts_are_done_again(archive, tmp_path):
    outcome = audit_archive(archive, tmp_path / "out")
    whole = rows_of(tmp_path / "out")
    store = open_store(str(tmp_path / "out"))
    (tmp_path / "out" / "ledger" / "000000.json").write_text("{", encoding="utf-8")
    (tmp_path / "out" / "passages" / "000001.parquet").unlink()
    assert done(store, outcome.facts.digest) == {}
    audit_archive(archive, tmp_path / "out")
    assert rows_of(tmp_path / "out") == whole


def test_a_record_of_another_run_does_not_count(archive, tmp_path):
    outcome = audit_archive(archive, tmp_path / "out")
    store = open_store(str(tmp_path / "out"))
    assert set(done(store, outcome.facts.digest)) == {0, 1}
    assert done(store, "another") == {}


def killed_at(write_number, inside, archive, output):
    """Run in a child that kills itself at its n-th write, `inside` with half of it written; whether it came to that."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        child = os.fork()
    if child == 0:
        writes, write = [0], Store.write

        def dies(self, name, content):
            writes[0] += 1
            if writes[0] == write_number:
                if inside:
                    (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                    (self.folder / name).with_name(f".{writes[0]}{UNFINISHED}").write_bytes(
                        content[: len(content) // 2]
                    )
                os.kill(os.getpid(), signal.SIGKILL)
            write(self, name, content)

        Store.write = dies
        try:
            audit_archive(archive, output)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


# (write, torn): of a run from the beginning the 2nd write is the plan's notices and the 3rd begins the run; of one that
# goes on, 1 to 5 are parts, 6 the record, then the comparison and the manifest.
KILLS = ((2, False), (3, True), (5, True), (6, True), (9, False), (6, False), (7, True), (1, True))


def test_killed_again_and_again_it_resumes_to_the_same_rows(archive, tmp_path):
    audit_archive(archive, tmp_path / "whole")
    killed = [killed_at(write, torn, archive, tmp_path / "out") for write, torn in KILLS]
    assert sum(killed) >= 6
    audit_archive(archive, tmp_path / "out")
    assert rows_of(tmp_path / "out") == rows_of(tmp_path / "whole")
    assert not list((tmp_path / "out").rglob(f".*{UNFINISHED}"))


def test_a_worker_that_is_a_process_is_killed_with_its_run(processes, tmp_path, monkeypatch):
    archive = write_jsonl(tmp_path / "archive.jsonl", 8)
    command = [sys.executable, "-m", "auditor", "batch", "run", str(archive), str(tmp_path / "out"), "--shard", "1"]
    command += ["--encoder", "hash", "--fidelity-model", "linear", "--workers", "1"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    run = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 120
    while not (tmp_path / "out" / "ledger" / "000000.json").exists() and time.monotonic() < until:
        time.sleep(0.01)
    run.kill()
    assert run.wait() == -signal.SIGKILL
    assert len(list((tmp_path / "out" / "ledger").glob("*.json"))) >= 1
    monkeypatch.setattr(batch_run, "run_local", work_here)
    audit_archive(archive, tmp_path / "out", shard=1)
    audit_archive(archive, tmp_path / "whole", shard=3)
    assert rows_of(tmp_path / "out") == rows_of(tmp_path / "whole")


def test_a_worker_killed_in_the_middle_of_a_shard_is_replaced(processes, tmp_path, monkeypatch):
    """Twice: before it has read an article, and while it reads one."""
    archive = write_jsonl(tmp_path / "archive.jsonl", 6)
    ask, killed = engine_local._Reader.ask, []

    def kill_when_it_reads(reader):
        until = time.monotonic() + 120
        while not (tmp_path / "out" / "begun" / "000000").exists() and time.monotonic() < until:
            time.sleep(0.001)
        killed.append(reader._process.pid)
        os.kill(killed[-1], signal.SIGKILL)

    def ask_and_kill(reader, job):
        if not killed:
            killed.append(reader._running().pid)
            os.kill(killed[-1], signal.SIGKILL)
        elif len(killed) == 1:
            Thread(target=kill_when_it_reads, args=(reader,), daemon=True).start()
        return ask(reader, job)

    monkeypatch.setattr(engine_local._Reader, "ask", ask_and_kill)
    outcome = audit_archive(archive, tmp_path / "out", shard=6, workers=1)
    assert len(set(killed)) == 2
    assert outcome.incomplete == 0
    monkeypatch.setattr(batch_run, "run_local", work_here)
    audit_archive(archive, tmp_path / "whole", shard=6)
    assert rows_of(tmp_path / "out") == rows_of(tmp_path / "whole")
    assert not list((tmp_path / "out" / "begun").iterdir())


def test_every_card_gets_a_worker_of_its_own(archive, tmp_path, monkeypatch):
    given = []

    def on_cards(place, queue, seats):
        given.extend(seats)
        work_here(place, queue)

    monkeypatch.setattr(batch_run, "device_count", lambda asked: 3)
    monkeypatch.setattr(batch_run, "usable_cores", lambda: 12)
    monkeypatch.setattr(batch_run, "run_local", on_cards)
    audit_archive(archive, tmp_path / "out")
    assert given == [Seat(4, 0), Seat(4, 1), Seat(4, 2)]


def test_the_record_says_what_was_asked_and_what_was_known(archive, tmp_path):
    record: Record = audit_archive(archive, tmp_path / "out", shard=3).records[0]
    assert record.counts["articles"] == 3
    assert record.counts["encoded"] < record.counts["texts"]
    assert set(record.seconds) == {"read", "encode", "judge", "write"}


def test_an_object_store_serves_as_well(archive, tmp_path):
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.pipe("/archive/rows.jsonl", archive.read_bytes())
    run_batch_to("memory://archive/rows.jsonl", "memory://run")
    audit_archive(archive, tmp_path / "out")
    assert memory.cat("/run/documents/000000.parquet") == (tmp_path / "out/documents/000000.parquet").read_bytes()
    run_batch_to("memory://archive/rows.jsonl", "memory://run")


def run_batch_to(archive, output):
    from auditor.batch.run import Options

    return run_batch(archive, output, SETTINGS, Options(shard=2), lambda *_: None)
