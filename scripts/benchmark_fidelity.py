"""Measures the shipped fidelity scorer on rows it was not fitted on.

    python scripts/benchmark_fidelity.py --data PATH [--encoder use|e5] [--rows 150] [--work .work/fidelity]

Prints, each with the number of rows: Pearson on MLQE-PE test20 beside the cosine alone; Spearman on MQM newstest2021,
across languages and within one; calibration of the risk; what unrelated, copied, empty and wrong-language texts score;
the mean of professional translations in ten languages (NTREX); fidelity against length.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
from fidelity_data import (
    MLQE_PAIRS,
    NTREX_LANGUAGES,
    Judged,
    altered,
    mlqe,
    mqm,
    mqm_same_language,
    ntrex,
    unrelated,
)
from fidelity_fit import Array, pearson, spearman

from auditor.config.resources import models_folder
from auditor.core.score import SegmentScore
from auditor.encoders import Encoder, load_encoder
from auditor.encoders.cache import VectorCache
from auditor.fidelity import FidelityScorer, TextPair, load_scorer
from auditor.fidelity.same_language import chrf

LOW = 35.0
"""Fidelity below which unfit texts should be."""


class Benchmark:
    """One encoder's scorer and the figures about it."""

    def __init__(self, data: Path, encoder: Encoder, scorer: FidelityScorer, rows: int) -> None:
        self.data, self.encoder, self.scorer, self.rows = data, encoder, scorer, rows

    def run(self) -> None:
        """All figures, in order."""
        print(f"encoder {self.encoder.name}, {self.scorer.signature}")
        self.mlqe()
        for name in ("newstest2021.zh-en", "newstest2021.en-de"):
            self.mqm(f"across languages {name}", mqm(self.data, name, 2 * self.rows))
            self.mqm(f"within one language {name}", mqm_same_language(self.data, name, 2 * self.rows))
        self.unfit()
        self.human()

    def mlqe(self) -> None:
        """Correlation with direct assessments."""
        print(f"MLQE-PE test20, Pearson, {self.rows} rows a pair: quality, cosine alone")
        found = []
        for pair in MLQE_PAIRS:
            if not self._knows(pair.split("-")):
                continue
            rows = mlqe(self.data, pair, "test20", self.rows)
            wanted = np.array([row.da for row in rows], dtype=float)
            quality = np.array([score.quality for score in self._score(rows)])
            found.append((pearson(quality, wanted), pearson(self._cosine(rows), wanted)))
            print(f"  {pair}  {found[-1][0]:6.3f} {found[-1][1]:6.3f}")
        print("  mean  ", *(f"{x:6.3f}" for x in np.mean(found, axis=0)))

    def mqm(self, title: str, rows: list[Judged]) -> None:
        """Rank correlation with MQM, and the risk that was promised beside the errors that were marked."""
        scores = self._score(rows)
        penalty = np.array([-(row.mqm or 0.0) for row in rows])
        fidelity, risk = np.array([x.fidelity for x in scores]), np.array([x.risk for x in scores])
        serious = np.array([(row.major or 0.0) > 0.5 for row in rows])
        human = np.array([row.human for row in rows])
        lowest = np.argsort(fidelity)[: max(1, len(rows) // 10)]
        floors = f"cosine {spearman(self._cosine(rows), penalty):.3f}"
        if rows[0].pair.same_language:
            overlap = np.array([chrf(row.pair.translation, row.pair.counterpart) for row in rows])
            floors += f", chrF {spearman(overlap, penalty):.3f}"
        print(f"MQM {title}, {len(rows)} rows: Spearman {spearman(fidelity, penalty):.3f} ({floors})")
        print(
            f"  fidelity of systems {fidelity[~human].mean():.1f}, of people {fidelity[human].mean():.1f}; "
            f"major errors: {serious.mean():.3f}, in the lowest tenth {serious[lowest].mean():.3f}; "
            f"mean risk {risk.mean():.3f}"
        )
        for low, high in ((0.0, 0.2), (0.2, 0.4), (0.4, 1.0)):
            here = (risk >= low) & (risk < high)
            if here.any():
                print(f"  risk {low:.1f} to {high:.1f}: {here.sum()} rows, major error in {serious[here].mean():.3f}")

    def unfit(self) -> None:
        """What must score low."""
        rows = [row for language in self._languages() for row in ntrex(self.data, language, 20)]
        english = [row for row in mqm_same_language(self.data, "newstest2021.zh-en", self.rows) if row.human]
        cases = {
            "unrelated": unrelated(rows),
            "unrelated, within English": unrelated(english),
            "copied": altered(rows, lambda p: replace(p, translation=p.counterpart), "copied"),
            "empty": altered(rows, lambda p: replace(p, translation=""), "empty"),
            "wrong language": altered(rows, _mislabelled, "wrong"),
        }
        for name, changed in cases.items():
            fidelity = np.array([score.fidelity for score in self._score(changed)])
            share = (fidelity < LOW).mean()
            print(f"{name}, {len(changed)} rows: mean {fidelity.mean():.1f}, below {LOW:.0f}: {share:.3f}")

    def human(self) -> None:
        """Professional translations, each language and by length of the English."""
        print("NTREX professional translations, 40 rows a language: into the language, into English")
        everything: list[tuple[int, float]] = []
        for language in self._languages():
            rows = ntrex(self.data, language, 40)
            there = [score.fidelity for score in self._score(rows)]
            here = [score.fidelity for score in self._score(altered(rows, TextPair.turned, "turned"))]
            everything += [(len(row.pair.counterpart), value) for row, value in zip(rows, there, strict=True)]
            print(f"  {language}  {np.mean(there):5.1f} {np.mean(here):5.1f}")
        lengths, values = (np.array(column, dtype=float) for column in zip(*everything, strict=True))
        print(f"  all {values.mean():.1f}; correlation with log length {pearson(np.log(lengths), values):.3f}")
        for low, high in ((0, 60), (60, 120), (120, 180), (180, 10_000)):
            here_ = (lengths >= low) & (lengths < high)
            print(f"  {low} to {high} code points: {here_.sum()} rows, {values[here_].mean():.1f}")

    def _score(self, rows: Iterable[Judged]) -> list[SegmentScore]:
        return self.scorer.score([row.pair for row in rows])

    def _cosine(self, rows: list[Judged]) -> Array:
        here = self.encoder.encode([row.pair.translation for row in rows])
        there = self.encoder.encode([row.pair.counterpart for row in rows])
        return (here * there).sum(axis=1).astype(np.float64)  # type: ignore[no-any-return]

    def _knows(self, languages: Iterable[str]) -> bool:
        return self.encoder.languages is None or self.encoder.languages >= set(languages)

    def _languages(self) -> list[str]:
        return [language for language in NTREX_LANGUAGES if self._knows([language])]


def _mislabelled(pair: TextPair) -> TextPair:
    """The text stays; it should have been in another language."""
    return replace(pair, translation_language="ru" if pair.translation_language != "ru" else "de")


def main() -> None:
    """Every encoder asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", choices=("use", "e5"), help="both when not given")
    parser.add_argument("--rows", type=int, default=150)
    parser.add_argument("--work", type=Path, default=Path(".work/fidelity"))
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    for name in (arguments.encoder,) if arguments.encoder else ("use", "e5"):
        encoder = load_encoder(name, threads=arguments.threads, cache=VectorCache(arguments.work))
        scorer = load_scorer(encoder, models_folder())
        if scorer is None:
            parser.error(f"no fidelity is calibrated for the encoder {name}")
        Benchmark(arguments.data, encoder, scorer, arguments.rows).run()


if __name__ == "__main__":
    main()
