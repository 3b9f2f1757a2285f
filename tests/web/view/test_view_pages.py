"""The pages as HTML: nothing foreign becomes markup, no inline script or style, text survives to the code point."""

import json
import re
from importlib.resources import files
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markupsafe import escape
from sample_reports import alone, compared, document, evidence, find, report, sample

from auditor.checks.registry import all_checks
from auditor.core.finding import Level, Notice
from auditor.core.score import Verdict
from auditor.web.assets import address, assets, stamp
from auditor.web.render import _environment, as_json, compile_pages, render
from auditor.web.view import view_of
from auditor.web.view_why import why
from auditor.web.view_words import KEYS

TEMPLATES = files("auditor.web") / "templates"
LANGUAGES = (("ar", "Arabic"), ("en", "English"))
HOSTILE = ['"><img src=x onerror=alert(1)>', "</script><script>alert(1)</script>", "{{ 7*7 }}", "'onclick='x"]


def record(**given):
    values = {
        "id": "x1",
        "url": "/audits/x1",
        "title": "dam.txt",
        "state": "done",
        "version": 3,
        "shown": 3,
        "undoable": 0,
        "progress": None,
        "error": None,
        "can_edit": True,
        "can_decide": True,
        "languages": ("en", "ar"),
    }
    return SimpleNamespace(**(values | given))


def page(made=None, **given):
    shown = None if made is None else view_of(made, 0, {}, {})
    return render("audit.html.j2", token="t0ken", audit=record(**given), view=shown, languages=LANGUAGES)


def start(**given):
    context = {"examples": (), "audits": (), "reports": (), "languages": LANGUAGES} | given
    return render("start.html.j2", token="t0ken", **context)


def every_page():
    error = SimpleNamespace(title="The audit failed", message="No.", remedy="Try.")
    step = SimpleNamespace(stage="align", done=1, total=3, label="Linking")
    return {
        "start": start(examples=(("dam", "Dam", "en"),), audits=(record(),), reports=((0, "a.txt", "changed"),)),
        "working": page(state="working", progress=step),
        "failed": page(state="failed", error=error),
        "cancelled": page(state="cancelled"),
        "view": page(sample()),
        "read-only": page(sample(), can_edit=False, can_decide=False),
        "refusal": render("refusal.html.j2", status=403, title="No", message="Not so.", remedy=None),
    }


@pytest.mark.parametrize("name", list(every_page()))
def test_no_inline_script_style_or_foreign_address(name):
    root = html.document_fromstring(every_page()[name])
    assert not root.xpath("//style | //@style | //script[not(@src)] | //@*[starts-with(name(), 'on')]")
    addresses = root.xpath("//@src | //link/@href | //form/@action")
    assert addresses
    assert all(value.startswith("/") for value in addresses)


@pytest.mark.parametrize("name", list(every_page()))
def test_ids_are_unique_and_links_in_the_page_lead_somewhere(name):
    root = html.document_fromstring(every_page()[name])
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")}
    assert targets <= set(ids), targets - set(ids)
    assert set(root.xpath("//@aria-labelledby")) <= set(ids)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_foreign_becomes_markup(hostile):
    ours, theirs = document(f"{hostile}.txt", hostile), document("b.txt", hostile, "fr")
    entry = compared(ours, theirs, ((0, 0),), (Verdict.SUPPORTED,))
    finding = find(
        ours, hostile, message=hostile, suggestion=hostile, name=hostile, evidence=(evidence(theirs, hostile),)
    )
    root = html.document_fromstring(page(report(entry, findings=(finding,)), title=hostile))
    assert not root.xpath("//img | //script[not(@src)] | //@onerror | //@onclick")
    assert root.text_content().count(hostile) >= 6
    failed = SimpleNamespace(title=hostile, message=hostile, remedy=hostile)
    shown = html.document_fromstring(page(state="failed", error=failed, title=hostile))
    assert not shown.xpath("//img | //script[not(@src)]")


@given(st.text(st.characters(exclude_categories=())))
def test_the_text_survives_the_page_to_the_last_code_point(text):
    written = f'<p data-text="{escape(as_json(text))}">'.encode()
    root = html.fromstring(written, parser=html.HTMLParser(encoding="utf-8"))
    assert json.loads(root.get("data-text")) == text


def test_the_view_carries_text_version_and_findings_for_the_script():
    made = sample()
    root = html.document_fromstring(page(made))
    (view,) = root.xpath("//*[@id='view']")
    assert json.loads(view.get("data-text")) == made.documents[0].document.text
    assert (view.get("data-version"), view.get("data-url")) == ("3", "/audits/x1")
    data = [json.loads(value) for value in root.xpath("//li[contains(@class, 'card')]/@data-finding")]
    text = made.documents[0].document.text
    assert [text[one["start"] : one["end"]] for one in data] == ["16 days", "“repairs", "The struggle is very real."]
    assert [one["suggestion"] for one in data] == [None, "“repairs”", None]


def test_a_report_is_read_only():
    root = html.document_fromstring(page(sample(), can_edit=False, can_decide=False))
    acts = set(root.xpath("//@data-do"))
    assert not acts & {"accept", "edit", "edit-passage", "dismiss", "confirm", "reopen", "undo"}
    assert {"next", "previous", "copy", "place"} <= acts
    assert not root.xpath("//dialog[@id='dismiss'] | //select[@data-language]")


def test_each_side_has_its_language_and_direction():
    root = html.document_fromstring(page(sample()))
    assert root.xpath("//*[@id='a1-t2']/div[contains(@class, 'text')]/@dir") == ["ltr"]
    assert root.xpath("//*[@id='a1-c3']/div[contains(@class, 'text')]/@dir") == ["rtl"]


def test_every_check_says_why_it_matters():
    silent = [check.name for check in all_checks() if not (why(check.name) and why(check.name).matters)]
    assert not silent


def test_reasons_are_plain_words():
    for check in all_checks():
        told = why(check.name)
        assert not re.search(r"[*`\n]", told.finds + told.matters), check.name
        assert "What it does not" not in told.matters


def test_static_files_have_types_and_addresses_that_change_with_them():
    assert {"audit.js", "start.js", "page.css", "shared.css", "icon.svg"} <= set(assets())
    assert address("audit.js") == f"/static/{stamp()}/audit.js"
    with pytest.raises(KeyError):
        address("../secret")


def test_scripts_import_only_each_other_and_nothing_is_fetched_from_elsewhere():
    for name, asset in assets().items():
        text = asset.body.decode()
        for imported in re.findall(r'from "(.*?)"', text):
            assert imported.removeprefix("./") in assets(), (name, imported)
        outside = r"@import|url\(" if name.endswith(".css") else r"innerHTML|eval\("
        assert not re.search(rf"https?://(?!www\.w3\.org/2000/svg)|{outside}", text), name


def test_the_help_tells_every_key_and_no_other():
    body = assets()["keys.js"].body.decode()
    table = re.search(r"const DOES = \{(.*?)\};", body, re.DOTALL).group(1)
    keys = set(re.findall(r'"?([a-z?])"?: "', table))
    told = {key for pair in KEYS for key in pair[:2]} - {"", "Enter", "Esc"}
    assert keys == told


def test_commands_in_refusals_are_code_and_nothing_else_is_markup():
    told = render("refusal.html.j2", status=403, title="No", message="<b>`a` & b</b>", remedy="Run `auditor doctor`.")
    assert "&lt;b&gt;<code>a</code> &amp; b&lt;/b&gt;" in told
    assert "<code>auditor doctor</code>" in told
    assert "Back to the start" not in told


def test_pages_are_compiled_before_anybody_asks_for_them():
    _environment.cache_clear()
    compile_pages()
    compiled = {name for _, name in _environment().cache}
    assert {path.name for path in TEMPLATES.glob("*.j2")} - {"frame.html.j2", "dialogs.html.j2"} <= compiled


def test_what_is_only_information_waits_below_the_articles():
    ours = document("a.txt", "One")
    notices = (Notice(Level.INFO, "x", "By the way."), Notice(Level.INCOMPLETE, "y", "Half of it."))
    told = page(report(alone(ours), notices=notices))
    assert told.index("Half of it.") < told.index('class="workbench"') < told.index("By the way.")
    assert "Not compared" not in told
