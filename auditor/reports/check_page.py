"""The page of one check, from its class: for `auditor explain` and docs/checks."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.languages import get_language

SECTIONS = ("What it finds", "Why it matters", "What it does not find", "References")
"""The parts of a check's docstring, in order."""


def render_check_page(check: type[Check]) -> str:
    """Markdown: facts about the check, its documentation, its options, its examples with the spans marked ⟦ ⟧."""
    parts = [f"# {check.name} ({check.id})", check.summary(), _facts(check), _body(check), *_options(check)]
    parts += ["## Found", *_examples(check.BAD)] if check.BAD else []
    parts += ["## Left alone", *_examples(check.GOOD)] if check.GOOD else []
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(check: type[Check]) -> str:
    needs = ", ".join(sorted(check.needs)) or "nothing but the article"
    return "\n".join(
        [
            f"- category: {check.category}",
            f"- severity: {check.severity} unless the finding says otherwise",
            f"- looks at: {_scope(check)}",
            f"- needs: {needs}",
            f"- languages: {languages(check)}",
        ]
    )


def _scope(check: type[Check]) -> str:
    return "all articles of a run" if check.scope is Scope.CORPUS else f"one {check.scope} at a time"


def languages(check: type[Check]) -> str:
    """Where the check works, as words."""
    told = "all" if check.languages is None else ", ".join(sorted(check.languages))
    return f"{told} except {', '.join(sorted(check.abstains))}" if check.abstains else told


def _body(check: type[Check]) -> str:
    """The docstring after its first line, its part titles made headings, their texts moved to the margin."""
    _, _, body = check.documentation().partition("\n")
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line in body.strip().splitlines():
        title = next((title for title in SECTIONS if line.startswith(title)), None)
        if title is None:
            parts[-1][1].append(line)
        else:
            parts.append((title, [line[len(title) :].lstrip(" :.")]))
    return "\n\n".join(_section(title, lines) for title, lines in parts if title or lines)


def _section(title: str, lines: list[str]) -> str:
    beside, *below = lines or [""]
    text = "\n".join(part for part in (beside, dedent("\n".join(below))) if part).strip()
    return f"## {title}\n\n{text}" if title else text


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
        for other in example.others:
            yield f"in the same run as:\n\n{_quoted(other)}"
        if example.options:
            yield "with " + ", ".join(f"`{name} = {value!r}`" for name, value in example.options.items())


def _quoted(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))
