"""What `serve` does before it serves: the address, the browser, the port."""

import socket
from urllib.parse import parse_qs, urlsplit

import pytest
import uvicorn
from live_server import SETTINGS, until
from stories import HARBOUR

from auditor.audit.request import Request
from auditor.audit.run import run_audit
from auditor.encoders import HashEncoder
from auditor.errors import UsageError
from auditor.reports import Format, render
from auditor.web import serve as module
from auditor.web.serve import ServeOptions, serve


@pytest.fixture
def opened(monkeypatch):
    """Addresses that the browser was sent to; nothing is served."""
    addresses = []
    monkeypatch.setattr(module.webbrowser, "open", addresses.append)
    monkeypatch.setattr(uvicorn.Server, "run", lambda self, sockets: None)
    return addresses


def test_the_browser_opens_the_printed_address(opened, tmp_path):
    said = []
    serve(ServeOptions(tmp_path / "kept"), SETTINGS, said.append)
    until(lambda: opened)
    [address] = opened
    assert address in said[0]
    parts = urlsplit(address)
    assert (parts.hostname, parts.path) == ("127.0.0.1", "/")
    assert len(parse_qs(parts.query)["token"][0]) >= 40
    assert str(tmp_path / "kept") in said[1]


def test_every_server_has_a_token_of_its_own(opened, tmp_path):
    for _ in range(2):
        serve(ServeOptions(tmp_path), SETTINGS, lambda _: None)
    until(lambda: len(opened) == 2)
    assert len({parse_qs(urlsplit(address).query)["token"][0] for address in opened}) == 2


def test_not_unless_wanted(opened, tmp_path):
    serve(ServeOptions(tmp_path, open_browser=False), SETTINGS, lambda _: None)
    assert opened == []


@pytest.mark.parametrize(("count", "path"), [(1, "/reports/0"), (2, "/")])
def test_a_report_opens_at_its_article_or_at_the_list(opened, tmp_path, count, path):
    for number in range(count):
        (tmp_path / f"story{number}.en.txt").write_text(HARBOUR, encoding="utf-8")
    report = run_audit(Request((tmp_path,), settings=SETTINGS), lambda *_: None, HashEncoder())
    (tmp_path / "report.json").write_text(render(report, Format.JSON), encoding="utf-8")
    serve(ServeOptions(tmp_path / "kept", report=tmp_path / "report.json"), SETTINGS, lambda _: None)
    until(lambda: opened)
    assert urlsplit(opened[0]).path == path


def test_a_port_that_is_taken_is_said(opened, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port}"):
            serve(ServeOptions(tmp_path, port=port), SETTINGS, lambda _: None)
    assert opened == []
