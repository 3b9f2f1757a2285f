"""Which fidelity model a run takes: the one asked for, else the joint one where it can run; no torch here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from auditor.encoders.bundled import E5_FILES
from auditor.encoders.hub_folder import snapshot
from auditor.errors import ModelError, UsageError
from auditor.fidelity.joint_files import CALIBRATION, FOLDER, WEIGHTS

AUTO, JOINT, LINEAR = "auto", "joint", "linear"


@dataclass(frozen=True, slots=True)
class FidelityChoice:
    """`folder` is that of the joint model, None for the linear one.

    `fallback` is true where a better one cannot run: tell the user.
    """

    folder: Path | None
    reason: str
    fallback: bool = False

    @property
    def name(self) -> str:
        """`joint` or `linear`."""
        return LINEAR if self.folder is None else JOINT

    @property
    def reads_vectors(self) -> bool:
        """Whether its scores rest on the encoder's vectors."""
        return self.folder is None


def choose_fidelity(asked: str, models: Path) -> FidelityChoice:
    """For `auto`, `joint`, `linear`, a folder or a hub id; `models` is the folder of the shipped ones.

    Raises `UsageError` where what was asked for by name is not to be had.
    """
    if asked == LINEAR:
        return FidelityChoice(None, "asked for")
    shipped = models / FOLDER
    if asked == AUTO and not (shipped / WEIGHTS).is_file():
        return FidelityChoice(None, "no joint model is installed")
    lacking = _lacking_e5()
    if asked == AUTO and lacking:
        return FidelityChoice(None, f"{lacking}; scores are those of the linear model", fallback=True)
    if lacking:
        raise UsageError(f"fidelity model {asked}: {lacking}. Choose `linear` or `auto`.")
    if asked == AUTO:
        return FidelityChoice(shipped, "the best that is installed")
    folder = shipped if asked == JOINT else _folder(asked)
    for name in (WEIGHTS, CALIBRATION):
        if not (folder / name).is_file():
            raise UsageError(f"fidelity model {asked}: {folder / name} is missing. Choose another one, or `auto`.")
    return FidelityChoice(folder, "asked for")


def _lacking_e5() -> str | None:
    if E5_FILES.folder() is not None:
        return None
    return f"{E5_FILES.distribution}, which holds the encoder that the joint model reads with, is not installed"


def _folder(asked: str) -> Path:
    local = Path(asked).expanduser()
    if local.is_dir():
        return local
    if local.is_absolute() or asked.startswith((".", "~")) or asked.count("/") != 1:
        raise UsageError(
            f"fidelity model {asked}: no such folder. Give `auto`, `joint`, `linear`, a folder or a hub id."
        )
    return _downloaded(asked)


@cache
def _downloaded(name: str) -> Path:
    try:
        return snapshot(name, [WEIGHTS, CALIBRATION], "fidelity model", "`joint`, `linear` or `auto`")
    except ModelError as error:
        raise UsageError(str(error)) from error
