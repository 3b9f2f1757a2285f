"""Passages of plain text: one paragraph a line, blank lines, hard-wrapped."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.core.document import PassageKind, Source
from auditor.languages import get_language
from auditor.segment import segment

LONG = (
    "Rescuers on Tuesday brought to the surface nineteen of the thirty-three workers who had been trapped since Sunday"
    " in the flooded copper mine in the southeast of the country, the operator of the mine said."
)
OTHER = (
    "Water broke through the wall of an abandoned shaft in the afternoon and filled the lower gallery of the mine in"
    " less than twenty minutes, and three workers were killed on the spot before anyone could reach them."
)


def passages(text, language="en"):
    source = Source("a", text, "file", "0" * 64)
    document = segment(source, get_language(language))
    return [(passage.kind.value, document.slice(passage.span)) for passage in document.passages]


def texts(text, language="en"):
    return [body for _, body in passages(text, language)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_every_line_is_a_passage(newline):
    assert texts(newline.join([LONG, OTHER])) == [LONG, OTHER]
    assert texts(newline.join([LONG, "", "  ", OTHER, ""])) == [LONG, OTHER]


def test_a_paragraph_broken_by_a_blank_line_stays_two_passages():
    assert texts(f"{LONG}\n\nIt filled the lower gallery of the\n\nmine in minutes.\n\n{OTHER}")[1:3] == [
        "It filled the lower gallery of the",
        "mine in minutes.",
    ]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_groups_are_passages(width):
    wrapped = [textwrap.fill(LONG, width), textwrap.fill(OTHER, width)]
    assert texts("\n\n".join(wrapped)) == wrapped


def test_wrapped_text_without_blank_lines_is_parted_by_its_short_lines():
    wrapped = [textwrap.fill(LONG, 64), textwrap.fill(OTHER, 64)]
    assert texts("\n".join(wrapped)) == wrapped


def test_wrapped_chinese():
    paragraph = "钻探船在印度洋取出了迄今为止最古老的海底沉积物，科学家们说这将帮助他们了解数百万年前的气候变化，" * 3
    lines = "\n".join(paragraph[i : i + 36] for i in range(0, len(paragraph), 36))
    assert texts(f"{lines}\n\n{lines}", "zh") == [lines, lines]


def test_short_lines_are_not_taken_for_wrapped_text():
    lines = ["Water is rising.", "Roads are cut in the south of the province.", "Help is on the way.", "Rain goes on."]
    assert texts("\n".join(lines)) == lines


KINDS = [
    ("en", f"Mine floods in the south\n\n{LONG}\n\n{OTHER}", ["headline", "paragraph", "paragraph"]),
    ("en", f"Will it ever stop raining?\n\n{LONG}", ["headline", "paragraph"]),
    ("en", f"{LONG}\n\n{OTHER}", ["paragraph", "paragraph"]),
    ("en", "Alone without a stop", ["paragraph"]),
    ("en", f"Title here\n\nGAZA, Nov 3 (Agency) —\n\n{LONG}", ["headline", "dateline", "paragraph"]),
    ("en", f"Title here\n\nBy Jane van Doe\n\n{LONG}", ["headline", "dateline", "paragraph"]),
    ("en", f"Title\n\n{LONG}\n\nShare this article\n\n{OTHER}", ["headline", "paragraph", "residue", "paragraph"]),
    ("en", f"{LONG}\n\nWHAT COMES NEXT\n\n{OTHER}", ["paragraph", "headline", "paragraph"]),
    ("en", f"{LONG}\n\nhe said so and\n\n{OTHER}", ["paragraph", "paragraph", "paragraph"]),
    ("en", f"{LONG}\n\n• one thing\n• another thing", ["paragraph", "list_item", "list_item"]),
    ("en", f"{LONG}\n\n1. one thing\n2. another thing", ["paragraph", "list_item", "list_item"]),
    ("ru", f"Заголовок\n\n— Да, — сказал он.\n\n— Нет.\n\n{LONG}", ["headline", "paragraph", "paragraph", "paragraph"]),
    ("ar", f"عنوان الخبر\n\nاقرأ أيضا: خبر آخر\n\n{LONG}", ["headline", "residue", "paragraph"]),
    ("zh", "标题在这里\n\n分享到：微信 微博\n\n他说下雨了。\n\n图为救援人员在现场展开搜救工作的场景和周围情况。",
     ["headline", "residue", "paragraph", "caption"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kinds"), KINDS)
def test_kinds(language, text, kinds):
    assert [kind for kind, _ in passages(text, language)] == kinds


def test_list_marks_are_no_part_of_the_passage():
    assert texts(f"{LONG}\n\n• one thing\n• another thing")[1:] == ["one thing", "another thing"]


@given(st.text(st.sampled_from("aB. \n\r\t•-1)“”#\u2028\u200f中។😀"), max_size=80), st.sampled_from(["en", "zh", "ar"]))
def test_passages_are_ordered_and_their_segments_complete(text, language):
    document = segment(Source("a", text, "file", ""), get_language(language))
    end = 0
    for i, passage in enumerate(document.passages):
        assert passage.index == i
        assert passage.span.start >= end
        end = passage.span.end
        inside = {at for one in passage.segments for at in range(one.span.start, one.span.end)}
        held = {at for at in range(passage.span.start, passage.span.end) if not text[at].isspace()}
        assert held <= inside <= set(range(passage.span.start, passage.span.end))
    assert [one.index for one in document.segments] == list(range(len(document.segments)))
    if not any(p.kind is PassageKind.LIST_ITEM for p in document.passages):
        held = {at for p in document.passages for at in range(p.span.start, p.span.end)}
        assert all(text[at].isspace() or at in held for at in range(len(text)))
