"""`auditor score`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import services
from auditor.cli.lines import read_lines
from auditor.cli.options import (
    ConfigOption,
    DeviceOption,
    EncoderOption,
    FidelityModelOption,
    NoCacheOption,
    ThreadsOption,
)
from auditor.cli.output import emit, write_file
from auditor.cli.targets import STDOUT, writable
from auditor.cli.terminal import say
from auditor.errors import NothingToAuditError, UsageError
from auditor.reports.formats import ScoreFormat


def score(
    translation: Annotated[str, typer.Option(metavar="FILE", help="One segment per line; - for standard input.")],
    counterpart: Annotated[str, typer.Option(metavar="FILE", help="The same number of lines; - for standard input.")],
    form: Annotated[ScoreFormat, typer.Option("--format", help="A table with a header, or an object per line.")] = (
        ScoreFormat.TSV
    ),
    words: Annotated[bool, typer.Option("--words", help="An object per line, with suspicious and lost words.")] = False,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Language of the translation.")] = None,
    counterpart_language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of the counterpart.")
    ] = None,
    encoder: EncoderOption = None,
    fidelity_model: FidelityModelOption = None,
    device: DeviceOption = None,
    threads: ThreadsOption = None,
    no_cache: NoCacheOption = False,
    config: ConfigOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not print the signature on stderr.")] = False,
) -> int:
    """Score a file against another, line by line.

    Either side may be in any language.
    """
    from auditor.reports.scores import render_scores, render_words

    path = None if output in (None, STDOUT) else writable(str(output), str(output))
    ours, theirs = _sides(translation, counterpart)
    overrides = {
        "language": language,
        "counterpart_language": counterpart_language,
        "encoder": encoder,
        "fidelity_model": fidelity_model,
        "device": None if device is None else device.value,
        "threads": threads,
        "cache": False if no_cache else None,
    }
    start = next((Path(name) for name in (translation, counterpart) if name != STDOUT), Path())
    settings = services.load_settings(start, overrides, config)
    scored = services.score(ours, theirs, settings=settings, words=words)
    payload = render_words(scored.scores) if words else render_scores(scored.scores, form)
    if path is None:
        emit(payload)
    else:
        write_file(path, payload)
    if not quiet:
        say(f"auditor: signature {scored.signature}")
    if scored.caution is not None:
        say(f"auditor: {scored.caution}; do not rest anything on these scores.")
    return 0


def _sides(translation: str, counterpart: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if translation == counterpart == STDOUT:
        raise UsageError("only one side can be standard input; name a file for the other.")
    ours, theirs = read_lines(translation), read_lines(counterpart)
    if len(ours) != len(theirs):
        raise UsageError(
            f"{translation} has {len(ours)} lines, {counterpart} has {len(theirs)}; "
            "line by line means the same number on both sides (`auditor align` finds what corresponds)."
        )
    if not ours:
        raise NothingToAuditError(f"{translation}: no lines; put one segment on each line.")
    return ours, theirs
