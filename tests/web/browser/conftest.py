"""A real headless Chromium; without one, these tests are skipped and say so."""

import re
import shutil
from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: no browser tests")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STYLE = pytest.StashKey[str]()
AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
PATIENCE = 120_000
"""Milliseconds until something has failed; a loaded machine is slow."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Playwright runs tests in a greenlet, in which Python 3.11 cannot parse the source that pretty tracebacks need."""
    item.config.stash[STYLE] = item.config.option.tbstyle
    item.config.option.tbstyle = "native"


def pytest_runtest_teardown(item):
    """Other tests keep theirs."""
    item.config.option.tbstyle = item.config.stash[STYLE]


@pytest.fixture(scope="module")
def chromium():
    """The browser, one for the tests of a file: while Playwright runs, no other test could use asyncio."""
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: the browser tests did not run")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


class Window:
    """A browser window on the server, and what an editor does there."""

    def __init__(self, page, server):
        self.page, self.server, self.complaints = page, server, []
        page.set_default_timeout(PATIENCE)
        page.on(
            "console", lambda told: self.complaints.append(told.text) if told.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path="/"):
        """Any page of the server, with its key."""
        self.page.goto(self.server.opening_url)
        if path != "/":
            self.page.goto(self.server.url + path)
        return self

    def begin(self, translation, counterpart=""):
        """Paste and send."""
        self.open()
        self.page.fill("#translation-text", translation)
        self.page.fill("#counterpart-text", counterpart)
        self.page.click("form.new-audit button[type=submit]")
        return self

    def audit(self, translation, counterpart=""):
        """Paste, send and wait for the view."""
        return self.begin(translation, counterpart).shown()

    def shown(self):
        """Wait for the view, and for its script: keys that are pressed before it listens are lost."""
        self.page.wait_for_selector("html.scripted #view[data-state=done], #ended")
        assert self.page.locator("#ended").count() == 0, self.page.locator("main").inner_text()
        return self

    def give_file(self, name, body):
        """Choose a file as the translation."""
        given = {"name": name, "mimeType": "text/plain", "buffer": body}
        self.page.set_input_files("input[name=translation_file]", given)

    def version(self, number):
        """Wait until the audit of this version of the text is shown."""
        self.page.wait_for_selector(f'#view[data-version="{number}"]')

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def cards(self):
        """Numbers of the findings as listed."""
        return [int(text) for text in self.page.locator(".card:visible .note-number").all_inner_texts()]

    def choose(self, name):
        """Choose the first finding of this check."""
        self.page.locator(f'.card[data-finding*=\'"check": "{name}"\'] summary').first.click()

    def text(self):
        """The corrected text as it is downloaded."""
        url = self.page.locator("#view").get_attribute("data-url")
        return self.server.ask("GET", f"{url}/download/translation").data.decode()

    def decisions(self):
        """What the server keeps of them."""
        files = sorted(self.server.workspace.rglob("auditor-decisions.jsonl"))
        return "".join(file.read_text(encoding="utf-8") for file in files)

    def violations(self):
        """What axe-core calls serious or critical."""
        if self.page.evaluate("window.axe === undefined"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        return [
            (one["id"], [(node["target"], node["failureSummary"]) for node in one["nodes"][:3]])
            for one in found
            if one["impact"] in ("serious", "critical")
        ]

    def too_wide(self):
        """Pixels that the page is wider than the window."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.fixture
def live(server):
    """`live(saved)`: a further server like `server`, with a saved report opened."""
    return lambda saved: type(server)(server.workspace, server.engine, saved)


@pytest.fixture
def window(chromium, server):
    """`window(width, scheme)`: a new window; in the end none may have complained, about its policy least of all."""
    opened = []

    def one(width=1280, scheme="light", height=None, on=None, **options):
        size = {"width": width, "height": height or (900 if width > 500 else 800)}
        context = chromium.new_context(viewport=size, color_scheme=scheme, **options)
        made = Window(context.new_page(), on or server)
        opened.append((context, made))
        return made

    yield one
    complaints = [complaint for _, made in opened for complaint in made.complaints]
    for context, _ in opened:
        context.close()
    assert not [told for told in complaints if not re.search("Failed to load resource", told)], complaints
