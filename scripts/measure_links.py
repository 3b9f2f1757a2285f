"""Measures passage links, their confidence and the choice of regime on text that the models were not fitted on.

    python scripts/measure_links.py --data PATH

NTREX articles (professional translations of English news, every second one) with sentences merged on either side,
dropped and inserted and passages moved at 10 % each; newstest2021 Chinese-English, stories that were not fitted on: two
systems' versions of one article, or one and its source, all passages moved, 30 % dropped on either side, foreign ones
added; runs of TICO-19 lines that were not fitted on; two outlets' versions with odd numbers from `tests/articles/`; the
sample articles.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmark_seeds import passage
from link_evidence import cases
from link_pairs import MILD, VERSIONS, Pair, article_pairs, newstest_pairs, ntrex_pairs, tico_held_out
from link_scores import HEAD, Score, merged, reliability, reliability_head
from rewrites import Recipe, Rewritten

from auditor.align.aligner import Side, align_pair
from auditor.align.link_model import load_link_model
from auditor.align.links import link_probabilities
from auditor.align.regime import ORDERED, order_kept
from auditor.audit.articles import load_articles
from auditor.config import Settings, seeds_folder
from auditor.core.alignment import Link, Regime
from auditor.core.document import Document
from auditor.encoders import Encoder, VectorCache, choose_encoder, load_encoder
from auditor.facts import extract_facts
from auditor.languages import get_language

LANGUAGES = (
    "arb",
    "heb",
    "fas",
    "urd",
    "tur",
    "deu",
    "fra",
    "rus",
    "ukr",
    "zho-CN",
    "jpn",
    "kor",
    "hin",
    "tha",
    "vie",
    "ind",
    "swa",
    "kat",
    "fin",
    "est",
    "som",
    "khm",
    "pus",
    "ckb-Arab",
)
"""Those of the encoders' first measurement; Burmese, which `e5` hardly knows, is told apart."""
USE = frozenset({"arb", "tur", "deu", "fra", "rus", "zho-CN", "jpn", "kor", "tha"})
HARD = ("mya",)
SEED, STEP = 11, 2
WHOLE = Recipe(recut=0.0)
KINDS: dict[str, tuple[Recipe, Regime | None]] = {
    "whole": (WHOLE, Regime.PARALLEL),
    "moved": (replace(WHOLE, shuffle=0.3), None),
    "translation abridged by 15 %": (replace(WHOLE, abridge=0.15), Regime.PARALLEL),
    "30 % dropped and added": (Recipe(drop=0.3, foreign=0.3, recut=0.3), Regime.COMPARABLE),
    "30 % of passages, all moved": (VERSIONS, Regime.COMPARABLE),
}
"""Recipes and the regime they make; None where it depends on what happened to move."""

Scores = dict[tuple[str, str], Score]
"""By encoder and corpus."""


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    arguments = parser.parse_args()
    for line in report(arguments.data):
        print(line, flush=True)


def report(data: Path, encoders: Sequence[Encoder] | None = None) -> Iterator[str]:
    """Lines of all tables; the two bundled encoders with the vector cache unless others are given."""
    encoders = encoders or [load_encoder(name, cache=VectorCache()) for name in ("use", "e5")]
    scores: Scores = {}
    yield "Passage links; no c.: passages said to have no counterpart, of the translation (T) and the counterpart (C)"
    for encoder in encoders:
        yield ""
        yield HEAD
        yield from _ntrex(data, encoder, scores)
        yield from _newstest(data, encoder, scores)
        yield from _scored(
            f"{encoder.name} TICO-19", tico_held_out(data, encoder.name, SEED), encoder, "tico19", scores
        )
        yield from _scored(f"{encoder.name} articles", article_pairs(encoder.name, 1), encoder, "articles", scores)
    yield from _seeds({encoder.name: encoder for encoder in encoders}, scores)
    yield ""
    yield from _confidence(scores)
    yield ""
    yield from _regimes(data, encoders)


def _ntrex(data: Path, encoder: Encoder, scores: Scores) -> Iterator[str]:
    each = []
    for code in (*LANGUAGES, *HARD):
        if encoder.name == "use" and code not in USE:
            continue
        score = _score(ntrex_pairs(data, code, MILD, SEED, STEP), encoder)
        yield score.line(f"{encoder.name} NTREX {code}")
        if code not in HARD:
            each.append(score)
    scores[encoder.name, "ntrex"] = merged(each)
    yield scores[encoder.name, "ntrex"].line(f"{encoder.name} NTREX, {len(each)} languages")
    f1 = [score.links.f1 for score in each]
    yield f"  mean F1 of the languages {sum(f1) / len(f1):.3f}, lowest {min(f1):.3f}"
    codes = [code for code in LANGUAGES if code in USE or encoder.name != "use"]
    for name, recipe in (("in order", replace(MILD, shuffle=0.0)), ("cut apart", replace(MILD, recut=1.0))):
        pairs = (pair for code in codes for pair in ntrex_pairs(data, code, recipe, SEED, 3 * STEP))
        yield _score(pairs, encoder).line(f"{encoder.name} NTREX, {name}")


def _newstest(data: Path, encoder: Encoder, scores: Scores) -> Iterator[str]:
    for kind, name in (("systems", "en-en"), ("source", "zh-en")):
        pairs = newstest_pairs(data, encoder.name, VERSIONS, SEED, kind)
        yield from _scored(f"{encoder.name} newstest2021 {name}", pairs, encoder, f"newstest {name}", scores)


def _scored(name: str, pairs: Iterable[Pair], encoder: Encoder, corpus: str, scores: Scores) -> Iterator[str]:
    scores[encoder.name, corpus] = _score(pairs, encoder)
    yield scores[encoder.name, corpus].line(name)


def _score(pairs: Iterable[Pair], encoder: Encoder) -> Score:
    model, score = load_link_model(encoder.name), Score()
    for case in cases(list(pairs), encoder):
        score.add(case, link_probabilities(case.features(model), model))
    return score


def _seeds(encoders: dict[str, Encoder], scores: Scores) -> Iterator[str]:
    yield ""
    yield HEAD
    found: dict[str, list[Pair]] = defaultdict(list)
    for pair, _ in seed_pairs():
        found[_encoder_of(pair)].append(pair)
    for name, pairs in found.items():
        scores[name, "samples"] = _score(pairs, encoders[name])
        yield scores[name, "samples"].line(f"{name} sample articles")
    yield merged(scores[name, "samples"] for name in found).line("sample articles")


def seed_pairs() -> Iterator[tuple[Pair, Regime]]:
    """The sample articles with the links and the regime of their gold."""
    loaded = load_articles([seeds_folder()], Settings(), None, lambda *_: None, lambda: b"")
    documents = {document.id: document for document in loaded.documents}
    for path in sorted((seeds_folder() / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        ours, theirs = documents[gold["translation"]], documents[gold["counterpart"]]
        links = {(passage(ours, row["translation"]), passage(theirs, row["counterpart"])) for row in gold["links"]}
        pair = Rewritten(ours, theirs, frozenset(links), frozenset())
        yield Pair("samples", gold["id"], 0, pair), Regime(gold["regime"])


def _encoder_of(pair: Pair) -> str:
    return choose_encoder([pair.rewritten.translation.language, pair.rewritten.counterpart.language]).name


def _confidence(scores: Scores) -> Iterator[str]:
    yield "Confidence of reported links: mean said, share right, number of links; ECE: expected calibration error"
    yield reliability_head()
    for encoder in dict.fromkeys(name for name, _ in scores):
        own = {corpus: score for (name, corpus), score in scores.items() if name == encoder}
        for corpus, score in own.items():
            yield from reliability(f"{encoder} {corpus}", score)
        yield from reliability(f"{encoder} all", merged(own.values()))


def _regimes(data: Path, encoders: Sequence[Encoder]) -> Iterator[str]:
    yield "Regime: pairs of known kind, and what they were taken for"
    yield f"{'':<50} {'pairs':>6} {'right':>6}  taken for"
    for encoder in encoders:
        codes = [code for code in LANGUAGES if (code in USE) == (encoder.name == "use")]
        for name, (recipe, regime) in KINDS.items():
            pairs = [pair for code in codes for pair in ntrex_pairs(data, code, recipe, SEED, 2 * STEP)]
            yield _regime_line(f"{encoder.name} NTREX {name}", pairs, regime, encoder)
        for kind in ("systems", "source"):
            for name, recipe in (("whole", replace(WHOLE, largest_passage=1)), ("versions", VERSIONS)):
                pairs = list(newstest_pairs(data, encoder.name, recipe, SEED, kind))
                regime = Regime.PARALLEL if name == "whole" else Regime.COMPARABLE
                yield _regime_line(f"{encoder.name} newstest2021 {kind} {name}", pairs, regime, encoder)
        own = [(pair, regime) for pair, regime in seed_pairs() if _encoder_of(pair) == encoder.name]
        for regime in Regime:
            pairs = [pair for pair, gold in own if gold is regime]
            if pairs:
                yield _regime_line(f"{encoder.name} samples {regime.value}", pairs, regime, encoder)


def _regime_line(name: str, pairs: Sequence[Pair], regime: Regime | None, encoder: Encoder) -> str:
    taken: Counter[str] = Counter()
    right = 0
    for pair in pairs:
        sides = (_side(pair.rewritten.translation), _side(pair.rewritten.counterpart))
        said = align_pair(*sides, encoder.encode, encoder.name).regime
        right += said is (regime or _order_of(pair))
        taken[said.value] += 1
    kinds = ", ".join(f"{kind.value} {taken[kind.value]}" for kind in Regime if taken[kind.value])
    return f"{name:<50} {len(pairs):6} {right:6}  {kinds}"


def _side(document: Document) -> Side:
    return Side(document, extract_facts(document, get_language(document.language)))


def _order_of(pair: Pair) -> Regime:
    """What the gold of a pair with all content makes it."""
    gold = tuple(Link(i, j, 1.0, 1.0) for i, j in sorted(pair.rewritten.links))
    return Regime.PARALLEL if order_kept(gold) >= ORDERED else Regime.REORDERED


if __name__ == "__main__":
    main()
