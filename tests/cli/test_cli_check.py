"""`auditor check`: options become settings, payloads go where they should."""

import json

import pytest
from sample_reports import alone, document, find, report, sample

from auditor.checks import find_check
from auditor.config import Device
from auditor.core.finding import Level, Notice
from auditor.core.mqm import Severity


def settings_of(fake):
    return fake.calls[-1].settings


def test_without_options_the_defaults_hold(fake, run):
    assert run("check", "a.txt", "b").code == 0
    call = fake.calls[0]
    assert (call.paths, call.counterpart, call.pairs, call.progress) == (["a.txt", "b"], None, None, None)
    assert call.settings.fail_on is Severity.MAJOR
    assert call.settings.cache is True


@pytest.mark.parametrize(
    ("options", "field", "value"),
    [
        (["--severity", "minor"], "severity", Severity.MINOR),
        (["--confidence", "0.8"], "confidence", 0.8),
        (["--fail-on", "none"], "fail_on", None),
        (["--fail-on", "critical"], "fail_on", Severity.CRITICAL),
        (["--min-fidelity", "60"], "min_fidelity", 60.0),
        (["--encoder", "e5"], "encoder", "e5"),
        (["--fidelity-model", "./own"], "fidelity_model", "./own"),
        (["--device", "cpu"], "device", Device.CPU),
        (["--no-cache"], "cache", False),
        (["--threads", "2"], "threads", 2),
        (["--language", "ar"], "language", "ar"),
        (["--counterpart-language", "fr"], "counterpart_language", "fr"),
        (["--exclude", "*.bak", "--exclude", "old/"], "exclude", ("*.bak", "old/")),
    ],
)
def test_options_become_settings(fake, run, options, field, value):
    run("check", "a.txt", *options)
    assert getattr(settings_of(fake), field) == value


def test_the_command_line_wins_over_the_settings_file(fake, run, tmp_path):
    (tmp_path / "auditor.toml").write_text("fail_on = 'minor'\nconfidence = 0.9\n", "utf-8")
    run("check", "a.txt", "--fail-on", "none")
    assert (settings_of(fake).fail_on, settings_of(fake).confidence) == (None, 0.9)


def test_select_and_ignore_take_names_ids_and_beginnings(fake, run):
    check = find_check("unpaired-quote")
    ended = run(
        "check", "a.txt", "--select", f"unpaired-quote, {check.id.lower()}", "--select", "LNG", "--ignore", "ACC"
    )
    assert ended.code == 0
    assert settings_of(fake).select == ("unpaired-quote", check.id.lower(), "LNG")
    assert settings_of(fake).ignore == ("ACC",)


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_check_is_refused_with_the_nearest_name(fake, run, option):
    ended = run("check", "a.txt", option, "unpaired-qoute")
    assert ended.code == 2
    assert "did you mean unpaired-quote" in ended.err
    assert fake.calls == []


def test_an_unknown_check_in_the_settings_file_is_refused_too(fake, run, tmp_path):
    (tmp_path / "auditor.toml").write_text("ignore = ['unpaired-qoute']\n", "utf-8")
    assert run("check", "a.txt").code == 2
    assert fake.calls == []


def test_counterpart_and_manifest_are_passed_on(fake, run):
    run("check", "a", "--counterpart", "b", "--pairs", "p.csv")
    assert (str(fake.calls[0].counterpart), str(fake.calls[0].pairs)) == ("b", "p.csv")


@pytest.mark.parametrize("form", ["text", "full", "jsonl", "sarif", "github", "junit", "html"])
def test_stdout_carries_only_the_payload(fake, run, form):
    fake.report = sample()
    ended = run("check", "a.txt", "--format", form)
    assert ended.out.endswith("\n")
    assert "auditor: incomplete: en/photo.txt" in ended.err
    assert "auditor: incomplete: " not in ended.out


def test_json_on_stdout_can_be_read(fake, run):
    fake.report = sample()
    assert json.loads(run("check", "-", "--format", "json").out)["schema"] == "auditor.report/v1"


def test_statistics(fake, run):
    fake.report = sample()
    assert run("check", "a.txt", "--statistics").out.startswith("findings  critical")


def test_a_plain_output_file_takes_the_place_of_stdout_in_the_format_of_its_name(fake, run, tmp_path):
    ended = run("check", "a.txt", "-o", "report.html")
    assert ended.out == ""
    assert (tmp_path / "report.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_named_outputs_come_on_top_of_stdout(fake, run, tmp_path):
    ended = run("check", "a.txt", "-o", "json=r.out", "-o", "html=p.out")
    assert "1 article" in ended.out
    assert json.loads((tmp_path / "r.out").read_text("utf-8"))
    assert "<html" in (tmp_path / "p.out").read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["p.out", "r.out"]


def test_a_named_output_can_be_stdout(fake, run):
    assert json.loads(run("check", "a.txt", "-o", "json=-").out)


def test_a_plain_name_with_an_equals_sign(fake, run, tmp_path):
    run("check", "a.txt", "-o", "./a=b.txt")
    assert (tmp_path / "a=b.txt").exists()


@pytest.mark.parametrize(
    ("outputs", "words"),
    [
        (["htlm=r.html"], "did you mean html=…?"),
        (["zzz=r.html"], "formats are text, full"),
        (["none/r.html"], "the folder none does not exist"),
        (["."], "is not a file name"),
        (["json="], "is not a file name"),
        (["r.json", "html=r.json"], "two outputs go to r.json"),
        (["json=-", "html=-"], "two outputs go to standard output"),
    ],
)
def test_outputs_that_cannot_be_are_refused_before_the_work(fake, run, outputs, words):
    ended = run("check", "a.txt", *(part for output in outputs for part in ("-o", output)))
    assert ended.code == 2
    assert words in ended.err
    assert fake.calls == []


def test_a_failed_write_leaves_the_old_file_and_no_rest(fake, run, tmp_path, monkeypatch):
    (tmp_path / "r.json").write_text("old", "utf-8")
    monkeypatch.setattr(
        "pathlib.Path.replace", lambda self, target: (_ for _ in ()).throw(OSError(28, "No space left"))
    )
    ended = run("check", "a.txt", "-o", "r.json")
    assert ended.code == 2
    assert "r.json: cannot be written (No space left)" in ended.err
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("r.json", "old")]


def test_paths_are_shown_as_they_can_be_opened_from_here(fake, run, tmp_path):
    (tmp_path / "articles" / "ar").mkdir(parents=True)
    (tmp_path / "articles" / "ar" / "a.txt").write_text("“Open", "utf-8")
    entry = alone(document("ar/a.txt", "“Open"))
    fake.report = report(entry, findings=(find(entry.document, "“"),))
    assert "\narticles/ar/a.txt:1:1" in run("check", "articles").out
    assert json.loads(run("check", "articles", "--format", "json").out)["documents"][0]["id"] == "ar/a.txt"
    absolute = run("check", str(tmp_path / "articles")).out
    assert "\nar/a.txt:1:1" in absolute
    assert str(tmp_path) not in absolute


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_colour_follows_the_environment(fake, run, monkeypatch, variables, coloured):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("check", "a.txt").out) is coloured


def test_files_are_never_coloured(fake, run, tmp_path, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    run("check", "a.txt", "-o", "r.txt")
    assert "\x1b" not in (tmp_path / "r.txt").read_text("utf-8")


def test_progress_only_on_a_terminal(fake, run, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    run("check", "a.txt", "--quiet")
    assert fake.calls[-1].progress is None
    run("check", "a.txt")
    assert callable(fake.calls[-1].progress)


def test_a_notice_from_a_file_name_cannot_write_to_the_terminal(fake, run):
    fake.report = report(alone(document("a.txt", "x")), notices=(Notice(Level.INFO, "k", "bad\x1b[2J\nname"),))
    assert run("check", "a.txt").err == "auditor: info: bad\\x1b[2J name\n"


def test_what_is_read_is_not_written_over(fake, run, tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("Text.\n", encoding="utf-8")
    for arguments in (
        ["a.txt", "-o", "a.txt"],
        [".", "-o", "text=a.txt"],
        ["b.txt", "--counterpart", "a.txt", "-o", "a.txt"],
    ):
        ended = run("check", *arguments)
        assert ended.code == 2
        assert "is read by this run" in ended.err
    assert article.read_text(encoding="utf-8") == "Text.\n"
    assert fake.calls == []
