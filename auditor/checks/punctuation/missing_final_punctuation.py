"""LNG037 missing-final-punctuation."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, CheckOptions, Scope
from auditor.checks.example import Example
from auditor.checks.grammar.broken_passages import is_prose_sentence
from auditor.checks.grammar.endings import Ending, ending_of
from auditor.checks.subject import Subject
from auditor.core.document import Document, Passage, PassageKind, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity
from auditor.languages.language import Language

WORD_REACH = 24
"""Code points of the last word that are shown."""
_STOPS = {"Hans": "。", "Hant": "。", "Jpan": "。", "Deva": "।", "Beng": "।", "Ethi": "።", "Khmr": "។", "Mymr": "။"}


class FinalOptions(CheckOptions):
    """How sure the article must be of its own habit."""

    min_paragraphs: int = 5
    """Fewer paragraphs do not show a habit."""
    closed_share: float = 0.9
    """Share of the other paragraphs that end with a mark; some newspapers never set one after a quotation or list."""
    min_words: int = 7
    """Shorter paragraphs are subheads, bylines, captions."""


class MissingFinalPunctuation(Check):
    """A paragraph ends without a full stop or any other mark, in an article that ends all others with one.

    What it finds
        A paragraph of running text whose last character is a letter or digit.

    Why it matters
        The stop was lost, or the end of the sentence with it.

    What it does not find
        Headlines, captions, list items, datelines and lines that look like them (short, in title case, with an
        address in them), verse and tables (several open lines in a row), a paragraph that the next one carries on
        (hard-wrapped-paragraph), one that the counterpart leaves open too (a subheading, a line that was cut), one
        that stops on a word that leads on (truncated-sentence), languages that end paragraphs without a mark (Thai,
        Lao, Tibetan).

    References
        MQM Core, linguistic-conventions/punctuation. NTREX, 67 languages: 103 findings in 29,681 human sentences,
        nearly all of them slips (a third of one English line that lacks its stop too); therefore neutral.
    """

    id = "LNG037"
    name = "missing-final-punctuation"
    category = Category.PUNCTUATION
    severity = Severity.NEUTRAL
    scope = Scope.DOCUMENT
    abstains = frozenset({"th", "lo", "bo", "dz", "my", "km"})
    """Languages in which a paragraph may end without a mark."""
    Options = FinalOptions
    options: FinalOptions

    GOOD = (
        Example(
            "He came.\n\nShe left.\n\nThey stayed.\n\nThe Long Road To Peace In The North\n\nIt rained.\n\nBy Jo Doe"
        ),
        Example(
            "He came.\n\nRoses are red and the sky is blue\n\nThe road is long\n\nAnd so are you\n\nHe left.\n\nEnd."
        ),
        Example(
            "Он приехал.\n\nОна ушла.\n\nВсе спали.\n\nОн сказал следующее о дороге и о мосте:\n\nДождь.\n\nКонец.",
            language="ru",
        ),
        Example(
            "会议结束。\n\n他走了。\n\n她来了。\n\n他说：“我们明天再来讨论这个问题吧”\n\n下雨。\n\n完。", language="zh"
        ),
        Example(
            "Er kam.\n\nSie ging.\n\nPatrick Doyle erzielte beide Tore für die Gäste aus dem Norden\n\nEs regnete."
            "\n\nAlle blieben.\n\nEnde.",
            language="de",
            counterpart="He came.\n\nShe left.\n\nPatrick Doyle scored both goals for the guests from the north\n\n"
            "It rained.\n\nEverybody stayed.\n\nEnd.",
        ),
        Example("เขามาแล้ว\n\nเธอไปแล้ว\n\nพวกเขาพูดว่าถนนจะเปิดในวันจันทร์หน้า\n\nจบ", language="th"),
    )
    BAD = (
        Example(
            "He came late.\n\nThe minister said that the road to the north would open ⟦again⟧\n\nShe left.\n\nThey sat."
            "\n\nIt rained.\n\nThey slept."
        ),
        Example(
            "Он приехал.\n\nМинистр сказал, что дорога на север откроется ещё до конца ⟦года⟧\n\nВсе спали.\n\nДождь."
            "\n\nОна ушла.\n\nКонец.",
            language="ru",
        ),
        Example(
            "جاء متأخرا.\n\nوقال الوزير إن الطريق إلى الشمال ستفتح قبل نهاية ⟦العام⟧\n\nغادرت.\n\nبقوا."
            "\n\nأمطرت.\n\nناموا.",
            language="ar",
        ),
        Example(
            "会议结束。\n\n部长说通往北方的道路将在年底之前重新⟦开放⟧\n\n她来了。\n\n大家睡了。\n\n下雨。\n\n完。",
            language="zh",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per open paragraph, at its last word."""
        document, language = subject.document, subject.language
        prose = [passage for passage in document.passages if passage.kind is PassageKind.PARAGRAPH]
        endings = {passage.index: ending_of(document.passage_text(passage.index), language) for passage in prose}
        is_open = [passage for passage in prose if endings[passage.index] is not Ending.CLOSED]
        if len(prose) < self.options.min_paragraphs or not is_open:
            return
        if len(prose) - len(is_open) < self.options.closed_share * (len(prose) - 1):
            return
        for passage in is_open:
            if endings[passage.index] is not Ending.OPEN or _is_told_open(subject, passage):
                continue
            if self._is_whole(document, passage, language):
                yield self._finding(subject, passage)

    def _is_whole(self, document: Document, passage: Passage, language: Language) -> bool:
        """Whether the passage is running text that nothing carries on."""
        if not is_prose_sentence(document, passage, language, self.options.min_words):
            return False
        if passage.index + 1 == len(document.passages):
            return True
        following = document.passages[passage.index + 1]
        first = document.text[following.span.start]
        return not (first.islower() and following.kind is PassageKind.PARAGRAPH)

    def _finding(self, subject: Subject, passage: Passage) -> Finding:
        end = passage.span.end
        start = max(passage.span.start, end - (WORD_REACH if subject.language.spaced else 2))
        word = subject.text[start:end].split()[-1]
        stop = _STOPS.get(subject.language.script, ".")
        return self.found(
            subject,
            Span(end - len(word), end),
            "The paragraph has no final punctuation, unlike the others.",
            confidence=0.8,
            suggestion=f"{word}{stop}",
        )


def _is_told_open(subject: Subject, passage: Passage) -> bool:
    """Whether the counterpart ends this passage without a mark too: a subheading, or a line that was cut."""
    counterpart = subject.counterpart
    if counterpart is None:
        return False
    return any(counterpart.text[span.end - 1].isalnum() for span in subject.linked_spans(passage.index))
