"""align, score, checks, explain, doctor."""

import io
import json
import sys

import pytest

from auditor.cli import services
from auditor.encoders import Choice, SelfTest
from auditor.errors import ModelError
from auditor.fidelity import FidelityChoice


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("json", '{\n  "translation"'),
        ("tsv", "translation_segments\t"),
        ("tmx", "<?xml"),
        ("ladder", "[0]:[0]:0.1000\n"),
    ],
)
def test_align_prints_the_format(fake, run, form, start):
    ended = run("align", "a.txt", "b.txt", "--format", form, "--presegmented", "--device", "cpu")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(start)
    assert fake.calls[0].sides == ("a.txt", "b.txt")
    assert fake.calls[0].presegmented is True


def test_align_writes_a_file(fake, run, tmp_path):
    assert run("align", "a.txt", "b.txt", "-o", "pair.json").out == ""
    assert json.loads((tmp_path / "pair.json").read_text("utf-8"))["signature"] == "encoder:fake"


def test_only_one_side_is_standard_input(fake, run):
    ended = run("score", "--translation", "-", "--counterpart", "-")
    assert ended.code == 2
    assert "only one side" in ended.err


def lines(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    return name


def test_score_warns_where_the_model_reads_neither_language(fake, run, tmp_path, monkeypatch):
    lines(tmp_path, "a", b"one\n")
    fake.caution = "en to bo: it says nothing"
    ended = run("score", "--translation", "a", "--counterpart", "a")
    assert (ended.code, ended.out.count("\n")) == (0, 2)
    assert "en to bo: it says nothing; do not rest anything on these scores" in ended.err


def test_score_reads_lines_that_end_in_line_feeds_only(fake, run, tmp_path, monkeypatch):
    lines(tmp_path, "a", "\ufeffone\r\ntwo\u2028still two\x0cand on\n\n".encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"un\ndeux\n\n")))
    ended = run("score", "--translation", "a", "--counterpart", "-")
    assert fake.calls[0].sides == (("one", "two\u2028still two\x0cand on", ""), ("un", "deux", ""))
    assert ended.out == "line\tfidelity\tquality\trisk\n" + "".join(f"{i}\t50.0\t0.0\t0.5\n" for i in range(3))
    assert ended.err == "auditor: signature fidelity:fake\n"


def test_score_as_json_lines(fake, run, tmp_path):
    lines(tmp_path, "a", b"one")
    ended = run("score", "--translation", "a", "--counterpart", "a", "--format", "jsonl", "-q")
    assert json.loads(ended.out) == {"line": 0, "fidelity": 50, "quality": 0, "risk": 0.5}
    assert ended.err == ""


def test_score_with_words(fake, run, tmp_path):
    lines(tmp_path, "a", b"one")
    ended = run("score", "--translation", "a", "--counterpart", "a", "--words", "--fidelity-model", "joint", "-q")
    assert fake.calls[0].words is True
    assert fake.calls[0].settings.fidelity_model == "joint"
    assert json.loads(ended.out) == {
        "line": 0,
        "fidelity": 50,
        "quality": 0,
        "risk": 0.5,
        "critical_probability": None,
        "words": [],
        "lost": [],
    }


def test_doctor_names_the_fidelity_model(run, encoders, monkeypatch):
    monkeypatch.setattr(services, "choose_fidelity", lambda: FidelityChoice(None, "of the weather"))
    assert "fidelity model: linear (of the weather)\n" in run("doctor").out


@pytest.mark.parametrize(
    ("ours", "theirs", "code", "words"),
    [
        (b"one\ntwo", b"un", 2, "a has 2 lines, b has 1"),
        (b"", b"", 3, "a: no lines"),
        (b"one\n\xff", b"un\ndeux", 3, "a: line 2 is not valid UTF-8"),
        (b"one", None, 3, "b: cannot be read"),
    ],
)
def test_score_says_what_is_wrong_with_its_files(fake, run, tmp_path, ours, theirs, code, words):
    lines(tmp_path, "a", ours)
    if theirs is not None:
        lines(tmp_path, "b", theirs)
    ended = run("score", "--translation", "a", "--counterpart", "b")
    assert (ended.code, ended.out) == (code, "")
    assert words in ended.err
    assert fake.calls == []


def test_checks_lists_every_check(run):
    ended = run("checks")
    assert ended.code == 0
    assert len(ended.out.splitlines()) == len(services.checks()) + 1
    assert [entry["id"] for entry in json.loads(run("checks", "--format", "json").out)] == [
        check.id for check in services.checks()
    ]


def test_explain_takes_ids_and_names(run):
    check = services.checks()[0]
    assert run("explain", check.id).out == run("explain", check.name.upper()).out
    assert run("explain", check.id).out.startswith(f"# {check.name}")


def test_explain_suggests(run):
    ended = run("explain", "unpaired-qoute")
    assert ended.code == 2
    assert "did you mean unpaired-quote" in ended.err


@pytest.fixture
def encoders(monkeypatch):
    """Two encoders of which one may fail."""
    results = {}

    def self_test(name, device):
        if isinstance(results[name], Exception):
            raise results[name]
        return SelfTest(name, "abc", 8, "cpu", results[name], 0.0)

    monkeypatch.setattr(services, "encoder_names", lambda: tuple(results))
    monkeypatch.setattr(services, "self_test", self_test)
    monkeypatch.setattr(services, "choose_encoder", lambda language: Choice("e5", "of its reach"))
    return results


@pytest.mark.parametrize(
    ("second", "code", "words"),
    [
        (1.0, 0, "encoder b: ok"),
        (0.5, 1, "encoder b: FAILED"),
        (ModelError("b: gone"), 1, "encoder b: FAILED: b: gone"),
    ],
)
def test_doctor_fails_when_an_encoder_does(run, encoders, second, code, words):
    encoders |= {"a": 1.0, "b": second}
    ended = run("doctor")
    assert ended.code == code
    assert "encoder a: ok" in ended.out
    assert words in ended.out


def test_doctor_tells_what_there_is_for_a_language(run, encoders):
    told = run("doctor", "--language", "ar").out
    assert "language ar: Arabic" in told
    assert "encoder for it: e5 (of its reach)" in told
    assert f"of {len(services.checks())}" in told
    assert "no data file" in run("doctor", "--language", "qqq").out


def test_doctor_says_how_far_to_trust_each_encoder_in_a_language(run, encoders):
    encoders |= {"use": 1.0, "e5": 1.0}
    told = run("doctor", "--language", "he").out
    assert "encoder use in it: not to be trusted: " in told
    assert "encoder e5 in it: dependable: " in told
    assert (
        "encoder e5 in it: not measured (it was not trained on this language)" in run("doctor", "--language", "gn").out
    )


NO_CARD = "device cuda: this torch was built for the CPU only"


@pytest.mark.parametrize(
    ("cards", "said"), [(ModelError(NO_CARD), (True, True)), (1, (False, True)), (2, (False, False))]
)
def test_doctor_says_what_it_cannot_verify_of_graphics_cards(run, encoders, monkeypatch, cards, said):
    def card_count():
        if isinstance(cards, ModelError):
            raise cards
        return cards

    monkeypatch.setattr(services, "card_count", card_count)
    encoders |= {"a": 1.0}
    told = run("doctor", "--device", "cuda").out
    assert "what bf16 and fp16 do to vectors" in told
    assert (f"graphics cards: none; {NO_CARD}" in told, "of several cards each gets a worker" in told) == said
    assert ("- that vectors from a card are those of the CPU" in told) == said[0]
    assert "graphics cards" not in run("doctor", "--device", "cpu").out
