"""Options that several commands have, each said once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class DeviceName(StrEnum):
    """Where models run."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


EncoderOption = Annotated[
    str | None, typer.Option("--encoder", metavar="NAME|PATH|HUB_ID", help="use, e5, a Hugging Face id or a folder.")
]
FidelityModelOption = Annotated[
    str | None,
    typer.Option("--fidelity-model", metavar="NAME|PATH|HUB_ID", help="joint, linear, a folder or a Hugging Face id."),
]
DeviceOption = Annotated[DeviceName | None, typer.Option("--device", help="Where models run; auto unless set.")]
ThreadsOption = Annotated[int | None, typer.Option("--threads", min=1, help="CPU threads for models.")]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Neither read nor keep sentence vectors.")]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Settings file, instead of the closest.")
]
