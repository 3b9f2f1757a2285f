"""Other checkers beside ours: false alarms in human news, and which planted artifacts each finds, in one run.

    python scripts/benchmark_rivals.py --data PATH --rivals FOLDER [--plants N] [--half publish] [--write]

translate-toolkit's pofilter in ten languages, rule by rule where it has one of the same kind, and Harper in English.
How to install them: `other_checkers.py`. All run with their defaults, ours at the default confidence, neutral findings
included, since the others know no severity. pofilter sees each line beside its English one, Harper the line alone.
`--write` puts the figures into `scripts/rivals.json`, from which `docs/accuracy.md` has its table.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clean_news import ENGLISH, GAP, HALVES, language_of, subject_of
from corpora import Lines
from measure_plants import CODES, articles, recipes
from other_checkers import Rules, harper, pofilter, reach, versions
from planting import Article, Plant
from rivals_section import ALL, ALONE, BESIDE, HARPER, HARPER_MARKS, OURS, PLACE, PO

from auditor.audit.selection import can_run
from auditor.checks import Check, Subject, find_check
from auditor.checks.precision import with_precision
from auditor.config import Settings

SPELLING = "Spelling: "
"""What Harper says of every name it does not know."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What both sides look for."""

    name: str
    ours: tuple[str, ...]
    """Checks; those that a recipe of the same name plants for are the ones tried."""
    theirs: tuple[str, ...]
    """Filters of pofilter."""


KINDS = (
    Kind(
        "end marks",
        ("missing-final-punctuation", "final-punctuation-differs", "truncated-sentence"),
        ("endpunc",),
    ),
    Kind("double spaces", ("double-space",), ("doublespacing",)),
    Kind("spaces at marks", ("space-before-punctuation", "missing-space-after-punctuation"), ("puncspacing",)),
    Kind("numbers", ("number-changed", "number-missing", "number-added"), ("numbers",)),
    Kind("brackets", ("unpaired-bracket", "brackets-for-quotes"), ("brackets",)),
    Kind(
        "quotation marks",
        ("unpaired-quote", "stray-quote", "adjacent-quotes", "nested-same-quotes", "quote-count-differs"),
        ("doublequoting", "singlequoting"),
    ),
    Kind("doubled words", ("doubled-word", "repeated-ngram"), ("doublewords",)),
    Kind("web addresses", ("link-changed",), ("urls",)),
    Kind("e-mail addresses", ("email-changed",), ("emails",)),
    Kind("text left as it is", ("untranslated-passage",), ("unchanged", "untranslated")),
    Kind(
        "markup",
        ("template-marker", "leftover-entity-or-escape"),
        ("variables", "printf", "pythonbraceformat", "xmltags"),
    ),
    Kind("small letter first", ("lowercase-start",), ("startcaps", "simplecaps")),
)


class Tally:
    """Findings in clean lines and artifacts found, by kind and side."""

    def __init__(self) -> None:
        self.sentences: dict[str, int] = defaultdict(int)
        """By side: those it was shown."""
        self.alarms: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.planted: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))

    def plant(self, kinds: Sequence[str], side: str, *, found: bool) -> None:
        """One artifact that this side was shown."""
        for kind in kinds:
            self.planted[kind][side] += 1
            self.found[kind][side] += found

    def rows(self) -> dict[str, dict[str, dict[str, int]]]:
        """By kind and side: sentences, findings in them, artifacts, and those found."""
        return {
            kind: {
                side: {
                    "sentences": self.sentences[side],
                    "alarms": self.alarms[kind][side],
                    "planted": self.planted[kind][side],
                    "found": self.found[kind][side],
                }
                for side in sorted(self.planted[kind].keys() | self.alarms[kind].keys())
            }
            for kind in sorted(self.planted.keys() | self.alarms.keys())
        }


class Benchmark:
    """One run over all languages."""

    def __init__(self, data: Path, half: str, plants: int) -> None:
        self._data, self._half, self._plants = data, half, plants
        self._confidence = Settings().confidence
        self._checks = {name: find_check(name)() for kind in KINDS for name in kind.ours}
        self._recipes = recipes()
        self.beside, self.english = Tally(), Tally()

    def run(self, code: str) -> None:
        """One language: ours and pofilter beside the English original; English itself ours alone and Harper."""
        known = articles(self._data, code, self._half)
        alone = code == ENGLISH
        tally, rules = (self.english, harper()) if alone else (self.beside, pofilter(language_of(code)))
        for own, english, article in known:
            subject = subject_of(own, article.language, None if alone else english)
            lines = list(zip(own.lines, english.lines, strict=True))
            broken = [rules(line, "" if alone else source) for line, source in lines]
            for side in (OURS, HARPER, HARPER_MARKS) if alone else (OURS, PO):
                tally.sentences[side] += len(lines)
            for kind in KINDS:
                spoken = len(self._findings(kind, subject))
                tally.alarms[kind.name][OURS] += spoken
                if alone:
                    tally.alarms[ALL][OURS] += spoken
                else:
                    tally.alarms[kind.name][PO] += sum(len(rules_ & {*kind.theirs}) for rules_ in broken)
            if alone:
                tally.alarms[ALL][HARPER] += sum(map(len, broken))
                tally.alarms[ALL][HARPER_MARKS] += sum(len(_marks(rules_)) for rules_ in broken)
        for kind, own, english, plant in self._plantings(code, known):
            self._try(tally, kind, plant, own, None if alone else english, rules)

    def _findings(self, kind: Kind, subject: Subject) -> list[int]:
        """Lines on which ours speak; one finding is counted once for each check."""
        checks: list[Check] = [self._checks[name] for name in kind.ours]
        spoken = [check for check in checks if check.speaks(subject.language.code) and can_run(check, subject)]
        found = [with_precision(one, subject.language.code) for check in spoken for one in check.findings(subject)]
        return [subject.text.count(GAP, 0, one.span.start) for one in found if one.confidence >= self._confidence]

    def _plantings(
        self, code: str, known: Sequence[tuple[Lines, Lines, Article]]
    ) -> Iterator[tuple[Kind, Lines, Lines, Plant]]:
        """Of each recipe of each kind as many as are asked for, whichever checks speak in the language."""
        for kind in KINDS:
            for name in kind.ours:
                recipe, rng, done = self._recipes.get(name), random.Random(f"{code}:{name}"), 0
                if recipe is None or (code == ENGLISH and not _alone(self._checks[name])):
                    continue
                for own, english, article in rng.sample(known, len(known)):
                    plant = recipe(article, rng) if done < self._plants else None
                    if plant is not None:
                        yield kind, own, english, plant
                        done += 1

    def _try(self, tally: Tally, kind: Kind, plant: Plant, own: Lines, english: Lines | None, rules: Rules) -> None:
        lines = Lines(own.id, own.language, plant.article.lines)
        subject = subject_of(lines, plant.article.language, english, plant.article.origin)
        spoken = self._findings(kind, subject)
        rows = (kind.name,) if english is not None else (kind.name, ALL)
        tally.plant(rows, OURS, found=any(plant.first <= line <= plant.last for line in spoken))
        damaged = range(plant.first, plant.last + 1)
        after = [rules(lines.lines[line], plant.article.told(line)) for line in damaged]
        if english is not None:
            tally.plant(rows, PO, found=any(broken & {*kind.theirs} for broken in after))
            return
        before = [rules(own.lines[at], "") for line in damaged if (at := plant.article.origin[line]) is not None]
        new = frozenset[str]().union(*after) - frozenset[str]().union(*before)
        tally.plant(rows, HARPER, found=bool(new))
        tally.plant(rows, HARPER_MARKS, found=bool(_marks(new)))


def _marks(rules: frozenset[str]) -> frozenset[str]:
    return frozenset(rule for rule in rules if not rule.startswith(SPELLING))


def _alone(check: Check) -> bool:
    return not check.needs


def table(rows: dict[str, dict[str, dict[str, int]]]) -> list[str]:
    """One line a kind and side: findings in 1,000 clean sentences and share of the planted found, ours as the unit."""
    lines = []
    for kind, sides in rows.items():
        for side, one in sides.items():
            alarms = 1000 * one["alarms"] / max(1, one["sentences"])
            own = sides.get(OURS)
            ratio = f", {one['alarms'] / own['alarms']:.1f} of ours" if own and side != OURS and own["alarms"] else ""
            if side in (HARPER, HARPER_MARKS) and kind != ALL:
                alarms, ratio = float("nan"), ""
            share = f"{one['found']} of {one['planted']} found" if one["planted"] else "none planted"
            lines.append(f"  {kind:20} {side:24} {alarms:8.2f} in 1,000{ratio}; {share}")
    return lines


def main() -> None:
    """Measure and print; write when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rivals", type=Path, help="folder of their packages, where they are not importable")
    parser.add_argument("--languages", default=",".join(CODES))
    parser.add_argument("--half", choices=HALVES, default="publish")
    parser.add_argument("--plants", type=int, default=4, help="of each recipe in each language")
    parser.add_argument("--write", action="store_true", help="put the figures into scripts/rivals.json")
    args = parser.parse_args()
    reach(args.rivals)
    benchmark, codes = Benchmark(args.data, args.half, args.plants), []
    for code in args.languages.split(","):
        benchmark.run(code)
        codes.append(language_of(code))
        figures = {
            "versions": versions(),
            "half": args.half,
            "languages": codes,
            BESIDE: benchmark.beside.rows(),
            ALONE: benchmark.english.rows(),
        }
        if args.write:
            PLACE.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(BESIDE, *table(benchmark.beside.rows()), ALONE, *table(benchmark.english.rows()), sep="\n")


if __name__ == "__main__":
    main()
