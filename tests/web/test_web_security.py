"""Who gets in, who does not, and what every answer carries."""

import json
import socket

import pytest

from auditor.web.limits import EDIT_BYTES, FORM_BYTES, SMALL_BYTES
from auditor.web.security import POLICY


def test_the_opened_address_becomes_a_cookie(server):
    reply = server.ask("GET", f"/?token={server.keys.token}&x=1", key=False)
    assert (reply.status, reply.headers["location"]) == (303, "/?x=1")
    cookie = reply.headers["set-cookie"]
    assert cookie.startswith(f"{server.keys.cookie}={server.keys.session};")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert server.keys.token not in cookie
    assert server.ask("GET", "/", Cookie=cookie.split(";")[0], key=False).status == 200


@pytest.mark.parametrize("path", ["/?token=wrong", "/?token=", "/audits/x?token=%00", "/?token=%C3%A9"])
def test_a_wrong_token_opens_nothing(server, path):
    reply = server.ask("GET", path, key=False)
    assert reply.status == 403
    assert "set-cookie" not in reply.headers


@pytest.mark.parametrize("path", ["//evil.example", "///evil.example/x", "/%2f/evil.example", "/\\evil.example"])
def test_the_token_never_sends_a_browser_elsewhere(server, path):
    reply = server.ask("GET", f"{path}?token={server.keys.token}", key=False)
    assert reply.status == 303
    assert reply.headers["location"].startswith("/")
    assert not reply.headers["location"].startswith(("//", "/\\"))


@pytest.mark.parametrize("path", ["/", "/audits/x", "/audits/x/view", "/audits/x/events", "/reports/0", "/nothing"])
@pytest.mark.parametrize("cookie", [None, "auditor-1=x", "auditor=; ;;", "broken", "a=b; \x7f"])
def test_without_the_key_nothing_is_shown(server, path, cookie):
    reply = server.ask("GET", path, key=False, Cookie=cookie)
    assert reply.status == 403
    assert "auditor serve" in reply.text
    assert server.keys.token not in reply.text


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", "", "::1"]
)
def test_another_host_is_refused(server, host):
    reply = server.ask("GET", "/", Host=host.format(port=server.keys.port))
    assert reply.status == 421


def test_no_host_is_refused(server):
    with socket.create_connection(("127.0.0.1", server.keys.port), timeout=30) as connection:
        connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
        assert connection.recv(100).split()[1] in (b"400", b"421")


def test_both_names_of_this_machine_work(server):
    for name in ("127.0.0.1", "localhost", "LOCALHOST"):
        assert server.ask("GET", "/", Host=f"{name}:{server.keys.port}").status == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_other_sites_are_refused(server, method, site):
    assert server.ask(method, "/", Sec_Fetch_Site=site).status == 403


@pytest.mark.parametrize(
    ("origin", "site", "refused"),
    [
        ("https://evil.example", None, True),
        ("http://127.0.0.1:1", None, True),
        ("null", None, True),
        ("null", "none", True),
        ("null", "same-origin", False),
        ("http://127.0.0.1:{port}", "same-origin", False),
        (None, None, False),
    ],
)
def test_changes_come_from_our_pages_only(server, origin, site, refused):
    origin = origin and origin.format(port=server.keys.port)
    reply = server.ask("POST", "/audits/none/cancel", b"", Origin=origin, Sec_Fetch_Site=site)
    assert reply.status == (403 if refused else 404)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/audits/x/cancel"),
        ("POST", "/audits/x/again"),
        ("POST", "/audits/x/decisions"),
        ("PUT", "/audits/x/translation"),
        ("DELETE", "/audits/x"),
    ],
)
def test_changes_need_the_token_too(server, method, path):
    assert server.ask(method, path, {}, token=False).status == 403
    assert server.ask(method, path, {}, token=False, X_Auditor_Token="wrong").status == 403
    assert server.ask(method, path, {}).status in (400, 404, 405)


def test_a_form_needs_the_token_in_a_field(server):
    body = b"translation_text=hello&token="
    kind = "application/x-www-form-urlencoded"
    assert server.ask("POST", "/audits", body, token=False, Content_Type=kind).status == 403
    assert server.ask("POST", "/audits/x/decisions", body, token=False, Content_Type=kind).status == 403
    right = body + server.keys.token.encode()
    assert server.ask("POST", "/audits/x/cancel", right, token=False, Content_Type=kind).status == 404


@pytest.mark.parametrize("path", ["/", "/nothing", "/static/x/page.css", "/audits/x"])
@pytest.mark.parametrize("key", [True, False])
def test_every_answer_is_strict(server, path, key):
    headers = server.ask("GET", path, key=key).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert "server" not in headers
    assert ("immutable" in headers["cache-control"]) == path.startswith("/static")


@pytest.mark.parametrize("word", ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*"])
def test_the_policy_allows_nothing_from_elsewhere(word):
    assert word not in POLICY


@pytest.mark.parametrize(
    "path", ["/static/x/../render.py", "/static/x/render.py", "/static/x/%2e%2e%2frender.py", "/static/"]
)
def test_only_listed_files_are_served(server, path):
    assert server.ask("GET", path).status == 404


def test_pages_hold_no_inline_script_or_style(server):
    text = server.ask("GET", "/").text
    assert "<style" not in text
    assert " style=" not in text
    assert "<script>" not in text
    assert not any(f" on{event}=" in text for event in ("click", "load", "submit", "error"))


@pytest.mark.parametrize(("path", "limit"), [("/audits", FORM_BYTES), ("/audits/x/decisions", SMALL_BYTES)])
def test_too_large_requests_are_refused_before_and_while_they_are_read(server, path, limit):
    reply = server.ask("POST", path, b"x" * (limit + 1), Content_Type="application/json", Accept="application/json")
    assert reply.status == 413
    assert json.loads(reply.data)["error"]["title"] == "Too large"
    chunks = iter([b"x" * (limit // 2 + 1)] * 2)
    reply = server.ask("POST", path, b"".join(chunks), Content_Type="multipart/form-data; boundary=x")
    assert reply.status == 413


def test_an_endless_request_is_cut_off(server):
    """Chunked, without a length: it is read away within reason, never kept."""
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    head = f"PUT /audits/x/translation HTTP/1.1\r\nHost: 127.0.0.1:{server.keys.port}\r\n"
    head += f"X-Auditor-Token: {server.keys.token}\r\nContent-Type: application/json\r\n"
    with socket.create_connection(("127.0.0.1", server.keys.port), timeout=30) as connection:
        connection.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        connection.sendall(chunk * (EDIT_BYTES // 0x10000 + 2) + b"0\r\n\r\n")
        assert connection.recv(100).split()[1] == b"413"


def test_compressed_requests_are_refused(server):
    assert server.ask("POST", "/audits", b"x", Content_Encoding="gzip").status == 415


def test_refusals_come_in_the_form_that_was_asked_for(server):
    page = server.ask("GET", "/nothing")
    assert page.headers["content-type"].startswith("text/html")
    assert "Not found" in page.text
    told = server.ask("GET", "/nothing", Accept="application/json")
    assert json.loads(told.data)["error"]["title"] == "Not found"
    assert server.ask("DELETE", "/", Accept="application/json").status == 405
