"""Measures sentence boundaries and language detection on NTREX.

    python scripts/benchmark_segmentation.py --data PATH [--languages en ar …] [--every N]

PATH holds `ntrex/<code>.dev.txt.gz`, one `document<TAB>sentence` a line. The lines of a document are joined with spaces
(not at all in Chinese and Japanese) and cut again. A boundary counts towards recall only where its line ends in a
sentence end of its language: no splitter can find the end of a headline inside running text. Lines that hold two
sentences count against precision; human translators merge and split freely, so .87 (Polish) can be near perfect.
"""

from __future__ import annotations

import argparse
import gzip
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.core.document import Span
from auditor.languages import Language, detect_language, get_language, known_languages, normalise_code
from auditor.segment import sentence_spans

CLOSING = "\"”»’)״“'」』*\u200e\u200f "
"""What may stand behind the last stop of a line."""
JOINED = frozenset(("zh", "ja"))
SUFFIX = ".dev.txt.gz"


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Counts over all documents of one language."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of found boundaries that are ends of lines."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Share of marked ends of lines that were found."""
        return self.right / max(self.right + self.missed, 1)


def main() -> None:
    """Print one row per file: boundaries, then detection of whole documents and of single sentences."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds ntrex/")
    parser.add_argument("--languages", nargs="*", default=known_languages(), help="codes to measure; default all known")
    parser.add_argument("--every", type=int, default=10, help="detect every N-th single sentence (default %(default)s)")
    options = parser.parse_args()
    print("file\tlanguage\tprecision\trecall\twrong\tmissed\tdocuments told\tsentences told")
    for path, code in _files(options.data / "ntrex", options.languages):
        documents = _documents(path)
        found = boundaries_of(documents, get_language(code))
        whole = _told([" ".join(lines) for lines in documents], code)
        single = _told([line for lines in documents for line in lines][:: options.every], code)
        name = path.name.removesuffix(SUFFIX)
        figures = f"{found.precision:.3f}\t{found.recall:.3f}\t{found.wrong}\t{found.missed}"
        print(f"{name}\t{code}\t{figures}\t{whole:.3f}\t{single:.3f}", flush=True)


def boundaries_of(documents: list[list[str]], language: Language) -> Boundaries:
    """How well the ends of lines are found again in joined documents."""
    right = wrong = missed = 0
    between = "" if language.code in JOINED else " "
    for lines in documents:
        text = between.join(lines)
        marked, unmarked = _ends(lines, len(between), language)
        spans = sentence_spans(text, Span(0, len(text)), language)
        found = {span.end for span in spans[:-1]} - unmarked
        right += len(found & marked)
        wrong += len(found - marked)
        missed += len(marked - found)
    return Boundaries(right, wrong, missed)


def _ends(lines: list[str], between: int, language: Language) -> tuple[set[int], set[int]]:
    """Offsets of line ends, the last left out: those that end in a stop (or in a language without), the others."""
    marked: set[int] = set()
    unmarked: set[int] = set()
    at = 0
    for line in lines[:-1]:
        at += len(line)
        stopped = line.rstrip(CLOSING).endswith((*language.sentence_ends, "፡"))
        (marked if stopped or not language.final_stop else unmarked).add(at)
        at += between
    return marked, unmarked


def _told(texts: list[str], code: str) -> float:
    return sum(detect_language(text).language == code for text in texts) / max(len(texts), 1)


def _files(folder: Path, codes: list[str]) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        code = normalise_code(path.name.removesuffix(SUFFIX))
        if code in codes:
            yield path, code


def _documents(path: Path) -> list[list[str]]:
    documents: dict[str, list[str]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            name, sentence = row.rstrip("\n").split("\t", 1)
            if flat := " ".join(sentence.split()):
                documents[name].append(flat)
    return list(documents.values())


if __name__ == "__main__":
    main()
