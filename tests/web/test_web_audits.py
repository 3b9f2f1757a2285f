"""From a form to a finished audit: begin, watch, stop, look, take away, edit, decide."""

import json
import threading
from pathlib import Path

import pytest
from live_server import PATIENCE, until
from stories import HAFEN, HARBOUR, HARBOUR_ELSEWHERE, ORCHARD

from auditor.audit.decisions import FILE
from auditor.audit.request import Request
from auditor.audit.run import run_audit
from auditor.config import Settings, seeds_folder
from auditor.encoders import HashEncoder
from auditor.errors import ModelError
from auditor.web.limits import ARTICLE_CHARACTERS, AT_WORK

SLIP = HARBOUR.replace("a crane had", "a a crane had").replace("4 million", "four  million")


def files_of(server):
    return {path.relative_to(server.workspace).as_posix() for path in server.workspace.rglob("*") if path.is_file()}


def finding(server, url, name):
    [found] = [one for one in server.report(url)["findings"] if one["name"] == name]
    return found


def decide(server, url, found, decision, **given):
    return server.ask("POST", f"{url}/decisions", {"fingerprint": found["fingerprint"], "decision": decision, **given})


def put(server, url, text, version, **given):
    return server.ask("PUT", f"{url}/translation", {"text": text, "version": version, **given})


def test_pasted_text_is_audited_and_shown(server):
    url = server.begin(SLIP, HARBOUR_ELSEWHERE)
    assert server.settled(url)["state"] == "done"
    page = server.ask("GET", url)
    assert page.status == 200
    assert "doubled-word" in page.text
    assert "northern pier" in page.text
    fragment = server.ask("GET", f"{url}/view").text
    assert "<html" not in fragment
    assert "doubled-word" in fragment
    assert url in server.ask("GET", "/").text


def test_a_browser_is_sent_to_the_page(server):
    body = f"token={server.keys.token}&translation_text=Port+opens.+Nobody+was+hurt."
    kind = "application/x-www-form-urlencoded"
    reply = server.ask("POST", "/audits", body.encode(), token=False, Content_Type=kind, Accept="text/html")
    assert reply.status == 303
    assert server.settled(reply.headers["location"])["state"] == "done"


def test_files_of_every_format(server):
    page = f"<html lang='de'><body><article><h1>Hafen</h1><p>{HAFEN}</p></article></body></html>"
    for name, data in [("a.txt", HAFEN), ("b.md", f"# Hafen\n\n{HAFEN}"), ("c.html", page)]:
        reply = server.submit(files=[("translation_file", name, data.encode())])
        assert reply.status == 201, reply.text
        assert server.settled(json.loads(reply.data)["url"])["state"] == "done"
    names = {path.rpartition("/")[2] for path in files_of(server)}
    assert {"a.de.txt", "b.de.md", "c.de.html"} <= names


def test_an_example(server):
    reply = server.submit([("example", "mine-flood")])
    url = json.loads(reply.data)["url"]
    assert server.settled(url)["state"] == "done"
    told = server.report(url)["documents"][0]
    assert told["counterpart"] is not None
    assert (
        server.ask("GET", f"{url}/download/translation").data
        == (seeds_folder() / "translation" / "mine-flood.en.txt").read_bytes()
    )


def test_a_chosen_language_wins(server):
    url = server.begin(HAFEN, translation_language="nl")
    server.settled(url)
    assert server.report(url)["documents"][0]["language"] == "nl"


def test_pasted_lines_end_as_in_files(server):
    url = server.begin(HARBOUR.replace("\n", "\r\n"))
    server.settled(url)
    assert server.ask("GET", f"{url}/download/translation").data.decode() == HARBOUR


@pytest.mark.parametrize(
    ("fields", "files", "status", "word"),
    [
        ([], [], 400, "no translation"),
        ([("translation_text", "  \n")], [], 400, "no translation"),
        ([("translation_text", "x")], [("translation_file", "a.txt", b"y")], 400, "two texts"),
        ([], [("translation_file", "a.pdf", b"%PDF-1.7 x")], 400, "PDF"),
        ([], [("translation_file", "a.docx", b"PK\x03\x04zip")], 400, "ZIP"),
        ([], [("translation_file", "a.txt", b"a\x00b")], 400, "NUL|control"),
        ([], [("translation_file", "a.html", b"<html><script>x</script></html>")], 400, "no text"),
        ([], [("translation_file", "a.txt", b"   ")], 400, "no text"),
        ([("translation_text", "x " * ARTICLE_CHARACTERS)], [], 413, "characters"),
        ([("translation_text", "x"), ("translation_language", "klingon!")], [], 400, "no language"),
        ([("example", "../../etc/passwd")], [], 404, "no example"),
        ([("translation_text", "Fine text.")], [("counterpart_file", "b.png", b"\x89PNG")], 400, "image"),
        ([(f"f{i}", "x") for i in range(30)], [], 400, "fields"),
        ([], [(f"file{i}", "a.txt", b"x") for i in range(5)], 400, "files"),
    ],
)
def test_what_cannot_be_audited_is_refused_and_leaves_nothing(server, fields, files, status, word):
    before = files_of(server), sorted(server.workspace.iterdir())
    reply = server.submit(fields, files)
    assert reply.status == status, reply.text
    message = json.loads(reply.data)["error"]["message"]
    assert any(part in message for part in word.split("|")), message
    assert str(server.workspace) not in message
    assert before == (files_of(server), sorted(server.workspace.iterdir()))


@pytest.mark.parametrize(
    "name",
    ["../../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt", ".auditor.toml", "CON.txt", "a" * 400 + ".txt", "…/‮.md"],
)
def test_no_name_leads_out_of_the_workspace(server, name):
    reply = server.submit(files=[("translation_file", name, HARBOUR.encode())])
    assert reply.status == 201, reply.text
    server.settled(json.loads(reply.data)["url"])
    inside = {path.parent.name for path in server.workspace.rglob("*") if path.is_file()}
    assert inside <= {"translation", "counterpart", ".before-editing"}
    assert not list(server.workspace.parent.glob("evil*"))


def test_progress_then_done(gated):
    url = gated.begin(HARBOUR)
    first = gated.events(url, 1)
    assert first[0][0] == "progress"
    assert first[0][1]["label"]
    assert set(first[0][1]) == {"stage", "done", "total", "label", "version"}
    assert gated.json(url)["state"] == "working"
    assert gated.ask("GET", url).status == 200
    assert gated.ask("GET", f"{url}/view").status == 409
    assert gated.ask("GET", f"{url}/download/json").status == 409
    gated.engine.gate.set()
    told = gated.events(url)
    assert told[-1] == ("done", {"url": url, "version": 1})
    assert gated.events(url) == [told[-1]]


def test_two_at_the_same_time(gated):
    urls = [gated.begin(HARBOUR), gated.begin(ORCHARD)]
    until(lambda: len(gated.engine.seen) == 2)
    gated.engine.gate.set()
    assert [gated.settled(url)["state"] for url in urls] == ["done", "done"]


def test_cancel_and_again(gated):
    url = gated.begin(HARBOUR)
    until(lambda: gated.engine.seen)
    assert gated.ask("POST", f"{url}/cancel").status == 204
    assert gated.json(url)["state"] == "cancelled"
    assert gated.events(url) == [("cancelled", {"version": 1})]
    assert gated.ask("GET", url).status == 200
    gated.engine.gate.set()
    assert json.loads(gated.ask("POST", f"{url}/again").data) == {"version": 2}
    assert gated.settled(url)["state"] == "done"
    assert gated.ask("POST", f"{url}/cancel").status == 204
    assert gated.json(url)["state"] == "done"


def test_cancel_by_a_form(gated):
    url = gated.begin(HARBOUR)
    body, kind = f"token={gated.keys.token}".encode(), "application/x-www-form-urlencoded"
    reply = gated.ask("POST", f"{url}/cancel", body, token=False, Content_Type=kind)
    assert (reply.status, reply.headers["location"]) == (303, url)
    assert gated.json(url)["state"] == "cancelled"


def test_what_waits_is_cancelled_before_it_begins(gated):
    urls = [gated.begin(HARBOUR) for _ in range(6)]
    for url in urls:
        gated.ask("POST", f"{url}/cancel")
    gated.engine.gate.set()
    last = gated.begin(ORCHARD)
    assert gated.settled(last)["state"] == "done"
    assert {gated.json(url)["state"] for url in urls} == {"cancelled"}


def test_too_many_at_once_are_refused(gated):
    for _ in range(AT_WORK):
        gated.begin("Port opens. Nobody was hurt.")
    reply = gated.submit([("translation_text", "One more.")])
    assert reply.status == 503


@pytest.mark.parametrize(
    ("error", "title"),
    [
        (ModelError("weights.bin: damaged"), "model"),
        (MemoryError(), "memory"),
        (ZeroDivisionError("secret"), "failed"),
        (RecursionError(), "failed"),
    ],
)
def test_one_bad_audit_never_takes_the_server_down(gated, error, title):
    gated.engine.error = error
    gated.engine.gate.set()
    url = gated.begin(HARBOUR)
    assert gated.settled(url)["state"] == "failed"
    name, data = gated.events(url)[-1]
    assert name == "failed"
    assert title in data["title"].casefold()
    assert gated.ask("GET", url).status == 200
    gated.engine.error = None
    assert gated.settled(gated.begin(ORCHARD))["state"] == "done"


def test_a_failing_page_is_a_page(server, monkeypatch):
    monkeypatch.setattr("auditor.web.routes_start.examples", lambda: 1 / 0)
    reply = server.ask("GET", "/")
    assert reply.status == 500
    assert "ZeroDivisionError" in reply.text
    assert reply.headers["x-content-type-options"] == "nosniff"
    monkeypatch.undo()
    assert server.ask("GET", "/").status == 200


def test_an_edit_is_audited_again(server):
    url = server.begin(SLIP)
    server.settled(url)
    reply = put(server, url, HARBOUR, 1)
    assert (reply.status, json.loads(reply.data)) == (202, {"version": 2})
    assert server.settled(url)["shown"] == 2
    assert not [one for one in server.report(url)["findings"] if one["name"] == "doubled-word"]
    assert server.ask("GET", f"{url}/download/translation").data.decode() == HARBOUR
    kept = [path for path in server.workspace.rglob(".before-editing/*") if path.read_text("utf-8") == SLIP]
    assert len(kept) == 1


@pytest.mark.parametrize("version", [0, 2, -1])
def test_a_stale_edit_is_refused(server, version):
    url = server.begin(SLIP)
    server.settled(url)
    assert put(server, url, "Gone.", version).status == 409
    assert server.ask("GET", f"{url}/download/translation").data.decode() == SLIP


@pytest.mark.parametrize("text", ["", " \n", "a\x00b", "half \ud800 a character", "x" * (ARTICLE_CHARACTERS + 1)])
def test_an_edit_that_is_no_article_changes_nothing(server, text):
    url = server.begin(SLIP)
    server.settled(url)
    assert put(server, url, text, 1).status in (400, 413)
    assert server.json(url)["version"] == 1
    assert server.ask("GET", f"{url}/download/translation").data.decode() == SLIP


def test_an_edited_page_goes_on_as_plain_text(server):
    page = "<html lang='en'><body><article><h1>Pier</h1><p>It it opened on Monday.</p></article></body></html>"
    url = json.loads(server.submit(files=[("translation_file", "pier.html", page.encode())]).data)["url"]
    server.settled(url)
    assert put(server, url, "Pier\n\nIt opened on Monday. <b>So</b> it is.", 1).status == 202
    assert server.settled(url)["state"] == "done"
    reply = server.ask("GET", f"{url}/download/translation")
    assert reply.text.endswith("<b>So</b> it is.")
    assert reply.headers["content-disposition"].endswith("pier.en.txt")
    assert server.report(url)["documents"][0]["text"] == "file"


def test_a_corrected_language_leaves_the_file_alone(server):
    page = f"<html lang='de'><body><article><h1>Hafen</h1><p>{HAFEN}</p></article></body></html>".encode()
    url = json.loads(server.submit(files=[("translation_file", "hafen.html", page)]).data)["url"]
    server.settled(url)
    text = server.audits.get(url.rpartition("/")[2]).finished.report.documents[0].document.text
    put(server, url, text, 1, translation_language="nl")
    server.settled(url)
    assert server.ask("GET", f"{url}/download/translation").data == page
    told = server.report(url)["documents"][0]
    assert (told["language"], told["text"]) == ("nl", "extracted")


def test_an_edit_stops_the_run_before_it(gated):
    url = gated.begin(SLIP)
    until(lambda: gated.engine.seen)
    assert json.loads(put(gated, url, HARBOUR, 1).data) == {"version": 2}
    gated.engine.gate.set()
    told = gated.settled(url)
    assert (told["state"], told["shown"]) == ("done", 2)


def test_a_language_is_corrected(server):
    url = server.begin(HAFEN, translation_language="nl")
    server.settled(url)
    put(server, url, HAFEN, 1, translation_language="")
    server.settled(url)
    assert server.report(url)["documents"][0]["language"] == "de"
    assert put(server, url, HAFEN, 2, translation_language="klingon!").status == 400


def test_decisions_are_written_down_and_hold(server):
    url = server.begin(SLIP)
    server.settled(url)
    found = finding(server, url, "doubled-word")
    reply = decide(server, url, found, "dismissed", reason="a <quotation>")
    assert (reply.status, json.loads(reply.data)) == (200, {"state": "dismissed"})
    assert finding(server, url, "doubled-word")["state"] == "dismissed"
    put(server, url, SLIP + "\nOne more line, that is all.\n", 1)
    server.settled(url)
    assert finding(server, url, "doubled-word")["state"] == "dismissed"
    assert json.loads(decide(server, url, found, "reopened").data) == {"state": "new"}
    [path] = [path for path in server.workspace.rglob(FILE) if "a <quotation>" in path.read_text("utf-8")]
    assert [json.loads(line)["decision"] for line in path.read_text("utf-8").splitlines()] == ["dismissed", "reopened"]


def test_a_confirmed_error_gets_the_editors_severity_and_gives_it_back(server):
    url = server.begin(SLIP)
    server.settled(url)
    found = finding(server, url, "doubled-word")
    wish = {"category": "accuracy/mistranslation", "severity": "critical"}
    assert json.loads(decide(server, url, found, "confirmed", **wish).data) == {"state": "confirmed"}
    now = finding(server, url, "doubled-word")
    assert (now["category"], now["severity"]) == ("accuracy/mistranslation", "critical")
    decide(server, url, found, "reopened")
    assert finding(server, url, "doubled-word") == found
    assert json.loads(decide(server, url, found, "accepted").data) == {"state": "accepted"}


@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ({"decision": "dismissed"}, 400),
        ({"fingerprint": "0" * 16, "decision": "dismissed"}, 404),
        ({"fingerprint": "0" * 16, "decision": "burned"}, 400),
        ({"fingerprint": "0" * 16, "decision": "dismissed", "extra": 1}, 400),
        ({"fingerprint": "0" * 16, "decision": "dismissed", "reason": "x" * 3000}, 400),
        ({"fingerprint": "0" * 16, "decision": "confirmed", "category": "nonsense"}, 400),
        ([], 400),
        (7, 400),
    ],
)
def test_a_wrong_decision_is_refused(server, wish, status):
    url = server.begin(SLIP)
    server.settled(url)
    assert server.ask("POST", f"{url}/decisions", wish).status == status


def test_what_is_no_json_is_refused(server):
    url = server.begin(SLIP)
    server.settled(url)
    for data, kind, status in [(b"{", "application/json", 400), (b"{}", "text/plain", 415)]:
        assert server.ask("POST", f"{url}/decisions", data, Content_Type=kind).status == status


def test_article_text_is_never_markup(server):
    evil = "Pier <script>alert(1)</script> opens\n\nThe </p><img src=x onerror=alert(2)> \u202epier\u202c is the the."
    url = server.begin(evil, evil.replace("pier", "port"))
    server.settled(url)
    for path in ("/", url, f"{url}/view"):
        text = server.ask("GET", path).text
        assert "<script>alert" not in text
        assert "<img src=x" not in text
    html = server.ask("GET", f"{url}/download/html")
    assert "<script>alert" not in html.text
    assert html.headers["content-disposition"].startswith("attachment")


def test_unknown_addresses(server):
    url = server.begin(HARBOUR)
    server.settled(url)
    for path in ("/audits/none", f"{url}/download/pdf", f"{url}/nothing", "/reports/0", "/audits/none/events"):
        assert server.ask("GET", path).status == 404


def test_twenty_at_once_finish(server):
    urls = []
    threads = [threading.Thread(target=lambda: urls.append(server.begin(SLIP, HARBOUR_ELSEWHERE))) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert len(urls) == 20
    assert {server.settled(url)["state"] for url in urls} == {"done"}


def test_the_folder_can_be_audited_from_the_command_line(server):
    url = server.begin(SLIP, HARBOUR_ELSEWHERE)
    server.settled(url)
    decide(server, url, finding(server, url, "doubled-word"), "dismissed")
    folder = Path(server.audits.get(url.rpartition("/")[2]).record().folder)
    settings = Settings(cache=False, fidelity_model="linear")
    report = run_audit(Request((folder,), settings=settings), lambda *_: None, HashEncoder())
    assert [audited.pair is not None for audited in report.documents] == [True]
    assert {one.name: one.state.value for one in report.findings}["doubled-word"] == "dismissed"
