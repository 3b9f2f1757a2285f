"""Plain text, Markdown and HTML files, sound and broken."""

import codecs
import hashlib
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import ReadError
from auditor.readers import read, read_text, readable
from auditor.readers.html import read_html
from auditor.readers.markdown import markdown_blocks

LIMIT = 100_000
ARABIC = "قالت وزارة الداخلية إن المعبر الحدودي مع تركيا أعيد فتحه يوم الأحد بعد إغلاق دام ستة عشر يوما.\n" * 4


def written(tmp_path, data, name="a.txt"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_text_is_kept_as_it_is(tmp_path):
    data = "Überschrift\r\n\r\nEin Satz.\rNoch einer.\n".encode()
    source = read(written(tmp_path, data), "de/a.txt", max_bytes=LIMIT)
    assert (source.id, source.text, source.origin) == ("de/a.txt", data.decode(), "file")
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.blocks is None
    assert source.remarks == ()


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_marks(tmp_path, mark, encoding):
    path = written(tmp_path, mark + "Ein Satz – ja 😀.".encode(encoding))
    assert read(path, "a", max_bytes=LIMIT).text == "Ein Satz – ja 😀."


def test_another_encoding_is_a_guess_that_is_told(tmp_path):
    source = read(written(tmp_path, ARABIC.encode("cp1256")), "a", max_bytes=LIMIT)
    assert source.text == ARABIC
    ((kind, message),) = source.remarks
    assert kind == "encoding"
    assert "windows-1256" in message
    assert "UTF-8" in message


def test_a_broken_byte_in_utf8_is_shown_not_guessed_around(tmp_path):
    source = read(written(tmp_path, ARABIC.encode() + b"\xd9 end"), "a", max_bytes=LIMIT)
    assert source.text == ARABIC + "\ufffd end"
    assert "1 place is not valid UTF-8" in source.remarks[0][1]


BAD = [
    (b"", "empty"), (b" \n\t\r\n", "empty"), (codecs.BOM_UTF8, "empty"), (codecs.BOM_UTF16_LE + b"\n\x00", "empty"),
    (b"abc\x00def", "binary"), (b"%PDF-1.7 text", "binary"), (b"PK\x03\x04word/document.xml", "binary"),
    (bytes(range(32)) * 9, "binary"), (codecs.BOM_UTF16_LE + b"\x00\xd8", "undecodable"),
    (codecs.BOM_UTF16_LE + b"a\x00\x00\x00b\x00", "binary"), (b"x" * (LIMIT + 1), "too-large"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "kind"), BAD)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_bad_files_are_refused_by_name(tmp_path, data, kind, name):
    path = written(tmp_path, data, name)
    with pytest.raises(ReadError, match="a\\.") as caught:
        read(path, "a", max_bytes=LIMIT)
    assert caught.value.kind == kind
    assert str(path) in str(caught.value)


def test_a_huge_file_is_not_opened(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    monkeypatch.setattr(type(path), "open", lambda *_, **__: pytest.fail("opened"))
    with pytest.raises(ReadError) as caught:
        read(path, "a", max_bytes=20_000_000)
    assert caught.value.kind == "too-large"


def test_missing_folder_and_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    for path, kind in (("none.txt", "missing"), ("", "unreadable"), ("pipe.txt", "unreadable")):
        with pytest.raises(ReadError) as caught:
            read(tmp_path / path, "a", max_bytes=LIMIT)
        assert caught.value.kind == kind


def test_text_at_hand():
    assert read_text("\ufeffOne.\r\n", "-").text == "One.\r\n"
    with pytest.raises(ReadError) as caught:
        read_text(" \n", "-")
    assert caught.value.kind == "empty"


@pytest.mark.parametrize(("name", "answer"), [("a.TXT", True), ("a.md", True), ("a.xhtml", True), ("a.docx", False)])
def test_readable(tmp_path, name, answer):
    assert readable(tmp_path / name) is answer


MARKDOWN = """---
title: Not this
---
# The *headline* #

First paragraph,
second line. [Link](http://example.com)

> Quoted words
> go on.

- one
- two

  more of two

| a | b |
|---|---|
| c d | c d |

![A boat](boat.jpg)

```
code
```

Setext
------

<!-- no -->
"""
BLOCKS = [
    ("headline", "The *headline*"),
    ("paragraph", "First paragraph,\nsecond line. [Link](http://example.com)"),
    ("paragraph", "Quoted words\n> go on."),
    ("list_item", "one"),
    ("list_item", "two"),
    ("list_item", "more of two"),
    ("paragraph", "a"),
    ("paragraph", "b"),
    ("paragraph", "c d"),
    ("paragraph", "c d"),
    ("caption", "A boat"),
    ("headline", "Setext"),
]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_markdown_blocks(newline):
    text = MARKDOWN.replace("\n", newline)
    found = [(block.kind.value, text[block.span.start : block.span.end]) for block in markdown_blocks(text)]
    assert found == [(kind, body.replace("\n", newline)) for kind, body in BLOCKS]


@given(st.text(st.sampled_from("a# \n\r\t>-*1.|![](x)`<b>_:\\é"), max_size=60))
def test_markdown_blocks_are_in_order_and_inside(text):
    end = 0
    for block in markdown_blocks(text):
        assert end <= block.span.start < block.span.end <= len(text)
        end = block.span.end


PAGE = """<!DOCTYPE html><html lang="de-DE"><head><title>Titel – Seite</title><style>p {}</style></head><body>
<header><a href="/">Start</a></header><nav><ul><li>Politik</li></ul></nav>
<article><h1>Die  Schlagzeile</h1><p>Ein <b>fetter</b> Satz
  mit Umbruch.<br>Neue Zeile.<br><br>Neuer Absatz &amp; mehr.</p>
<div>Loser Text<p>Im <i>Absatz</i></p>danach</div><script>var a = "nein";</script><!-- nein -->
<figure><img src="a.jpg"><figcaption>Bild: ein Boot</figcaption></figure>
<ul><li>eins<li>zwei</ul><p hidden>weg</p><p>Teilen <button>Abonnieren</button></p><h2>Zwischen</h2></article>
<footer>Impressum</footer></body></html>"""
PIECES = [
    ("headline", "Die Schlagzeile"),
    ("paragraph", "Ein fetter Satz mit Umbruch.\nNeue Zeile."),
    ("paragraph", "Neuer Absatz & mehr."),
    ("paragraph", "Loser Text"),
    ("paragraph", "Im Absatz"),
    ("paragraph", "danach"),
    ("caption", "Bild: ein Boot"),
    ("list_item", "eins"),
    ("list_item", "zwei"),
    ("paragraph", "Teilen"),
    ("residue", "Abonnieren"),
    ("headline", "Zwischen"),
]


def pieces(page):
    return [(block.kind.value, page.text[block.span.start : block.span.end]) for block in page.blocks]


def test_html_blocks():
    page = read_html(PAGE, "a.html")
    assert pieces(page) == PIECES
    assert page.language == "de"
    assert page.text == "\n\n".join(body for _, body in PIECES)


def test_html_without_an_article_keeps_navigation_as_residue():
    found = pieces(read_html("<nav>Menu</nav><p>One.</p><p>Two.</p><footer>About us</footer>", "a.html"))
    assert found == [("residue", "Menu"), ("paragraph", "One."), ("paragraph", "Two."), ("residue", "About us")]


@pytest.mark.parametrize(
    ("markup", "headline"),
    [
        ("<title>The title</title><p>Text.</p>", "The title"),
        ("<title>T</title><header><h1>Above</h1></header><article><p>Text of it.</p></article>", "Above"),
    ],
)
def test_a_page_without_a_heading_in_the_article(markup, headline):
    assert ("headline", headline) in pieces(read_html(markup, "a.html"))


@pytest.mark.parametrize(
    "markup", ["<p>Open <b>bold <i>both</b> end", "<table><tr><td>Open bold both end", "Open &bogus; </div></p> end"]
)
def test_broken_html_still_reads(markup):
    text = read_html(markup, "a.html").text
    assert text.startswith("Open")
    assert text.endswith("end")


@pytest.mark.parametrize("markup", ["<html></html>", "<script>x</script>", "<!-- -->", "<img src=x>"])
def test_a_page_without_text_is_empty(markup):
    with pytest.raises(ReadError) as caught:
        read_html(markup, "a.html")
    assert caught.value.kind == "empty"


def test_entities_and_files_are_not_expanded():
    page = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>Before &x; after</p>'
    assert "root:" not in read_html(page, "a.html").text


def test_deep_html_is_read_or_said_to_be_cut():
    page = read_html("<p>before</p>" + "<div>" * 5_000 + "deep", "a.html")
    assert page.text.startswith("before")
    assert "deep" in page.text or page.remarks


def test_a_declared_charset_is_believed(tmp_path):
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{"Минск и Киев. " * 9}</p></body></html>'
    source = read(written(tmp_path, page.encode("cp1251"), "a.html"), "a", max_bytes=LIMIT)
    assert source.text.startswith("Минск и Киев.")
    assert source.origin == "extracted"
    assert source.remarks == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("イラクは日曜日、トルコとの国境検問所を十六日ぶりに再開したと内務省が発表した。" * 4, "iso2022_jp"),
        ("伊拉克内政部宣布，该国星期日重新开放了与土耳其接壤的边境口岸，此前已关闭十六天。" * 4, "gb18030"),
        ("Министерство внутренних дел сообщило, что пункт пропуска снова открыт. " * 4, "cp1251"),
        ("Der Übergang wurde am Sonntag geöffnet, sagte der Minister für Äußeres. " * 4, "cp1252"),
    ],
)
def test_old_encodings(tmp_path, text, encoding):
    source = read(written(tmp_path, text.encode(encoding)), "a", max_bytes=LIMIT)
    assert source.text == text
    assert source.remarks[0][0] == "encoding"
