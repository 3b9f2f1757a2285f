"""Pairs of Chinese characters that no sentence end parts: `python scripts/count_zh_pairs.py --data PATH`.

Writes `auditor/checks/grammar/data/zh_pairs.txt`: a line for each character, followed by those that come right after
it far more often than a sentence that ends on the one is followed by one that begins with the other. Counted in the
Chinese sides of MQM and Bio-MQM (Apache-2.0), TICO-19 and MLQE-PE (CC0).
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parent.parent / "auditor/checks/grammar/data/zh_pairs.txt"
FEWEST = 10
"""Times a pair must be seen."""
LEAST = 3.0
"""Logarithm of the ratio: 0 of 429 sentence ends of NTREX reach 1.6, a third of cuts anywhere reach 3."""
UNSEEN = 0.5
"""Added to the counts of characters at sentence ends and beginnings."""
_CHARACTER = "[\u4e00-\u9fff]"
_END = re.compile(f"(?<=({_CHARACTER}))[”’）」]?[。！？；\n]+[“（‘「]?(?=({_CHARACTER}))")
_PAIR = re.compile(f"(?=({_CHARACTER}{{2}}))")


def sentences(data: Path) -> Iterator[str]:
    """Chinese text, most of it one sentence at a time."""
    for name, key in (
        *((f"mqm/{year}.zh-en.jsonl.gz", "source") for year in ("newstest2020", "newstest2021", "ted2021")),
        ("bio-mqm/zh-en.jsonl.gz", "source"),
        ("mlqe-pe/en-zh.train.jsonl.gz", "post_edit"),
    ):
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line).get(key) or "" for line in lines)
    with gzip.open(data / "tico19/en-zh.tsv.gz", "rt", encoding="utf-8") as lines:
        yield from (line.rstrip("\n").split("\t")[1] for line in lines)


def pairs(text: str) -> dict[str, str]:
    """By first character, the second ones of all pairs that hold together."""
    together = Counter(match[1] for match in _PAIR.finditer(text))
    ends, starts = Counter[str](), Counter[str]()
    for match in _END.finditer(text):
        ends[match[1]] += 1
        starts[match[2]] += 1
    all_pairs, all_ends = together.total(), ends.total()
    found: dict[str, list[str]] = defaultdict(list)
    for pair, count in together.items():
        by_chance = (ends[pair[0]] + UNSEEN) * (starts[pair[1]] + UNSEEN) / all_ends**2
        if count >= FEWEST and math.log(count / all_pairs / by_chance) >= LEAST:
            found[pair[0]].append(pair[1])
    return {first: "".join(sorted(seconds)) for first, seconds in sorted(found.items())}


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    text = "\n".join(sorted(set(sentences(parser.parse_args().data)))).replace(" ", "")
    found = pairs(text)
    TARGET.write_text("".join(f"{first}{seconds}\n" for first, seconds in found.items()), encoding="utf-8")
    print(f"{sum(map(len, found.values()))} pairs of {len(found)} characters from {len(text)}")


if __name__ == "__main__":
    main()
