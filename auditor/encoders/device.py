"""Which device torch runs on, found out without importing torch where there is no graphics driver."""

from __future__ import annotations

import sys
from pathlib import Path

from auditor.errors import ModelError, UsageError

DEVICES = ("auto", "cpu", "cuda")
DRIVER_FILES = ("/dev/nvidiactl", "/dev/dxg", "/dev/kfd")
"""NVIDIA, the Windows subsystem for Linux and AMD: without one of these torch on Linux can see no accelerator."""


def resolve_device(asked: str) -> str:
    """`cpu` or `cuda` for `auto`, `cpu` or `cuda`; ModelError where cuda is asked for and absent."""
    if asked not in DEVICES:
        raise UsageError(f"device {asked!r}: unknown; choose one of {', '.join(DEVICES)}.")
    if asked == "cpu" or (asked == "auto" and not _driver_present()):
        return "cpu"
    import torch

    if torch.cuda.is_available():
        return "cuda"
    if asked == "auto":
        return "cpu"
    built = torch.version.cuda or getattr(torch.version, "hip", None)
    reason = "no usable graphics card or driver was found" if built else "this torch was built for the CPU only"
    raise ModelError(
        f"device cuda: {reason} (torch {torch.__version__}). "
        "Install a CUDA build of torch and a driver, or use `--device cpu`."
    )


def set_threads(threads: int | None) -> None:
    """Let torch use `threads` threads; None leaves torch's own choice."""
    if threads is None:
        return
    if threads < 1:
        raise UsageError(f"threads {threads}: at least 1 is needed.")
    import torch

    torch.set_num_threads(threads)


def _driver_present() -> bool:
    return not sys.platform.startswith("linux") or any(Path(file).exists() for file in DRIVER_FILES)
