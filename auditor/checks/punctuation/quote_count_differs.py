"""LNG018 quote-count-differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.quote_marks import Family
from auditor.checks.punctuation.quotes import Quotation, QuoteScan, counterpart_quotes, own_quotes
from auditor.checks.punctuation.spacing import weight
from auditor.checks.subject import Subject
from auditor.core.alignment import Alignment, Regime
from auditor.core.document import Document
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

SPEECH = 45
"""Code points of a quotation that is somebody's words and no title or term; a Chinese character counts for three."""
MINORITY = 0.2
"""Quotations lost for each one kept, if more than one; a translation that loses more tells them indirectly."""
FEWEST_KEPT = 1
"""Quotations on both sides before one that only the translation has means something."""
CONFIDENCE = 0.65
SURE_LINK = 0.7
"""Confidence of a link."""
_ANY_MARK = frozenset("\"'“”„‟‘’‚‛«»‹›「」『』《》〈〉〝〞＂″״`")
_DASHES = ("–", "—", "-", "―")


_KEPT = (
    "“We will stay here whatever happens in this town,” he said.\n\n"
    "“I will never return to this town as long as I live,” she said.\n\n"
)
"""For the examples: two quotations that are kept."""


class QuoteCountDiffers(Check):
    """Somebody's words stand between quotation marks in one article and without any in the other.

    What it finds
        A quotation of sentence length whose linked passage holds no quotation mark of any kind, where nearly all
        other quotations of the article are kept. Gained in the translation, it is minor; lost, it is neutral, since
        translators also tell indirectly what was said.

    Why it matters
        The reporter's words have become the speaker's, or the speaker's the reporter's.

    What it does not find
        A passage that is nothing but a quotation: the counterpart may have closed its own before, and goes on without
        marks (*“It is old,” he said.* *Beer cans and bottles.*). Quotations cut or joined, terms and titles, a line
        of dialogue behind a dash, speech that runs over paragraphs, comparable articles, where the other outlet may
        well tell in its own words what was said.

    References
        MQM Core, linguistic-conventions/punctuation. NTREX beside its English, 70 languages with a record: 29
        findings in 31,010 sentences, 27 of them speech told indirectly, two gained.
    """

    id = "LNG018"
    name = "quote-count-differs"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    scope = Scope.PAIR
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})

    GOOD = (
        Example(
            _KEPT + "The farmer said that he would never again in his life leave the village of his fathers.",
            counterpart=_KEPT + "The farmer said “never again.”",
        ),
        Example(
            _KEPT + "The film “The Long and Winding Road to the North of the Country” opens today.",
            counterpart=_KEPT + "The film ‘The Long and Winding Road’ opens today.",
        ),
        Example(
            "«Мы останемся здесь, что бы ни случилось», — сказал он.\n\n— Я уеду из этого города, — сказала она тихо.",
            language="ru",
            counterpart="“We will stay here whatever happens,” he said.\n\n“I will leave and never return,” she said.",
        ),
        Example(
            "他说他们无论如何都会留在这里。\n\n她说她要离开这座城市，永远不回来。",
            language="zh",
            counterpart="“We will stay here whatever happens,” he said.\n\n“I will leave and never return,” she said.",
        ),
        Example(
            "„Wir bleiben hier, was auch immer in dieser Stadt geschieht“, sagte er.\n\n"
            "„Die Brücken, die Straßen und die Häuser unserer Väter stehen alle noch.“",
            language="de",
            counterpart="“We will stay here whatever happens in this town,” he said.\n\n"
            "The bridges, the roads and the houses of our fathers are all still standing.",
        ),
    )
    BAD = (
        Example(
            _KEPT + "The farmer ⟦“will never again in his life leave the village of his fathers”⟧ and his goats.",
            counterpart=_KEPT + "The farmer will never again in his life leave the village of his fathers.",
        ),
        Example(
            "قال: «سنبقى هنا مهما حدث في هذه المدينة الصغيرة وفي قراها».\n\n"
            "وقالت: «لن أعود إلى هذه المدينة الصغيرة أبدا ما حييت».\n\n"
            "⟦وقال المزارع إنه لن يترك قرية آبائه أبدا.⟧",
            language="ar",
            counterpart=_KEPT + "“I will never again leave the village of my fathers,” said the farmer.",
        ),
        Example(
            "他说：“无论这座城市发生什么事，我们都会留在这里。”\n\n她说：“只要我还活着，就永远不会回到这座城市。”\n\n"
            "⟦农夫说他永远不会再离开祖先的村庄。⟧",
            language="zh",
            counterpart=_KEPT + "“I will never again leave the village of my fathers,” said the farmer.",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per passage that lost or gained all its quotations."""
        if subject.alignment is None or subject.counterpart is None or subject.counterpart_language is None:
            return
        if subject.alignment.regime is Regime.COMPARABLE:
            return
        ours = _Speech(subject.document, own_quotes(subject))
        theirs = _Speech(subject.counterpart, counterpart_quotes(subject))
        pairs = list(_one_to_one(subject.alignment))
        lost = [(mine, its) for mine, its in pairs if its in theirs.spoken and not ours.is_marked(mine)]
        gained = [(mine, its) for mine, its in pairs if mine in ours.spoken and not theirs.is_marked(its)]
        kept = sum(mine in ours.spoken and its in theirs.spoken for mine, its in pairs)
        if len(lost) <= max(1, MINORITY * kept):
            for mine, its in lost:
                yield self._lost(subject, mine, theirs.spoken[its])
        if len(gained) <= max(1, MINORITY * kept) and kept >= FEWEST_KEPT:
            for mine, its in gained:
                if not ours.is_all(mine):
                    yield self._gained(subject, ours.spoken[mine], its)

    def _lost(self, subject: Subject, passage: int, spoken: Quotation) -> Finding:
        assert subject.counterpart is not None
        return self.found(
            subject,
            subject.document.passages[passage].span,
            "The counterpart quotes somebody's words here; the translation has no quotation marks.",
            confidence=CONFIDENCE,
            severity=Severity.NEUTRAL,
            evidence=(Evidence.at(subject.counterpart, spoken.span),),
        )

    def _gained(self, subject: Subject, spoken: Quotation, other: int) -> Finding:
        assert subject.counterpart is not None
        return self.found(
            subject,
            spoken.span,
            "These words are quoted here; the counterpart tells them without quotation marks.",
            confidence=CONFIDENCE,
            evidence=(Evidence.at(subject.counterpart, subject.counterpart.passages[other].span),),
        )


class _Speech:
    """Which passages of an article quote somebody, and which hold any mark that might."""

    def __init__(self, document: Document, scan: QuoteScan) -> None:
        self._document = document
        self.spoken: dict[int, Quotation] = {}
        """The first long quotation of each passage that holds it whole."""
        self._marked = {mark.passage for mark in scan.marks}
        for quotation in scan.quotations:
            first, last = quotation.opening.passage, quotation.closing.passage
            self._marked.update(range(first - 1, last + 2) if last > first else (first,))
            long = weight(document.slice(quotation.span)) >= SPEECH
            if first == last and long and quotation.opening.family is not Family.TITLE:
                self.spoken.setdefault(first, quotation)

    def is_marked(self, passage: int) -> bool:
        """Whether the passage may hold quoted words, in whatever form."""
        if passage in self._marked:
            return True
        text = self._document.passage_text(passage)
        return not _ANY_MARK.isdisjoint(text) or text.startswith(_DASHES)

    def is_all(self, passage: int) -> bool:
        """Whether the passage's quotation is all of it, with no word of the reporter's."""
        span, whole = self.spoken[passage].span, self._document.passages[passage].span
        text = self._document.text
        return not any(map(str.isalnum, text[whole.start : span.start] + text[span.end : whole.end]))


def _one_to_one(alignment: Alignment) -> Iterator[tuple[int, int]]:
    """Passages that are surely linked to each other and to nothing else."""
    times = Counter(("ours", link.translation) for link in alignment.links)
    times.update(("theirs", link.counterpart) for link in alignment.links)
    for link in alignment.links:
        alone = times["ours", link.translation] == times["theirs", link.counterpart] == 1
        if alone and link.confidence >= SURE_LINK:
            yield link.translation, link.counterpart
