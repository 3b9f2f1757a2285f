"""TRM001 name-variant."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.checks.terminology.slips import Misspelling, by_capitals, by_counterpart
from auditor.checks.terminology.transcriptions import by_transcription
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity


class NameVariant(Check):
    """One person or place is spelled in two ways.

    What it finds
        *Baghdadi* and *Bardadi*, *Ковачич* and *Ковасича*, *卡布达* and *卡布塔*: the rarer spelling, when both follow
        the same first name, when the linked passage has the name that the other spelling means, or when the other
        comes again and again. Spellings that transliteration allows (*Zubaidi*, *Zebeidi*) are neutral, unless one
        place has another consonant than all of four or more. Where capitals show no names (Arabic, Hebrew, Hindi,
        katakana), the counterpart's names are looked for by their sound.

    Why it matters
        Readers take two spellings for two people.

    What it does not find
        Inflected forms, possessives, demonyms; relatives and namesakes with first names of their own; names that the
        counterpart tells apart too; names of fewer than five letters; spellings that differ only in the first letter
        or near the end, where inflection cannot be told from a slip; without a counterpart, two spellings that come
        once each, and in scripts without capitals all but dotted names. On clean news most of what is found are slips
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
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """Every place of a rarer spelling."""
        found = {slip.word.span: slip for slip in sorted(_misspellings(subject), key=lambda slip: slip.confidence)}
        for slip in found.values():
            yield self.found(
                subject,
                slip.word.span,
                f"“{slip.word.surface}” is spelled “{slip.other.surface}” elsewhere in the article.",
                confidence=slip.confidence,
                severity=Severity.NEUTRAL if slip.lawful else None,
                evidence=(Evidence.at(subject.document, slip.other.span),),
            )


def _misspellings(subject: Subject) -> Iterator[Misspelling]:
    if subject.language.cased:
        yield from by_capitals(subject)
        return
    yield from by_transcription(subject)
    yield from by_counterpart(subject)
