"""Speed of the fidelity network beside a plain cross-encoder of the same size, and what it costs to load.

    python scripts/benchmark_fidelity_speed.py --data PATH [--model FOLDER] [--pairs 400] [--rounds 5] [--threads 2]

Pairs of MLQE-PE dev, the same number of each language pair, are read in turns by transformers' BertModel with all 12
layers over both texts (fp32, batches of 32 sorted by length), by the split network in fp32 and in int8, by the latter
where the lower states were kept from the alignment, and by the whole scorer: guards, tokenizer and words included.
Then, in processes of their own, what the first score costs after articles were aligned with either encoder.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from corpora import read_json_lines

from auditor.config import models_folder
from auditor.encoders import load_encoder
from auditor.encoders.batching import batches_by_length
from auditor.encoders.e5 import E5Encoder
from auditor.encoders.e5_layers import pad
from auditor.encoders.e5_reference import reference_model
from auditor.encoders.precision import resolve_precision
from auditor.fidelity import TextPair, load_scorer
from auditor.fidelity.joint import BATCH_CELLS, JointScorer
from auditor.fidelity.joint_files import FOLDER
from auditor.fidelity.joint_input import LOWER, laid_length
from auditor.fidelity.joint_reader import JointReader, PiecePair
from auditor.fidelity.joint_store import read_joint

PLAIN_BATCH = 32
COLD_TEXTS = ("Nine villages were cut off by the flood.", "Neun Dörfer sind durch das Hochwasser abgeschnitten.")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=models_folder() / FOLDER)
    parser.add_argument("--pairs", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--cold", choices=("use", "e5"), help="only what the first score costs after this encoder")
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    if a.cold is not None:
        print(cold(a.cold, a.model))
        return
    pairs = list(mlqe_pairs(a.data, a.pairs))
    for line in speeds(readers(a.model, pairs), len(pairs), a.rounds):
        print(line, flush=True)
    for encoder in ("use", "e5"):
        again = [sys.executable, __file__, "--cold", encoder, "--data", a.data, "--model", a.model]
        subprocess.run([*map(str, again), "--threads", str(a.threads)], check=True)


def mlqe_pairs(data: Path, count: int) -> Iterator[TextPair]:
    """`count` pairs in all, as many from each file."""
    files = sorted((data / "mlqe-pe").glob("*.dev.jsonl.gz"))
    for path in files:
        source, target = path.name.split(".")[0].split("-")
        for row in islice(read_json_lines(path), -(-count // len(files))):
            yield TextPair(row["translation"], row["source"], target, source)


def readers(model: Path, pairs: Sequence[TextPair]) -> dict[str, Callable[[], None]]:
    """What is timed, by name; each reads all pairs once."""
    encoder = E5Encoder("cpu", precision="fp32")
    read = read_joint(model, encoder.file, encoder.fitted_hash)
    ids = encoder.tokenizer.ids([text for pair in pairs for text in (pair.counterpart, pair.translation)])
    pieces: list[PiecePair] = list(zip(ids[::2], ids[1::2], strict=True))
    found = {"BertModel, 12 layers, fp32": plain(encoder, pieces)}
    found[f"split {LOWER}+{len(read.network.layers)}, fp32"] = batched(JointReader(encoder, read), pieces)
    if resolve_precision("auto", "cpu") == "int8":
        alone, beside, whole = (E5Encoder("cpu", precision="int8") for _ in range(3))
        found["split, int8"] = batched(JointReader(alone, read), pieces)
        beside.keep_lower(LOWER)
        beside.encode([text for pair in pairs for text in (pair.counterpart, pair.translation)])
        found["split, int8, lower states kept"] = batched(JointReader(beside, read), pieces)
        found["whole scorer, int8, nothing kept"] = whole_scorer(JointScorer(whole, read), whole, pairs)
    return found


def plain(encoder: E5Encoder, pairs: Sequence[PiecePair]) -> Callable[[], None]:
    """A cross-encoder as one would write it with transformers."""
    t = encoder.tokenizer
    runs = [[t.bos, *a, t.eos, t.bos, *b, t.eos] for a, b in pairs]
    known = sorted({piece for run in runs for piece in run})
    rows = {piece: row for row, piece in enumerate(known)}
    model = reference_model(encoder.file, np.array(known)).eval()
    order = sorted(([rows[piece] for piece in run] for run in runs), key=len)

    def read() -> None:
        with torch.inference_mode():
            for i in range(0, len(order), PLAIN_BATCH):
                ids, real = pad(order[i : i + PLAIN_BATCH], 0)
                model(input_ids=ids, attention_mask=real.long())

    return read


def batched(reader: JointReader, pairs: Sequence[PiecePair]) -> Callable[[], None]:
    """The network on piece ids, in the scorer's batches."""
    cells = BATCH_CELLS[reader.encoder.device, reader.encoder.precision]
    batches = list(batches_by_length([laid_length(*pair) for pair in pairs], cells))

    def read() -> None:
        for batch in batches:
            reader.read([pairs[i] for i in batch])

    return read


def whole_scorer(scorer: JointScorer, encoder: E5Encoder, pairs: Sequence[TextPair]) -> Callable[[], None]:
    """All that `auditor score` does with lines, from texts to words."""

    def read() -> None:
        encoder.keep_lower(LOWER)
        scorer.score(pairs)

    return read


def speeds(timed: dict[str, Callable[[], None]], count: int, rounds: int) -> Iterator[str]:
    """Pairs a second, median and best of rounds in which each goes once, after one round to warm up.

    On a busy machine the best round and the time that the processor itself spent tell more than the median.
    """
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in timed}
    for round_ in range(rounds + 1):
        for name, read in timed.items():
            start, processor = time.perf_counter(), time.process_time()
            read()
            if round_:
                seconds[name].append((time.perf_counter() - start, time.process_time() - processor))
    first = _summary(next(iter(seconds.values())))
    for name, taken in seconds.items():
        own = _summary(taken)
        rates = ", ".join(f"{label} {count / value:.1f}" for label, value in own.items())
        ratios = ", ".join(f"{first[label] / value:.2f}" for label, value in own.items())
        yield f"{name}: pairs a second {rates}; over the first {ratios}"


def _summary(taken: Sequence[tuple[float, float]]) -> dict[str, float]:
    wall, processor = zip(*taken, strict=True)
    return {"median": statistics.median(wall), "best": min(wall), "of the processor": statistics.median(processor)}


def cold(name: str, model: Path) -> str:
    """Seconds and memory that the first score takes beyond an encoder that has already encoded."""
    encoder = load_encoder(name, device="cpu")
    encoder.encode(COLD_TEXTS)
    before, memory = time.perf_counter(), _peak_mib()
    scorer = load_scorer(encoder, models_folder(), str(model), device="cpu")
    assert scorer is not None
    scorer.score([TextPair(COLD_TEXTS[1], COLD_TEXTS[0], "de", "en")])
    taken = time.perf_counter() - before
    return f"first score after {name} encoded: {taken:.2f} s and {_peak_mib() - memory:.0f} MiB more"


def _peak_mib() -> float:
    """Not `getrusage`, whose peak begins with that of the process this one was started from."""
    fields = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(fields["VmHWM"].split()[0]) / 1024


if __name__ == "__main__":
    main()
