"""Measures document pairing: accuracy in scrambled folders with as many strangers as partners, time and memory.

    python scripts/measure_pairing.py --data PATH [--encoders use,e5] [--seeds N] [--parts accuracy,search]

Each folder holds stories of which a third has a partner, a third is on one side only and a third on the other; nothing
but the content tells. Accuracy counts every translation: the right partner where there is one, none where there is
none. `ntrex`: human translations into many languages share one English article each. `newstest`: English machine
translations of four systems beside the Chinese sources (en-zh) and beside a fifth system's version (en-en). Versions:
`whole`; `light`, a tenth dropped and a tenth foreign; `retold`, 30 % dropped, 30 % foreign, order lost, on either side;
`halved`, the same at 50 %; `brief`, the first three lines. NTREX and newstest2021 zh-en fitted nothing that is shipped.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from shelving import Shelver
from story_pools import Pool, newstest_pools, ntrex_pool
from synthetic_shelves import synthetic_shelves
from versions import BRIEF, HALVED, LIGHT, RETOLD, WHOLE

from auditor.align.link_model import load_pairing_model
from auditor.align.pairing import LEAST_CONFIDENCE, PairingModel, pairing_confidence, searches
from auditor.encoders import VectorCache, load_encoder

VERSIONS = (WHOLE, LIGHT, RETOLD, HALVED, BRIEF)
LANGUAGES = {
    "use": ("arb", "zho-CN", "rus", "spa", "deu", "tur", "jpn", "fra", "kor", "tha", "ita", "pol"),
    "e5": ("arb", "fas", "heb", "zho-CN", "rus", "spa", "deu", "tur", "hin", "jpn", "fra", "ukr"),
}
"""Twelve translations share one English article; for e5 those of the audit benchmark."""
FARTHER = ("urd", "vie", "ind", "swa", "kat", "fin", "est", "som", "khm", "mya", "pus", "ckb-Arab")
"""Twelve more for e5, where retrieval is harder."""
BANDS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.0001)


@dataclass(frozen=True)
class Decision:
    """What was said of one translation."""

    language: str
    outcome: str
    """right, none (rightly), wrong, missed or false."""
    confidence: float
    """Of the best candidate, chosen or not."""
    fits: bool
    """Whether the best candidate is right."""
    story: str
    candidate: str

    @property
    def correct(self) -> bool:
        """Whether an editor would agree."""
        return self.outcome in ("right", "none")


def report(data: Path, encoders: Sequence[str] = ("use", "e5"), seeds: int = 3, *, show: bool = False) -> Iterator[str]:
    """Accuracy per folder, languages of the mistakes, reliability of the confidence."""
    for name in encoders:
        shelver = Shelver(load_encoder(name, threads=1, cache=VectorCache()))
        model = load_pairing_model(name)
        every: list[Decision] = []
        yield f"document pairing, encoder {name}, {seeds} folders each"
        yield f"  {'folder':<24} {'translations':>12} accuracy precision  wrong missed false  least"
        for label, pools in _folders(data, name, seeds):
            decisions = [decision for pool in pools for decision in decide(pool, shelver, model)]
            yield _line(label, decisions)
            every += decisions
            if show:
                yield from map(str, (decision for decision in decisions if not decision.correct))
        yield from _languages(every)
        yield from _reliability(every)


def decide(pool: Pool, shelver: Shelver, model: PairingModel) -> Iterator[Decision]:
    """What pairing says of each translation of a pool."""
    present = {story for story, _ in pool.counterparts}
    for search in searches(shelver.shelf(pool.translations), shelver.shelf(pool.counterparts), model):
        story, document = pool.translations[search.translation]
        said = [pairing_confidence(evidence, model) for evidence in search.evidence]
        best = int(np.argmax(said))
        candidate = pool.counterparts[search.counterparts[best]][0]
        if said[best] < LEAST_CONFIDENCE:
            outcome = "missed" if story in present else "none"
        elif candidate == story:
            outcome = "right"
        else:
            outcome = "wrong" if story in present else "false"
        yield Decision(document.language, outcome, said[best], candidate == story, story, candidate)


def _folders(data: Path, name: str, seeds: int) -> Iterator[tuple[str, list[Pool]]]:
    groups = {"ntrex x12": LANGUAGES[name]} | ({"ntrex farther x12": FARTHER} if name == "e5" else {})
    for group, codes in groups.items():
        for version in VERSIONS:
            yield f"{group}, {version.name}", [ntrex_pool(data, codes, version, seed) for seed in range(seeds)]
    systems = 4 if name == "use" else 1
    for version in VERSIONS:
        pools = [list(newstest_pools(data, version, seed, systems)) for seed in range(seeds)]
        for kind, own in zip(("en-zh", "en-en"), zip(*pools, strict=True), strict=True):
            yield f"newstest {kind}, {version.name}", list(own)


def _line(label: str, decisions: Sequence[Decision]) -> str:
    counts = Counter(decision.outcome for decision in decisions)
    paired = counts["right"] + counts["wrong"] + counts["false"]
    accuracy = sum(decision.correct for decision in decisions) / len(decisions)
    precision = counts["right"] / paired if paired else 1.0
    least = min((d.confidence for d in decisions if d.outcome == "right"), default=0.0)
    return (
        f"  {label:<24} {len(decisions):12} {accuracy:8.4f} {precision:9.4f} "
        f"{counts['wrong']:6} {counts['missed']:6} {counts['false']:5} {least:6.2f}"
    )


def _languages(decisions: Sequence[Decision]) -> Iterator[str]:
    total = Counter(decision.language for decision in decisions)
    lost = Counter(decision.language for decision in decisions if not decision.correct)
    worst = ", ".join(f"{code} {count} of {total[code]}" for code, count in lost.most_common())
    yield f"  mistakes by language: {worst or 'none'}"


def _reliability(decisions: Sequence[Decision]) -> Iterator[str]:
    said = np.array([decision.confidence for decision in decisions])
    fits = np.array([decision.fits for decision in decisions])
    yield "  confidence of the best candidate: band, searches, mean said, share right"
    for low, high in pairwise(BANDS):
        own = (said >= low) & (said < high)
        if own.any():
            yield f"    {low:.2f}-{min(high, 1):.2f} {own.sum():6} {said[own].mean():.3f} {fits[own].mean():.3f}"


def search_report(sizes: Sequence[int] = (500, 2_000, 5_000), sentences: int = 15) -> Iterator[str]:
    """Seconds and memory of the search alone, on made-up vectors of 512 dimensions; half of the articles correspond."""
    model = load_pairing_model("use")
    yield f"search alone, articles of {sentences} sentences a side, 512 dimensions: seconds to shelve and to search"
    for size in sizes:
        started = time.perf_counter()
        shelves = synthetic_shelves(size, sentences)
        shelved = time.perf_counter()
        found = sum(1 for _ in searches(*shelves, model))
        ended = time.perf_counter()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield f"  {size:6} x {found:6}: {shelved - started:6.1f} + {ended - shelved:6.1f} s; peak {peak:.0f} MB so far"


def main() -> None:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoders", default="use,e5")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--parts", default="accuracy,search")
    parser.add_argument("--show", action="store_true", help="every mistake")
    arguments = parser.parse_args()
    if "search" in arguments.parts:
        for line in search_report():
            print(line, flush=True)
    if "accuracy" in arguments.parts:
        for line in report(arguments.data, arguments.encoders.split(","), arguments.seeds, show=arguments.show):
            print(line, flush=True)


if __name__ == "__main__":
    main()
