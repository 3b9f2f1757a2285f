"""What `garbled-sentence` says of human news and of salads made of it, each line beside its English original.

    python scripts/benchmark_garbled.py --data PATH [--half tune|publish] [--languages arb,deu,…]
                                        [--planted 45] [--findings FILE]

Prints the share of clean lines that are reported and of planted salads that are found, by language and kind, with the
check's own thresholds. Only lines that might be reported are read beside the original, which is what takes time.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clean_news import ENGLISH, HALVES, clean_codes, in_half, language_of
from corpora import ntrex_articles
from measure_plants import CODES
from plant_salad import WAYS, salad, words_of

from auditor.checks.grammar.garbled_sentence import GarbledSentence
from auditor.config import models_folder
from auditor.core.score import SegmentScore
from auditor.encoders.e5 import E5Encoder
from auditor.errors import ModelError
from auditor.fidelity import TextPair, load_scorer
from auditor.fidelity.joint_order import OrderReader
from auditor.fidelity.order_store import FILE, read_order

CLEAN = "clean"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of NTREX or a salad made of it, and its original."""

    kind: str
    pair: TextPair


def lines(data: Path, code: str, half: str, planted: int) -> Iterator[Line]:
    """All clean lines of a language, and salads of as many kinds in turn."""
    english = {article.id: article.lines for article in ntrex_articles(data, ENGLISH)}
    language = language_of(code)
    pairs = [
        TextPair(line, told, language, "en")
        for article in ntrex_articles(data, code)
        if in_half(article.id, half)
        for line, told in zip(article.lines, english[article.id], strict=True)
    ]
    yield from (Line(CLEAN, pair) for pair in pairs)
    rng = random.Random(f"{code}:salad")
    others = [word for pair in pairs for word in words_of(pair.translation, language, rng)]
    done = 0
    for pair in rng.sample(pairs, len(pairs)):
        kind = list(WAYS)[done % len(WAYS)]
        made = salad(pair.translation, language, others, WAYS[kind], rng)
        if made is not None and done < planted:
            done += 1
            yield Line(kind, TextPair(made, pair.counterpart, language, "en"))


class Detector:
    """The check's judgement of lines."""

    def __init__(self) -> None:
        self._encoder = E5Encoder("cpu")
        order = read_order(models_folder(), self._encoder.fitted_hash, self._encoder.dimensions)
        scorer = load_scorer(self._encoder, models_folder())
        if order is None or scorer is None:
            raise ModelError(f"{models_folder() / FILE}: missing. Run scripts/train_garbled.py.")
        self._order, self._scorer = OrderReader(self._encoder, order), scorer
        self._check = GarbledSentence()

    def reported(self, found: list[Line]) -> list[SegmentScore | None]:
        """The score of each line that is reported."""
        options = self._check.options
        disorder = self._order.read([line.pair.translation for line in found])
        long = [len(line.pair.translation) >= options.min_characters for line in found]
        asked = [i for i, odds in enumerate(disorder) if odds is not None and odds >= options.disorder and long[i]]
        scores = dict(zip(asked, self._scorer.score([found[i].pair for i in asked]), strict=True))
        return [
            score if (score := scores.get(i)) and self._check.is_garbled(score) else None for i in range(len(found))
        ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--half", choices=HALVES, default="tune")
    parser.add_argument("--languages", default=",".join(code for code in CODES if code != ENGLISH))
    parser.add_argument("--planted", type=int, default=45)
    parser.add_argument("--findings", type=Path)
    args = parser.parse_args()
    detector = Detector()
    total: dict[str, list[bool]] = defaultdict(list)
    samples = []
    for code in clean_codes(args.data, args.languages):
        found = list(lines(args.data, code, args.half, args.planted))
        by_kind: dict[str, list[bool]] = defaultdict(list)
        for line, score in zip(found, detector.reported(found), strict=True):
            by_kind[line.kind].append(score is not None)
            total[line.kind].append(score is not None)
            if score is not None and line.kind == CLEAN:
                samples.append(f"{code} {score.disorder:.1f} {score.critical:.2f}\n  {line.pair.translation}\n")
        print(f"{code:9}", *map(_summary, by_kind, by_kind.values()), flush=True)
    print(f"{'all':9}", *map(_summary, total, total.values()))
    if args.findings:
        args.findings.write_text("".join(samples), encoding="utf-8")


def _summary(kind: str, found: list[bool]) -> str:
    return f"{kind}: {sum(found)} of {len(found)} ({sum(found) / len(found):.4f});"


if __name__ == "__main__":
    main()
