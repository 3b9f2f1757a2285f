"""Writes what was measured of the checks into the package."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from clean_news import language_of
from measure_clean import Clean
from measure_machine import Machine
from measure_plants import Tried

from auditor.checks import measured
from auditor.checks.measured import Measured

PLACE = Path(measured.__file__).with_name(measured.FILE)


def write(
    alone: Mapping[str, Clean], paired: Mapping[str, Clean], tried: Sequence[Tried], machine: Mapping[str, Machine]
) -> None:
    """What was found and planted; regional forms and scripts of one language are counted together."""
    table: dict[str, object] = {
        "alone": _by_language(alone),
        "paired": _by_language(paired),
        "planted": _planted(tried),
        "machine": _machine(machine),
        "precision": _stored().get("precision", {}),
    }
    _store(table)


def write_precision(precision: Mapping[str, Mapping[str, tuple[int, int, float]]]) -> None:
    """What was read, beside what was measured before."""
    _store({**_stored(), "precision": {check: dict(rows) for check, rows in precision.items()}})


def _stored() -> dict[str, object]:
    return dict(json.loads(PLACE.read_text(encoding="utf-8")))


def _store(table: dict[str, object]) -> None:
    Measured.model_validate(table)
    PLACE.write_text(_compact(table), encoding="utf-8")


def _by_language(results: Mapping[str, Clean]) -> dict[str, dict[str, object]]:
    grouped: dict[str, list[Clean]] = defaultdict(list)
    for code, one in results.items():
        grouped[language_of(code)].append(one)
    found: dict[str, dict[str, object]] = {}
    for language, several in sorted(grouped.items()):
        shown: Counter[str] = sum((one.shown for one in several), Counter())
        grave: Counter[str] = sum((one.grave for one in several), Counter())
        found[language] = {
            "sentences": sum(one.sentences for one in several),
            "active": max(one.active for one in several),
            "found": {name: [shown[name], grave[name]] for name in sorted(shown)},
        }
        if graves := [one.model_dump() for result in several for one in result.graves]:
            found[language]["graves"] = graves
    return found


def _planted(tried: Sequence[Tried]) -> dict[str, dict[str, list[int]]]:
    found: dict[str, dict[str, list[int]]] = {}
    for one in tried:
        counts = found.setdefault(one.check, {}).setdefault(language_of(one.code), [0, 0])
        counts[0] += one.found or one.by_other
        counts[1] += 1
    return {name: found[name] for name in sorted(found)}


def _machine(results: Mapping[str, Machine]) -> dict[str, object]:
    found: Counter[str] = sum((Counter(one.found) for one in results.values()), Counter())
    marked: Counter[str] = sum((Counter(one.marked) for one in results.values()), Counter())
    return {
        "sentences": sum(one.sentences for one in results.values()),
        "found": {name: [found[name], marked[name]] for name in sorted(found)},
    }


def _compact(table: dict[str, object]) -> str:
    """One language or check a line, so that a change can be read."""
    parts = []
    for name, value in table.items():
        assert isinstance(value, dict)
        lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(item)}" for key, item in value.items())
        parts.append(f" {json.dumps(name)}: {{\n{lines}\n }}")
    return "{\n" + ",\n".join(parts) + "\n}\n"
