"""A report opened again: as it was, changed, missing, hostile."""

import json
import shutil
from dataclasses import replace

import pytest
from live_server import SETTINGS, Live
from stories import HARBOUR, HARBOUR_ELSEWHERE

from auditor.audit.decisions import FILE, Decision, DecisionKind, append_decision
from auditor.audit.matching import ordinal_keys
from auditor.audit.request import Request
from auditor.audit.run import run_audit
from auditor.core.finding import State
from auditor.encoders import HashEncoder
from auditor.errors import ConfigError, UsageError
from auditor.reports import Format, render
from auditor.web.engine import Engine
from auditor.web.saved import TextState, open_report

SLIP = HARBOUR.replace("a crane had", "a a crane had")


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk")
    for side, text in (("translation", SLIP), ("counterpart", HARBOUR_ELSEWHERE)):
        (folder / side).mkdir()
        (folder / side / "pier.en.txt").write_text(text, encoding="utf-8")
    report = run_audit(Request((folder,), settings=SETTINGS), lambda *_: None, HashEncoder())
    (folder / "report.json").write_text(render(report, Format.JSON), encoding="utf-8")
    return folder, report


@pytest.fixture
def desk(original, tmp_path):
    """A copy that may be changed, and the report as it was made."""
    folder, report = original
    shutil.copytree(folder, tmp_path / "desk")
    return tmp_path / "desk", report


def opened(folder, *roots):
    return open_report(folder / "report.json", roots or (folder,))


def report_of(saved):
    """The report on the one article there is."""
    [article] = saved.articles
    return article.finished.report


def test_what_was_saved_is_what_is_opened(desk):
    folder, report = desk
    saved = opened(folder)
    assert set(saved.texts.values()) == {TextState.AS_AUDITED}
    [ours], [theirs] = report_of(saved).documents, report.documents
    assert replace(ours.document, language_confidence=theirs.document.language_confidence) == theirs.document
    assert ours.pair.counterpart == theirs.pair.counterpart
    assert [(link.translation, link.counterpart) for link in ours.alignment.links] == [
        (link.translation, link.counterpart) for link in theirs.alignment.links
    ]
    assert [score.verdict for score in ours.score.passages] == [score.verdict for score in theirs.score.passages]
    assert [finding.fingerprint for finding in report_of(saved).findings] == [f.fingerprint for f in report.findings]
    again = json.loads(render(report_of(saved), Format.JSON))
    first = json.loads((folder / "report.json").read_text("utf-8"))
    assert again["documents"] == first["documents"]
    assert again["findings"] == first["findings"]


def test_the_report_folder_is_the_root_unless_one_is_named(desk):
    folder, _ = desk
    assert open_report(folder / "report.json", ()).texts == opened(folder).texts


def test_ids_that_count_from_the_folder_of_a_side_are_found(desk):
    folder, _ = desk
    report = json.loads((folder / "report.json").read_text("utf-8"))
    report["documents"][0] |= {"id": "pier.en.txt", "counterpart": "pier.en.txt"}
    (folder / "report.json").write_text(json.dumps(report), encoding="utf-8")
    assert report_of(opened(folder)).documents[0].document.text == SLIP


@pytest.mark.parametrize("side", ["translation", "counterpart"])
@pytest.mark.parametrize("state", [TextState.CHANGED, TextState.MISSING])
def test_a_changed_or_missing_file_is_said_and_not_marked_up(desk, side, state):
    folder, _ = desk
    path = folder / side / "pier.en.txt"
    if state is TextState.CHANGED:
        path.write_text("Another text.", encoding="utf-8")
    else:
        path.unlink()
        (folder / ("counterpart" if side == "translation" else "translation") / "other.txt").touch()
    saved = opened(folder)
    assert saved.texts[f"{side}/pier.en.txt"] is state
    [entry] = report_of(saved).documents
    blank = entry.document if side == "translation" else entry.pair.counterpart
    assert (blank.text, blank.passages) == ("", ())
    assert entry.alignment.links == ()
    assert [article.state for article in saved.articles] == [state]
    assert (saved.articles[0].path is None) == (side == "translation")


def test_decisions_beside_the_article_are_known(desk):
    folder, report = desk
    [found] = [finding for finding in report.findings if finding.name == "doubled-word"]
    decision = Decision(ordinal_keys([found])[0], DecisionKind.DISMISSED, "2026-01-02T03:04:05Z")
    append_decision(folder / "translation", "pier.en.txt", decision)
    saved = opened(folder)
    [now] = [finding for finding in report_of(saved).findings if finding.name == "doubled-word"]
    assert now.state is State.DISMISSED
    assert saved.articles[0].finished.decisions == {found.fingerprint: decision}


@pytest.mark.parametrize("id", ["../secret.txt", "/etc/hostname", "translation/../../secret.txt", "link.txt", "\x00"])
def test_no_report_reads_files_outside_of_the_root(desk, id):
    folder, _ = desk
    (folder.parent / "secret.txt").write_text(SLIP, encoding="utf-8")
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "translation" / "pier.en.txt").unlink()
    report = json.loads((folder / "report.json").read_text("utf-8"))
    report["documents"][0]["id"] = id
    (folder / "report.json").write_text(json.dumps(report), encoding="utf-8")
    saved = opened(folder)
    assert saved.texts[id] is TextState.MISSING
    assert report_of(saved).documents[0].document.text == ""


def _broken(change):
    def breaking(report):
        change(report)
        return json.dumps(report)

    return breaking


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (lambda _: "", "report.json"),
        (lambda _: "[]", "report.json"),
        (lambda _: '{"schema": "other"}', "schema"),
        (_broken(lambda report: report.pop("findings")), "findings"),
        (_broken(lambda report: report["documents"][0].pop("sha256")), "sha256"),
        (_broken(lambda report: report["findings"][0].update(severity="huge")), "severity"),
        (_broken(lambda report: report["findings"][0].update(start=-1)), "start"),
        (_broken(lambda report: report["findings"][0].update(start=9, end=3)), "not a span"),
    ],
)
def test_what_is_no_report_is_refused_by_name(desk, content, word):
    folder, _ = desk
    path = folder / "report.json"
    path.write_text(content(json.loads(path.read_text("utf-8"))), encoding="utf-8")
    with pytest.raises(UsageError, match=word) as caught:
        opened(folder)
    assert "report.json" in str(caught.value)


def test_a_missing_report_or_root_is_refused(desk):
    folder, _ = desk
    with pytest.raises(ConfigError, match="nothing"):
        open_report(folder / "nothing.json", ())
    with pytest.raises(UsageError, match="no such folder"):
        opened(folder, folder / "nothing")


def test_passages_of_another_version_hold(desk):
    folder, _ = desk
    report = json.loads((folder / "report.json").read_text("utf-8"))
    passages = report["documents"][0]["passages"]
    passages[-2:] = [passages[-2] | {"end": passages[-1]["end"]}]
    (folder / "report.json").write_text(json.dumps(report), encoding="utf-8")
    [entry] = report_of(opened(folder)).documents
    assert len(entry.document.passages) == len(passages)
    assert entry.document.passages[-1].span.end == passages[-1]["end"]
    assert entry.document.text == SLIP


def test_the_page_of_a_report_can_be_read_and_decided_about(desk):
    folder, report = desk
    (folder / "workspace").mkdir()
    with Live(folder / "workspace", Engine(SETTINGS, folder / "workspace"), opened(folder)) as live:
        page = live.ask("GET", "/reports/0")
        assert page.status == 200
        assert "doubled-word" in page.text
        assert "northern pier" in live.ask("GET", "/reports/0/view").text
        assert "/reports/0" in live.ask("GET", "/").text
        assert live.ask("GET", "/reports/0/download/json").data == (folder / "report.json").read_bytes()
        assert "northern pier" in live.ask("GET", "/reports/0/download/html").text
        assert live.ask("GET", "/reports/0/download/translation").data.decode() == SLIP
        [found] = [finding for finding in report.findings if finding.name == "doubled-word"]
        wish = {"fingerprint": found.fingerprint, "decision": "dismissed", "reason": "so be it"}
        assert json.loads(live.ask("POST", "/reports/0/decisions", wish).data) == {"state": "dismissed"}
        assert "so be it" in (folder / "translation" / FILE).read_text("utf-8")
        assert "so be it" in live.ask("GET", "/reports/0/view").text
        for method, path in [("PUT", "translation"), ("POST", "cancel")]:
            assert live.ask(method, f"/reports/0/{path}", {}).status in (404, 405)
        for path in ("/reports/1", "/reports/-1", "/reports/x", "/reports/99999999999999999999"):
            assert live.ask("GET", path).status == 404


def test_the_page_of_a_changed_article_says_so(desk):
    folder, report = desk
    (folder / "translation" / "pier.en.txt").write_text("Another text altogether.", encoding="utf-8")
    (folder / "workspace").mkdir()
    with Live(folder / "workspace", Engine(SETTINGS, folder / "workspace"), opened(folder)) as live:
        page = live.ask("GET", "/reports/0")
        assert page.status == 200
        assert "changed" in page.text
        assert "Another text altogether" not in page.text
        assert live.ask("GET", "/reports/0/download/html").status == 409
        wish = {"fingerprint": report.findings[0].fingerprint, "decision": "dismissed"}
        assert live.ask("POST", "/reports/0/decisions", wish).status == 409
    assert not list(folder.rglob(FILE))
