"""Number words and names of months and weekdays from CLDR for language files that have none.

Usage: python scripts/fill_languages.py RBNF   (the folder `rbnf` of the npm package cldr-rbnf; Babel must be installed)

Spelled numbers are made by CLDR's own rules (every gender and case form they know, 0 to 99 and whole hundreds), so the
entries are whole words or phrases; ordinals are left out. What a file already says is never touched.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "auditor" / "languages" / "data"
UNSPACED = {"th", "km", "my", "lo"}
"""Scripts without spaces, in which a number word cannot be told from a part of another word."""
ALSO = {"sr": ("sr", "sr-Latn"), "no": ("no", "nn")}
BABEL = {"no": ("nb", "nn"), "sr": ("sr_Cyrl", "sr_Latn"), "zh": ("zh",)}
MOST_FORMS = 6
"""Genders and cases of a language that are taken; Finnish would give 28 of each word."""
BASES = (100, 1000, 10**6, 10**9, 10**12)
_PIECE = re.compile(r"\[([^\]]*)\]|([←→=])([^←→=]*)\2|\$\((?:cardinal),([^)]*)\)\$")


class Spellout:
    """CLDR's spell-out rules of one language, for whole numbers."""

    def __init__(self, rules: dict[str, list[list[str]]]) -> None:
        self.sets = {name: _parsed(rows) for name, rows in rules.items() if isinstance(rows, list)}

    def spell(self, name: str, number: int) -> str | None:
        """`number` by the rule set `name`; None where the rules fall back on digits."""
        found = [rule for rule in self.sets.get(name, ()) if rule[0] <= number]
        if not found:
            return None
        base, radix, text = found[-1]
        divisor = 1
        while base and divisor * radix <= base:
            divisor *= radix
        try:
            return " ".join(self._fill(name, text, number, divisor).replace("\xad", "").split())
        except LookupError:
            return None

    def _fill(self, name: str, text: str, number: int, divisor: int) -> str:
        def piece(match: re.Match[str]) -> str:
            if match[1] is not None:
                return self._fill(name, match[1], number, divisor) if number % divisor else ""
            if match[4] is not None:
                forms = dict(re.findall(r"(\w+)\{([^}]*)\}", match[4]))
                return forms.get("other", "")
            value = {"←": number // divisor, "→": number % divisor, "=": number}[match[2]]
            spelled = self.spell(match[3] or name, value) if not match[3].startswith(("#", "0")) else None
            if spelled is None:
                raise LookupError(match[3])
            return spelled

        return _PIECE.sub(piece, text)

    def magnitudes(self, name: str, small: set[str]) -> dict[str, int]:
        """The words for 100, 1000, a million and so on, singular and plural, without the number before them."""
        found: dict[str, int] = {}
        for base, _, text in self.sets[name]:
            power = next((b for b in BASES if base in (b, 2 * b, 3 * b, 5 * b)), None)
            if power is None or (power == 100 and base != 100):
                continue
            bare = re.sub(r"\[[^\]]*\]", " ", text).replace("\xad", " ")
            bare = re.sub(r"\$\(cardinal,([^)]*)\)\$", lambda m: " ".join(re.findall(r"\{([^}]*)\}", m[1])), bare)
            bare = re.sub(r"([←→=])[^←→=]*\1", " ", bare)
            for word in bare.split():
                if len(word) > 2 and not any(char.isdigit() for char in word) and word.casefold() not in small:
                    found.setdefault(word.casefold(), power)
        return found


def _parsed(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    parsed = []
    for head, text in rows:
        base, _, radix = head.rstrip(">").partition("/")
        if base.replace(",", "").isdigit():
            parsed.append((int(base.replace(",", "")), int(radix or 10), text.rstrip(";").removeprefix("'")))
    return sorted(parsed)


def number_words(folder: Path, code: str) -> tuple[dict[str, int], dict[str, int]]:
    """(words, magnitudes) of a language, empty when CLDR has no rules for it."""
    words: dict[str, int] = {}
    magnitudes: dict[str, int] = {}
    for name in ALSO.get(code, (code,)):
        path = folder / f"{name}.json"
        if not path.is_file():
            continue
        spellout = Spellout(json.loads(path.read_text(encoding="utf-8"))["rbnf"]["rbnf"]["SpelloutRules"])
        cardinals = [rules for rules in spellout.sets if rules.startswith("%spellout-cardinal")]
        for rules in cardinals[:MOST_FORMS]:
            for number in (*range(100), *range(200, 1000, 100)):
                spelled = spellout.spell(rules, number)
                if spelled and re.fullmatch(r"[^\d=←→#]+", spelled):
                    words.setdefault(spelled.casefold().replace("-", " "), number)
            magnitudes |= spellout.magnitudes(rules, set(words))
    for word in magnitudes:
        words.pop(word, None)
    return {word: value for word, value in words.items() if not _composed(word, value, words)}, magnitudes


def _composed(word: str, value: int, words: dict[str, int]) -> bool:
    """Whether the number grammar makes it of a ten and a unit, written apart or as one word."""
    if value < 21 or value % 10 == 0:
        return False
    if " " in word:
        first, last = word.split()[0], word.split()[-1]
        return word.count(" ") == 1 and {words.get(first), words.get(last)} == {value - value % 10, value % 10}
    return any(
        {words.get(word[:cut]), words.get(word[cut:])} == {value - value % 10, value % 10}
        for cut in range(1, len(word))
    )


def date_names(code: str) -> tuple[list[list[str]], list[list[str]]]:
    """Months and weekdays, wide and abbreviated, standing alone and in a date."""
    from babel import Locale, UnknownLocaleError  # no dependency of the project

    months: list[list[str]] = [[] for _ in range(12)]
    weekdays: list[list[str]] = [[] for _ in range(7)]
    for name in BABEL.get(code, (code,)):
        try:
            locale = Locale.parse(name)
        except UnknownLocaleError:
            continue
        for form in ("stand-alone", "format"):
            for i in range(12):
                _add(months[i], locale.months[form]["wide"][i + 1])
            for i in range(7):
                _add(weekdays[i], locale.days[form]["wide"][i])
    return months, weekdays


def _add(names: list[str], name: str) -> None:
    folded = name.casefold()
    if folded not in names and any(char.isalpha() for char in folded) and not any(char.isdigit() for char in folded):
        names.append(folded)


def filled(code: str, text: str, folder: Path) -> str:
    """The language file with what it lacked; for a process of its own, since Babel's aliases leak between locales."""
    table = tomllib.loads(text)
    parts = [text.rstrip("\n")]
    if not table.get("numbers", {}).get("words") and code not in UNSPACED:
        words, magnitudes = number_words(folder, code)
        if words:
            parts.append("\n[numbers.words]\n" + "\n".join(f'"{word}" = {value}' for word, value in words.items()))
            if not table.get("numbers", {}).get("magnitudes"):
                rows = "\n".join(f'"{word}" = {value:_}' for word, value in magnitudes.items())
                parts.append("\n[numbers.magnitudes]\n" + rows)
    if not table.get("dates", {}).get("months"):
        months, weekdays = date_names(code)
        if all(months) and all(weekdays):
            rows = [_rows("months", months), _rows("weekdays", weekdays)]
            parts.append("\n[dates]\n" + "\n".join(rows))
    return "\n".join(parts) + "\n"


def _rows(key: str, names: list[list[str]]) -> str:
    lines = ["  [" + ", ".join(json.dumps(name, ensure_ascii=False) for name in group) + "]," for group in names]
    return "\n".join([f"{key} = [", *lines, "]"])


def main() -> int:
    """Fill the files and say which changed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rbnf", type=Path)
    folder = parser.parse_args().rbnf
    paths = sorted(DATA.glob("*.toml"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    with ProcessPoolExecutor(max_workers=1, max_tasks_per_child=1) as pool:
        made = list(pool.map(filled, [path.stem for path in paths], texts, [folder] * len(paths)))
    for path, before, after in zip(paths, texts, made, strict=True):
        if after != before:
            path.write_text(after, encoding="utf-8")
            print(f"{path.name}: {len(after.splitlines()) - len(before.splitlines())} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
