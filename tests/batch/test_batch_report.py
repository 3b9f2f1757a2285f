"""Totals, the page, the commands."""

from __future__ import annotations

import json

import pytest
from batch_archives import audit_archive, write_jsonl

from auditor.batch.plots import bars, columns
from auditor.batch.totals import WEIGHTS, render_totals, totals
from auditor.cli.app import main
from auditor.core.mqm import Severity

COMMAND = ("--encoder", "hash", "--fidelity-model", "linear", "--shard", "2", "-q")


def test_weights_are_those_of_mqm():
    for severity in Severity:
        told = f"WHEN '{severity.value}' THEN {severity.penalty:g}"
        assert told in WEIGHTS or severity.penalty == 0


def test_totals_add_up(archive, tmp_path):
    audit_archive(archive, tmp_path / "out")
    found = totals(str(tmp_path / "out"))
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert {name: sum(row["articles"] for row in rows) for name, rows in found.by.items()} == {
        "language": 3,
        "outlet": 3,
        "day": 3,
    }
    assert {row["key"] for row in found.by["outlet"]} == {"north", "south"}
    assert [row["key"] for row in found.by["day"]] == ["2026-05-01", "2026-05-02", "2026-05-03"]
    findings = manifest["rows"]["findings"]
    assert (
        sum(row["findings"] for row in found.checks) == sum(row["findings"] for row in found.by["language"]) == findings
    )
    assert "doubled-word" in {row["name"] for row in found.checks}
    assert found.worst[0]["id"] == "story-2"
    text = render_totals(found)
    assert "3 articles, 2 of 2 shards done" in text
    assert "story-2" in text


def test_plots_are_plain_and_escaped():
    drawn = bars([("<b>", 3.0, "3"), ("x" * 40, 0.0, "0")]) + columns([("2026-05-01", 1.0, "1 & more")])
    assert "<script" not in drawn
    assert "&lt;b&gt;" in drawn
    assert "1 &amp; more" in drawn
    assert "x" * 40 in drawn
    assert bars([]).startswith("<svg")


def test_the_three_commands(archive, tmp_path, capsys):
    out, page = str(tmp_path / "out"), tmp_path / "page.html"
    assert main(["batch", "run", str(archive), out, *COMMAND]) == 0
    assert main(["batch", "status", out]) == 0
    told = capsys.readouterr().out
    assert "3 articles in 2 shards" in told
    assert "done 2 of 2 shards, finished" in told
    assert main(["batch", "report", out, "--html", str(page)]) == 0
    assert "doubled-word" in capsys.readouterr().out
    written = page.read_text("utf-8")
    assert "<svg" in written
    assert "<script" not in written
    assert "http" not in written


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["run", "nowhere.jsonl", "out"], 3, "no such file"),
        (["status", "nowhere"], 3, "holds no run"),
        (["report", "nowhere"], 3, "no shard of a run is done"),
        (["run", "x.jsonl", "out", "--engine", "dask"], 2, "dask"),
    ],
)
def test_mistakes_are_told(words, code, told, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["batch", *words]) == code
    assert told in capsys.readouterr().err


def test_a_wrong_row_is_told_before_any_work(tmp_path, capsys):
    archive = write_jsonl(tmp_path / "archive.jsonl", 2)
    archive.write_text(archive.read_text("utf-8") + '{"id": "x"}\n', encoding="utf-8")
    assert main(["batch", "run", str(archive), str(tmp_path / "out"), *COMMAND]) == 2
    assert f"{archive}: line 3: lacks the column `translation`" in capsys.readouterr().err


def test_something_left_out_makes_it_incomplete(tmp_path):
    archive = tmp_path / "archive.jsonl"
    rows = [
        {"id": "a", "translation": "", "counterpart": "x"},
        {"id": "b", "translation": "A word.", "counterpart": ""},
    ]
    archive.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["batch", "run", str(archive), str(tmp_path / "out"), *COMMAND]) == 3
