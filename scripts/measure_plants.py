"""Recall: which planted artifacts the checks find, by check and language, without any encoder."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from clean_news import ENGLISH, GAP, in_half, language_of, subject_of
from corpora import Lines, ntrex_articles
from planting import Article, Plant, Recipe, on_a_line

from auditor.audit.overlap import EXPLAINED_BY
from auditor.audit.selection import can_run
from auditor.checks import Check, CorpusCheck, Subject
from auditor.checks.precision import with_precision

CODES = ("arb", "fas", "heb", "zho-CN", "jpn", "rus", "hin", "tur", "deu", "eng")
FOREIGN = {"deu": "fra"}
"""What a passage of another language is taken from: German, and for German French."""
SHORTEST = 6
"""Lines of an article that something is planted in."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One planting."""

    check: str
    code: str
    found: bool
    by_other: bool
    """Found by a check that is named for the same blemish in its stead."""
    shown: str


def recipes() -> dict[str, Recipe]:
    """All recipes by the name of the check that should find what they plant."""
    found: dict[str, Recipe] = {}
    here = Path(__file__).parent
    for path in sorted(here.glob("plant_*.py")):
        module = import_module(path.stem)
        found |= getattr(module, "ARTICLES", {})
        found |= {check: on_a_line(recipe) for check, recipe in getattr(module, "RECIPES", {}).items()}
    return found


def articles(data: Path, code: str, half: str) -> list[tuple[Lines, Lines, Article]]:
    """(own, English, as recipes see it) of the longer articles of one half."""
    english = {article.id: article for article in ntrex_articles(data, ENGLISH)}
    foreign = {article.id: article for article in ntrex_articles(data, FOREIGN.get(code, "deu"))}
    return [
        (
            own,
            english[own.id],
            Article(
                language_of(code),
                own.lines,
                tuple(range(len(own.lines))),
                english[own.id].lines,
                foreign[own.id].lines,
            ),
        )
        for own in ntrex_articles(data, code)
        if in_half(own.id, half) and len(own.lines) >= SHORTEST
    ]


def plantings(
    data: Path, codes: Sequence[str], half: str, checks: Sequence[Check], count: int, confidence: float
) -> Iterator[Tried]:
    """Each recipe `count` times in each language in which its check speaks."""
    by_name = {check.name: check for check in checks}
    for code in codes:
        known = articles(data, code, half)
        for name, recipe in recipes().items():
            check = by_name.get(name)
            if check is None or not check.speaks(language_of(code)):
                continue
            stead = [by_name[other] for other in EXPLAINED_BY.get(name, ()) if other in by_name]
            rng = random.Random(f"{code}:{name}")
            done = 0
            for own, english, article in rng.sample(known, len(known)):
                plant = recipe(article, rng)
                if plant is None:
                    continue
                against = None if code == ENGLISH else english
                subject = _subject(own, plant, against, 0)
                if not can_run(check, subject):
                    continue
                by_other = any(_finds(other, subject, plant, confidence) for other in stead if can_run(other, subject))
                shown = " ¶ ".join(plant.article.lines[plant.first : plant.last + 1])
                if isinstance(check, CorpusCheck):
                    found = _finds_across(check, own, plant, against, confidence)
                else:
                    found = _finds(check, subject, plant, confidence)
                yield Tried(name, code, found, by_other, shown)
                done += 1
                if done == count:
                    break


def _finds(check: Check, subject: Subject, plant: Plant, confidence: float) -> bool:
    """Whether anything is found on the damaged lines."""
    found = [with_precision(finding, subject.language.code) for finding in check.findings(subject)]
    lines = [subject.text.count(GAP, 0, f.span.start) for f in found if f.confidence >= confidence]
    return any(plant.first <= line <= plant.last for line in lines)


def _finds_across(check: CorpusCheck[Any], own: Lines, plant: Plant, against: Lines | None, confidence: float) -> bool:
    """Whether anything is found when the article's lines before the damage are an article of their own."""
    lines, origin = plant.article.lines[: plant.first], plant.article.origin[: plant.first]
    first = _subject(own, replace(plant, article=replace(plant.article, lines=lines, origin=origin)), against, 0)
    second = _subject(own, plant, against, plant.first)
    across = check.across({"1": check.gather(first), "2": check.gather(second)})
    found = [with_precision(finding, second.language.code) for finding in across]
    shown = [finding for finding in found if finding.document == "2" and finding.confidence >= confidence]
    return any(second.text.count(GAP, 0, finding.span.start) <= plant.last - plant.first for finding in shown)


def _subject(own: Lines, plant: Plant, against: Lines | None, start: int) -> Subject:
    """The planted article from line `start` on."""
    lines, origin = plant.article.lines[start:], plant.article.origin[start:]
    return subject_of(Lines(own.id, own.language, lines), plant.article.language, against, origin)


def table(tried: Sequence[Tried]) -> list[str]:
    """Recall by check, lowest first, and by language."""
    by_check: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for one in tried:
        by_check[one.check][one.code].append(one.found or one.by_other)
    shares = {name: _mean([x for found in codes.values() for x in found]) for name, codes in by_check.items()}
    lines = ["share of planted artifacts that are found"]
    for name, share in sorted(shares.items(), key=lambda item: item[1]):
        each = " ".join(f"{code} {_mean(found):.2f}" for code, found in by_check[name].items())
        lines.append(f"  {name:30} {share:.2f} of {sum(map(len, by_check[name].values()))}: {each}")
    return [*lines, f"mean over {len(shares)} checks {_mean(list(shares.values())):.3f}"]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(1, len(values))
