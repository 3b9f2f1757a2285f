"""`auditor align`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import services
from auditor.cli.options import ConfigOption, DeviceOption, EncoderOption, NoCacheOption, ThreadsOption
from auditor.cli.output import emit, write_file
from auditor.cli.targets import STDOUT, writable
from auditor.reports.formats import AlignmentFormat


def align(
    translation: Annotated[str, typer.Argument(metavar="A", help="The translation.")],
    counterpart: Annotated[str, typer.Argument(metavar="B", help="What it is compared with.")],
    form: Annotated[AlignmentFormat, typer.Option("--format", help="Output format.")] = AlignmentFormat.JSON,
    presegmented: Annotated[
        bool, typer.Option("--presegmented", help="Every line of either file is one segment; ladder counts lines.")
    ] = False,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Language of A.")] = None,
    counterpart_language: Annotated[str | None, typer.Option(metavar="CODE", help="Language of B.")] = None,
    encoder: EncoderOption = None,
    device: DeviceOption = None,
    threads: ThreadsOption = None,
    no_cache: NoCacheOption = False,
    config: ConfigOption = None,
) -> int:
    """Link what corresponds in two articles.

    Passages may have moved, sentences may have been joined or cut.
    """
    from auditor.reports.alignments import render_alignment

    path = None if output in (None, STDOUT) else writable(str(output), str(output))
    overrides = {
        "language": language,
        "counterpart_language": counterpart_language,
        "encoder": encoder,
        "device": None if device is None else device.value,
        "threads": threads,
        "cache": False if no_cache else None,
    }
    settings = services.load_settings(Path(translation), overrides, config)
    aligned = services.align(translation, counterpart, presegmented=presegmented, settings=settings)
    payload = render_alignment(
        aligned.pair, aligned.alignment, form, signature=aligned.signature, presegmented=presegmented
    )
    if path is None:
        emit(payload)
    else:
        write_file(path, payload)
    return 0
