"""The whole story of an editor, in three languages, light and dark, on a desk and on a phone."""

import json
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[3] / "seeds"
STORIES = [
    ("mine-flood", "en", "ltr"),
    ("cholera-river-villages", "ar", "rtl"),
    ("deep-sea-mud-core", "zh", "ltr"),
]


def pair(stem):
    return tuple(
        next((SEEDS / side).glob(f"{stem}.*")).read_text(encoding="utf-8") for side in ("translation", "counterpart")
    )


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("stem", "language", "direction"), STORIES)
def test_paste_step_accept_dismiss_edit_audit_again_download(window, stem, language, direction, width, scheme):
    translation, counterpart = pair(stem)
    editor = window(width, scheme).begin(translation, counterpart)
    page = editor.page

    # What is done is said until the view is there.
    page.wait_for_selector(".working .stages .now, #view")
    editor.shown()
    passage = page.locator("#a1-t2 > .text")
    assert (passage.get_attribute("lang"), passage.get_attribute("dir")) == (language, direction)
    assert page.locator(".cell.theirs").count() > 5
    assert editor.too_wide() <= 0

    # Every finding, by keyboard alone: chosen, open, its place lit and in sight.
    count = page.locator(".card").count()
    assert count >= 4
    seen = []
    for _ in range(count):
        editor.press("j")
        card = page.locator(".card[aria-current]")
        seen.append(card.get_attribute("id"))
        assert card.locator("details").get_attribute("open") is not None
        page.wait_for_selector(".lit-passage")
    assert len(set(seen)) == count
    editor.press("j")
    assert page.locator(".card[aria-current]").get_attribute("id") == seen[0]
    editor.press("k")
    assert page.locator(".card[aria-current]").get_attribute("id") == seen[-1]

    # Accept a suggestion: the text changes and is audited again.
    accepted = page.locator(".card:has([data-do=accept])").first
    data = json.loads(accepted.get_attribute("data-finding"))
    if width < 500:
        page.click("[data-do=expand]")
    accepted.locator("summary").click()
    editor.press("a")
    editor.version(2)
    corrected = translation[: data["start"]] + data["suggestion"] + translation[data["end"] :]
    assert editor.text() == corrected
    assert page.locator(".card").count() <= count
    assert '"accepted"' in editor.decisions()

    # Dismiss another with a reason; it is settled and no longer marked.
    before = page.locator(".card").count()
    page.locator(".card summary").first.click()
    editor.press("d")
    page.wait_for_selector("dialog#dismiss[open]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".decided")
    assert page.locator(".card").count() == before - 1
    assert "It is a quotation and was said so" in editor.decisions()

    # Edit a passage in place.
    page.locator(".card summary").first.click()
    editor.press("e")
    area = page.locator(".editor textarea")
    area.wait_for()
    written = area.input_value()
    area.fill(f"{written} 1234567")
    editor.press("Control+Enter")
    editor.version(3)
    assert editor.text() == corrected.replace(written, f"{written} 1234567", 1)

    # Download it, as text and as a report.
    page.click(".menu summary")
    for name, ending in (("Corrected text", ".txt"), ("HTML report", ".html"), ("JSON", ".json")):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=name).click()
        assert waiting.value.suggested_filename.endswith(ending)
    editor.press("Escape")

    # Undo everything, newest first, after a reload too.
    page.reload()
    editor.shown()
    editor.press("u")
    editor.version(4)
    assert editor.text() == corrected
    editor.press("u")
    page.locator(".decided").wait_for(state="detached")
    editor.press("u")
    editor.version(5)
    assert editor.text() == translation
    page.wait_for_selector(f'.card[aria-current][data-finding*="{data["fingerprint"]}"]')
    assert page.locator(".card").count() == count
    assert editor.too_wide() <= 0


def test_progress_is_told_and_the_audit_can_be_cancelled_and_tried_again(window, gated):
    editor = window(on=gated).open()
    editor.page.fill("#translation-text", "The dam was opened. It was opened on Monday.")
    editor.press("Control+Enter")
    editor.page.wait_for_selector(".working")
    editor.page.get_by_text("2 of 9").wait_for()
    assert editor.page.locator("progress").get_attribute("value") == "2"
    assert editor.page.locator("#stage").inner_text() == "Reading for meaning"
    editor.page.click(".cancel button")
    editor.page.get_by_role("heading", name="Cancelled").wait_for()
    gated.engine.gate.set()
    editor.page.click("[data-again]")
    editor.page.wait_for_selector("#view[data-state=done]")


def test_a_failure_is_told_with_its_remedy_and_the_server_goes_on(window, gated):
    gated.engine.error = RuntimeError("<b>boom</b>")
    gated.engine.gate.set()
    editor = window(on=gated).open()
    editor.page.fill("#translation-text", "The dam was opened.")
    editor.page.click("form.new-audit button[type=submit]")
    editor.page.wait_for_selector("#ended")
    assert editor.page.locator("b").count() == 0
    gated.engine.error = None
    editor.page.click("[data-again]")
    editor.page.wait_for_selector("#view[data-state=done]")
