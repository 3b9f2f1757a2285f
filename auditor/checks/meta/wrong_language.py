"""MET001 wrong-language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.meta.copied_text import LEAST_RUNNING_WORDS, copies, has_running_words
from auditor.checks.meta.scripts import letters_by_script, scripts_of_article, weight_of
from auditor.checks.subject import Subject
from auditor.core.document import Passage
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.fact import FactKind
from auditor.languages import detect_language, get_language
from auditor.languages.kinship import are_kin

LEAST_LETTERS = 60
"""Letters outside quotations below which nothing is claimed; a CJK character or Hangul syllable counts four."""
FOREIGN_SHARE = 0.8
"""Share of the letters in a script the article does not use."""
CERTAIN = 0.95
"""Least probability of the other language. On the 100,000 NTREX passages long enough, no wrong one came so high in the
languages listed in `DETECTED`, kin aside."""
DETECTED = frozenset(
    (
        *(
            "af",
            "ar",
            "az",
            "be",
            "bg",
            "bn",
            "bs",
            "ca",
            "cs",
            "cy",
            "da",
            "de",
            "el",
            "en",
            "es",
            "et",
            "eu",
            "fa",
            "fi",
        ),
        *("fil", "fo", "fr", "ga", "gl", "gu", "ha", "he", "hi", "hr", "hu", "hy", "id", "ig", "is", "it", "ja", "ka"),
        *("kk", "km", "kn", "ko", "ku", "kmr", "ky", "lb", "lo", "lt", "lv", "mg", "mk", "ml", "mn", "mr", "ms", "mt"),
        *("my", "nb", "ne", "nl", "nn", "no", "pa", "pl", "ps", "pt", "ro", "ru", "rw", "si", "sk", "sl", "so", "sq"),
        *("sr", "sv", "sw", "ta", "te", "tg", "th", "tk", "tl", "tr", "tt", "ug", "uk", "ur", "uz", "vi", "xh", "yo"),
        *("zh", "zu"),
    )
)
"""Languages the identifier knows; an article in any other one is only judged by its script."""

_OPENING = "The governor visited the site on Sunday by helicopter and said that the work would begin within days."
PARTICLES = 2
"""Hiragana letters that make a headline Japanese, however many signs it shares with Chinese."""


class WrongLanguage(Check):
    """A passage is in another language than the article.

    What it finds
        A passage of running text in a script that the article does not use, or in a language that the identifier is
        sure of and that is neither the article's nor one easily taken for it.

    Why it matters
        The translation engine skipped the passage, or a piece of another page was pasted in.

    What it does not find
        Passages of fewer than about sixty letters, names and titles, quotations in another language, close languages
        (Norwegian and Danish, Serbian and Croatian, Malay and Indonesian, Czech and Slovak …). A passage that repeats
        the counterpart word for word is reported as untranslated-passage instead.

    References
        MQM Core, accuracy/untranslated. Identifier: py3langid.
    """

    id = "MET001"
    name = "wrong-language"
    category = Category.UNTRANSLATED
    severity = Severity.MAJOR
    scope = Scope.PASSAGE

    GOOD = (
        Example(_OPENING + "\n\nRue du Faubourg Saint-Honoré, Charles de Gaulle, François Mitterrand, Jacques Chirac."),
        Example(_OPENING + "\n\n“Liberté, égalité, fraternité, voilà ce que nous avons toujours voulu pour ce pays.”"),
        Example(_OPENING + "\n\nقال الوزير: نعم."),
        Example("部长周日乘直升机视察了现场，并表示工程将在几天内开始。\n\nMicrosoft Windows 11", language="zh"),
        Example("国境の停戦、2日目も維持 捕虜126人を交換\n\n政府は停戦を続けると述べた。", language="ja"),
        Example(
            "Ministeren besøgte stedet på søndag og sagde, at arbejdet ville begynde om nogle dage.", language="nb"
        ),
    )
    BAD = (
        Example(_OPENING + "\n\n⟦Le gouverneur de la province a décrété deux jours de deuil et promis une enquête.⟧"),
        Example(_OPENING + "\n\n⟦وتشير منظمات الإغاثة إلى أن آلاف الأسر النازحة تعيش في مخيمات مكتظة بلا ماء.⟧"),
        Example(_OPENING + "\n\n⟦Ticaret Bakanlığı, kapının 24 saat açık kalacağını ve kuyruğun eriyeceğini duyurdu.⟧"),
        Example(
            "部长周日乘直升机视察了现场，并表示工程将在几天内开始，村民们表示欢迎。\n\n⟦" + _OPENING + "⟧",
            language="zh",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per passage; a single one when the whole article is in another language."""
        copied = {copy.span for copy in copies(subject)}
        scripts = scripts_of_article(subject)
        judged = [
            (passage, language)
            for passage in subject.document.passages
            if passage.span not in copied and (running := _running_text(subject, passage))
            for language in [_language_of(*running, subject, scripts)]
        ]
        wrong = [(passage, language) for passage, language in judged if language is not None]
        whole = len(wrong) > 1 and len(wrong) == len(judged)
        for passage, language in wrong[:1] if whole else wrong:
            yield self.found(
                subject,
                passage.span,
                _message(subject, language or "", whole=whole),
                confidence=0.93,
            )


def _running_text(subject: Subject, passage: Passage) -> tuple[str, Counter[str]] | None:
    """The passage without its quotations, and its letters; None when too short or without enough ordinary words."""
    pieces, at = [], passage.span.start
    for fact in subject.facts.of(FactKind.QUOTATION, within=passage.span):
        pieces.append(subject.text[at : max(at, fact.span.start)])
        at = max(at, fact.span.end)
    pieces.append(subject.text[at : max(at, passage.span.end)])
    text = " ".join(pieces)
    letters = letters_by_script(text)
    return (text, letters) if weight_of(letters) >= LEAST_LETTERS and has_running_words(text) else None


def _language_of(text: str, letters: Counter[str], subject: Subject, scripts: frozenset[str]) -> str | None:
    """The code of the other language (`und` when only its script is strange), or None when nothing is wrong."""
    foreign = sum(times for script, times in letters.items() if script not in scripts)
    strange = foreign >= FOREIGN_SHARE * letters.total()
    if not strange and (subject.language.code not in DETECTED or _is_japanese(letters, subject)):
        return None
    detected = detect_language(text)
    sure = detected.confidence >= CERTAIN and not are_kin(detected.language, subject.language.code)
    if strange and _foreign_words(text, scripts) >= LEAST_RUNNING_WORDS:
        return detected.language if sure else "und"
    return detected.language if sure and not strange and _own_chance(text, subject) <= 1 - CERTAIN else None


def _is_japanese(letters: Counter[str], subject: Subject) -> bool:
    return subject.language.code == "ja" and letters["HIRAGANA"] >= PARTICLES


def _foreign_words(text: str, scripts: frozenset[str]) -> int:
    """Words in a foreign script that are no names: written small, where the script knows small letters at all."""
    words = [word for word in text.split() if letters_by_script(word).keys().isdisjoint(scripts)]
    cased = any(char.islower() for word in words for char in word)
    return sum(word.islower() for word in words) if cased else sum(map(len, words))


def _own_chance(text: str, subject: Subject) -> float:
    """The probability of the article's own language: letters alone may point elsewhere, as from Kyrgyz to Russian."""
    return detect_language(text, frozenset({subject.language.code})).confidence


def _message(subject: Subject, code: str, *, whole: bool) -> str:
    """In the editor's words, with the languages' names where they are known."""
    other = get_language(code)
    name = other.name if other.complete else "another language"
    own = subject.language.name if subject.language.complete else "the article's language"
    return (
        f"The whole article seems to be in {name}, not in {own}." if whole else f"This passage is in {name}, not {own}."
    )
