"""Draws findings to be read, shows them, records what a reader says, and writes the precision of each check.

    python scripts/read_findings.py draw --data PATH --work DIR [--corpora human,…] [--languages all|deu,…]
    python scripts/read_findings.py show --work DIR [--most 25] [--checks NAME,…] > sheet
    python scripts/read_findings.py record --work DIR --most 25 --labels FILE
    python scripts/read_findings.py refresh --data PATH --work DIR
    python scripts/read_findings.py publish --work DIR

`draw` runs all checks over machine translations and over human text beside its English original, of the half of the
documents that no threshold was tuned on. `show` prints what nobody has read yet of the first `--most` findings of each
check, machine translations and human text apart, one of a line, in an order by hash. A line of labels is the number
that `show` prints, `right` or `wrong`, and a cause. `refresh` looks again at what was read, after checks were changed.
`publish` counts the readings of what is still found and writes the precision into `auditor/checks/measured.json`; a
reading of something that is no longer found counts for nothing.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import findings_drawn
import measured_file
from clean_news import clean_codes
from count_readings import precisions
from findings_drawn import HUMAN, MACHINE, Drawn
from readings import RIGHT, Readings, load, reading_of, save

from auditor.audit.selection import selected_checks
from auditor.checks.measured import measured
from auditor.config import Settings
from auditor.core.mqm import Severity

NEUTRAL = 3
"""A third as many neutral findings are read as others."""


def main() -> None:
    """Run one of the steps."""
    steps = {"draw": _draw, "show": _show, "record": _record, "refresh": _refresh, "publish": _publish}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=tuple(steps))
    parser.add_argument("--work", type=Path, required=True, help="folder of drawn findings; they hold corpus text")
    parser.add_argument("--data", type=Path, help="the corpora, for `draw`")
    parser.add_argument("--corpora", default=",".join([*MACHINE, HUMAN]), help="separated by commas")
    parser.add_argument("--languages", default="all", help="of the human text")
    parser.add_argument("--systems", type=int, default=2, help="machine translations of each document")
    parser.add_argument("--most", type=int, default=25, help="findings of a check to read, of either kind of text")
    parser.add_argument("--checks", default="", help="only these, by name; `draw` leaves what it drew of others")
    parser.add_argument("--labels", type=Path, help="file of labels, for `record`")
    args = parser.parse_args()
    steps[args.step](args)


def number(drawn: Drawn) -> str:
    """By which a finding is named on a sheet."""
    place = f"{drawn.check} {drawn.corpus} {drawn.language} {drawn.document} {drawn.line} {drawn.start} {drawn.end}"
    return sha256(place.encode()).hexdigest()[:8]


def sample(found: Iterable[Drawn], most: int) -> list[Drawn]:
    """The first of each check, machine translations and human text apart, but for what is hidden; fewer neutral ones.

    One of a line; ordered by hash, language by language in turn, so that no language outweighs the others.
    """
    groups: dict[tuple[str, bool, bool], list[Drawn]] = defaultdict(list)
    seen: set[tuple[object, ...]] = set()
    for drawn in found:
        place = (drawn.check, drawn.corpus, drawn.language, drawn.document, drawn.line)
        if drawn.confidence >= Settings().confidence and place not in seen:
            seen.add(place)
            groups[drawn.check, drawn.corpus == HUMAN, drawn.severity == Severity.NEUTRAL].append(drawn)
    return [drawn for key in sorted(groups) for drawn in _in_turn(groups[key])[: most // NEUTRAL if key[2] else most]]


def _in_turn(found: list[Drawn]) -> list[Drawn]:
    """By hash; the first of each language first, then the second of each."""
    seen: dict[tuple[str, str], int] = defaultdict(int)
    turns = []
    for drawn in sorted(found, key=lambda drawn: drawn.order):
        place = (drawn.corpus, drawn.language)
        turns.append((seen[place], drawn.order, drawn))
        seen[place] += 1
    return [drawn for _, _, drawn in sorted(turns, key=lambda turn: turn[:2])]


def _draw(args: argparse.Namespace) -> None:
    checks = selected_checks(Settings(select=_wanted(args)))
    _, before = findings_drawn.read(args.work)
    kept = [one for one in before if args.checks and one.check not in _wanted(args)]
    for corpus in args.corpora.split(","):
        for code in clean_codes(args.data, args.languages) if corpus == HUMAN else [""]:
            sentences, found = findings_drawn.draw(args.data, corpus, code, checks, args.systems)
            others = [one for one in kept if one.corpus == corpus and (corpus != HUMAN or one.language == code)]
            findings_drawn.write(args.work, corpus, code, sentences, [*found, *others])
            print(f"{corpus} {code}: {len(found)} findings in {sentences} sentences", flush=True)


def _refresh(args: argparse.Namespace) -> None:
    """Looks again at what was read: it may be found no longer, or be called something else."""
    known = load()
    checks = {check.name: check for check in selected_checks(Settings(select=_wanted(args)))}
    sentences, drawn = findings_drawn.read(args.work)
    files: dict[tuple[str, str], list[Drawn]] = defaultdict(list)
    for one in drawn:
        files[one.corpus, one.language if one.corpus == HUMAN else ""].append(one)
    for (corpus, code), found in sorted(files.items()):
        read = [one for one in found if one.check in checks and known.of(one) is not None]
        wanted = [checks[name] for name in sorted({one.check for one in read} & checks.keys())]
        if not read:
            continue
        documents = {one.document for one in read}
        _, again = findings_drawn.draw(args.data, corpus, code, wanted, args.systems, documents)
        now = Readings(reading_of(one, RIGHT, "") for one in again)
        still = [one for one in again if known.of(one) is not None]
        others = [one for one in found if one not in read]
        count = sentences["human" if corpus == HUMAN else "machine", findings_drawn.place(args.work, corpus, code).stem]
        findings_drawn.write(args.work, corpus, code, count, [*still, *others])
        lost = sum(now.of(one) is None for one in read)
        print(f"{corpus} {code}: {len(read)} were read, {lost} of them are no longer found", flush=True)


def _wanted(args: argparse.Namespace) -> tuple[str, ...]:
    return tuple(filter(None, args.checks.split(",")))


def _unread(args: argparse.Namespace) -> Iterator[Drawn]:
    _, found = findings_drawn.read(args.work)
    read = load()
    wanted = _wanted(args)
    for drawn in sample(found, args.most):
        if read.of(drawn) is None and (not wanted or drawn.check in wanted):
            yield drawn


def _show(args: argparse.Namespace) -> None:
    for drawn in _unread(args):
        place = f"{drawn.corpus} {drawn.language} {drawn.document}:{drawn.line}"
        print(f"{number(drawn)} {drawn.check} {drawn.severity} {drawn.confidence:.2f}  {place}\n{drawn.shown.rstrip()}")
        print(f"  beside: {drawn.beside}\n")


def _record(args: argparse.Namespace) -> None:
    known = {number(drawn): drawn for drawn in _unread(args)}
    rows = list(load().rows)
    for line in filter(None, map(str.strip, args.labels.read_text(encoding="utf-8").splitlines())):
        name, label, *cause = line.split(maxsplit=2)
        if name not in known:
            raise SystemExit(f"{args.labels}: {name} is nothing that `show` prints; draw and show again.")
        rows.append(reading_of(known.pop(name), label, "".join(cause)))
    save(rows)
    print(f"{len(rows)} readings; {len(known)} of the sample are still unread")


def _publish(args: argparse.Namespace) -> None:
    sentences, found = findings_drawn.read(args.work)
    measured_file.write_precision(precisions(sentences, found, load(), measured()))


if __name__ == "__main__":
    main()
