"""`auditor batch`: archives."""

from __future__ import annotations

from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli import services
from auditor.cli.exit_codes import INCOMPLETE
from auditor.cli.options import ConfigOption, DeviceOption, EncoderOption, FidelityModelOption
from auditor.cli.output import emit
from auditor.cli.progress import shown_progress
from auditor.cli.terminal import say
from auditor.errors import UsageError

if TYPE_CHECKING:
    from auditor.encoders.accelerator import Half

batch = typer.Typer(name="batch", no_args_is_help=True, rich_markup_mode=None)
Output = Annotated[str, typer.Argument(metavar="OUTPUT", help="The run's folder, or a URI such as s3://bucket/run.")]


class Engine(StrEnum):
    """What runs the workers."""

    LOCAL = "local"
    RAY = "ray"


class Arithmetic(StrEnum):
    """What models multiply in."""

    FP32 = "fp32"
    INT8 = "int8"
    BF16 = "bf16"
    FP16 = "fp16"


@batch.callback()
def about() -> None:
    """Audit an archive into Parquet; the same command goes on where it was stopped."""


@batch.command()
def run(
    archive: Annotated[
        str, typer.Argument(metavar="INPUT", help="A folder, a .csv of pairs, a .jsonl or .parquet file.")
    ],
    output: Output,
    restart: Annotated[bool, typer.Option("--restart", help="Delete the rows of the run that is there.")] = False,
    engine: Annotated[Engine, typer.Option(help="Processes of this machine, or actors of a cluster.")] = Engine.LOCAL,
    workers: Annotated[int | None, typer.Option(min=1, help="Workers; as many as fit unless set.")] = None,
    threads: Annotated[int | None, typer.Option(min=1, help="CPU threads of each worker.")] = None,
    shard: Annotated[int | None, typer.Option(min=1, help="Articles a shard; what a kill costs at most.")] = None,
    encoder: EncoderOption = None,
    fidelity_model: FidelityModelOption = None,
    device: DeviceOption = None,
    precision: Annotated[
        Arithmetic | None, typer.Option(help="fp32, int8 (CPU), bf16 or fp16 (GPU); the best unless set.")
    ] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Language of the translations.")] = None,
    counterpart_language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of the counterparts.")
    ] = None,
    config: ConfigOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
) -> int:
    """Audit every article pair of an archive.

    Killed at any moment, the same command goes on and ends with the rows of an undisturbed run.
    """
    _confirm_packages()
    from auditor.batch.plan import ARTICLES_A_SHARD
    from auditor.batch.run import Options, run_batch
    from auditor.batch.status import summary

    half = _half(precision)
    overrides = {
        "encoder": encoder,
        "fidelity_model": fidelity_model,
        "device": None if device is None else device.value,
        "precision": None if precision is None or half else precision.value,
        "threads": threads,
        "language": language,
        "counterpart_language": counterpart_language,
    }
    settings = services.load_settings(Path(archive) if "://" not in archive else Path(), overrides, config)
    options = Options(engine.value, workers, threads, half, restart, shard or ARTICLES_A_SHARD)
    with shown_progress(quiet) as progress:
        outcome = run_batch(archive, output, settings, options, progress or _silent)
    if not quiet:
        say(f"auditor: {summary(outcome)}")
    return INCOMPLETE if outcome.incomplete else 0


@batch.command()
def status(output: Output) -> int:
    """Say how far a run is."""
    _confirm_packages()
    from auditor.batch.status import status_lines

    emit("".join(f"{line}\n" for line in status_lines(output)))
    return 0


@batch.command()
def report(
    output: Output,
    html: Annotated[Path | None, typer.Option(metavar="FILE.html", help="Write a page with plots too.")] = None,
    worst: Annotated[int, typer.Option(min=0, help="How many of the worst articles to list.")] = 20,
) -> int:
    """Totals of a run: by language, outlet, check and day, and the worst articles."""
    _confirm_packages()
    from auditor.batch.page import render_page
    from auditor.batch.totals import render_totals, totals
    from auditor.cli.output import write_file

    found = totals(output, worst)
    if html is not None:
        write_file(html, render_page(found))
    emit(render_totals(found))
    return 0


def _half(asked: Arithmetic | None) -> Half | None:
    """Arithmetic in 16 bits is autocast, laid over the models; the rest are settings of theirs."""
    match asked:
        case Arithmetic.BF16:
            return "bf16"
        case Arithmetic.FP16:
            return "fp16"
        case _:
            return None


def _confirm_packages() -> None:
    missing = [name for name in ("pyarrow", "duckdb") if find_spec(name) is None]
    if missing:
        raise UsageError(f"{', '.join(missing)}: not installed; run `pip install translation-auditor[batch]`.")


def _silent(stage: str, done: int, total: int) -> None:
    """No progress is shown."""
