"""Undo outlives the page, and of two equal errors each keeps what was decided about it."""

TWINS = """Dam reopens after repairs

The ministry said that the the dam was opened on Sunday, after two weeks of work on its gates.

Farmers in the valley said they had waited for the the water since the spring, and thanked the engineers.
"""


def chosen_passage(editor):
    return editor.page.locator(".lit-passage").first.get_attribute("id")


def twins(editor):
    return editor.page.locator('.card[data-finding*=\'"check": "doubled-word"\']')


def test_a_reload_keeps_text_and_undo(window):
    editor = window().audit(TWINS)
    undo = editor.page.locator('[data-do="undo"]')
    assert undo.is_disabled()
    editor.choose("doubled-word")
    editor.press("a")
    editor.version(2)
    editor.choose("doubled-word")
    editor.press("d")
    editor.page.wait_for_selector("dialog#dismiss[open]")
    editor.press("Enter")
    editor.page.wait_for_selector(".decided")
    editor.page.reload()
    editor.shown()
    assert editor.text() == TWINS.replace("the the dam", "the dam")
    assert undo.is_enabled()
    editor.press("u")
    editor.page.locator(".decided").wait_for(state="detached")
    editor.page.reload()
    editor.shown()
    editor.press("u")
    editor.version(3)
    assert editor.text() == TWINS
    assert twins(editor).count() == 2
    editor.page.wait_for_selector('[data-do="undo"]:disabled')


def test_the_chosen_finding_stays_chosen_when_its_twin_goes(window):
    editor = window().audit(TWINS)
    twins(editor).first.locator("summary").click()
    editor.press("a")
    twins(editor).last.locator("summary").click()
    editor.version(2)
    editor.page.wait_for_selector(".card[aria-current]")
    assert chosen_passage(editor) == "a1-t3"
    editor.press("a")
    editor.version(3)
    assert editor.text() == TWINS.replace("the the", "the")


def test_a_dismissal_stays_when_the_twin_before_it_is_accepted(window):
    editor = window().audit(TWINS)
    twins(editor).last.locator("summary").click()
    editor.press("d")
    editor.page.wait_for_selector("dialog#dismiss[open]")
    editor.press("Enter")
    editor.page.wait_for_selector(".decided")
    editor.choose("doubled-word")
    editor.press("a")
    editor.version(2)
    assert twins(editor).count() == 0
    assert editor.page.locator(".decided .settled").count() == 1
    editor.press("u")
    editor.version(3)
    assert twins(editor).count() == 1
    assert chosen_passage(editor) == "a1-t2"


def test_a_window_opened_while_the_text_is_audited_does_not_edit_the_old_one(window, gated):
    gated.engine.gate.set()
    editor = window(on=gated).audit(TWINS)
    gated.engine.gate.clear()
    editor.choose("doubled-word")
    editor.press("a")
    editor.page.wait_for_function("document.getElementById('view').getAttribute('aria-busy') === 'true'")
    url = editor.page.locator("#view").get_attribute("data-url")
    second = window(on=gated).open(url)
    second.page.wait_for_selector('html.scripted #view[data-newest="2"][data-version="1"]')
    second.choose("doubled-word")
    second.press("a")
    second.page.locator("#status.wrong").wait_for()
    gated.engine.gate.set()
    second.version(2)
    assert second.text() == TWINS.replace("the the dam", "the dam")
