"""`auditor check`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli import services
from auditor.cli.options import (
    ConfigOption,
    DeviceOption,
    EncoderOption,
    FidelityModelOption,
    NoCacheOption,
    ThreadsOption,
)
from auditor.cli.output import emit, write_file
from auditor.cli.progress import shown_progress
from auditor.cli.targets import Target, keep_inputs, parse_targets
from auditor.cli.terminal import say, wants_colour
from auditor.core.mqm import Severity
from auditor.errors import UsageError
from auditor.reports.formats import Format

if TYPE_CHECKING:
    from auditor.config import Settings
    from auditor.core.report import Report
    from auditor.reports import RenderOptions


class FailOn(StrEnum):
    """Severities and the word for never."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"
    NONE = "none"


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.", show_default=False),
    ] = None,
    counterpart: Annotated[
        Path | None, typer.Option(metavar="FILE|DIR", help="What to compare with: the source or another version.")
    ] = None,
    pairs: Annotated[
        Path | None, typer.Option(metavar="FILE.csv", help="A manifest of which belongs to which.")
    ] = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="Output format; text unless -o says otherwise.")
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option("--output", "-o", metavar="[FORMAT=]FILE", help="Write to a file; repeatable as FORMAT=FILE."),
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count findings per check instead.")] = False,
    select: Annotated[
        list[str] | None, typer.Option(metavar="CHECK,...", help="Only these: names, ids or beginnings of ids.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CHECK,...", help="All but these.")] = None,
    severity: Annotated[Severity | None, typer.Option(help="Hide findings below this severity.")] = None,
    confidence: Annotated[
        float | None, typer.Option(min=0, max=1, help="Hide findings that an editor would accept less often.")
    ] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="Exit with 1 from this severity on; major unless set.")] = None,
    min_fidelity: Annotated[
        float | None, typer.Option(min=0, max=100, help="Exit with 1 when an article's fidelity is below.")
    ] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Language of the translations.")] = None,
    counterpart_language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of the counterparts.")
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option(metavar="PATTERN", help="Leave these files out, in .gitignore form.")
    ] = None,
    encoder: EncoderOption = None,
    fidelity_model: FidelityModelOption = None,
    device: DeviceOption = None,
    threads: ThreadsOption = None,
    no_cache: NoCacheOption = False,
    config: ConfigOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no notices of level info.")] = False,
) -> int:
    """Audit translated articles.

    Finds artifacts of machine translation, compares each article with its counterpart and reports.
    """
    from auditor.cli.selection import chosen_checks, confirm_checks

    paths = paths or []
    if not paths and pairs is None:
        raise UsageError("nothing to audit was named; give files, folders, - for standard input, or --pairs.")
    targets = parse_targets(output or (), Format.STATISTICS if statistics else form)
    keep_inputs(targets, [Path(path) for path in paths if path != "-"] + [p for p in (counterpart, pairs) if p])
    overrides = {
        "select": chosen_checks(select),
        "ignore": chosen_checks(ignore),
        "severity": severity,
        "confidence": confidence,
        "fail_on": None if fail_on is None else fail_on.value,
        "min_fidelity": min_fidelity,
        "language": language,
        "counterpart_language": counterpart_language,
        "exclude": tuple(exclude) if exclude else None,
        "encoder": encoder,
        "fidelity_model": fidelity_model,
        "device": None if device is None else device.value,
        "threads": threads,
        "cache": False if no_cache else None,
    }
    settings = services.load_settings(_start(paths, pairs), overrides, config)
    confirm_checks((*settings.select, *settings.ignore))
    with shown_progress(quiet) as progress:
        report = services.audit(paths, counterpart=counterpart, pairs=pairs, settings=settings, progress=progress)
    places = [str(pairs)] if pairs is not None else paths
    return _deliver(report, places, targets, settings, quiet)


def _start(paths: list[str], pairs: Path | None) -> Path:
    """Where the search for a settings file begins."""
    if paths and paths[0] != "-":
        return Path(paths[0])
    return pairs.parent if pairs is not None else Path()


def _deliver(report: Report, paths: list[str], targets: tuple[Target, ...], settings: Settings, quiet: bool) -> int:
    from auditor.cli.prefix import file_prefix
    from auditor.cli.stderr_notices import say_notices
    from auditor.reports import exit_code

    say_notices(report, quiet)
    unmeasured = sum(document.score.fidelity is None for document in report.documents)
    if settings.min_fidelity is not None and unmeasured:
        say(f"auditor: --min-fidelity says nothing of {unmeasured} of {len(report.documents)} articles: not measured.")
    prefix = file_prefix(paths, report)
    for target in targets:
        _write(report, target, _options(target, prefix, settings))
    return exit_code(report, settings.fail_on, settings.min_fidelity)


def _options(target: Target, prefix: str, settings: Settings) -> RenderOptions:
    from auditor.reports import RenderOptions

    colour = target.path is None and wants_colour(sys.stdout)
    return RenderOptions(prefix=prefix, colour=colour, fail_on=settings.fail_on)


def _write(report: Report, target: Target, options: RenderOptions) -> None:
    from auditor.reports import render

    payload = render(report, target.form, options)
    if target.path is None:
        emit(payload)
    else:
        write_file(target.path, payload)
