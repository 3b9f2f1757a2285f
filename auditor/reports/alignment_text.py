"""`align --format tsv` and `ladder`: a line per bead."""

from __future__ import annotations

from auditor.core.alignment import Alignment, DocumentPair
from auditor.reports.alignment_parts import joined, line_numbers

COLUMNS = ("translation_segments", "counterpart_segments", "similarity", "cost", "translation", "counterpart")


def render_alignment_tsv(pair: DocumentPair, alignment: Alignment) -> str:
    """A header, then segment indices (comma-separated), similarity, cost and the text of both sides.

    Tabs and line breaks inside the text become spaces; a side without segments is empty.
    """
    lines = ["\t".join(COLUMNS)]
    for bead in alignment.beads:
        similarity = "" if bead.similarity is None else f"{bead.similarity:.4f}"
        indices = [",".join(map(str, side)) for side in (bead.translation, bead.counterpart)]
        texts = [joined(pair.translation, bead.translation), joined(pair.counterpart, bead.counterpart)]
        lines.append("\t".join([*indices, similarity, f"{bead.cost:.4f}", *texts]))
    return "".join(f"{line}\n" for line in lines)


def render_ladder(pair: DocumentPair, alignment: Alignment, *, lines: bool = False) -> str:
    """`[0, 1]:[0]:0.1234` per bead: 0-based segments of the translation, of the counterpart, the cost.

    With `lines`, numbers are lines of the files instead, for input that holds one segment per line.
    """
    out = []
    for bead in alignment.beads:
        sides = [list(bead.translation), list(bead.counterpart)]
        if lines:
            sides = [line_numbers(pair.translation, sides[0]), line_numbers(pair.counterpart, sides[1])]
        out.append(f"{sides[0]}:{sides[1]}:{bead.cost:.4f}\n")
    return "".join(out)
