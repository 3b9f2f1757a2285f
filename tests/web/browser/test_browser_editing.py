"""Editing: code points, line ends, several changes at once, another window, filters, files, saved reports."""

import json

import pytest

from auditor.api import audit
from auditor.reports import Format, render
from auditor.web.saved import open_report

EMOJI = "Rain 🌧️🌧️ falls\n\n𝒞𝒶𝓉𝓈 &amp; dogs were seen by the the mayor 😀 on Monday ,he said.\n\nThe the dam opened ,too."


def findings(editor):
    cards = editor.page.locator(".card").all()
    return [json.loads(card.get_attribute("data-finding")) for card in cards]


def test_places_count_code_points_and_line_ends_stay(window):
    text = EMOJI.replace("\n", "\r\n")
    editor = window().open()
    editor.give_file("rain.txt", text.encode())
    editor.page.click("form.new-audit button[type=submit]")
    editor.shown()
    best = next(found for found in findings(editor) if found["suggestion"] is not None)
    editor.choose(best["check"])
    editor.press("a")
    editor.version(2)
    assert editor.text() == text[: best["start"]] + best["suggestion"] + text[best["end"] :]


def test_two_suggestions_accepted_at_once_are_both_in_the_text(window):
    editor = window().audit(EMOJI)
    wanted = [found for found in findings(editor) if found["suggestion"] is not None]
    apart = [wanted[0], next(found for found in wanted if found["passage"] != wanted[0]["passage"])]
    expected = EMOJI
    for found in sorted(apart, key=lambda found: -found["start"]):
        expected = expected[: found["start"]] + found["suggestion"] + expected[found["end"] :]
    for found in apart:
        editor.page.locator(f".card[data-finding*='{found['fingerprint']}'] summary").click()
        editor.press("a")
    editor.version(3)
    assert editor.text() == expected


def test_another_window_does_not_overwrite(window):
    first = window().audit(EMOJI)
    path = first.page.locator("#view").get_attribute("data-url")
    second = window().open(path)
    for editor, words in ((first, "Sun shines"), (second, "Snow falls")):
        editor.page.locator("#a1-t1").hover()
        editor.page.locator("#a1-t1 > .edit").click()
        editor.page.locator(".editor textarea").fill(words)
        editor.press("Control+Enter")
        if editor is first:
            first.version(2)
    second.page.locator("#status.wrong").wait_for()
    assert first.text().startswith("Sun shines\n")


def test_escape_leaves_the_passage_as_it_was(window):
    editor = window().audit(EMOJI)
    editor.page.locator("#a1-t1 > .edit").focus()
    editor.press("Enter")
    editor.page.locator(".editor textarea").fill("Something else")
    editor.press("Escape")
    assert editor.page.locator(".editor").count() == 0
    assert editor.page.locator("#a1-t1 > .text").inner_text() == EMOJI.split("\n")[0]
    assert editor.page.evaluate("document.activeElement.dataset.do") == "edit"
    assert editor.text() == EMOJI


def test_filters_and_order(window):
    editor = window().audit(EMOJI)
    everything = editor.cards()
    editor.page.click(".filters summary")
    editor.page.select_option("select[name=order]", "text")
    assert editor.cards() == sorted(everything)
    check = findings(editor)[0]["check"]
    editor.page.select_option("select[name=check]", check)
    of_it = [found["number"] for found in findings(editor) if found["check"] == check]
    assert editor.cards() == of_it
    assert "filtered out" in editor.page.locator(".shown-count").inner_text()
    assert editor.page.locator(".mark.muted").count() > 0
    editor.press("j")
    editor.press("j")
    assert int(editor.page.locator(".card[aria-current] .note-number").inner_text()) in of_it
    editor.page.select_option("select[name=check]", "")
    for severity in ("minor", "neutral", "major"):
        box = editor.page.locator(f"input[name=severity][value={severity}]")
        if box.count():
            box.uncheck()
    assert editor.cards() == []


def test_confirming_grades_the_error(window):
    editor = window().audit(EMOJI)
    editor.press("j", "c")
    editor.page.wait_for_selector("dialog#confirm[open]")
    editor.page.select_option("dialog#confirm select[name=severity]", "critical")
    editor.page.click("dialog#confirm button[value=ok]")
    editor.page.wait_for_selector(".card.confirmed.critical")
    assert '"critical"' in editor.decisions()
    assert "1 critical" in editor.page.locator("#fit").inner_text()


def test_a_settled_finding_can_be_reopened(window):
    editor = window().audit(EMOJI)
    count = editor.page.locator(".card").count()
    editor.press("j", "d", "Enter")
    editor.page.click(".decided summary")
    editor.page.click("[data-do=reopen]")
    editor.page.locator(".decided").wait_for(state="detached")
    assert editor.page.locator(".card").count() == count


def test_the_language_can_be_corrected(window):
    editor = window().audit(EMOJI)
    editor.page.select_option("[data-language=translation_language]", "nl")
    editor.version(2)
    assert editor.page.locator("#a1-t1 > .text").get_attribute("lang") == "nl"


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("a.md", "# Rain falls\n\nCats *and* dogs ,too.", "Cats"),
        ("a.html", "<h1>Rain falls</h1><p>Cats &amp; dogs ,too.</p><script>1</script>", "Cats & dogs"),
    ],
)
def test_files_of_other_kinds(window, name, body, words):
    editor = window().open()
    editor.give_file(name, body.encode())
    assert editor.page.locator("#translation-text").is_disabled()
    editor.page.click("form.new-audit button[type=submit]")
    editor.shown()
    assert words in editor.page.locator("#a1-t2 > .text").inner_text()
    assert editor.page.locator("#a1-t1 > .text.kind-headline").count() == 1


def test_an_example_is_one_click_away(window):
    editor = window().open()
    assert editor.page.locator(".example").count() >= 10
    editor.page.locator(".example", has_text="Sarikaya").first.click()
    editor.shown()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_refused_file_is_told_where_the_editor_looks(window, width):
    editor = window(width).open()
    editor.give_file("a.txt", b"\x00\x01" * 3000)
    editor.page.click("form.new-audit button[type=submit]")
    told = editor.page.locator(".form-error")
    told.wait_for()
    words = told.inner_text()
    assert words.startswith("This cannot be audited. a.txt: ")
    assert words.count("Markdown") == 1
    top, bottom = told.evaluate("(e) => [e.getBoundingClientRect().top, e.getBoundingClientRect().bottom]")
    assert 0 <= top < bottom <= editor.page.viewport_size["height"]


def test_an_empty_form_is_not_sent(window):
    editor = window().open()
    editor.page.click("form.new-audit button[type=submit]")
    assert "Paste the translation" in editor.page.locator(".form-error").inner_text()
    assert editor.page.url.endswith("/")


def test_a_saved_report_is_for_reading_and_tells_what_changed(window, tmp_path, live):
    (tmp_path / "a.txt").write_text(EMOJI, encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        "Another story\n\nIt was told by the the mayor on Monday &amp; on Tuesday.", encoding="utf-8"
    )
    (tmp_path / "report.json").write_text(render(audit([tmp_path]), Format.JSON), encoding="utf-8")
    (tmp_path / "b.txt").write_text("Changed since.", encoding="utf-8")
    with live(saved=open_report(tmp_path / "report.json", [tmp_path])) as server:
        editor = window(on=server).open("/reports/0")
        assert editor.page.locator("#a1-t1 > .text").inner_text() == EMOJI.split("\n")[0]
        editor.press("j")
        assert editor.page.locator(".card[aria-current]").count() == 1
        assert editor.page.locator("[data-do=accept], [data-do=edit]").count() == 0
        editor.press("a", "e")
        assert editor.page.locator("dialog[open], .editor").count() == 0
        editor.press("d", "Enter")
        editor.page.locator(".decided").wait_for()
        assert '"dismissed"' in (tmp_path / "auditor-decisions.jsonl").read_text(encoding="utf-8")
        editor.press("u")
        editor.page.locator(".decided").wait_for(state="detached")
        editor.open("/reports/1")
        assert "has changed since this report was made" in editor.page.locator("main").inner_text()
        assert editor.page.locator(".card").count() >= 1
