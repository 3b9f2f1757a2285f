"""Accuracy and speed of sentence beads.

    python scripts/measure_beads.py --data PATH [--rivals FOLDER] [--articles 6] [--sizes 500,5000,20000]

Prints strict and lax precision, recall and F1 on Bleualign dev, with the shipped weights (fitted to rewritten NTREX
articles) and with weights fitted to dev itself; strict F1 on NTREX articles of 24 languages, rewritten at 10 % each;
the same texts through other aligners' programmes with the same vectors; and seconds and memory by length of text.
"""

from __future__ import annotations

import argparse
import ast
import random
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from bead_fit import fit, make_example
from bead_rewrites import BeadPair, BeadRecipe, rewrite_beads
from bead_scores import BeadScore, score_beads, score_steps
from corpora import read_json_lines, read_lines
from rivals import Bertalign
from tune_beads import joined_articles

from auditor.align.bead_costs import BeadParameters
from auditor.align.bead_model import load_bead_parameters
from auditor.align.beads import Step, best_path
from auditor.align.embedding import Embed, Matrix
from auditor.align.lattice import LARGEST, MOST_SEGMENTS
from auditor.align.sentences import Sentences
from auditor.encoders import VectorCache, choose_encoder, load_encoder

LANGUAGES = {
    "arb": "ar", "heb": "he", "fas": "fa", "urd": "ur", "tur": "tr", "deu": "de", "fra": "fr", "rus": "ru", "ukr": "uk",
    "zho-CN": "zh", "jpn": "ja", "kor": "ko", "hin": "hi", "tha": "th", "vie": "vi", "ind": "id", "swa": "sw",
    "kat": "ka", "fin": "fi", "est": "et", "som": "so", "khm": "km", "pus": "ps", "spa": "es",
}  # fmt: skip
"""NTREX file codes of the 24 languages, over scripts and families, and the codes the encoders know."""
LINES = 60
"""Articles are laid end to end until they have as many lines."""
LONG_TEXTS = ("en-de", "ru-en", "en-zh")
"""MLQE-PE pairs whose sentences make up the long texts, one after the other: 9,000 sentences each."""
SPARE = 2_000
"""Sentences after those of a text, of which some are inserted."""
PARTS = ("train", "dev", "test20")


def report(data: Path, rivals: Path | None, articles: int, sizes: tuple[int, ...]) -> Iterator[str]:
    """Lines to print."""
    others = _rivals(rivals)
    yield from _bleualign(data, others)
    yield from _ntrex(data, articles, others)
    yield from _speed(data, sizes, others)


def _rivals(folder: Path | None) -> list[Bertalign]:
    try:
        return [Bertalign(folder)]
    except ModuleNotFoundError as error:
        print(f"not compared with bertalign ({error.name} is not installed; see scripts/rivals.py)")
        return []


def bleualign(data: Path) -> tuple[BeadPair, list[tuple[tuple[int, ...], tuple[int, ...]]]]:
    """Bleualign dev, German beside French: a path that fits its gold, and the gold beads themselves.

    One gold bead leaves out a line within it and one crosses others: the path takes the line in and leaves the second
    out, scores count the gold as it is.
    """
    folder = data / "bleualign"
    german, french = read_lines(folder / "dev.de.gz"), read_lines(folder / "dev.fr.gz")
    rows = [line.split(":")[:2] for line in read_lines(folder / "dev.defr.gz") if line.strip()]
    gold = [(tuple(ast.literal_eval(a)), tuple(ast.literal_eval(b))) for a, b in rows]
    gold = [(a, b) for a, b in gold if a and b]
    path = []
    t = c = 0
    for a, b in sorted(gold):
        if a[0] >= t and b[0] >= c:
            path.append((a[0], a[-1] + 1 - a[0], b[0], b[-1] + 1 - b[0]))
            t, c = a[-1] + 1, b[-1] + 1
    return BeadPair(german, french, path), gold


def _bleualign(data: Path, others: list[Bertalign]) -> Iterator[str]:
    pair, gold = bleualign(data)
    true = [(a[0], a[-1] + 1 - a[0], b[0], b[-1] + 1 - b[0]) for a, b in gold]
    yield f"Bleualign dev, {len(pair.translation)} German and {len(pair.counterpart)} French sentences"
    for name in ("use", "e5"):
        encoder = load_encoder(name, threads=2, cache=VectorCache())
        steps = _align(pair, encoder.encode, load_bead_parameters())
        yield f"  {name}, weights fitted to rewritten NTREX: {score_steps(steps, true)}"
    encoder = load_encoder("use", threads=2, cache=VectorCache())
    for other in others:
        beads, _ = other.align(pair.translation, pair.counterpart, encoder.encode)
        yield f"  use, {other.name}: {score_beads(beads, true)}"
    own, _ = fit([make_example(pair.translation, pair.counterpart, pair.path, encoder.encode)])
    yield f"  use, weights fitted to dev itself: {score_steps(_align(pair, encoder.encode, own), true)}"


def _ntrex(data: Path, articles: int, others: list[Bertalign]) -> Iterator[str]:
    yield f"NTREX, {articles} texts of {LINES} lines or more a language; 10 % merged on either side, dropped, inserted"
    total: dict[str, BeadScore] = {}
    for code, language in LANGUAGES.items():
        encoder = load_encoder(choose_encoder([language, "en"]).name, threads=2, cache=VectorCache())
        scores: dict[str, BeadScore] = {}
        for pair in ntrex_pairs(data, code, articles):
            found = {"auditor": [(s.t, s.n, s.c, s.m) for s in _align(pair, encoder.encode, load_bead_parameters())]}
            for other in others if encoder.name == "use" else ():
                found[other.name], _ = other.align(pair.translation, pair.counterpart, encoder.encode)
            for name, beads in found.items():
                scores[name] = scores.get(name, BeadScore()) + score_beads(beads, pair.path)
        for name, score in scores.items():
            key = f"{name} with {encoder.name}"
            total[key] = total.get(key, BeadScore()) + score
        beside = ", ".join(f"{name} {score.f1:.3f}" for name, score in scores.items())
        yield f"  {code} ({encoder.name}): strict F1 {beside}"
    yield from (f"  {name}: {score}" for name, score in total.items())


def ntrex_pairs(data: Path, code: str, articles: int) -> Iterator[BeadPair]:
    """Rewritten texts of one language beside English, always the same."""
    rng = random.Random(f"measure {code}")
    texts = joined_articles(data, code, LINES)
    for number in range(min(articles, len(texts))):
        (ours, theirs), other = texts[-1 - number], texts[-2 - number]
        yield rewrite_beads(ours, theirs, (other[0][::2], other[1][1::2]), BeadRecipe(), rng)


def _align(pair: BeadPair, embed: Embed, parameters: BeadParameters) -> list[Step]:
    sides = Sentences.of(pair.translation, embed), Sentences.of(pair.counterpart, embed)
    return best_path(*sides, embed, parameters)


def _speed(data: Path, sizes: tuple[int, ...], others: list[Bertalign]) -> Iterator[str]:
    """Times of the programme alone and with embedding; each run is embedded once, beforehand."""
    rows = [row for pair in LONG_TEXTS for row in _mlqe(data, pair)]
    encoder = load_encoder("use", threads=2)
    yield "Speed, sentences of MLQE-PE: English-German up to 7,000, then Russian-English and English-Chinese too; 10 %"
    yield f"merged, a quarter cut in two, beads of up to {LARGEST} segments on a side and {MOST_SEGMENTS} in all"
    for size in sizes:
        ours, theirs = [row["source"] for row in rows[:size]], [row["translation"] for row in rows[:size]]
        spare = [row["source"] for row in rows[size:][:SPARE]], [row["translation"] for row in rows[size:][:SPARE]]
        pair = rewrite_beads(ours, theirs, spare, BeadRecipe(drop=0.05, insert=0.05, split=0.25), random.Random(size))
        known: dict[str, Matrix] = {}
        watch = _Watch()

        def embed(texts: list[str] | tuple[str, ...], known: dict = known, watch: _Watch = watch) -> Matrix:
            fresh = [text for text in dict.fromkeys(texts) if text not in known]
            start = time.perf_counter()
            known.update(zip(fresh, encoder.encode(fresh), strict=True))
            watch.seconds += time.perf_counter() - start
            watch.texts += len(fresh)
            return np.stack([known[text] for text in texts])

        _align(pair, embed, load_bead_parameters())
        seconds = _best_of(lambda pair=pair, embed=embed: _align(pair, embed, load_bead_parameters()))
        score = score_steps(_align(pair, embed, load_bead_parameters()), pair.path)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        counts = f"{len(pair.translation)} x {len(pair.counterpart)}"
        yield (
            f"  {counts}: {seconds:.2f} s without embedding, {seconds + watch.seconds:.1f} s with ({watch.texts} texts "
            f"embedded), strict F1 {score.f1:.3f}, process peak {peak} MB"
        )
        if size <= _OTHERS_UP_TO:
            for other in others:
                other.align(pair.translation[:50], pair.counterpart[:50], embed)
                watch.seconds, watch.texts = 0.0, 0
                beads, took = other.align(pair.translation, pair.counterpart, embed)
                f1 = score_beads(beads, pair.path).f1
                more = f"{took + watch.seconds:.1f} s with {watch.texts} more texts embedded"
                yield f"    {other.name}: {took:.2f} s without embedding, {more}, strict F1 {f1:.3f}"


_OTHERS_UP_TO = 5000
"""Segments up to which other aligners are timed: they embed every run of up to four."""


class _Watch:
    seconds = 0.0
    texts = 0


def _mlqe(data: Path, pair: str) -> list[dict]:
    rows = [row for part in PARTS for row in read_json_lines(data / "mlqe-pe" / f"{pair}.{part}.jsonl.gz")]
    random.Random(pair).shuffle(rows)
    return rows


def _best_of(run, rounds: int = 3) -> float:  # noqa: ANN001 - any call
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser)
    arguments = parser.parse_args()
    sizes = tuple(int(size) for size in arguments.sizes.split(","))
    for line in report(arguments.data, arguments.rivals, arguments.articles, sizes):
        print(line, flush=True)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this report."""
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rivals", type=Path, help="folder with the other aligners, see scripts/rivals.py")
    parser.add_argument("--articles", type=int, default=4, help="texts a language")
    parser.add_argument("--sizes", default="500,5000,20000", help="sentences of the long texts")


if __name__ == "__main__":
    main()
