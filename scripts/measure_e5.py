"""The bundled e5 in int8 beside its float32: retrieval over NTREX, and speed beside transformers' BertModel.

    python scripts/measure_e5.py --data PATH [--languages arb,heb] [--sentences 1007] [--threads 2] [--rounds 10]

Retrieval is the share of sentences whose nearest neighbour is their translation, both ways with English. Speeds are
taken in turns on the same sentences: batches of 32 sorted by length for BertModel, our own for e5.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from benchmark_encoders import _bert as bert_encoder
from corpora import ntrex_articles
from numpy.typing import NDArray
from retrieval import retrieval

from auditor.encoders import VectorCache, load_encoder
from auditor.encoders.e5 import E5Encoder

LANGUAGES = (
    *("arb", "heb", "fas", "urd", "tur", "deu", "fra", "rus", "ukr", "zho-CN", "jpn", "kor", "hin"),
    *("tha", "vie", "ind", "swa", "kat", "fin", "est", "som", "khm", "mya", "pus", "ckb-Arab"),
)
SPEED_LANGUAGES = ("eng", "arb", "heb", "fin", "jpn", "zho-CN")
Encode = Callable[[Sequence[str]], NDArray[np.float32]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--sentences", type=int, default=1007)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=10)
    a = parser.parse_args()
    for line in report(a.data, a.languages.split(","), a.sentences, a.threads, a.rounds):
        print(line, flush=True)


def report(
    data: Path,
    languages: Sequence[str] = LANGUAGES,
    sentences: int = 1007,
    threads: int = 2,
    rounds: int = 10,
) -> Iterator[str]:
    """Lines to print: speeds, then retrieval language by language and its mean."""
    torch.set_num_threads(threads)
    yield from speed(data, rounds)
    yield from retrieval_table(data, languages, sentences)


def speed(data: Path, rounds: int, each: int = 25) -> Iterator[str]:
    """BertModel, fp32 and int8: the best round's speed, its ratio to BertModel's best, and the median of all ratios."""
    exact, fast = (E5Encoder("cpu", precision=name) for name in ("fp32", "int8"))
    texts = [text for code in SPEED_LANGUAGES for text in _sentences(data, code)[:each]]
    encoders: dict[str, Encode] = {"BertModel": bert_encoder(exact, texts), "fp32": exact.encode, "int8": fast.encode}
    for encode in encoders.values():
        encode(texts[:10])  # loads the weights
    seconds: dict[str, list[float]] = {name: [] for name in encoders}
    for _ in range(rounds):
        for name, encode in encoders.items():
            seconds[name].append(_seconds(encode, texts))
    for name, taken in seconds.items():
        ratio = float(np.median(np.array(seconds["BertModel"]) / np.array(taken)))
        rate = len(texts) / min(taken)
        best = min(seconds["BertModel"]) / min(taken)
        yield f"e5 speed, {name}: {rate:.0f} sentences a second, {best:.2f} times BertModel, median {ratio:.2f}"


def retrieval_table(data: Path, languages: Sequence[str], sentences: int) -> Iterator[str]:
    """Accuracy of fp32 and int8 language by language, their difference in points, the lowest cosine between the two."""
    with VectorCache() as cache:
        both = [load_encoder("e5", device="cpu", cache=cache, precision=name).encode for name in ("fp32", "int8")]
        english = _sentences(data, "eng")[:sentences]
        theirs = [encode(english) for encode in both]
        found: list[list[float]] = []
        for code in languages:
            texts = _sentences(data, code)[:sentences]
            ours = [encode(texts) for encode in both]
            found.append([retrieval(a, b, texts, english).accuracy for a, b in zip(ours, theirs, strict=True)])
            cosine = float(np.einsum("ij,ij->i", *ours).min())
            yield f"e5 retrieval, {code}: {_figures(found[-1])}, cosine at least {cosine:.4f}"
    yield f"e5 retrieval, mean of {len(found)}: {_figures(np.mean(found, axis=0).tolist())}"


def _figures(accuracy: list[float]) -> str:
    exact, fast = accuracy
    return f"fp32 {exact:.4f}, int8 {fast:.4f} ({100 * (fast - exact):+.2f} points)"


def _sentences(data: Path, code: str) -> list[str]:
    return [line for article in ntrex_articles(data, code) for line in article.lines]


def _seconds(encode: Encode, texts: Sequence[str]) -> float:
    start = time.perf_counter()
    encode(texts)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
