"""One table of what exits how, and what stderr says of it."""

import pytest
from sample_reports import alone, document, find, report

from auditor.core.finding import Level, Notice
from auditor.core.mqm import Severity
from auditor.errors import ConfigError, ModelError, NothingToAuditError, ReadError, UsageError


def found(severity):
    entry = alone(document("a.txt", "Port opens"))
    return report(entry, findings=(find(entry.document, "Port", severity=severity),))


@pytest.mark.parametrize(
    ("severity", "options", "code"),
    [
        (None, [], 0),
        (Severity.MINOR, [], 0),
        (Severity.MAJOR, [], 1),
        (Severity.MINOR, ["--fail-on", "minor"], 1),
        (Severity.CRITICAL, ["--fail-on", "none"], 0),
    ],
)
def test_findings_decide(fake, run, severity, options, code):
    fake.report = report(alone(document("a.txt", "Fine"))) if severity is None else found(severity)
    assert run("check", "a.txt", *options).code == code


def test_incomplete_wins_and_is_said_even_when_quiet(fake, run):
    made = found(Severity.CRITICAL)
    notices = (Notice(Level.INCOMPLETE, "binary", "b.txt: not text"), Notice(Level.INFO, "x", "for information"))
    fake.report = report(*made.documents, findings=made.findings, notices=notices)
    loud, quiet = run("check", "a.txt"), run("check", "a.txt", "--quiet")
    assert (loud.code, quiet.code) == (3, 3)
    assert loud.err == "auditor: incomplete: b.txt: not text\nauditor: info: for information\n"
    assert quiet.err == "auditor: incomplete: b.txt: not text\n"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("a.txt: wrong; do right."), 2),
        (ConfigError("a.txt: wrong; do right."), 2),
        (NothingToAuditError("a.txt: wrong; do right."), 3),
        (ReadError("a.txt: wrong; do right.", "binary"), 3),
        (ModelError("a.txt: wrong; do right."), 3),
    ],
)
def test_errors_raised_on_purpose_say_their_words_and_nothing_else(fake, run, error, code):
    fake.error = error
    ended = run("check", "a.txt")
    assert (ended.code, ended.out, ended.err) == (code, "", "auditor: a.txt: wrong; do right.\n")


def test_a_crash_is_internal_and_short(fake, run):
    fake.error = KeyError("boom")
    ended = run("check", "a.txt")
    assert (ended.code, ended.out) == (4, "")
    assert ended.err.startswith("auditor: internal error: KeyError: 'boom' in _note, line ")
    assert "Traceback" not in ended.err
    assert "AUDITOR_DEBUG=1" in ended.err


def test_a_crash_shows_its_traceback_on_request(fake, run, monkeypatch):
    monkeypatch.setenv("AUDITOR_DEBUG", "1")
    fake.error = ValueError("boom")
    ended = run("check", "a.txt")
    assert ended.code == 4
    assert "Traceback (most recent call last)" in ended.err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError()])
def test_an_interrupt(fake, run, error):
    fake.error = error
    ended = run("check", "a.txt")
    assert ended.code == 130
    assert ended.err.strip() == "auditor: interrupted"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["chek"],
        ["check"],
        ["check", "a.txt", "--nonsense"],
        ["check", "a.txt", "--format", "word"],
        ["check", "a.txt", "--severity", "huge"],
        ["check", "a.txt", "--confidence", "2"],
        ["check", "a.txt", "--min-fidelity", "-1"],
        ["check", "a.txt", "--device", "tpu"],
        ["align", "a.txt"],
        ["score", "--translation", "a.txt"],
        ["explain"],
    ],
)
def test_a_wrong_command_line(fake, run, arguments):
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert "sage:" in ended.err or "nothing to audit was named" in ended.err
    assert fake.calls == []


def test_settings_files_are_checked_before_the_work(fake, run, tmp_path):
    (tmp_path / "auditor.toml").write_text("fail-onn = 'minor'\n", "utf-8")
    ended = run("check", "a.txt")
    assert ended.code == 2
    assert "did you mean `fail_on`?" in ended.err
    assert fake.calls == []


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["check", "--help"], ["--version"]])
def test_help_and_version_succeed(run, arguments):
    ended = run(*arguments)
    assert (ended.code, ended.err) == (0, "")
    assert "auditor" in ended.out
