"""MET003 leftover-source-words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.meta.copied_text import copies
from auditor.checks.meta.leftover_words import Run, foreign_runs, is_loan, latin_runs, word_list
from auditor.checks.meta.scripts import letters_by_script, scripts_of_article, weight_of
from auditor.checks.meta.set_apart import set_apart
from auditor.checks.subject import Subject
from auditor.core.document import Passage, PassageKind, Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.languages.kinship import are_kin

FOREIGN_PASSAGE = 0.6
"""Share of foreign letters from which the passage itself is in another language (wrong-language)."""
LONG = 3
"""Words from which on a run is more than a term."""
COPIED_LONG, COPIED, ONE_WORD, ALONE = 0.95, 0.85, 0.7, 0.55
"""Confidence of a run of `LONG` words, of two, of one that the counterpart has, of one without a counterpart."""
OTHER_SCRIPT = 0.85
SHORT_WORD, SHORT_WORD_ALONE = 3, 4
"""Longest word in Latin letters that says nothing by itself: with the counterpart's word for it, and without."""
LENDING = frozenset({"el", "th"})
"""Languages whose press prints English terms in Latin letters: one or two words are no slip."""
COPIED_LETTERS = 9
"""Least letters of words that both sides have in one script; shorter pairs agree by chance (*in the*, *so in*)."""
LINGUA_FRANCA = "en"
"""Articles of all languages name terms in it (*die number needed to scan*): its translations have them by right."""
_OPENS = frozenset("(（[［【")
"""Brackets that a foreign word right behind them explains, also where they hold others and close far on."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class LeftoverSourceWords(Check):
    """Words of the source were left inside a translated passage.

    What it finds
        In an article that is not in Latin script, Latin words in small letters; in any article, words of a third
        script; where both sides use one script, runs of words that equal the counterpart's, four or more, or
        fewer with one of its function words.

    Why it matters
        The engine did not know the word, or slipped into another language; the reader meets a word he cannot read.

    What it does not find
        Names, titles and what stands in quotation marks or brackets; units, addresses, *app* and *email*; single words
        in the same script, which may be loans; close languages; whole passages and sentences (wrong-language,
        untranslated-passage).

    References
        MQM Core, accuracy/untranslated. On 128 languages of NTREX beside English it finds 0.7 in 1,000 sentences; of
        those read, more than half are words that the translator left, the others terms of sport.
    """

    id = "MET003"
    name = "leftover-source-words"
    category = Category.UNTRANSLATED
    severity = Severity.MINOR
    scope = Scope.PASSAGE
    abstains = frozenset({"tl"})
    """News in Filipino switches to English in mid-sentence."""

    GOOD = (
        Example("Die Partei „The Left“ (the left) und der Song Hit the Road Jack, de facto.", language="de"),
        Example("أعلنت Bank of America أن تطبيق app متاح على موقع weather.com (بالإنجليزية: weather).", language="ar"),
        Example("他在Just the Funny Parts一书中写道，iPhone和app重50kg，“see you”。", language="zh"),
        Example("ការរកពិន្ទុ (converted ៖ បន្ទាប់ (try) ពីរក) ដោយកីឡាករ។", language="km"),
        Example("Певец Шарль де Голль (Charles de Gaulle) и «made in China», 5 km.", language="ru"),
        Example("The minister of Japan (日本) said “надежда” and λ, μm.", language="en"),
        Example(
            "The number needed to scan was six.\n\nHe was a social media content moderator in the north.",
            counterpart="Die number needed to scan betrug sechs.\n\nEr war social media content moderator im Norden.",
            counterpart_language="de",
        ),
        Example("เขาเล่น bogey ที่หลุม 5", language="th", counterpart="He made a bogey on hole five."),
    )
    BAD = (
        Example(
            "قال الوزير إن ⟦the drought⟧ سيستمر حتى ⟦autumn⟧.",
            language="ar",
            counterpart="The minister said that the drought would last until autumn.",
        ),
        Example(
            "部长周三表示，⟦drought⟧将持续到秋季，政府已准备好应对措施。",
            language="zh",
            counterpart="The minister said that the drought would last until autumn.",
        ),
        Example("Министр сказал, что ⟦the drought will last⟧ до осени и в ⟦明年⟧.", language="ru"),
        Example("The minister said that the ⟦干旱⟧ would last until ⟦осени⟧."),
        Example(
            "Der Minister sagte, dass ⟦the drought would⟧ bis zum Herbst dauert.",
            language="de",
            counterpart="The minister said that the drought would last until autumn.",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per run of words."""
        whole = [copy.span for copy in copies(subject)]
        own = scripts_of_article(subject)
        for passage in subject.document.passages:
            if passage.kind is PassageKind.RESIDUE or _is_foreign(subject.document.slice(passage.span), own):
                continue
            for left in _left(subject, passage, own):
                span = left.run.span
                glossed = subject.text[span.start - 1 : span.start] in _OPENS
                copied = any(other.overlaps(span) for other in whole)
                if not (glossed or copied or set_apart(subject, passage.span).excuses(span)):
                    yield self._finding(subject, left)

    def _finding(self, subject: Subject, left: _Left) -> Finding:
        text = subject.document.slice(left.run.span)
        place = () if left.source is None or subject.counterpart is None else (left.source,)
        return self.found(
            subject,
            left.run.span,
            f"“{text}” was left in another language.",
            confidence=left.confidence,
            evidence=tuple(Evidence.at(subject.counterpart, span) for span in place if subject.counterpart),
        )


@dataclass(frozen=True, slots=True)
class _Left:
    run: Run
    confidence: float
    source: Span | None = None
    """Where the counterpart has the words."""


def _is_foreign(text: str, own: frozenset[str]) -> bool:
    """Whether most of the passage is in scripts the article does not use."""
    letters = letters_by_script(text)
    if letters.keys() <= own:
        return not letters
    foreign = Counter({script: times for script, times in letters.items() if script not in own})
    return weight_of(foreign) >= FOREIGN_PASSAGE * weight_of(letters)


def _left(subject: Subject, passage: Passage, own: frozenset[str]) -> Iterator[_Left]:
    for run in foreign_runs(subject.text, passage.span, own):
        yield _Left(run, OTHER_SCRIPT, _in_counterpart(subject, passage, subject.document.slice(run.span)))
    if "LATIN" not in own:
        for run in latin_runs(subject.text, passage.span):
            yield from _latin(subject, passage, run)
    else:
        yield from _copied(subject, passage)


def _latin(subject: Subject, passage: Passage, run: Run) -> Iterator[_Left]:
    """A run of Latin words in an article of another script, if it is no name."""
    small = run.small
    named = any(not word.islower() for word in run.words)
    alone = len(run.words) == 1
    lent = (len(run.words) < LONG and subject.language.code in LENDING) or is_loan(run.words)
    if len(small) < (2 if named else 1) or lent or (subject.language.spaced and _is_glued(subject.text, run.span)):
        return
    source = _in_counterpart(subject, passage, subject.document.slice(run.span))
    if len(run.words) >= LONG:
        yield _Left(run, COPIED_LONG if source else COPIED, source)
    elif not alone:
        yield _Left(run, COPIED, source)
    elif len(run.words[0]) > (SHORT_WORD if source else SHORT_WORD_ALONE):
        yield _Left(run, ONE_WORD if source else ALONE, source)


def _is_glued(text: str, span: Span) -> bool:
    """Whether letters touch the run: a name with an ending, or a word in two scripts."""
    return text[max(0, span.start - 1) : span.start].isalpha() or text[span.end : span.end + 1].isalpha()


def _copied(subject: Subject, passage: Passage) -> Iterator[_Left]:
    """Runs of small words that the linked passages have word for word, one of them a function word of theirs."""
    language, other = subject.counterpart_language, subject.counterpart
    if language is None or other is None or are_kin(language.code, subject.language.code):
        return
    theirs, ours = word_list("strong", language.code), word_list("strong", subject.language.code)
    strong = theirs - ours
    spans = subject.linked_spans(passage.index)
    if not strong or not spans:
        return
    words = list(_WORD.finditer(subject.text, passage.span.start, passage.span.end))
    pairs = {pair for span in spans for pair in _pairs(other.slice(span))}
    at = 0
    while at < len(words) - 1:
        end = at
        while end + 1 < len(words) and _adjoin(subject.text, words[end], words[end + 1]) in pairs:
            end += 1
        run = words[at : end + 1]
        texts = tuple(match[0] for match in run)
        lent = subject.language.code == LINGUA_FRANCA or not (ours - theirs).isdisjoint(texts)
        if len(run) > 1 and _is_copy(texts, strong, lent=lent):
            span = Span(run[0].start(), run[-1].end())
            yield _Left(Run(span, texts), COPIED_LONG if len(run) >= LONG else COPIED)
        at = end + 1


def _is_copy(words: tuple[str, ...], strong: frozenset[str], *, lent: bool) -> bool:
    """Whether the words are the counterpart's; `lent`: it may have borrowed them from the article's language."""
    telling = not strong.isdisjoint(words) or (len(words) > LONG and not lent)
    return telling and sum(map(len, words)) >= COPIED_LETTERS and not is_loan(words)


def _adjoin(text: str, one: re.Match[str], other: re.Match[str]) -> tuple[str, str] | None:
    """Two neighbouring words in small letters with a single space between."""
    pair = one[0], other[0]
    return pair if text[one.end() : other.start()] == " " and all(map(str.islower, pair)) else None


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    words = text.split(" ")
    stripped = [word.strip(".,;:!?()[]“”\"'’‘«»") for word in words]
    for (raw, one), other in zip(zip(words, stripped, strict=True), stripped[1:], strict=False):
        if raw[-1:].isalpha():
            yield one, other


def _in_counterpart(subject: Subject, passage: Passage, words: str) -> Span | None:
    """Where the counterpart has these words: in a linked passage, else anywhere when nothing is linked."""
    if subject.counterpart is None:
        return None
    spans = subject.linked_spans(passage.index) or (Span(0, len(subject.counterpart.text)),)
    for span in spans:
        at = subject.counterpart.text.find(words, span.start, span.end)
        if at >= 0:
            return Span(at, at + len(words))
    return None
