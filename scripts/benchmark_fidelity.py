"""Measures the shipped fidelity model on what it was neither trained nor calibrated on, beside the floors.

    python scripts/benchmark_fidelity.py --data PATH [--parts mlqe,critical,news,planted,robust,…] [--rows 1000]

Floors: the cosine of e5, a ridge over character n-grams (needs the extra `train`), chrF within one language.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import torch
from measure_fidelity_languages import languages
from measure_fidelity_people import assessments, critical, marked_news
from measure_fidelity_planted import planted
from measure_fidelity_robust import arithmetic, people, unfit

from auditor.config.resources import models_folder
from auditor.encoders import Encoder, load_encoder
from auditor.encoders.cache import VectorCache
from auditor.fidelity import FidelityScorer, load_scorer

PARTS = ("mlqe", "critical", "news", "planted", "robust", "languages", "int8")


def report(data: Path, parts: list[str], rows: int, ngrams: bool, encoder: Encoder, model: str) -> Iterator[str]:
    """The lines of every part asked for."""
    scorer = _scorer(encoder, model)
    yield scorer.signature
    if "mlqe" in parts:
        yield from assessments(data, scorer, encoder, rows, ngrams)
    if "critical" in parts:
        yield from critical(data, scorer, rows)
    if "news" in parts:
        yield from marked_news(data, scorer, encoder, 2 * rows)
    if "planted" in parts:
        yield from planted(data, scorer, max(20, rows // 10))
    if "robust" in parts:
        yield from unfit(data, scorer)
        yield from people(data, scorer, max(20, rows // 20))
    if "languages" in parts:
        yield from languages(data, scorer)
    if "int8" in parts:
        others = [_scorer(load_encoder("e5", precision=name), model) for name in ("fp32", "int8")]
        yield from arithmetic(data, others, rows // 4)


def _scorer(encoder: Encoder, model: str) -> FidelityScorer:
    scorer = load_scorer(encoder, models_folder(), model)
    if scorer is None:
        raise SystemExit(f"no fidelity is calibrated for the encoder {encoder.name}")
    return scorer


def main() -> None:
    """Print everything asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--parts", default=",".join(PARTS))
    parser.add_argument("--model", default="auto", help="as the option --fidelity-model of auditor")
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--no-ngrams", action="store_true", help="leave out the floor that takes minutes to fit")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    encoder = load_encoder("e5", threads=args.threads, cache=VectorCache())
    for line in report(args.data, args.parts.split(","), args.rows, not args.no_ngrams, encoder, args.model):
        print(line, flush=True)


if __name__ == "__main__":
    main()
