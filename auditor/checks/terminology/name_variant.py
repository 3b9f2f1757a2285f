"""TRM001 name-variant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.checks.terminology.innocent import softened
from auditor.checks.terminology.slips import Misspelling, by_capitals
from auditor.checks.terminology.slips_by_ear import by_counterpart
from auditor.checks.terminology.transcriptions import by_transcription
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.name_matching import NameWord

SHORTEST, ENDING = 5, 1
"""Romanised letters of forms that are told together, and of these the last that may be another."""


class NameVariant(Check):
    """One person or place is spelled in two ways.

    What it finds
        *Baghdadi* and *Bardadi*, *Ковачич* and *Ковасича*, *卡布达* and *卡布塔*: the rarer spelling, when both follow
        the same first name, when the linked passage has the name that the other spelling means, or when the other
        comes again and again. Told once for each spelling, at its first place. Spellings that transliteration allows
        (*Zubaidi*, *Zebeidi*) are neutral, unless one place has another consonant than all of four or more; so are
        those that leave out a letter which is silent in the counterpart's name (*Депфорт*). Where capitals show no
        names (Arabic, Hebrew, Hindi, katakana), the counterpart's names are looked for by their sound.

    Why it matters
        Readers take two spellings for two people.

    What it does not find
        Inflected forms, possessives, demonyms; relatives and namesakes with first names of their own; names that the
        counterpart tells apart too; two words of one name (*African American*); a name that stands in the counterpart's
        own language as well (*Nacional*, *National*), or in brackets behind the other; names of fewer than five
        letters; spellings that differ only in the first letter or near the end, where inflection cannot be told from a
        slip; without a counterpart, two spellings that come once each, and in scripts without capitals all but dotted
        names. On clean news most of what is found are slips
        that people made: *Niuguni*, *Sainbury*, *אנגרסון*.

    References
        MQM Core, terminology/inconsistent use of terminology.
    """

    id = "TRM001"
    name = "name-variant"
    category = Category.INCONSISTENT_TERM
    severity = Severity.MINOR
    scope = Scope.DOCUMENT

    GOOD = (
        Example(
            "Coach Will Wade spoke of it. Will Wade wept.\n\nNobody had seen Will Wayde since then.",
            counterpart="Coach Will Wade talked. Will Wade cried.\n\nWill Wayde was seen by nobody since then.",
        ),
        Example("In Iraq, an Iraqi said that the Iraqis and Iraq’s neighbours agreed with Martin Hall and Ann Marin."),
        Example(
            "На суд пришёл Андрей Ковачич. Его брата, Бориса Ковачича, там не было, сказали Ковачичу.", language="ru"
        ),
        Example("说话的是让-保罗·卡布达。卡布达说，卡布尔和卡塔尔都同意。", language="zh"),
        Example(
            "In addition, 681 African American patients were seen. The nurses and American doctors said so, and other "
            "American cases were left out."
        ),
        Example(
            "O Instituto Nacional disse isto. A Fundação Nacional, como a National Science Foundation, não respondeu.",
            language="pt",
            counterpart="The Institute said so. The Foundation, like the National Science Foundation, was silent.",
        ),
        Example(
            "Tháinig sé ó Phanama. Tá Panama mór. Tá óstán i bPanama.",
            language="ga",
            counterpart="He came from Panama. Panama is large. A hotel is in Panama.",
        ),
        Example(
            "બોલીવિયામાં વરસાદ પડ્યો.\n\nબોલીવિયાનાં લોકો ખુશ છે.",
            language="gu",
            counterpart="It rained in Bolivia.\n\nThe people of Bolivia are happy.",
        ),
        Example(
            "قالت سامية الجعلي إن العدد تراجع.\n\nوقالت الجعلي ذلك.",
            language="ar",
            counterpart="Samia al-Jaali said that numbers fell.\n\nAl-Jaali said so.",
        ),
    )
    BAD = (
        Example(
            "The order to close the post came from Omar Baghdadi, who was seen in the capital. In the evening Omar "
            "Baghdadi left it. “I have heard nothing from them at all,” said Omar ⟦Bardadi⟧ by telephone."
        ),
        Example(
            "На суд пришёл с семьёй Андрей Ковачич. Потом долго ждали, и Андрея ⟦Ковасича⟧ увели. Больше Ковачич "
            "ничего не сказал.",
            language="ru",
        ),
        Example(
            "На суд пришёл Ковачич. Потом ждали, и Ковачича увели. Все смотрели на Ковачича. Неприятности ⟦Ковасича⟧ "
            "начались весной. Больше о Ковачиче не говорили.",
            language="ru",
        ),
        Example("说话的是让-保罗·卡布达。卡布达说，没有问题。随后让-保罗·⟦卡布塔⟧离开了会场。", language="zh"),
        Example("部长亚历山德罗娃·科瓦奇娃来了。⟦科瓦奇纳⟧后来说，她同意。科瓦奇娃走了。", language="zh"),
        Example(
            "قال كوربين إن الأمر انتهى.\n\nثم غادر ⟦كومبين⟧ القاعة.",
            language="ar",
            counterpart="Corbyn said that it was over.\n\nThen Corbyn left the hall.",
        ),
        Example(
            "سالگادو گفت.\n\nسالگادو رفت.\n\nاما ⟦سلگادو⟧ برگشت.",
            language="fa",
            counterpart="It was Carlos Salgado.\n\nThen Salgado left.\n\nBut Salgado came back.",
        ),
        Example(
            "यह रामसेवक लोधी ने कहा।\n\nफिर ⟦लोदी⟧ चले गए।",
            language="hi",
            counterpart="So said Ramsevak Lodhi.\n\nThen Lodhi left.",
        ),
        Example(
            "オカフォー部長が来た。\n\n⟦オカフォル⟧部長は帰った。",
            language="ja",
            counterpart="Sergeant Okafor came.\n\nThen Okafor left.",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """The first place of every rarer spelling; its other places are evidence."""
        found = {slip.word.span: slip for slip in sorted(_misspellings(subject), key=lambda slip: slip.confidence)}
        for slips in _by_spelling(found.values()):
            first, *again = slips
            yield self.found(
                subject,
                first.word.span,
                f"“{first.word.surface}”{_often(slips)} is spelled “{first.other.surface}” elsewhere in the article.",
                confidence=max(slip.confidence for slip in slips),
                severity=Severity.NEUTRAL if all(slip.lawful for slip in slips) else None,
                evidence=tuple(Evidence.at(subject.document, word.span) for word in _places(first, again)),
            )


def _by_spelling(found: Iterable[Misspelling]) -> Iterator[tuple[Misspelling, ...]]:
    """Places in order, those of one spelling and its inflected forms together: one slip is made once."""
    groups: list[list[Misspelling]] = []
    for slip in sorted(found, key=lambda slip: slip.word.span):
        home = next((group for group in groups if _same(group[0].word, slip.word)), None)
        if home is None:
            groups.append([slip])
        else:
            home.append(slip)
    return map(tuple, groups)


def _same(one: NameWord, other: NameWord) -> bool:
    """Whether two words are of one spelling, their last letters apart."""
    if one.surface == other.surface:
        return True
    shorter = min(len(one.key), len(other.key))
    return shorter >= SHORTEST and one.key[: shorter - ENDING] == other.key[: shorter - ENDING]


def _often(slips: Sequence[Misspelling]) -> str:
    return f" ({len(slips)} places)" if len(slips) > 1 else ""


def _places(first: Misspelling, again: Iterable[Misspelling]) -> Iterator[NameWord]:
    yield first.other
    yield from (slip.word for slip in again)


def _misspellings(subject: Subject) -> Iterator[Misspelling]:
    if subject.language.cased:
        yield from by_capitals(subject)
        return
    yield from by_transcription(subject)
    for found in by_counterpart(subject):
        if not softened([found.word.surface], [found.other.surface], subject.language.code):
            yield found
