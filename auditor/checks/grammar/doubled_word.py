"""`doubled-word`: the same word twice in a row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.grammar.dangling_words import dangling_words
from auditor.checks.grammar.english_words import english_words
from auditor.checks.grammar.spaced_words import SpacedWord, spaced_words
from auditor.checks.subject import Subject
from auditor.core.document import PassageKind, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.rendering import rendering
from auditor.facts.romanise import skeleton
from auditor.languages.language import Language

# fmt: off
CONTENT_LANGUAGES = frozenset({
    "en", "de", "nl", "sv", "da", "no", "nb", "nn", "is", "fr", "es", "pt", "gl", "ca", "it", "ro",
    "pl", "cs", "sk", "sl", "hr", "bs", "sr", "ru", "uk", "be", "bg", "mk", "lt", "lv", "fi", "sq", "mt",
})
# fmt: on
"""Languages in which a repeated noun, verb or adjective is a slip: reduplication is no means of grammar there."""
SPARING_LANGUAGES = frozenset({"ar", "fa", "he", "tr", "az", "kk", "hi", "el", "et", "hu", "hy", "ka", "ko"})
"""Languages that double adverbs, numerals and measures and little else; their lists (`Language.doubled_words`) hold
those, and participles are known by their ends. In all others (Malay, Swahili, Vietnamese, Urdu …) only function words
that cannot repeat are reported."""

FUNCTION_CONFIDENCE = 0.95
CONTENT_CONFIDENCE = 0.85
SPARING_CONFIDENCE = 0.75
_LAWFUL_ENDS = {
    "ar": ("ا", "ًا", "اً"),
    "hi": ("ते", "ता", "ती", "ाए", "े"),
    "tr": ("a", "e"),
    "az": ("a", "ə"),
    "kk": ("а", "е", "й", "п"),
}
"""Adverbial accusatives, participles and converbs, which are doubled on purpose: يوما يوما, चलते चलते, koşa koşa."""
_PRONOUN_ENDS = {"ar": ("ها", "نا", "وا", "هما", "كما")}
"""Ends that look like those and are pronouns: التزامها."""
_DOUBLED_NAME = re.compile(r"\b([A-Z][a-z]+)[ -]\1\b")
"""*Walla Walla*: a name that an English counterpart doubles may be doubled."""
KEPT = 2
"""Consonants of such a name that its rendering keeps; of a shorter name, all it has."""


class DoubledWord(Check):
    """A word stands twice in a row.

    **What it finds.** The same word two times with nothing but white space between: *the the*, *in in Doha*,
    *de de descuento*. In scripts without spaces, function words of two or more characters.

    **Why it matters.** Engines and hurried post-editing leave doubled words where two attempts were joined; readers
    see them at once.

    **What it does not find.** Words that a language may lawfully double (*had had*, *that that*, German *die die*),
    reduplication, names (*Duran Duran*) and what else comes doubled twice in an article, numbers, words three times in
    a row (emphasis), words parted by punctuation, and content words in languages that reduplicate freely (Malay,
    Swahili, Vietnamese).

    **References.** MQM Core, linguistic conventions / duplication.
    """

    id = "LNG056"
    name = "doubled-word"
    category = Category.DUPLICATION
    severity = Severity.MINOR
    scope = Scope.PASSAGE
    GOOD = (
        Example("The inspection had had no unusual result. He said that that was football."),
        Example("“No, no, no,” he said. Pop group Duran Duran played for 20 20-minute slots."),
        Example("They came in, in the end, by boat."),
        Example("Die Ärzte, die die Station leiten, warten.", language="de"),
        Example("انتظر الركاب في الصفوف اثنين اثنين.", language="ar"),
        Example("Yolcular yavaş yavaş dağıldı, çocuklar güle güle gitti.", language="tr"),
        Example("बच्चे चलते चलते थक गए और घर घर में दीये जले।", language="hi"),
        Example("他等等，说目的的确很清楚。", language="zh"),
        Example("Anak-anak itu berjalan pelan pelan.", language="id"),
    )
    BAD = (
        Example("More than 1,700 cases have been registered since ⟦the the⟧ beginning of the year."),
        Example("The final will be played at 9 p.m. ⟦in in⟧ Doha. ⟦The the⟧ crowd left."),
        Example(
            "The council discussed the ⟦plan plan⟧ on Monday.",
            counterpart="The council of Baden-Baden discussed the plan on Monday.",
        ),
        Example("El gol llegó en el tiempo ⟦de de⟧ descuento.", language="es"),
        Example("وأصيب العشرات بالكوليرا ⟦في في⟧ المدينة.", language="ar"),
        Example("وأعادت الحكومة تأكيد ⟦التزامها التزامها⟧ بالمشروع.", language="ar"),
        Example("Polis ⟦olayın olayın⟧ rastgele bir eylem olduğunu açıkladı.", language="tr"),
        Example("פורד ⟦העיד העיד⟧ גם בשימוע.", language="he"),
        Example("报告说，⟦因为因为⟧下雨，比赛推迟。", language="zh"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per doubled word; the span holds both words, the suggestion one."""
        for passage in subject.document.passages:
            if passage.kind is PassageKind.RESIDUE:
                continue
            if subject.language.spaced:
                yield from self._spaced(subject, spaced_words(subject)[passage.index])
            else:
                yield from self._unspaced(subject, passage.span)

    def _spaced(self, subject: Subject, words: Sequence[SpacedWord]) -> Iterator[Finding]:
        for at, (first, second) in enumerate(pairwise(words)):
            if not _is_doubled(first, second) or _is_run(words, at):
                continue
            if first.text[0].isupper() and second.text[0].islower() and not _opens(words, at):
                continue
            if first.text.casefold() in dangling_words(subject.language.code).slips and _is_particle(words, at):
                continue
            confidence = _confidence(first.text, second.text, subject)
            if confidence and not _is_own(subject, first.text):
                yield self._finding(subject, Span(first.start, second.end), first.text, confidence)

    def _unspaced(self, subject: Subject, within: Span) -> Iterator[Finding]:
        for word in sorted(dangling_words(subject.language.code).sequences):
            for at in _doubled_at(subject.text, word, within):
                yield self._finding(subject, Span(at, at + 2 * len(word)), word, FUNCTION_CONFIDENCE)

    def _finding(self, subject: Subject, span: Span, word: str, confidence: float) -> Finding:
        message = f"“{word}” stands twice in a row."
        return self.found(subject, span, message, confidence=confidence, suggestion=word)


def _is_doubled(first: SpacedWord, second: SpacedWord) -> bool:
    if first.folded != second.folded or first.marked_after or second.marked_before:
        return False
    return first.text[:1].isalpha()


def _is_run(words: Sequence[SpacedWord], at: int) -> bool:
    """Whether the word stands three times or more: emphasis, a chant, a song."""
    neighbours = (*words[max(0, at - 1) : at], *words[at + 2 : at + 3])
    return any(word.folded == words[at].folded for word in neighbours)


def _opens(words: Sequence[SpacedWord], at: int) -> bool:
    """Whether the word starts a passage or follows punctuation; any other capital is a name (Tiffany Ng ng)."""
    return at == 0 or words[at].marked_before or words[at - 1].marked_after


def _is_particle(words: Sequence[SpacedWord], at: int) -> bool:
    """Whether the first of two *in* may belong to the English verb before it: *taken in in the church*."""
    before = words[at - 1].text.lower() if at else ""
    known = english_words()
    return before.endswith(("ed", "en", "ing")) or before in known.past | known.past_or_participle | known.present


def _is_own(subject: Subject, word: str) -> bool:
    """Whether the doubling is a name's own: a slip does not come twice in an article, nor stand in the counterpart."""
    if word.casefold() in dangling_words(subject.language.code).unrepeated:
        return False
    twice = re.compile(rf"(?<!\w){re.escape(word)}\s{re.escape(word)}(?!\w)", re.IGNORECASE)
    if len(list(islice(twice.finditer(subject.text), 2))) > 1:
        return True
    return (word[0].isupper() or not subject.language.cased) and _is_doubled_there(subject, word)


def _is_doubled_there(subject: Subject, word: str) -> bool:
    """Whether an English counterpart doubles a name that the word renders."""
    if subject.counterpart is None or subject.counterpart_language is None or subject.counterpart_language.code != "en":
        return False
    names = {match.group(1).lower() for match in _DOUBLED_NAME.finditer(subject.counterpart.text)}
    return any(_is_rendered(name, word) for name in names)


def _is_rendered(name: str, word: str) -> bool:
    found = rendering(name, word)
    return found is not None and found.lawful and found.kept >= min(KEPT, len(skeleton(name)))


def _confidence(first: str, second: str, subject: Subject) -> float:
    """0 when the doubling may be lawful."""
    language, folded = subject.language, first.casefold()
    known = dangling_words(language.code)
    if folded in language.doubled_words and folded not in known.slips:
        return 0.0
    if second[0].isupper() and not (len(second) > 1 and second.isupper() and first.isupper()):
        return 0.0
    if folded in known.unrepeated:
        return FUNCTION_CONFIDENCE
    if language.code in CONTENT_LANGUAGES and len(folded) > 1 and folded.isalpha() and second.islower():
        return CONTENT_CONFIDENCE
    if language.code in SPARING_LANGUAGES and _is_plain(second, language):
        return SPARING_CONFIDENCE
    return 0.0


def _is_plain(word: str, language: Language) -> bool:
    """Whether the word consists of the language's own letters, is no name by its capital and no doubled participle."""
    letters = all(char.isalpha() or unicodedata.category(char) in ("Mn", "Mc", "Cf") for char in word)
    own = word.islower() if language.cased else not word.isascii()
    short = len(word) < (3 if language.spaced and language.code != "ko" else 2)
    suffixed = word.endswith(_PRONOUN_ENDS.get(language.code, "\0"))
    return letters and own and not short and (suffixed or not word.endswith(_LAWFUL_ENDS.get(language.code, "\0")))


def _doubled_at(text: str, word: str, within: Span) -> Iterator[int]:
    """Where `word` stands exactly twice."""
    double = word + word
    at = text.find(double, within.start, within.end)
    while at >= 0:
        end = at + len(double)
        if not text.startswith(word, end):
            yield at
        while text.startswith(word, end):
            end += len(word)
        at = text.find(double, end, within.end)
