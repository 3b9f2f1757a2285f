"""Words for units of measure from CLDR, per language, for those that `units.toml` does not know.

Usage: python scripts/fill_units.py UNITS   (the folder `main` of the npm package cldr-units-full)

Every number and case form that CLDR has of a unit is taken, written behind its number. Words of one language mean the
unit in that language only. Forms of one word that agree in `STEM` letters or more become one entry with any ending.
"""

from __future__ import annotations

import argparse
import json
import sys
from itertools import takewhile
from pathlib import Path

from auditor.facts.fold import fold
from auditor.facts.measures import find_measures
from auditor.facts.numbers import find_numbers
from auditor.languages import get_language, known_languages

TARGET = Path(__file__).resolve().parent.parent / "auditor" / "facts" / "data" / "unit_words.toml"
UNITS = {
    "length-kilometer": "length.kilometre", "length-meter": "length.metre", "length-centimeter": "length.centimetre",
    "length-millimeter": "length.millimetre", "length-mile": "length.mile", "length-foot": "length.foot",
    "length-inch": "length.inch", "length-yard": "length.yard", "mass-kilogram": "mass.kilogram",
    "mass-gram": "mass.gram", "mass-pound": "mass.pound", "mass-ounce": "mass.ounce", "mass-tonne": "mass.tonne",
    "area-hectare": "area.hectare", "area-acre": "area.acre", "area-square-kilometer": "area.square_kilometre",
    "area-square-mile": "area.square_mile", "area-square-meter": "area.square_metre",
    "area-square-foot": "area.square_foot", "volume-liter": "volume.litre", "volume-gallon": "volume.gallon",
    "temperature-celsius": "temperature.celsius", "temperature-fahrenheit": "temperature.fahrenheit",
}  # fmt: skip
ALSO = {"no": ("no", "nn"), "sr": ("sr", "sr-Latn"), "zh": ("zh", "zh-Hant"), "pt": ("pt", "pt-PT")}
STEM = 6
"""Letters from which on a common beginning can hardly begin another word: kilome-, hektár-, not metr- (metro)."""
OTHERS = frozenset({
    ("hu", "area.acre"), ("hr", "area.acre"), ("bs", "area.acre"), ("fr", "length.yard"), ("kk", "mass.gram"),
})  # fmt: skip
"""Words of these are other things, or other units: Hungarian hold, also a moon; Croatian jutro, 0.58 hectares."""
NUMBER = "{0}"


def forms_of(folder: Path, code: str) -> dict[str, list[str]]:
    """The words of a language by unit, without what is known already."""
    found: dict[str, list[str]] = {}
    for name in ALSO.get(code, (code,)):
        path = folder / name / "units.json"
        if not path.is_file():
            continue
        units = json.loads(path.read_text(encoding="utf-8"))["main"][name]["units"]["long"]
        for source, unit in UNITS.items():
            if (code, unit) not in OTHERS:
                found.setdefault(unit, []).extend(_forms(units.get(source, {}), code, unit))
    return {unit: _stemmed(dict.fromkeys(words)) for unit, words in found.items() if words}


def _forms(patterns: dict[str, str], code: str, unit: str) -> list[str]:
    """Those behind a number that are not read yet."""
    plain = [text for key, text in patterns.items() if "-count-" in key and text.startswith(NUMBER)]
    words = [fold(text.removeprefix(NUMBER).strip(" \u00a0\u202f").replace("\u00a0", " ")) for text in plain]
    return [word for word in words if len(word) > 1 and word[0].isalpha() and not _known(word, code, unit)]


def _known(word: str, code: str, unit: str) -> bool:
    text = f"5 {word}"
    measures = list(find_measures(text, find_numbers(text, get_language(code)), code))
    return any(f"{measure.unit.dimension}.{measure.unit.name}" == unit for measure in measures)


def _stemmed(words: dict[str, None]) -> list[str]:
    """One entry with any ending for the single words, where they have a long beginning in common."""
    single = [word for word in words if " " not in word]
    stem = _beginning(single)
    if len(stem) < STEM:
        return sorted(words)
    return sorted([f"{stem}*", *(word for word in words if " " in word)])


def _beginning(words: list[str]) -> str:
    """The letters that all of them begin with."""
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*words, strict=False))
    return "".join(letters[0] for letters in alike)


def table(folder: Path) -> list[str]:
    """The file, a section for each language."""
    lines = [
        "# Words for units of measure by language, as `scripts/fill_units.py` makes them from CLDR; see `units.toml`.",
    ]
    for code in known_languages():
        forms = forms_of(folder, code)
        if forms:
            lines += ["", f"[{code}]"]
            lines += [f'"{unit}" = {json.dumps(words, ensure_ascii=False)}' for unit, words in forms.items()]
    return lines


def main() -> int:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("units", type=Path)
    folder = parser.parse_args().units
    TARGET.write_text("", encoding="utf-8")  # what it says itself is not known yet
    TARGET.write_text("\n".join(table(folder)) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
