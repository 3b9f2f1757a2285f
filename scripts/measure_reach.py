"""How far each bundled encoder reaches: retrieval and alignment beside English in all 127 languages of NTREX.

    python scripts/measure_reach.py --data PATH [--encoders use,e5] [--languages ps,sw] [--only retrieval] [--write]

Retrieval: all 1,007 dev sentences, nearest neighbour both ways. Alignment: strict F1 of sentence beads over articles
whose sentences were merged on either side, dropped and inserted at 10 % each, order kept; the same rewriting in every
language. Vectors are cached, so that an interrupted run goes on where it was (`AUDITOR_CACHE_DIR` names the folder; all
languages take 600 MB, more than the tool's own limit). `--write` puts the figures into the table that ships with the
package, `auditor/encoders/reach.toml`, and leaves those of languages and encoders not asked for as they are.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from bead_rewrites import BeadRecipe, rewrite_beads
from bead_scores import BeadScore, score_steps
from corpora import Lines, ntrex_articles
from ntrex_codes import ntrex_tags
from reach_table import Table, read_table, write_table
from retrieval import retrieval

from auditor.align.aligner import align_segments
from auditor.encoders import Encoder, VectorCache, load_encoder

CACHE_BYTES = 4 * 2**30
RECIPE = BeadRecipe(merge=0.1, drop=0.1, insert=0.1)
ARTICLES = 24
"""Articles that are aligned in each language, the longest: half of the sentences. Each needs its joined sentences
encoded anew."""
MEASURES = ("retrieval", "alignment")


def main() -> None:
    """Print a line per language and encoder; write the table if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoders", default="use,e5")
    parser.add_argument("--languages", default="")
    parser.add_argument("--only", choices=MEASURES)
    parser.add_argument("--precision", default="auto", help="of e5")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    wanted = set(filter(None, arguments.languages.split(",")))
    measures = MEASURES if arguments.only is None else (arguments.only,)
    vectors = VectorCache(limit_bytes=CACHE_BYTES)
    names = arguments.encoders.split(",")
    encoders = [load_encoder(name, cache=vectors, precision=arguments.precision) for name in names]
    for line in report(arguments.data, encoders, wanted, measures, arguments.seed, arguments.write):
        print(line, flush=True)


def report(
    data: Path,
    encoders: Sequence[Encoder],
    languages: set[str] | None = None,
    measures: Sequence[str] = MEASURES,
    seed: int = 11,
    write: bool = False,
) -> Iterator[str]:
    """A line per encoder and language; `languages` are tags, all where it is empty or None."""
    table = read_table() if write else Table({})
    for encoder in encoders:
        for code, (tag, name) in ntrex_tags().items():
            if languages and tag not in languages:
                continue
            figures = {measure: _MEASURED[measure](data, code, encoder, seed) for measure in measures}
            table = table.with_figures(tag, name, encoder.name, figures)
            yield f"{encoder.name} {tag} {name}: " + ", ".join(f"{key} {value:.3f}" for key, value in figures.items())
            if write:
                write_table(table)


def _retrieval(data: Path, code: str, encoder: Encoder, _: int) -> float:
    ours, theirs = ([line for article in _articles(data, c) for line in article.lines] for c in (code, "eng"))
    return retrieval(encoder.encode(ours), encoder.encode(theirs), ours, theirs).accuracy


def _alignment(data: Path, code: str, encoder: Encoder, seed: int) -> float:
    ours, theirs = _articles(data, code), _articles(data, "eng")
    longest = sorted(range(len(theirs)), key=lambda i: (-len(theirs[i].lines), i))[:ARTICLES]
    total = BeadScore()
    for i in longest:
        foreign = _other_lines(ours, i), _other_lines(theirs, i)
        rng = random.Random(f"{seed} {theirs[i].id}")
        pair = rewrite_beads(ours[i].lines, theirs[i].lines, foreign, RECIPE, rng)
        total += score_steps(align_segments(pair.translation, pair.counterpart, encoder.encode), pair.path)
    return total.f1


_MEASURED = {"retrieval": _retrieval, "alignment": _alignment}


def _other_lines(articles: Sequence[Lines], but: int) -> list[str]:
    return [line for i, article in enumerate(articles) if i != but for line in article.lines]


@cache
def _articles(data: Path, code: str) -> list[Lines]:
    return ntrex_articles(data, code)


if __name__ == "__main__":
    main()
