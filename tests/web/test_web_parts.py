"""Names, turns, channels, forms: the small parts on their own."""

import asyncio
import threading
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from live_server import SETTINGS

from auditor.audit.turns import Turns
from auditor.errors import UsageError
from auditor.readers import readable
from auditor.web.audit import Cancelled
from auditor.web.engine import Engine
from auditor.web.events import Channel, Event
from auditor.web.examples import examples
from auditor.web.stages import LABELS
from auditor.web.workspace import AuditFolder, Workspace, safe_name, with_language


@given(st.text(max_size=300))
def test_any_name_becomes_a_harmless_one(name):
    safe = safe_name(name)
    assert safe == PurePosixPath(safe).name
    assert not safe.startswith((".", "-"))
    assert readable(PurePosixPath(safe))
    assert len(safe.encode()) <= 200
    assert safe.isprintable()
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("story.ar.txt", "story.ar.txt"),
        ("C:\\desk\\story.HTML", "story.html"),
        ("../../x.md", "x.md"),
        ("خبر عاجل.txt", "خبر-عاجل.txt"),
        ("nul.txt", "_nul.txt"),
        ("com1.en.md", "_com1.en.md"),
        ("story", "story.txt"),
        ("story.docx", "story.docx.txt"),
        ("...", "article.txt"),
        ("", "article.txt"),
    ],
)
def test_names(name, safe):
    assert safe_name(name) == safe


@pytest.mark.parametrize(
    ("name", "language", "named"),
    [
        ("a.txt", "ar", "a.ar.txt"),
        ("a.de.txt", "ar", "a.de.txt"),
        ("a.txt", "und", "a.txt"),
        ("a.b.md", "zh", "a.b.zh.md"),
    ],
)
def test_the_language_goes_into_the_name(name, language, named):
    assert with_language(name, language) == named


def test_a_link_in_the_way_is_not_followed(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.txt").write_text("untouched", encoding="utf-8")
    folder = AuditFolder(tmp_path / "audit")
    folder.path.mkdir()
    (folder.path / "translation").symlink_to(outside)
    with pytest.raises(UsageError, match="leads out"):
        folder.put("translation", "a.txt", b"new")
    (folder.path / "counterpart").mkdir()
    (folder.path / "counterpart" / "a.txt").symlink_to(outside / "a.txt")
    folder.put("counterpart", "a.txt", b"new")
    assert (outside / "a.txt").read_text("utf-8") == "untouched"


def test_a_workspace_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="workspace"):
        Workspace(tmp_path / "file" / "below")


def test_turns_go_round_in_the_order_of_asking():
    turns, log = Turns(), []
    started = [threading.Event() for _ in range(3)]

    def work(number):
        started[number].set()
        with turns.turn():
            log.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(3)]
    with turns.turn(), turns.turn():
        for number, thread in enumerate(threads):
            thread.start()
            started[number].wait(10)
            while len(turns._waiting) <= number:
                pass
        assert log == []
    with turns.turn():
        assert log == [0, 1, 2]
    for thread in threads:
        thread.join()


def test_a_turn_ends_with_an_error():
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns.turn():
        raise ZeroDivisionError
    thread = threading.Thread(target=lambda: turns.turn().__enter__())
    thread.start()
    thread.join(10)
    assert not thread.is_alive()


def heard(channel, told_meanwhile=()):
    """What a window hears that comes now."""

    async def hearing():
        parts = []
        stream = channel.hear()
        async for part in stream:
            parts.append(part.decode())
            for event in told_meanwhile[len(parts) - 1 : len(parts)]:
                channel.tell(event)
        return parts

    return asyncio.run(hearing())


def test_who_comes_late_hears_the_newest_and_the_end():
    channel = Channel()
    for done in range(3):
        channel.tell(Event("progress", {"done": done}))
    parts = heard(channel, [Event("progress", {"done": 9}), Event("done", {"url": "/x\n"}, last=True)])
    assert parts == [
        'event: progress\ndata: {"done": 2}\n\n',
        'event: progress\ndata: {"done": 9}\n\n',
        'event: done\ndata: {"url": "/x\\n"}\n\n',
    ]
    channel.tell(Event("progress", {"done": 10}))
    assert heard(channel) == [parts[-1]]
    assert channel._listeners == []


def test_a_silent_audit_still_finds_out_that_a_window_is_gone(monkeypatch):
    monkeypatch.setattr("auditor.web.events.HEARTBEAT_SECONDS", 0.01)
    parts = heard(Channel(), [Event("cancelled", {}, last=True)])
    assert parts[0] == ": waiting\n\n"
    assert parts[-1].startswith("event: cancelled")


def test_every_sample_pair_is_an_example():
    assert len(examples()) >= 14
    assert all(example.title and example.translation.is_file() for example in examples())


@pytest.mark.parametrize("stage", ["facts", "encode", "align", "check", "audit"])
def test_an_audit_stops_between_any_two_pieces_of_work(tmp_path, stage):
    from stories import HARBOUR, HARBOUR_ELSEWHERE

    from auditor.web.engine import Pair

    ours, theirs = tmp_path / "a.en.txt", tmp_path / "b.en.txt"
    ours.write_text(HARBOUR, encoding="utf-8")
    theirs.write_text(HARBOUR_ELSEWHERE, encoding="utf-8")
    seen = []

    def tell(name, done, total):
        assert name in LABELS
        assert 0 <= done <= total
        seen.append(name)
        if name == stage:
            raise Cancelled

    with pytest.raises(Cancelled):
        Engine(SETTINGS, tmp_path).audit(Pair(ours, theirs), tell)
    assert seen[-1] == stage
