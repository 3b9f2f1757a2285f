"""`repeated-ngram`: words or characters that a decoder said over and over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.grammar.dangling_words import dangling_words
from auditor.checks.grammar.repetition import Loop, find_loops, repeats
from auditor.checks.grammar.spaced_words import SpacedWord, is_of_word, spaced_words
from auditor.checks.subject import Subject
from auditor.core.document import Passage, PassageKind, Span
from auditor.core.finding import Finding, excerpt
from auditor.core.mqm import Category, Severity

LONGEST = 40
"""Words, or characters in scripts without spaces, of what is said again; whole sentences are within it."""
LONGEST_SYLLABLES = 8
"""Characters of what is said again inside one word."""
OFTEN = 3
"""Repetitions from which nobody takes it for a slip of the pen."""
LONG = 16
"""Code points from which a phrase said three times is a loop; *from Manchester to Manchester* may be meant."""
_WORDS = {1: 5, 2: 3}
"""How often one or two words must be said, longer phrases twice; laughter says a word four times."""
_PUNCTUATED = {1: 8, 2: 5, 3: 4, 4: 3, 5: 3}
"""The same where marks part the repetitions and the first follows one, as in a chant: *Lock her up, lock her up*."""
_FUNCTION_WORD = 3
"""The same for articles and prepositions; twice is for `doubled-word`."""
_COMPACT = {1: 12, 2: 6, 3: 3, 4: 3}
"""Characters of Chinese and Japanese: shorter or rarer ones are grammar, cheers and laughter (慢慢, 加油加油)."""
_SYLLABIC = {1: 12, 2: 8, 3: 6, 4: 4, 5: 3, 6: 3, 7: 3, 8: 3}
"""Characters of Thai, Khmer, Burmese, Lao, Tibetan, where four to seven make a syllable that may be doubled."""
_PARTED = dict.fromkeys(range(1, 12), 4)
"""The same where a mark or a space stands before and between, as in lists and cries."""
_IN_WORD = {1: 12}
_SYLLABLES = 4
_EMPHASIS = 12
"""Characters of a stretch inside a word: *Goooool* and *hahahaha* are shorter in print."""
_SAID_AGAIN = _EMPHASIS - _EMPHASIS // _SYLLABLES
"""Characters of such a stretch that are none but its first ones again."""
_LAUGHTER = re.compile(r"[hjxкхהهخ하哈ㅋㅎ5w]", re.IGNORECASE)
_COMPACT_SCRIPTS = frozenset({"Hans", "Hant", "Jpan"})
_SURE, _SLIP = 0.95, 0.9


class RepeatedNgram(Check):
    """The same words or characters stand several times in a row.

    **What it finds.** Three or more words said again at once (*in the north of the in the north of the country*), two
    words three times, one word five times, an article or preposition three times; in scripts without spaces strings of
    characters; inside a word, syllables without end (*tototototototo*). A phrase said three times is major.

    **Why it matters.** It is how neural decoders fail: they fall into a loop and say one phrase until the length limit
    stops them, and what the sentence should have said is lost.

    **What it does not find.** One word twice (`doubled-word`), emphasis and laughter (*no, no, no*, *hahaha*), chants
    parted by marks up to three times, reduplication, rows of figures, sentences told again later (`duplicate-passage`).

    **References.** MQM Core, linguistic conventions / duplication. A. Holtzman et al., *The Curious Case of Neural Text
    Degeneration* (2020). NTREX, 128 languages: 11 findings in 56,704 human sentences, ten of them slips of the pen.
    """

    id = "LNG055"
    name = "repeated-ngram"
    category = Category.DUPLICATION
    severity = Severity.MAJOR
    scope = Scope.PASSAGE
    GOOD = (
        Example("“Lock her up, lock her up, lock her up,” they chanted. No, no, no, no, he said. Hahahaha!"),
        Example("The dog bit the man and the man bit the dog. 0 0 0 0 0 0 1 2 1 2 1 2 1 2."),
        Example("Many called (asked about entry and exit rules; asked about entry and exit rules for cars)."),
        Example("Er kam und er ging und er kam wieder, Schritt für Schritt für Schritt.", language="de"),
        Example("قال: لا لا لا، لن نرحل عن هذه الأرض أبدا.", language="ar"),
        Example("他慢慢慢慢地走，大家喊加油加油加油，哈哈哈哈哈。", language="zh"),
        Example("เขาค่อยๆ เดินช้าๆ ช้าๆ ไปบ้านใหญ่ใหญ่", language="th"),
        Example("Anak-anak itu berjalan pelan pelan pelan sekali.", language="id"),
    )
    BAD = (
        Example(
            "The flood hit ⟦the north of the country the north of the country the north of the country⟧ on Monday."
        ),
        Example("The flood hit ⟦in the north of in the north of⟧ the country. He saw ⟦the the the⟧ water."),
        Example("Der Minister sagte, ⟦dass die Regierung dass die Regierung⟧ handeln werde.", language="de"),
        Example("وأعلن المتحدث ⟦باسم وزارة الداخلية باسم وزارة الداخلية⟧ عن إغلاق الطريق.", language="ar"),
        Example("报告说，⟦中国经济增长中国经济增长中国经济增长⟧放缓。", language="zh"),
        Example("大臣は⟦会議の結果をまとめ会議の結果をまとめ⟧たと述べた。", language="ja"),
        Example("ประธานาธิบดีกล่าวว่า⟦รัฐบาลจะดำเนินการรัฐบาลจะดำเนินการรัฐบาลจะดำเนินการ⟧ทันที", language="th"),
        Example("It will ⟦support the growth and support the growth and support the growth⟧ of the city."),
        Example("He called it a ⟦tototototototototototo⟧ and left."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per stretch, from its first repetition to its last."""
        for passage in subject.document.passages:
            if passage.kind is PassageKind.RESIDUE:
                continue
            look = _among_words if subject.language.spaced else _among_characters
            for span, period, times in look(subject, passage):
                yield self._finding(subject, span, period, times)

    def _finding(self, subject: Subject, span: Span, period: int, times: int) -> Finding:
        said = subject.text[span.start : span.start + period].strip()
        long = period >= (LONG if subject.language.spaced else 1)
        return self.found(
            subject,
            span,
            f"“{excerpt(said, 60)}” is said {times} times in a row.",
            confidence=_SURE if times >= OFTEN else _SLIP,
            severity=Severity.MAJOR if times > OFTEN or (times == OFTEN and long) else Severity.MINOR,
            suggestion=said,
        )


_Stretch = tuple[Span, int, int]
"""Where it stands, the code points of its first repetition, and how often it is said."""


def _among_words(subject: Subject, passage: Passage) -> Iterator[_Stretch]:
    words = spaced_words(subject)[passage.index]
    unrepeated = dangling_words(subject.language.code).unrepeated
    folded = [word.folded for word in words]
    for loop in find_loops(folded, LONGEST) if repeats(folded, 2) else ():
        told = words[loop.start : loop.start + loop.times * loop.period]
        if not any(char.isalpha() for word in told[: loop.period] for char in word.folded):
            continue
        parted = any(word.marked_after for word in told[:-1])
        new = loop.start == 0 or words[loop.start - 1].marked_after or _touches(subject.text, told[0].start)
        fewest = _PUNCTUATED if new and parted else _WORDS
        anaphora = parted and not told[-1].marked_after and _is_parted_once(told, loop.period)
        least = fewest.get(loop.period, OFTEN if anaphora or (parted and not new) else 2)
        if loop.period == 1 and fewest is _WORDS and told[0].folded in unrepeated:
            least = _FUNCTION_WORD
        if loop.times >= least:
            times, last = loop.times, told[-1]
            if loop.period > 2 and _lacks_its_joint(loop, folded, unrepeated):
                times, last = times + 1, words[loop.end - 1]
            start = told[0].start
            yield Span(start, last.end), told[loop.period - 1].end - start, times
    for word in words:
        if len(word.text) >= _EMPHASIS and len(set(word.text)) <= len(word.text) - _SAID_AGAIN:
            yield from _inside_word(word)


def _is_parted_once(told: Sequence[SpacedWord], period: int) -> bool:
    """Whether marks stand only where one repetition ends: *asked about rules; asked about rules for cars*."""
    return all((at + 1) % period == 0 for at, word in enumerate(told[:-1]) if word.marked_after)


def _lacks_its_joint(loop: Loop, folded: Sequence[str], unrepeated: frozenset[str]) -> bool:
    """Whether the last repetition lacks no more than the word that joins them: *growth and growth and growth*."""
    rest = (loop.end - loop.start) % loop.period
    return rest == loop.period - 1 and folded[loop.start + loop.period - 1] in unrepeated


def _inside_word(word: SpacedWord) -> Iterator[_Stretch]:
    """Syllables without end; laughter and drawn-out vowels apart."""
    for loop in find_loops(word.text, LONGEST_SYLLABLES, _SYLLABLES):
        said = word.text[loop.start : loop.start + loop.period]
        if loop.times < _IN_WORD.get(loop.period, 0) or loop.end - loop.start < _EMPHASIS:
            continue
        if said.isalpha() and not (loop.period <= len("haha") and _LAUGHTER.search(said)):
            yield _stretch(word.start, loop)


def _among_characters(subject: Subject, passage: Passage) -> Iterator[_Stretch]:
    text = subject.document.slice(passage.span)
    whole = _COMPACT if subject.language.script in _COMPACT_SCRIPTS else _SYLLABIC
    for loop in find_loops(text, LONGEST) if repeats(text, 4) else ():
        said = text[loop.start : loop.start + loop.period]
        if not any(char.isalpha() for char in said) or any(char.isdecimal() for char in said):
            continue
        parted = not all(is_of_word(char) for char in said)
        new = loop.start == 0 or not is_of_word(text[loop.start - 1])
        fewest = _PARTED if new and parted else whole
        if loop.times >= fewest.get(loop.period, OFTEN if parted else 2):
            yield _stretch(passage.span.start, loop)


def _stretch(offset: int, loop: Loop) -> _Stretch:
    start = offset + loop.start
    return Span(start, start + loop.times * loop.period), loop.period, loop.times


def _touches(text: str, at: int) -> bool:
    """Whether an opening mark stands before the word."""
    return at > 0 and not text[at - 1].isspace()
