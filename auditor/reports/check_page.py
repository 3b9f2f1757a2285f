"""The page of one check, from its class: for `auditor explain` and docs/checks."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check
from auditor.checks.example import Example
from auditor.languages import get_language

SECTIONS = ("What it finds", "Why it matters", "What it does not find", "References")
"""The parts of a check's docstring, in order."""


def render_check_page(check: type[Check]) -> str:
    """Markdown: facts about the check, its documentation, its options, its examples with the spans marked ⟦ ⟧."""
    parts = [f"# {check.name} ({check.id})", check.summary(), _facts(check), _body(check), *_options(check)]
    parts += ["## What it finds: examples", *_examples(check.BAD)] if check.BAD else []
    parts += ["## What it leaves alone: examples", *_examples(check.GOOD)] if check.GOOD else []
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(check: type[Check]) -> str:
    needs = ", ".join(sorted(check.needs)) or "nothing but the article"
    return "\n".join(
        [
            f"- category: {check.category}",
            f"- severity: {check.severity} unless the finding says otherwise",
            f"- looks at: one {check.scope} at a time",
            f"- needs: {needs}",
            f"- languages: {languages(check)}",
        ]
    )


def languages(check: type[Check]) -> str:
    """Where the check works, as words."""
    told = "all" if check.languages is None else ", ".join(sorted(check.languages))
    return f"{told} except {', '.join(sorted(check.abstains))}" if check.abstains else told


def _body(check: type[Check]) -> str:
    """The docstring after its first line, its part titles made headings."""
    _, _, body = check.documentation().partition("\n")
    return "\n".join(_titled(line) for line in body.strip().splitlines())


def _titled(line: str) -> str:
    for title in SECTIONS:
        if line.startswith(title):
            rest = line[len(title) :].lstrip(" :.·-—").strip()
            return f"## {title}\n\n{rest}" if rest else f"## {title}\n"
    return line


def _options(check: type[Check]) -> Iterator[str]:
    fields = check.Options.model_fields
    if not fields:
        return
    yield f"## Options\n\nIn `[checks.{check.name}]` of `auditor.toml`:"
    yield "\n".join(
        f"- `{name}` (default `{field.default!r}`) {field.description or ''}".rstrip() for name, field in fields.items()
    )


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    for example in examples:
        yield f"{get_language(example.language).name}:\n\n{_quoted(example.text)}"
        if example.counterpart is not None:
            yield f"beside, in {get_language(example.counterpart_language).name}:\n\n{_quoted(example.counterpart)}"


def _quoted(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))
