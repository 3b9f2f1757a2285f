"""The page: well-formed, escaped, self-contained, anchored, right-to-left where the text is."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from lxml import html
from sample_reports import alone, compared, document, evidence, find, report, sample

from auditor.core.alignment import Regime
from auditor.core.document import Span
from auditor.core.mqm import Category, Severity
from auditor.core.score import Verdict
from auditor.reports import Format, render
from auditor.reports.html import _css
from auditor.reports.wording import COMPARABLE_FIDELITY


def page(made):
    """The parsed page; the parser must have nothing to repair."""
    text = render(made, Format.HTML)
    parser = html.HTMLParser(recover=True)
    root = html.document_fromstring(text, parser=parser)
    known = {"main", "header", "footer", "section", "article", "nav", "figure", "figcaption", "svg", "rect", "polygon"}
    known |= {"bdi", "details", "summary", "title"}
    errors = [error for error in parser.error_log if not any(f"Tag {tag} invalid" in error.message for tag in known)]
    assert not errors, errors
    return root


def test_every_link_leads_somewhere_and_every_id_is_unique():
    root = page(sample())
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [href[1:] for href in root.xpath("//a/@href")]
    assert all(href.startswith("#") for href in root.xpath("//a/@href"))
    assert set(targets) <= set(ids), set(targets) - set(ids)


@pytest.mark.parametrize("regime", Regime)
def test_passages_have_a_figure_where_it_says_something(regime):
    ours, theirs = document("a.txt", "One\nzwei"), document("b.txt", "One\ntwo")
    entry = compared(ours, theirs, ((0, 0), (1, 1)), (Verdict.SUPPORTED, Verdict.SUPPORTED), regime)
    left = find(ours, "zwei", category=Category.UNTRANSLATED)
    first, second = page(report(entry, findings=(left,))).xpath("//section[starts-with(@id, 'a1-t')]")
    told = [cell.find_class("cell-head")[0].text_content() for cell in (first, second)]
    assert ["fidelity" in text for text in told] == [regime is not Regime.COMPARABLE, False]
    assert ["not translated" in text for text in told] == [False, True]


@pytest.mark.parametrize(("fidelity", "told"), [(71.3, Regime.COMPARABLE), (None, None)])
def test_the_fidelity_of_another_version_is_explained(fidelity, told):
    ours, theirs = document("a.txt", "One"), document("b.txt", "Two")
    for regime in Regime:
        entry = compared(ours, theirs, ((0, 0),), (Verdict.SUPPORTED,), regime, fidelity=fidelity)
        assert (COMPARABLE_FIDELITY in page(report(entry)).text_content()) is (regime is told)


def test_article_text_is_escaped():
    root = page(sample())
    assert not root.xpath("//script")
    assert 'Officials <script>alert("x")</script> & others didn\'t comment.' in root.text_content()
    assert root.xpath("//bdi[text()='en/dam & co.txt']")


@pytest.mark.parametrize("hostile", ['"><img src=x onerror=alert(1)>', "' onmouseover='x", "</style><b>", "{{ 7*7 }}"])
def test_nothing_foreign_becomes_markup(hostile):
    ours, theirs = document(f"{hostile}.txt", hostile), document("b.txt", hostile, "fr")
    entry = compared(ours, theirs, ((0, 0),), (Verdict.SUPPORTED,))
    finding = find(
        ours, hostile, message=hostile, suggestion=hostile, name=hostile, evidence=(evidence(theirs, hostile),)
    )
    root = page(report(entry, findings=(finding,)))
    assert not root.xpath("//img | //b | //script | //@onerror | //@onmouseover")
    assert root.text_content().count(hostile) >= 5


def test_the_page_needs_nothing_from_outside():
    text = render(sample(), Format.HTML)
    root = page(sample())
    assert not root.xpath("//link | //script | //img | //iframe | //@src | //@style")
    assert "url(" not in text
    assert "http" not in text.replace("http-equiv", "")
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = root.xpath("//style/text()")[0]
    assert f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}" in policy
    assert policy.startswith("default-src 'none'")


def test_each_side_has_its_language_and_direction():
    root = page(sample())
    ours = root.xpath("//*[@id='a1-t2']//div[contains(@class, 'text')]")[0]
    theirs = root.xpath("//*[@id='a1-c3']//div[contains(@class, 'text')]")[0]
    assert (ours.get("lang"), ours.get("dir")) == ("en", "ltr")
    assert (theirs.get("lang"), theirs.get("dir")) == ("ar", "rtl")
    quoted = root.xpath("//*[@id='a1-f2']//dd")[0]
    assert (quoted.text, quoted.get("lang"), quoted.get("dir")) == ("18", "ar", "rtl")


def test_an_unknown_language_leaves_the_direction_to_the_browser():
    root = page(report(alone(document("x.txt", "ܫܠܡܐ", "syr"))))
    assert root.xpath("//*[@id='a1-t1']//div[contains(@class, 'text')]/@dir") == ["auto"]


def test_a_finding_is_marked_in_the_text_told_beside_it_and_linked_both_ways():
    root = page(sample())
    mark = root.xpath("//a[@class='mark major']")[0]
    assert (mark.text, mark.get("href")) == ("16 days", "#a1-f2")
    note = root.xpath("//*[@id='a1-f2']")[0]
    assert "Major" in note.text_content()
    assert "16 here, 18 in the counterpart." in note.text_content()
    assert note.xpath(".//a[@href='#a1-m2']")
    assert root.xpath("//*[@id='a1-c3']//a[@class='evidence' and @href='#a1-f2']/text()") == ["18"]


def test_dismissed_findings_are_not_on_the_page():
    assert len(page(sample()).xpath("//li[starts-with(@class, 'note ')]")) == 3


def test_verdicts_moves_and_gaps_are_said_in_words():
    root = page(sample())
    verdicts = [span.text for span in root.xpath("//*[@id='a1']//p[@class='cell-head']/span[@class='verdict']")]
    assert verdicts == ["Supported", "Contradicted", "Supported", "Not in counterpart", "Supported"]
    moved = root.xpath("//*[@id='a1-t5']//a[contains(@class, 'moved')]")
    assert [" ".join(link.text_content().split()) for link in moved] == ["is their ¶2, moved"]
    assert root.xpath("//*[@id='a1-t5']//details//div[@lang='ar']/text()") == ["قال الوزير: «اتفقنا»."]
    assert "Only in the counterpart" in root.xpath("//*[@id='a1-c5']")[0].text_content()
    parallel = compared(
        document("a.txt", "A"), document("b.txt", "B\nC"), ((0, 0),), (Verdict.SUPPORTED,), Regime.PARALLEL
    )
    assert "Omitted in the translation" in page(report(parallel)).xpath("//*[@id='a1-c2']")[0].text_content()


def test_several_articles_have_an_index_that_starts_with_the_worst():
    quiet = alone(document("a.txt", "Fine."))
    loud = alone(document("b.txt", "Bad."))
    made = report(quiet, loud, findings=(find(loud.document, "Bad", severity=Severity.CRITICAL),))
    root = page(made)
    assert root.xpath("//nav//tbody//th/a/@href") == ["#a2", "#a1"]
    assert not page(report(quiet)).xpath("//nav")


def test_findings_between_and_outside_passages_are_shown():
    ours = document("a.txt", "One.\n\nTwo.")
    empty = find(ours, "Two", span=Span(4, 4), excerpt="")
    between = find(ours, "Two", span=Span(5, 6), excerpt="gap")
    root = page(report(alone(ours), findings=(empty, between)))
    assert root.xpath("//*[@id='a1-t1']//a[contains(@class, 'point')]")
    assert "Line 2" in root.xpath("//section[@class='outside']")[0].text_content()


def test_control_characters_are_made_visible():
    text = render(report(alone(document("a.txt", "a\x00b\x1b[c\x85d"))), Format.HTML)
    assert "a␀b␛[c\ufffdd" in text


PAIRS = (
    [
        (ink, paper)
        for paper in ("page", "paper", "theirs-paper")
        for ink in (
            "ink",
            "soft",
            "accent",
            "supported",
            "contradicted",
            "not_in_counterpart",
            "not_compared",
            "omitted",
        )
    ]
    + [(ink, f"{severity}-wash") for severity in ("critical", "major", "minor", "neutral") for ink in ("ink", severity)]
    + [("ink", "evidence-wash"), ("major", "paper"), ("minor", "paper"), ("critical", "paper"), ("neutral", "paper")]
)


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_contrast_is_aa(scheme, ink, paper):
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    colours = dict(re.findall(r"--([\w-]+): (#\w{6});", re.findall(r":root \{(.*?)\}", _css(), re.DOTALL)[scheme]))
    lighter, darker = sorted((luminance(colours[ink]), luminance(colours[paper])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_characters_that_turn_text_around_are_named():
    text = render(report(alone(document("a.txt", "a\u202eb\u2066c"))), Format.HTML)
    assert "\u202e" not in text
    assert "\u2066" not in text
    assert ">RLO</span>b<" in text


@pytest.mark.parametrize(("words", "named"), [("\u200f", True), ("a\u200f", False)])
def test_a_highlight_of_unseen_characters_alone_is_not_empty(words, named):
    ours = document("a.txt", "a\u200fb")
    text = render(report(alone(ours), findings=(find(ours, words),)), Format.HTML)
    assert (">RLM</span></a>" in text) is named
