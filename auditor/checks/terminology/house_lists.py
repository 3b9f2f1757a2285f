"""The newsroom's own lists: terms that must be used, and terms that must not, from TSV or TOML files or options."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from auditor.checks.check import CheckOptions
from auditor.core.document import Span
from auditor.errors import ConfigError
from auditor.facts.fold import WORD, fold
from auditor.facts.name_matching import inflected
from auditor.languages.language import Language

ALTERNATIVES = "|"
LONGEST_ENDING = 3
"""Letters that an ending of a listed word may have: strike, strikes, but not Handy, handysüchtig."""
SHORTEST_STEM = 4
"""Letters of the shortest word that may take an ending."""
COLUMNS = 3


class Term(BaseModel):
    """One line of a house list."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    term: str = Field(min_length=1)
    """What is looked for: in the counterpart for a glossary, in the translation for forbidden terms."""
    use: tuple[str, ...] = ()
    """What is right: any of these; one string holds several between bars."""
    language: str | None = None
    """The translation's language that the line is about; all when it is not said."""
    note: str = ""
    """Shown with the finding."""

    @field_validator("use", mode="before")
    @classmethod
    def _several(cls, value: object) -> object:
        return _alternatives(value) if isinstance(value, str) else value


class HouseListOptions(CheckOptions):
    """Where the list is."""

    file: Path | None = None
    """TSV (`term<TAB>use|or this<TAB>language`) or TOML (`[[terms]]` with `term`, `use`, `language`, `note`)."""
    terms: tuple[Term, ...] = ()
    """The same as a list in the settings."""

    def all_terms(self) -> tuple[Term, ...]:
        """Those of the file and of the settings. Raises `ConfigError` that names the file and the line."""
        return (*(read_terms(self.file) if self.file is not None else ()), *self.terms)


def read_terms(path: Path) -> tuple[Term, ...]:
    """The terms of a house list.

    Raises `ConfigError` that names the file and the line when it cannot be read or a row does not fit.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); check `file` of the house list.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 at byte {error.start}; save it as UTF-8.") from error
    return tuple(_toml(path, text) if path.suffix.casefold() == ".toml" else _tsv(path, text))


def _tsv(path: Path, text: str) -> Iterator[Term]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not cells[0] or len(cells) > COLUMNS:
            raise ConfigError(
                f"{path}, line {number}: expected `term<TAB>use|or this<TAB>language`, got {len(cells)} columns"
                f"{'' if cells[0] else ' with no term'}; separate them with tabs."
            )
        term, use, language = (*cells, "", "")[:COLUMNS]
        yield Term(term=term, use=_alternatives(use), language=language or None)


def _toml(path: Path, text: str) -> Iterator[Term]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}.") from error
    rows = table.get("terms")
    if not isinstance(rows, list) or set(table) != {"terms"}:
        raise ConfigError(f"{path}: expected nothing but [[terms]] tables with `term` and `use`.")
    for number, row in enumerate(rows, 1):
        try:
            yield Term.model_validate(row)
        except ValidationError as error:
            problem = error.errors()[0]
            place = ".".join(map(str, problem["loc"])) or "the entry"
            raise ConfigError(f"{path}, [[terms]] number {number}: `{place}`: {problem['msg']}.") from error


def _alternatives(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(ALTERNATIVES) if part.strip())


def occurrences(text: str, within: Span, term: str, language: Language, *, loosely: bool = False) -> Iterator[Span]:
    """Where `term` stands, inflected or with a prefix written together; `loosely` takes any ending for one.

    Its words must follow each other. Where no spaces are written, its characters must.
    """
    if not language.spaced or not WORD.search(term):
        yield from _literally(text, within, term)
        return
    wanted = [fold(match.group()) for match in WORD.finditer(term)]
    words = _words(text[within.start : within.end])
    prefixes = tuple(map(fold, language.numbers.prefixes))
    for at in range(len(words) - len(wanted) + 1):
        pairs = zip(words[at : at + len(wanted)], wanted, strict=True)
        if all(_is_form(word, of, prefixes, loosely=loosely) for (_, word), of in pairs):
            yield Span(words[at][0].start, words[at + len(wanted) - 1][0].end).shifted(within.start)


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[tuple[Span, str], ...]:
    """The words of a passage, folded, with their places; kept, since every term asks for them."""
    return tuple((Span(*match.span()), fold(match.group())) for match in WORD.finditer(text))


def _literally(text: str, within: Span, term: str) -> Iterator[Span]:
    at = text.find(term, within.start, within.end)
    while at >= 0:
        yield Span(at, at + len(term))
        at = text.find(term, at + len(term), within.end)


def _is_form(word: str, of: str, prefixes: tuple[str, ...], *, loosely: bool) -> bool:
    bare = next(
        (word.removeprefix(p) for p in prefixes if word.startswith(p) and _begins(word.removeprefix(p), of)), word
    )
    return word == of or _begins(bare, of) or (loosely and len(of) >= SHORTEST_STEM and inflected(word, of))


def _begins(word: str, of: str) -> bool:
    """Whether it is the listed word or that and a short ending."""
    return word == of or (len(of) >= SHORTEST_STEM and word.startswith(of) and len(word) - len(of) <= LONGEST_ENDING)
