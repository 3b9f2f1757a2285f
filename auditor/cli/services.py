"""The one seam between the commands and the rest: every call that does real work goes through here.

Nothing heavy is imported before it is needed, so that `--help` and `--version` stay fast.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auditor.api import AlignedPair, ScoredLines
    from auditor.checks import Check
    from auditor.config import Settings
    from auditor.core.report import Report
    from auditor.encoders import Choice, SelfTest
    from auditor.fidelity import FidelityChoice

Progress = Callable[[str, int, int], None]
"""Told (stage, done, total)."""


def load_settings(start: Path, overrides: Mapping[str, Any], config: Path | None) -> Settings:
    """Settings for a run that starts at `start`; None in `overrides` means not given."""
    from auditor.config import load_settings

    return load_settings(start, overrides, config)


def audit(
    paths: Sequence[Path | str],
    *,
    counterpart: Path | None,
    pairs: Path | None,
    settings: Settings,
    progress: Progress | None,
) -> Report:
    """Audit the articles at `paths`."""
    from auditor import api

    return api.audit(paths, counterpart=counterpart, pairs=pairs, settings=settings, progress=progress)


def align(translation: Path | str, counterpart: Path | str, *, presegmented: bool, settings: Settings) -> AlignedPair:
    """Align one pair."""
    from auditor import api

    return api.align(translation, counterpart, presegmented=presegmented, settings=settings)


def score(translations: Sequence[str], counterparts: Sequence[str], *, settings: Settings, words: bool) -> ScoredLines:
    """Score lines against lines, `words` if the words of each are wanted too."""
    from auditor import api

    return api.score(translations, counterparts, settings=settings, words=words)


def serve(
    *,
    workspace: Path | None,
    port: int,
    report: Path | None,
    roots: Sequence[Path],
    browser: bool,
    settings: Settings,
    say: Callable[[str], None],
) -> None:
    """Serve the editors' page until interrupted; `UsageError` where its packages are not installed."""
    from importlib.util import find_spec

    from auditor.config import workspace_folder
    from auditor.errors import UsageError

    missing = [name for name in ("starlette", "uvicorn", "python_multipart") if find_spec(name) is None]
    if missing:
        raise UsageError(f"{', '.join(missing)}: not installed; run `pip install translation-auditor[web]`.")
    from auditor.web.serve import ServeOptions
    from auditor.web.serve import serve as run

    run(ServeOptions(workspace or workspace_folder(), port, report, roots, browser), settings, say)


def checks() -> tuple[type[Check], ...]:
    """Every check."""
    from auditor.checks import all_checks

    return all_checks()


def find_check(id_or_name: str) -> type[Check]:
    """One check; `UsageError` with the nearest names when there is none."""
    from auditor.checks import find_check

    return find_check(id_or_name)


def encoder_names() -> tuple[str, ...]:
    """The bundled encoders that are installed and need a self-test."""
    from auditor.encoders import available_encoders

    return tuple(name for name in available_encoders() if name != "hash")


def choose_encoder(language: str) -> Choice:
    """The encoder for articles in `language` held against English ones."""
    from auditor.encoders import choose_encoder

    return choose_encoder((language, "en"))


def trust(encoder: str, language: str) -> str:
    """How far to trust one encoder in `language`, in words."""
    from auditor.encoders.trust import trust

    return trust(encoder, language)


def choose_fidelity() -> FidelityChoice:
    """The fidelity model that is taken where none is asked for."""
    from auditor.config import models_folder
    from auditor.fidelity import choose_fidelity

    return choose_fidelity("auto", models_folder())


def self_test(name: str, device: str) -> SelfTest:
    """Run one encoder's self-test; `ModelError` where it cannot be loaded."""
    from auditor.encoders import self_test

    return self_test(name, device)


def card_count() -> int:
    """Graphics cards of this machine; `ModelError` with the reason where none can be used."""
    from auditor.encoders.accelerator import device_count

    return device_count("cuda")
