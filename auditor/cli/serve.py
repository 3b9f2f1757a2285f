"""`auditor serve`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

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
from auditor.cli.terminal import say
from auditor.errors import UsageError


def serve(
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help="Open a report that `auditor check` wrote.")
    ] = None,
    root: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="Where the report's articles lie; repeatable.")
    ] = None,
    workspace: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where articles given to the page, and decisions, are kept.")
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0 takes a free one.")] = 0,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open the browser.")] = False,
    encoder: EncoderOption = None,
    fidelity_model: FidelityModelOption = None,
    device: DeviceOption = None,
    threads: ThreadsOption = None,
    no_cache: NoCacheOption = False,
    config: ConfigOption = None,
) -> int:
    """Open the editors' page in the browser.

    Paste or choose articles, see both side by side, decide, correct, audit again. Only this machine can reach it.
    """
    if root and report is None:
        raise UsageError("--root says where the articles of a report lie; give --report too.")
    overrides = {
        "encoder": encoder,
        "fidelity_model": fidelity_model,
        "device": None if device is None else device.value,
        "threads": threads,
        "cache": False if no_cache else None,
    }
    settings = services.load_settings(Path(), overrides, config)
    try:
        services.serve(
            workspace=workspace,
            port=port,
            report=report,
            roots=root or (),
            browser=not no_open,
            settings=settings,
            say=say,
        )
    except KeyboardInterrupt:
        say("auditor: the editors' page is closed")
    return 0
