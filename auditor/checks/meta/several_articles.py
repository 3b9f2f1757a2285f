"""MET013 several-articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.meta.story_heads import is_byline, is_end_mark, is_headline, opens_with_dateline
from auditor.checks.subject import Subject
from auditor.core.alignment import Regime
from auditor.core.document import Passage, PassageKind
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

STORY_BEFORE, STORY_AFTER = 2, 2
"""Paragraphs that make a story before a second one can begin, and passages that follow an end mark in one."""
HEAD_AND_BYLINE, AFTER_END, UNLINKED, DATELINE_AGAIN = 0.9, 0.8, 0.6, 0.55
"""Confidence by what shows the second story; a second dateline alone also stands in round-ups of several places."""
LINKED_BEFORE = 0.6
"""Share of the passages before that are linked, where the counterpart ends and another story begins."""
TAIL = 3

_ONE = "The governor visited the dam on Sunday.\n\nHe said that the work would begin within days."


class SeveralArticles(Check):
    """A second article begins inside the file.

    What it finds
        After some paragraphs, a headline with a byline or a wire dateline under it; text that goes on after an end mark
        (*(END)*, *（完）*, *انتهای پیام*); a second dateline in an article that began with one; beside a linked
        counterpart, a headline from which on nothing is linked any more.

    Why it matters
        Two stories were pasted or scraped into one page. Everything that is counted over the article, from fidelity to
        quotation marks, is then about both.

    What it does not find
        A second story with nothing but a headline when there is no counterpart: subheadings look the same.

    References
        MQM Core, design-and-markup. Silent on 128 languages of NTREX.
    """

    id = "MET013"
    name = "several-articles"
    category = Category.STRAY_TEXT
    severity = Severity.MAJOR
    scope = Scope.DOCUMENT

    GOOD = (
        Example(f"The dam\n\nBy Jane Smith\n\n{_ONE}\n\nA Long Way to Go\n\nThe dam was built in 1970. It leaks."),
        Example(f"The dam\n\nLONDON (Reuters) - {_ONE}\n\nBy then, nobody was left. PARIS — the city — was silent."),
        Example("السد\n\nبغداد (رويترز) - زار المحافظ السد.\n\nوقال إن العمل سيبدأ.\n\nانتهى", language="ar"),
        Example("水坝\n\n新华社北京1月5日电 省长周日视察了水坝。\n\n他说工程即将开始。\n\n（完）", language="zh"),
        Example("Плотина\n\nМОСКВА, 5 янв — Губернатор приехал.\n\nОн сказал, что работы начнутся.", language="ru"),
    )
    BAD = (
        Example(
            f"The dam\n\nBy Jane Smith\n\n{_ONE}\n\n⟦Team wins cup after penalties⟧\n\nBy John Miller\n\nIt was late."
        ),
        Example(f"The dam\n\n{_ONE}\n\n(END)\n\n⟦Team wins cup after penalties⟧\n\nThe crowd cheered on Sunday night."),
        Example(
            "السد\n\nزار المحافظ السد يوم الأحد.\n\nوقال إن العمل سيبدأ خلال أيام.\n\n⟦المنتخب يفوز بالكأس⟧\n\n"
            "القاهرة (رويترز) - فاز المنتخب بالكأس مساء الأحد بعد ركلات الترجيح.",
            language="ar",
        ),
        Example(
            "水坝\n\n省长周日视察了水坝。\n\n他说工程将在几天内开始。\n\n⟦国家队点球夺冠⟧\n\n"
            "新华社东京1月5日电 国家队周日晚间在点球大战中获胜，赢得冠军，球迷欢呼。",
            language="zh",
        ),
        Example(
            "Плотина\n\nМОСКВА, 5 янв — Губернатор приехал на плотину в воскресенье утром.\n\nОн сказал, что работы"
            " начнутся.\n\n⟦Сборная выиграла кубок⟧\n\nТОКИО, 5 янв — Сборная выиграла кубок в серии пенальти вчера.",
            language="ru",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding where each further story begins."""
        passages = [p for p in subject.document.passages if p.kind is not PassageKind.RESIDUE]
        story = _Story(subject, passages)
        begun = 0
        for at in range(STORY_BEFORE, len(passages)):
            why = story.begins(at, begun)
            if why is not None:
                begun = at
                yield self.found(
                    subject,
                    passages[at].span,
                    f"A second article seems to begin here: {why[0]}.",
                    confidence=why[1],
                    severity=Severity.MINOR if why[1] == DATELINE_AGAIN else self.severity,
                )


@dataclass(frozen=True, slots=True)
class _Story:
    subject: Subject
    passages: list[Passage]

    def begins(self, at: int, begun: int) -> tuple[str, float] | None:
        """Why a story begins at passage `at`, when the last one began at `begun`; None when none does."""
        prose = (i for i in range(begun, at) if self._is_prose(i))
        if len(list(islice(prose, STORY_BEFORE))) < STORY_BEFORE:
            return None
        if self._follows_end_mark(at) and len(self.passages) - at >= STORY_AFTER:
            return "an end mark stands before it", AFTER_END
        head = self._is_head(at)
        if head and at + 1 < len(self.passages) and self._opens(at + 1):
            return "a headline with a byline or dateline", HEAD_AND_BYLINE
        if head and self._is_unlinked_tail(at):
            return "a headline, and nothing from here on is in the counterpart", UNLINKED
        dated = opens_with_dateline(self._text(at)) and not is_end_mark(self._text(at))
        if dated and any(opens_with_dateline(self._text(i)) for i in range(begun, min(at, begun + STORY_BEFORE + 1))):
            return "a second dateline", DATELINE_AGAIN
        return None

    def _text(self, at: int) -> str:
        return self.subject.document.slice(self.passages[at].span)

    def _follows_end_mark(self, at: int) -> bool:
        """Whether the passage before, page furniture included, is an end mark."""
        before = self.subject.document.passages[self.passages[at].index - 1]
        return is_end_mark(self.subject.document.slice(before.span))

    def _is_prose(self, at: int) -> bool:
        return self.passages[at].kind is PassageKind.PARAGRAPH and not self._is_head(at)

    def _is_head(self, at: int) -> bool:
        language = self.subject.language
        usual = self.passages[at].kind in (PassageKind.HEADLINE, PassageKind.PARAGRAPH)
        return usual and is_headline(self._text(at), language.sentence_ends, cased=language.cased)

    def _opens(self, at: int) -> bool:
        text = self._text(at)
        return is_byline(text) or opens_with_dateline(text) or self.passages[at].kind is PassageKind.DATELINE

    def _is_unlinked_tail(self, at: int) -> bool:
        """Whether passages before `at` are linked and none from it on is, in a counterpart that tells the same."""
        alignment = self.subject.alignment
        if alignment is None or alignment.regime is Regime.COMPARABLE or len(self.passages) - at < TAIL:
            return False
        linked = {link.translation for link in alignment.links}
        before = sum(passage.index in linked for passage in self.passages[:at])
        return before >= LINKED_BEFORE * at and not any(p.index in linked for p in self.passages[at:])
