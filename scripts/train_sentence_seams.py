"""Learns by which words sentences end and begin.

    python scripts/train_sentence_seams.py --data PATH [--languages en,…] [--compare]

Writes `auditor/checks/grammar/data/seams/<code>.tsv`, a weight for each feature of `seam_features.py`. Ends are where
one line of the corpora is followed by another, cuts are places in mid-sentence; logistic regression with an L1 penalty.
With `--compare` it prints how many cuts of NTREX (tuning half) score below its lowest ends.
"""

from __future__ import annotations

import argparse
import random
import re
import warnings
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from clean_news import in_half
from corpora import ntrex_articles
from ntrex_codes import ntrex_tags
from seam_texts import LANGUAGES, texts
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from auditor.checks.grammar.seam_features import seam_features
from auditor.checks.grammar.sentence_seams import INTERCEPT, seam_score
from auditor.languages import get_language
from auditor.languages.language import Language

TARGET = Path(__file__).parent.parent / "auditor/checks/grammar/data/seams"
MOST, MOST_ENGLISH = 12_000, 24_000
"""Lines of a language. English with twice as many, people's corrections of machine translations among them, has 61
instead of 52 in 100 cuts below the third lowest of 2,672 ends (NTREX, tuning half, MQM newstest2021). More lines or
cuts of other languages parted ends from cuts better, but lawful divisions worse: 9 of 163 below -2 instead of 3."""
CUTS = 4
"""Of each line."""
TOLERANCE = 1e-3
EDGE_WORDS, EDGE_CHARACTERS = 3, 6
"""No cut is nearer to the ends of a line."""
SHORTEST_WORDS, SHORTEST_CHARACTERS = 6, 15
FEWEST = 4
"""Lines that a feature must be seen in."""
PENALTY = 0.5
LEAST = 0.02
"""Smaller weights are left out."""
_END = re.compile(r"[.!?。！？۔।؟][\"”’»“)」』]*$")

Place = tuple[str, str]


def cuts(line: str, language: Language, rng: random.Random, count: int) -> list[Place]:
    """Places in mid-sentence after a letter."""
    if not language.spaced:
        inner = range(EDGE_CHARACTERS, len(line) - EDGE_CHARACTERS)
        places = [at for at in inner if line[at - 1].isalpha() and line[at].isalpha()]
        return [(line[:at], line[at:]) for at in rng.sample(places, min(count, len(places)))]
    words = list(re.finditer(r"\S+", line))[EDGE_WORDS - 1 : -EDGE_WORDS]
    ends = [word.end() for word in words if line[word.end() - 1].isalpha()]
    return [(line[:at], line[at:]) for at in rng.sample(ends, min(count, len(ends)))]


def examples(data: Path, language: Language) -> Iterator[tuple[Place, bool]]:
    """Places, and whether a sentence ends there."""
    rng = random.Random(language.code)
    lines = [line for line in texts(data, language.code) if _END.search(line) and _is_long(line, language)]
    most = MOST_ENGLISH if language.code == "en" else MOST
    if len(lines) > most:
        lines = [lines[place] for place in sorted(rng.sample(range(len(lines)), most))]
    for line, following in zip(lines, [*lines[1:], lines[0]], strict=True):
        yield (line, following), True
        for place in cuts(line, language, rng, CUTS):
            yield place, False


def fitted(data: Path, language: Language) -> dict[str, float]:
    """Feature to weight, the intercept under its own name."""
    places, ends = zip(*examples(data, language), strict=True)
    vectorizer = DictVectorizer(dtype=np.float32)
    matrix = vectorizer.fit_transform(dict.fromkeys(set(seam_features(*place, language)), 1.0) for place in places)
    kept = np.asarray((matrix > 0).sum(axis=0)).ravel() >= FEWEST
    model = LogisticRegression(
        penalty="l1", C=PENALTY, class_weight="balanced", solver="liblinear", random_state=0, tol=TOLERANCE
    )
    model.fit(matrix[:, kept], np.array(ends))
    names = vectorizer.get_feature_names_out()[kept]
    weights = {name: float(w) for name, w in zip(names, model.coef_[0], strict=True) if abs(w) >= LEAST}
    return {INTERCEPT: float(model.intercept_[0]), **weights}


def write(language: str, weights: dict[str, float]) -> None:
    """One model's file, features in order."""
    TARGET.mkdir(exist_ok=True)
    lines = [f"{name}\t{weight:.2f}\n" for name, weight in sorted(weights.items())]
    (TARGET / f"{language}.tsv").write_text("".join(lines), encoding="utf-8")


def compare(data: Path, language: Language) -> str:
    """Cuts of NTREX that score below its first, fourth and eighth lowest end."""
    rng = random.Random(0)
    code = (
        next(code for code, tags in ntrex_tags().items() if tags[0] == language.code)
        if language.code != "en"
        else "eng"
    )
    articles = [article.lines for article in ntrex_articles(data, code) if in_half(article.id, "tune")]
    ends = [(a, b) for lines in articles for a, b in pairwise(lines[1:])]
    ends = [place for place in ends if _END.search(place[0]) and all(_is_long(side, language) for side in place)]
    middles = [place for lines in articles for line in lines[1:] for place in cuts(line, language, rng, 2)]
    low, scores = sorted(_scores(ends, language)), np.array(_scores(middles, language))
    shares = " ".join(f"{low[n - 1]:.1f}: {np.mean(scores < low[n - 1]):.2f}" for n in (1, 4, 8))
    return f"{language.code}: {len(ends)} ends, {len(middles)} cuts; below the 1st, 4th, 8th end {shares}"


def _scores(places: Sequence[Place], language: Language) -> list[float]:
    return [score for place in places if (score := seam_score(*place, language)) is not None]


def _is_long(line: str, language: Language) -> bool:
    return len(line.split()) >= SHORTEST_WORDS if language.spaced else len(line) >= SHORTEST_CHARACTERS


def main() -> None:
    """Train and write each language."""
    warnings.filterwarnings("ignore", message=".*penalty.*")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--compare", action="store_true", help="measure what is there, train nothing")
    args = parser.parse_args()
    for code in args.languages.split(","):
        language = get_language(code)
        if args.compare:
            print(compare(args.data, language), flush=True)
        else:
            weights = fitted(args.data, language)
            write(code, weights)
            print(f"{code}: {len(weights)} weights", flush=True)


if __name__ == "__main__":
    main()
