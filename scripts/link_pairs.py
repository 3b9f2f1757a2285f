"""Article pairs of known links, for fitting and for measuring: which versions of which articles, how rewritten.

Weights are fitted on MQM newstest2020 and newstest2021 (Apache-2.0) and TICO-19 (CC0), stories with an even hash of
their id, and on two outlets' versions of a story from `tests/articles/`, those with even numbers; stories with an odd
one, NTREX and the sample articles are for measuring.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpora import Lines, mqm_articles, ntrex_articles, tico_pairs
from rewrites import Recipe, Rewritten, rewrite

from auditor.audit.articles import load_file
from auditor.config import Settings
from auditor.core.document import Document
from auditor.encoders.trained_on import E5_LANGUAGES, USE_LANGUAGES
from auditor.languages import normalise_code

ARTICLES = Path(__file__).parents[1] / "tests" / "articles"
READ = {"use": USE_LANGUAGES, "e5": E5_LANGUAGES}
"""Languages of each encoder."""

MILD = Recipe(drop=0.1, foreign=0.1, shuffle=0.1, recut=0.1, merge=0.1)
"""Sentences merged on either side, dropped and inserted, and passages moved, at 10 % each."""
VERSIONS = Recipe(drop=0.3, foreign=0.3, shuffle=1.0, recut=0.0, by_passage=True)
"""All passages moved, 30 % of either side's dropped, foreign ones added."""
RECIPES = (
    Recipe(recut=0.1),
    MILD,
    Recipe(drop=0.3, foreign=0.3, shuffle=0.3, recut=0.3, trim=0.3, split=0.3),
    Recipe(drop=0.3, foreign=0.5, shuffle=1.0, recut=1.0, trim=0.5, merge=0.1, split=0.2),
    VERSIONS,
    Recipe(drop=0.5, foreign=0.5, shuffle=0.5, largest_passage=4, recut=0.5, trim=0.5),
    Recipe(drop=0.1, foreign=0.1, recut=0.1, merge=0.1, split=0.1),
    Recipe(drop=0.5, foreign=0.5, shuffle=1.0, recut=0.1, trim=0.3, split=0.2, by_passage=True),
)
"""From whole and unmoved to another outlet's version: every article is seen under several."""
TICO = {"use": ("ru", "zh", "es-419", "pt-BR"), "e5": ("ru", "zh", "hi", "id", "ur", "ps", "ckb", "ms")}
"""French is left out: lines 150 to 950 of its file do not belong together."""
FILES = {"newstest2021.zh-en": 3, "newstest2020.zh-en": 2, "newstest2020.en-de": 2, "newstest2021.en-de": 2}
"""MQM files and how many systems of each article are used with a slow encoder."""
SLOW_STORIES, SLOW_RUNS, FAST_RUNS = 40, 10, 40
"""Stories of an MQM file with a slow encoder, and runs of TICO-19 lines with either."""
LONGEST, SHORTEST = 30, 3
"""Lines of an article that are used."""
SHINGLE, SHARED = 20, 15
"""Two articles that share so many runs of so many characters tell the same story."""


@dataclass(frozen=True)
class Version:
    """Two line-aligned versions of one story."""

    corpus: str
    story: str
    ours: Lines
    theirs: Lines


@dataclass(frozen=True)
class Pair:
    """A rewritten version; `recipe` is its number."""

    corpus: str
    story: str
    recipe: int
    rewritten: Rewritten


def held_out(story: str) -> bool:
    """Whether a story is for measuring only."""
    return sha256(story.encode()).digest()[0] % 2 == 1


def training_pairs(data: Path, encoder: str, seed: int, times: int = 4) -> Iterator[Pair]:
    """Stories for fitting, each under several recipes; `times` versions of every MQM article."""
    rng = random.Random(seed)
    versions = [v for file in FILES for v in _newstest(data, file, encoder, times, rng) if not held_out(v.story)]
    for language in TICO[encoder]:
        runs = tico_pairs(data, language)[: SLOW_RUNS if encoder == "e5" else FAST_RUNS]
        versions += [Version(f"tico.{language}", a.id, a, b) for a, b in runs if not held_out(a.id)]
    yield from rewritten(versions, RECIPES, rng)
    yield from article_pairs(encoder, 0)


def article_pairs(encoder: str, remainder: int) -> Iterator[Pair]:
    """Two outlets' versions of one story, links marked by hand, in languages that the encoder reads.

    `remainder`: 0 for the articles with even numbers, 1 for those with odd ones.
    """
    for path in sorted((ARTICLES / "links").glob("*.json")):
        [translation] = (ARTICLES / "translation").glob(f"{path.stem}.*.txt")
        ours = _document(translation)
        if int(path.stem.rsplit("-", 1)[1]) % 2 == remainder and ours.language in READ[encoder]:
            links = frozenset((i, j) for i, j in json.loads(path.read_text(encoding="utf-8")))
            theirs = _document(ARTICLES / "counterpart" / f"{path.stem}.en.txt")
            yield Pair("articles", path.stem, 0, Rewritten(ours, theirs, links, frozenset()))


def _document(path: Path) -> Document:
    [document] = load_file(path, path.name, Settings(), path.name.split(".")[1]).documents
    return document


def tico_held_out(data: Path, encoder: str, seed: int) -> Iterator[Pair]:
    """Runs of TICO-19 lines that were not fitted on, each under one of the recipes."""
    versions = [
        Version(f"tico.{language}", a.id, a, b)
        for language in TICO[encoder]
        for a, b in tico_pairs(data, language)[: SLOW_RUNS if encoder == "e5" else FAST_RUNS]
        if held_out(a.id)
    ]
    return rewritten(versions, RECIPES, random.Random(seed))


def newstest_pairs(data: Path, encoder: str, recipe: Recipe, seed: int, kind: str = "systems") -> Iterator[Pair]:
    """Held-out stories of newstest2021 Chinese-English: two systems' versions, or one and its source."""
    rng = random.Random(seed)
    versions = _newstest(data, "newstest2021.zh-en", encoder, 2, rng, (kind,))
    return rewritten([v for v in versions if held_out(v.story)], (recipe,), rng)


def ntrex_pairs(data: Path, code: str, recipe: Recipe, seed: int, step: int = 1) -> Iterator[Pair]:
    """Every `step`-th NTREX article of a language beside its English source."""
    rng = random.Random(seed)
    language = normalise_code(code) or code
    english = ntrex_articles(data, "eng")
    versions = [
        Version(f"ntrex.{code}", e.id, Lines(o.id, language, o.lines), Lines(e.id, "en", e.lines))
        for o, e in zip(ntrex_articles(data, code)[::step], english[::step], strict=True)
    ]
    return rewritten(versions, (recipe,), rng, cut=False)


def rewritten(
    versions: Sequence[Version], recipes: Sequence[Recipe], rng: random.Random, *, cut: bool = True
) -> Iterator[Pair]:
    """Every version under the next recipe, with foreign lines of other stories; `cut` also takes parts of articles."""
    shingles: dict[str, set[str]] = defaultdict(set)
    for version in versions:
        shingles[version.story] |= _shingles(version)
    for number, version in enumerate(versions):
        foreign = _foreign(version, versions, shingles, rng)
        start, stop = _part(len(version.ours.lines), rng) if cut else (0, None)
        ours, theirs = version.ours, version.theirs
        recipe = number % len(recipes)
        pair = rewrite(
            ours.lines[start:stop],
            theirs.lines[start:stop],
            (ours.language, theirs.language),
            foreign,
            recipes[recipe],
            rng,
        )
        yield Pair(version.corpus, version.story, recipe, pair)


def _newstest(
    data: Path,
    file: str,
    encoder: str,
    times: int,
    rng: random.Random,
    kinds: Sequence[str] = ("systems", "source"),
) -> Iterator[Version]:
    """`times` versions of each article: two systems', or one system's and the source."""
    articles = mqm_articles(data, file)
    for story in sorted(articles)[: SLOW_STORIES if encoder == "e5" else None]:
        systems = sorted(name for name in articles[story] if name != "source")
        if encoder == "e5":
            systems = random.Random(story).sample(systems, min(len(systems), FILES[file]))
        for _ in range(times):
            other = "source" if rng.choice(kinds) == "source" or len(systems) < 2 else ""
            one, *rest = rng.sample(systems, 1 if other else 2)
            name = f"{file}/{'source' if other else 'systems'}"
            yield Version(name, story, articles[story][one], articles[story][other or rest[0]])


def _part(lines: int, rng: random.Random) -> tuple[int, int]:
    """Where an article is cut: seven in ten begin at their headline."""
    start = rng.randint(0, max(0, lines - 8)) if rng.random() < 0.3 else 0
    return start, rng.randint(start + SHORTEST, start + LONGEST)


def _foreign(
    version: Version, versions: Sequence[Version], shingles: Mapping[str, set[str]], rng: random.Random
) -> list[tuple[str, str]]:
    """Lines of another story for our side, of yet another one for theirs."""
    languages = (version.ours.language, version.theirs.language)
    others = [
        other
        for other in versions
        if (other.ours.language, other.theirs.language) == languages
        and len(shingles[version.story] & shingles[other.story]) < SHARED
    ]
    if not others:
        return []
    a = rng.choice(others)
    apart = [other for other in others if len(shingles[a.story] & shingles[other.story]) < SHARED]
    if not apart:
        return []
    b = rng.choice(apart)
    ours, theirs = list(a.ours.lines), list(b.theirs.lines)
    rng.shuffle(ours)
    rng.shuffle(theirs)
    return list(zip(ours, theirs, strict=False))


def _shingles(version: Version) -> set[str]:
    return {
        line[i : i + SHINGLE]
        for lines in (version.ours.lines, version.theirs.lines)
        for line in lines
        for i in range(max(1, len(line) - SHINGLE))
    }
