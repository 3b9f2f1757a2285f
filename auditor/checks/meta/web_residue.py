"""MET012 web-residue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.meta.credit_tails import ends_in_credit
from auditor.checks.subject import Subject
from auditor.core.document import Passage, PassageKind, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity
from auditor.languages import fits_phrase, fold, is_button_row

_DATE = r"(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
_CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_TIME_STAMP = re.compile(rf"{_DATE}\s*,?\s*{_CLOCK}")
"""A date in figures with a clock time: what a page prints above an article and prose never does."""
_FONT_SIZE = re.compile(r"(?:\bA\s){2}A\b|\bA[-–+]\s?A[-–+]|字号\s?[:：]?\s?[大中小]")
_CREDIT = re.compile(
    r"(?:photo|image|picture|video|foto|bild|фото|图|图片|摄影|صورة|تصوير)"
    r"\s?(?:by|credit|courtesy of|/|:|：|©)\s?.{1,60}"
    r"|[\[(（【](?:photo|image|video|foto|фото|图片?)\s?(?:by|/|:|：|©)\s?[^\])）】]{1,60}[\])）】]"
    r"|(?:©|\(c\)|copyright ©?)\s?(?:\d{4}\b|getty|afp|reuters|ap\b|epa\b|xinhua).{0,80}"
    r"|.{0,40}/\s?(?:getty images|afp|reuters|epa|shutterstock|via getty images)",
    re.IGNORECASE,
)
_SOURCE_LINE = re.compile(r"(?:source|editor|来源|責任編輯|责任编辑|编辑)\s?[:：]\s?\S.{0,40}", re.IGNORECASE)
_CRUMBS = re.compile(r"[^|>»›•·\n]{1,30}(?:\s[|>»›•·]\s[^|>»›•·\n]{1,30}){2,}")
_SCRAP = re.compile(r"[A-Za-z]{1,2}(?:[\s|/·•]+[A-Za-z]{1,2}){0,4}")
"""One or two letters standing alone as a paragraph: language switches and icons (*EN*, *fb*)."""
_SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "؟", "।", "…", "”", '"', "»", "“")
_EDGES = " \t\u00a0.:：!！?|»›>→·•-–—*[]()【】（）…"
_LABEL_END = re.compile(r"\s?[:：|»›→]")
CAPTION_SENTENCES = 3
"""Sentences of a caption, its credit included."""
LABELLED_TAIL = 90
"""Code points that may follow a phrase of page furniture and its colon: the title of another article."""
SHORT_PHRASE = 2
"""Words of a phrase from which it may stand before a colon; single words (*Editor:*) also introduce prose."""


class WebResidue(Check):
    """Something of the web page around the article was left in it.

    What it finds
        Paragraphs that are nothing but a share button, *Read more* and its link, a newsletter invitation, the page's
        time stamp, font-size buttons, a copyright or photo credit, a caption that ends in its credit, a cookie notice,
        a navigation path, or one or two stray letters.

    Why it matters
        It is no part of the article. Published again, it shows that the text was copied and nobody read it.

    What it does not find
        Sentences in which such words occur, or names with middle dots (*卢克 · 盖斯*); a wire dateline (*LONDON
        (Reuters) –*); credits inside captions that the format marks as such; furniture in languages whose phrases are
        not known.

    References
        Phrases: the `residue` list of each language.
    """

    id = "MET012"
    name = "web-residue"
    category = Category.STRAY_TEXT
    severity = Severity.MINOR
    scope = Scope.PASSAGE

    GOOD = (
        Example("The library\n\nShe told the pupils to read more and to share this article with their parents."),
        Example(
            "The library\n\nLONDON (Reuters) – The library opened at 21:40 on Tuesday.\n\nA photo by AFP shows it."
        ),
        Example("المكتبة\n\nقال الوزير إن على الطلاب أن يقرؤوا المزيد من الكتب كل يوم.", language="ar"),
        Example("图书馆\n\n他请大家分享本文并阅读更多的书，图书馆将于2025年2月11日开放。", language="zh"),
        Example("图书馆\n\n1945年，他在查理 · 帕克的乐队中取代了迪齐 · 吉列斯皮。", language="zh"),
        Example(
            "The library\n\nHe took the picture (photo and text by hand). The photo (a portrait of the King) sold."
        ),
        Example("The library\n\nShare on Facebook fell again. We use the cookies of our page, she said on Tuesday."),
        Example("Die Bibliothek\n\nWer mehr lesen will, kann den Artikel teilen, sagte sie.", language="de"),
    )
    BAD = (
        Example("The library\n\n⟦Share this article⟧\n\nThe library opened on Tuesday.\n\n⟦fb tw⟧"),
        Example("The library\n\n⟦Updated: 2025-02-11 21:40 Font size: A A A⟧\n\nThe library opened on Tuesday."),
        Example("The library\n\nIt opened on Tuesday.\n\n⟦Read more: The ten finest libraries⟧\n\n⟦[Photo/Agencies]⟧"),
        Example("المكتبة\n\nافتتحت المكتبة يوم الثلاثاء.\n\n⟦اقرأ أيضا⟧", language="ar"),
        Example("图书馆\n\n图书馆星期二开放。\n\n⟦责任编辑：王明⟧\n\n⟦分享到⟧", language="zh"),
        Example("Die Bibliothek\n\nDie Bibliothek ist offen.\n\n⟦Artikel teilen⟧", language="de"),
        Example("La biblioteca\n\nApre oggi.\n\n⟦La sala grande (foto R. Tudor/Ansa)⟧", language="it"),
        Example("کتابخانه\n\nکتابخانه باز است.\n\n⟦این خبر را در تلگرام به اشتراک بگذارید⟧", language="fa"),
        Example("The library\n\nIt opened.\n\n⟦Next page >>⟧\n\n⟦Join our Telegram channel⟧\n\n⟦Facebook | Copy link⟧"),
        Example("Kütüphane\n\nKütüphane bugün açıldı.\n\n⟦Telegram kanalımıza katılın!⟧", language="tr"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per passage of residue."""
        for passage in subject.document.passages:
            what = _residue(subject, passage)
            if what is not None:
                yield self.found(
                    subject,
                    Span(passage.span.start, passage.span.end),
                    f"This is {what}, not part of the article.",
                    confidence=0.7 if what == _STRAY_LETTERS else 0.9,
                    suggestion="",
                )


_STRAY_LETTERS = "one or two letters left over from the page"
_NAVIGATION = "the page's navigation"
_CREDIT_LINE = "a photo credit or copyright line"
_SHAPES = (
    (_CREDIT, _CREDIT_LINE),
    (_SOURCE_LINE, "a source or editor line"),
    (_CRUMBS, _NAVIGATION),
)


def _residue(subject: Subject, passage: Passage) -> str | None:
    """What piece of the page this passage is, or None."""
    text = subject.document.slice(passage.span).strip()
    if len(text) > 2 * LABELLED_TAIL or passage.kind in (PassageKind.DATELINE, PassageKind.LIST_ITEM):
        return None
    if _is_furniture(fold(text, subject.language), subject.language.residue, labelled=passage.index > 0):
        return "a button or label of the web page"
    if passage.index and (fits_phrase(text, subject.language) or is_button_row(text, subject.language)):
        return _CREDIT_LINE if _CREDIT.fullmatch(text) else "a button, label or notice of the web page"
    if _FONT_SIZE.search(text) or _is_time_stamp(text):
        return "the page's time stamp"
    if passage.index and _SCRAP.fullmatch(text) and not text.endswith("."):
        return _STRAY_LETTERS
    if passage.kind is PassageKind.CAPTION:
        return None
    if passage.index and len(passage.segments) <= CAPTION_SENTENCES and ends_in_credit(text, subject.language):
        return "a picture's caption and its credit"
    found = next((name for shape, name in _SHAPES if shape.fullmatch(text)), None)
    return None if found == _NAVIGATION and text.endswith(_SENTENCE_ENDS) else found


def _is_furniture(text: str, phrases: tuple[str, ...], *, labelled: bool) -> bool:
    """A phrase of page furniture alone, or one with a colon or bar and a short title behind (never in a headline)."""
    bare = text.strip(_EDGES)
    if bare in phrases:
        return True
    if not labelled or not bare.startswith(phrases):
        return False
    for phrase in phrases:
        if bare.startswith(phrase) and len(phrase.split()) >= SHORT_PHRASE:
            rest = bare[len(phrase) :]
            if _LABEL_END.match(rest) and len(rest) <= LABELLED_TAIL:
                return True
    return False


def _is_time_stamp(text: str) -> bool:
    """A time stamp with at most a label around it."""
    match = _TIME_STAMP.search(text)
    return match is not None and len(text) - len(match[0]) <= 40 and not text.endswith((".", "。", "!", "؟"))
