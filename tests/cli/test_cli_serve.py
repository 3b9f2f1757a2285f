"""`auditor serve`: options, refusals, and a real process from start to Ctrl+C."""

import http.client
import importlib.util
import os
import re
import signal
import subprocess
import sys

import pytest

from auditor.cli import services


@pytest.fixture
def served(fake, monkeypatch):
    """What the command asks the server for, without one."""
    calls = []
    monkeypatch.setattr(services, "serve", lambda **given: calls.append(given))
    return calls


def test_defaults(served, run):
    assert run("serve").code == 0
    [call] = served
    assert (call["port"], call["browser"], call["report"], list(call["roots"])) == (0, True, None, [])


def test_options(served, run, tmp_path):
    line = [
        "--report",
        "r.json",
        "--root",
        "a",
        "--root",
        "b",
        "--workspace",
        str(tmp_path),
        "--port",
        "8080",
        "--no-open",
    ]
    assert run("serve", *line, "--threads", "2", "--encoder", "use").code == 0
    [call] = served
    assert [str(root) for root in call["roots"]] == ["a", "b"]
    assert (call["port"], call["browser"], call["workspace"]) == (8080, False, tmp_path)
    assert (call["settings"].threads, call["settings"].encoder) == (2, "use")


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (["--root", "a"], "--report"),
        (["--port", "70000"], "port"),
        (["--report", "nothing.json", "--no-open"], "nothing.json"),
        (["--workspace", "file/below", "--no-open"], "--workspace"),
    ],
)
def test_what_cannot_be_served_is_said(fake, run, tmp_path, line, word):
    pytest.importorskip("uvicorn", reason="the extra `web` is not installed")
    (tmp_path / "file").touch()
    result = run("serve", "--no-cache", "--workspace", str(tmp_path), *line)
    assert result.code == 2
    assert word in result.err
    assert result.out == ""


def test_without_the_extra_the_remedy_is_named(fake, run, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    result = run("serve", "--no-open")
    assert result.code == 2
    assert "translation-auditor[web]" in result.err


def test_interrupted_is_a_good_end(fake, run, monkeypatch):
    def interrupted(**_):
        raise KeyboardInterrupt

    monkeypatch.setattr(services, "serve", interrupted)
    assert run("serve").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent as a POSIX signal")
def test_a_real_server_from_start_to_ctrl_c(tmp_path):
    pytest.importorskip("uvicorn", reason="the extra `web` is not installed")
    line = [sys.executable, "-m", "auditor", "serve", "--no-open", "--no-cache", "--encoder", "hash"]
    line += ["--fidelity-model", "linear", "--workspace", str(tmp_path / "kept")]
    process = subprocess.Popen(
        line, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    try:
        told = process.stderr.readline()
        port, token = re.search(r"127\.0\.0\.1:(\d+)/\?token=(\S+)", told).groups()
        connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=120)
        connection.request("GET", f"/?token={token}")
        assert connection.getresponse().status == 303
        connection.close()
    finally:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert out == ""
    assert "Traceback" not in err
    assert (tmp_path / "kept").is_dir()
