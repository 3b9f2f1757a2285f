"""TRM002 name-variant-across-articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import Field

from auditor.checks.check import CheckOptions
from auditor.checks.corpus_check import CorpusCheck
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.checks.terminology.gathered_names import name_clusters
from auditor.checks.terminology.name_clusters import HOUSE, NameCluster, Respelling, respellings
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity


@dataclass(frozen=True, slots=True)
class ArticleNames:
    """The names of one article."""

    language: str
    clusters: tuple[NameCluster, ...]


class NameVariantAcrossArticles(CorpusCheck[ArticleNames]):
    """One name is spelled in two ways by the articles of a run.

    What it finds
        *Kovacic* in two articles and *Kovadic* in a third, beside the same first name, or where the counterparts of
        both articles have the one name: the spelling that fewer articles have, once in each of them. The spelling that
        the house list (`names`) prefers is never the rarer one. Spellings that transliteration allows (*Zubaidi*,
        *Zubeidi*) are neutral, and told only where the counterparts agree.

    Why it matters
        A newsroom spells a name in one way; archives and search engines take two spellings for two people.

    What it does not find
        A name that each of two articles has once, with neither counterparts nor the same first name; spellings that one
        article mixes, which is `name-variant`; names that the counterparts tell apart; namesakes with first names of
        their own; inflected forms; languages without capitals when there are no counterparts, Chinese excepted where a
        name has its dot. Of a consonant changed in the second half of an article, as if that were an article of its
        own, it finds half beside the original. On clean news of 24 languages beside their English what it found were
        two translators' spellings: *Серджіо* and *Серхіо*, *布拉西* and *布莱西*.

    References
        MQM Core, terminology/inconsistent use of terminology.
    """

    class Options(CheckOptions):
        """The newsroom's own forms."""

        names: tuple[str, ...] = Field(default=(), description="preferred spellings: `Boris Kovacic`")

    id = "TRM002"
    name = "name-variant-across-articles"
    category = Category.INCONSISTENT_TERM
    severity = Severity.MINOR

    GOOD = (
        Example(
            "The order came from Omar Baghdadi in the capital.",
            others=("The post was closed by Samir Bardadi.", "He had called Samir Bardadi in vain."),
        ),
        Example(
            "На суд пришёл Андрей Ковачич с семьёй.",
            language="ru",
            others=("Потом видели Андрея Ковачича и его брата.", "Письмо отдали Андрею Ковачичу утром."),
        ),
        Example("发言的是让-保罗·卡布达。", language="zh", others=("随后皮埃尔·卡布塔离开了会场。",)),
    )
    BAD = (
        Example(
            "The order came from Omar ⟦Bardadi⟧ in the capital.",
            others=("The post was closed by Omar Baghdadi.", "They had called Omar Baghdadi in vain."),
        ),
        Example(
            "На суд пришёл Андрей ⟦Ковадич⟧ с семьёй.",
            language="ru",
            others=("Потом видели Андрея Ковачича и его брата.", "Письмо отдал Андрей Ковачич лично."),
        ),
        Example(
            "发言的是让-保罗·⟦卡布塔⟧。",
            language="zh",
            others=("随后让-保罗·卡布达离开了会场。", "让-保罗·卡布达说，没有问题。"),
        ),
        Example(
            "The order came from Omar ⟦Bardadi⟧ in the capital. Later Omar Bardadi left.",
            options={"names": ("Omar Baghdadi",)},
        ),
    )

    options: Options

    def gather(self, subject: Subject) -> ArticleNames:
        """The spellings of the article's names."""
        return ArticleNames(subject.language.code, name_clusters(subject))

    def across(self, gathered: Mapping[str, ArticleNames]) -> Iterator[Finding]:
        """One finding per rarer spelling and article."""
        by_language: dict[str, dict[str, tuple[NameCluster, ...]]] = defaultdict(dict)
        for document, names in gathered.items():
            by_language[names.language][document] = names.clusters
        for language in sorted(by_language):
            for found in respellings(by_language[language], self.options.names, language):
                yield self._finding(found)

    def _finding(self, found: Respelling) -> Finding:
        ours, theirs = found.ours.forms[0], found.theirs.forms[0]
        listed = found.other == HOUSE
        where = "in the house list" if listed else f"in {found.other}"
        return Finding(
            check=self.id,
            name=self.name,
            category=self.category,
            severity=Severity.NEUTRAL if found.lawful else self.severity,
            confidence=found.confidence,
            document=found.document,
            span=found.ours.span,
            excerpt=ours,
            message=f"“{ours}” is spelled “{theirs}” {where}.",
            evidence=() if listed else (Evidence(found.other, found.theirs.span, theirs),),
        )
