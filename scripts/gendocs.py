"""Writes docs/checks, docs/settings.md, docs/languages.md and docs/accuracy.md; with --check only compares.

Usage: python scripts/gendocs.py [--check]
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
import textwrap
from itertools import pairwise
from pathlib import Path

from accuracy_page import accuracy_page

from auditor.checks import Check, all_checks
from auditor.config import Settings
from auditor.encoders.choose import choose_encoder
from auditor.encoders.reach import ENGLISH, Reach, all_reach
from auditor.encoders.trust import DEPENDABLE, MISLEADING
from auditor.reports.check_page import render_check_page

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "checks"
SETTINGS = FOLDER.parent / "settings.md"
LANGUAGES = FOLDER.parent / "languages.md"
ACCURACY = FOLDER.parent / "accuracy.md"


def pages() -> dict[Path, str]:
    """Every generated file and what it should hold."""
    made = {FOLDER / f"{check.name}.md": render_check_page(check) for check in all_checks()}
    whole = {FOLDER / "README.md": index(all_checks()), SETTINGS: settings_page(), LANGUAGES: languages_page()}
    return made | whole | {ACCURACY: accuracy_page()}


def index(checks: tuple[type[Check], ...]) -> str:
    """The table of all checks, in Markdown."""
    rows = [f"| {c.id} | [{c.name}]({c.name}.md) | {c.severity} | {c.summary()} |" for c in checks]
    head = [
        "# Checks",
        "",
        "Written by `scripts/gendocs.py`.",
        "",
        "| id | name | severity | finds |",
        "|---|---|---|---|",
    ]
    return "\n".join([*head, *rows]) + "\n"


def settings_page() -> str:
    """All settings with default and meaning, from the class that holds them."""
    rows = [
        f"| `{name.replace('_', '-')}` | `{_default(name)}` | {' '.join(text.split())} |"
        for name, text in _meanings().items()
    ]
    head = [
        "# Settings",
        "",
        "Written by `scripts/gendocs.py`. Keys of `auditor.toml`, `.auditor.toml` or `[tool.auditor]` in",
        "`pyproject.toml`; the closest file wins whole. `AUDITOR_<KEY>` in the environment and the command line go",
        "before it. Options of single checks stand in `[checks.<name>]`; each check's page lists them.",
        "",
        "| key | default | meaning |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *rows]) + "\n"


def languages_page() -> str:
    """Every language that was measured: what either encoder finds in it, and which one is taken."""
    head = f"""# Languages

Written by `scripts/gendocs.py` from `auditor/encoders/reach.toml`, which `scripts/measure_reach.py` measures on
NTREX-128: 1,007 sentences of English news a language, translated by professionals.

*Found*: how often a sentence's own translation is the nearest of all 1,007, mean of both ways. *Beads*: strict F1 of
sentence beads in articles whose sentences were merged, dropped and inserted at 10 % each, order kept. Matches are
dependable from {DEPENDABLE:.2f} found on; below {MISLEADING:.2f} an audit carries a notice, as it does in languages
that are not in this table. A dash stands for what was not measured. `auditor doctor --language CODE` tells the same of
one language.

| language | code | use: found | use: beads | e5: found | e5: beads | taken |
|---|---|---|---|---|---|---|
"""
    return head + "".join(f"{_language_row(reach)}\n" for reach in sorted(all_reach(), key=lambda reach: reach.name))


def _language_row(reach: Reach) -> str:
    cells = [reach.name, f"`{reach.tag}`"]
    for encoder in ("use", "e5"):
        figures = reach.figures.get(encoder)
        measured = (None, None) if figures is None else (figures.retrieval, figures.alignment)
        cells += ["–" if figure is None else f"{figure:.3f}" for figure in measured]
    return f"| {' | '.join([*cells, choose_encoder((reach.tag, ENGLISH)).name])} |"


def _meanings() -> dict[str, str]:
    """Each field's docstring: the string that follows it in the source."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(Settings))).body[0]
    assert isinstance(tree, ast.ClassDef)
    return {
        field.target.id: text.value.value
        for field, text in pairwise(tree.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
    }


def _default(name: str) -> str:
    value = Settings.model_fields[name].get_default(call_default_factory=True)
    return json.dumps(list(value) if isinstance(value, tuple) else value).replace("null", "none")


def stale(wanted: dict[Path, str]) -> list[Path]:
    """Files that are missing, differ, or belong to no check any more."""
    there = set(FOLDER.glob("*.md"))
    differing = {path for path, text in wanted.items() if not path.is_file() or path.read_text("utf-8") != text}
    return sorted(differing | (there - wanted.keys()))


def main(arguments: list[str]) -> int:
    """0 when the pages are up to date or were written, 1 when `--check` finds that they are not."""
    wanted = pages()
    changed = stale(wanted)
    if arguments == ["--check"]:
        for path in changed:
            print(f"{path.relative_to(FOLDER.parent.parent)}: not up to date; run `python scripts/gendocs.py`")
        return 1 if changed else 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in changed:
        if path in wanted:
            path.write_text(wanted[path], "utf-8")
        else:
            path.unlink()
    print(f"{len(changed)} of {len(wanted)} pages changed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
