"""MET011 engine-leak."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.meta.leak_phrases import Leak, leak_phrases
from auditor.checks.meta.set_apart import set_apart
from auditor.checks.subject import Subject
from auditor.core.document import Document, Passage, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

EDGE = 2
"""Passages at the beginning of an article in which an answer is introduced; the last one closes it."""
LABELLED_TEXT = 40
"""Code points that follow a label when it introduces the translation; a name or nothing is shorter."""
CREDIT_LINE = 80
"""Longest passage that is an engine's credit and no report about engines."""
INSIDE = 0.7
"""Confidence of an announcement in the middle of an article, where a reporter may announce a translation, too."""
SURE = 0.95
_OPENING = re.compile(r"[\s*#>_\-–—\"'“”«»(\[（【「]*")
_COLON = re.compile(r"[*_]{0,2}\s?([:：])[*_]{0,2}\s*")
_BRACKET = re.compile(r"[(\[（【]\s?[*_]{0,2}")
_REST_OF_SENTENCE = re.compile(r"[^.!?\n:：。！？؟।\])）】]{0,120}[.!?:：。！？؟।]?[\])）】]?")
_TOKENS = re.compile(
    r"</?(?:unk|pad|s|bos|eos|mask|sep|cls|think|answer|start_of_turn|end_of_turn)>|<\|[a-z_]{2,30}\|>|\[/?INST\]|\[UNK\]|\[PAD\]"
    r"|<<SYS>>|\[(?:CLS|SEP|MASK|EOS|BOS)\]|<2[a-z]{2,3}>|__(?:unk|en|opt|lang)__|[\u2581⁇]+|(?<=\w)@@(?=\s)|```\w*"
)
"""Signs of a tokenizer's or chat template's own: unknown words, sentence ends, pieces of words, thinking aloud."""
_TOKEN_SIGN = re.compile("[<\\[_\u2581⁇@`]")
"""One of these is in each; saves time only."""
_SAYS = {
    Leak.ANNOUNCES: "announces a translation",
    Leak.LABELS: "labels the translation",
    Leak.SPEAKS: "is the voice of a language model",
    Leak.NOTES: "comments on the translation",
    Leak.PROMPTS: "is an instruction to a translator",
    Leak.CREDITS: "is the credit of a translation engine",
}


class EngineLeak(Check):
    """Talk of a translation engine or language model was left in the article.

    What it finds
        *Here is the translation:*, *As an AI language model, I…*, offers and refusals, notes on the translation, the
        prompt itself, the engine's own credit, tokens such as `<unk>`, `▁` or `<|im_end|>`. In the article's language,
        in English and in the counterpart's language, as far as phrases are known.

    Why it matters
        Readers see at once that a machine wrote the page and that nobody read it.

    What it does not find
        The same words in quotation marks, as in reports about chatbots; a human translator's name; what engines say in
        languages without a list (`data/engine_leaks.toml` has twenty).

    References
        MQM Core, design-and-markup. Silent on 128 languages of NTREX.
    """

    id = "MET011"
    name = "engine-leak"
    category = Category.STRAY_TEXT
    severity = Severity.MAJOR
    scope = Scope.DOCUMENT

    GOOD = (
        Example(
            "The library\n\n“As an AI language model, I cannot vote,” the program answered. It translated the text."
        ),
        Example(
            "The letter\n\nHere is what we know about the translation. Note: the talks end on Friday.\n\nShe left."
        ),
        Example("Das Gedicht\n\nDas Gedicht erschien am Montag.\n\nÜbersetzung: Anna Weber", language="de"),
        Example("الرسالة\n\nوفيما يلي أبرز ما جاء في الترجمة التي نشرتها الوزارة يوم الأحد.", language="ar"),
        Example("书信\n\n当然，这是他第一次看到译文。他说：“作为人工智能语言模型，我不能投票。”", language="zh"),
        Example("Письмо\n\nКонечно, вот и всё. Как сообщили в компании, перевод был готов в среду.", language="ru"),
    )
    BAD = (
        Example("⟦Sure! Here is the translation of the article:⟧\n\nThe governor visited the site on Sunday."),
        Example("The dam\n\nThe governor came on Sunday.\n\n⟦Note: I have kept the names as in the original.⟧"),
        Example(
            "The dam\n\nThe governor<unk> came.".replace("<unk>", "⟦<unk>⟧") + " ⟦Let me know if you need changes.⟧"
        ),
        Example("السد\n\n⟦إليك الترجمة:⟧ زار المحافظ الموقع يوم الأحد وقال إن العمل سيبدأ خلال أيام.", language="ar"),
        Example("水坝\n\n省长周日视察了现场。\n\n⟦作为一个人工智能语言模型，我无法提供原文。⟧", language="zh"),
        Example("⟦Here is the translation:⟧\n\nГубернатор посетил площадку в воскресенье.", language="ru"),
        Example(
            "Der Damm\n\nDer Gouverneur kam am Sonntag.\n\n⟦Übersetzt mit DeepL.com (kostenlose Version)⟧",
            language="de",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per sentence of such talk, or per token."""
        languages = _languages(subject)
        for passage in subject.document.passages:
            taken: list[Span] = []
            for kind, span, confidence in _talk(subject.document, passage, languages):
                quoted = set_apart(subject, passage.span).quotes(span)
                if not quoted and not any(other.overlaps(span) for other in taken):
                    taken.append(span)
                    yield self.found(
                        subject, span, f"This {_SAYS[kind]}, not part of the article.", confidence=confidence
                    )
            if not _TOKEN_SIGN.search(subject.text, passage.span.start, passage.span.end):
                continue
            for match in _TOKENS.finditer(subject.text, passage.span.start, passage.span.end):
                span = Span(*match.span())
                if not any(other.overlaps(span) for other in taken):
                    message = f"“{match[0]}” is a sign of an engine's own, not text."
                    yield self.found(subject, span, message, confidence=SURE, suggestion="")


def _languages(subject: Subject) -> tuple[str, ...]:
    """The languages an engine may talk in: the article's, the counterpart's and English."""
    other = subject.counterpart_language
    return tuple(sorted({subject.language.code, "en", *((other.code,) if other is not None else ())}))


def _talk(document: Document, passage: Passage, languages: tuple[str, ...]) -> Iterator[tuple[Leak, Span, float]]:
    """(kind, sentence, confidence) of all talk in a passage, the kinds that open it first."""
    text, within = document.text, passage.span
    opening = _OPENING.match(text, within.start, within.end)
    begin = opening.end() if opening else within.start
    at_edge = passage.index < EDGE or passage.index == len(document.passages) - 1
    for kind in (Leak.ANNOUNCES, Leak.NOTES, Leak.PROMPTS):
        starts = [begin]
        if kind is Leak.NOTES:
            starts += [match.end() for match in _BRACKET.finditer(text, begin, within.end)]
        pattern = leak_phrases(languages, kind)
        for start in starts:
            match = pattern.match(text, start, within.end) if pattern else None
            if match:
                yield kind, _sentence(text, match, within), SURE if at_edge or kind is not Leak.ANNOUNCES else INSIDE
    label = _label(text, begin, passage, languages)
    if label is not None:
        yield Leak.LABELS, label, SURE
    speaks, credits = (leak_phrases(languages, kind) for kind in (Leak.SPEAKS, Leak.CREDITS))
    for match in speaks.finditer(text, within.start, within.end) if speaks else ():
        yield Leak.SPEAKS, _sentence(text, match, within), SURE
    if credits and len(within) <= CREDIT_LINE and credits.search(text, within.start, within.end):
        yield Leak.CREDITS, within, SURE


def _label(text: str, begin: int, passage: Passage, languages: tuple[str, ...]) -> Span | None:
    """*Translation:* at the head of the article, before a text or alone on its line."""
    pattern = leak_phrases(languages, Leak.LABELS)
    match = pattern.match(text, begin, passage.span.end) if pattern is not None and passage.index < EDGE else None
    colon = _COLON.match(text, match.end(), passage.span.end) if match else None
    if match is None or colon is None:
        return None
    rest = text[colon.end() : passage.span.end].strip()
    return Span(match.start(), colon.start(1) + 1) if not rest or len(rest) >= LABELLED_TEXT else None


def _sentence(text: str, match: re.Match[str], within: Span) -> Span:
    """From the phrase, or the opening marks before it, to the end of its sentence."""
    rest = None if match[0].rstrip().endswith((":", "：")) else _REST_OF_SENTENCE.match(text, match.end(), within.end)
    end = match.end() if rest is None else rest.end()
    return Span(match.start(), end - (len(text[match.start() : end]) - len(text[match.start() : end].rstrip())))
