"""In which arithmetic the bundled e5 multiplies, found out without importing torch."""

from __future__ import annotations

import platform
from importlib.metadata import version
from pathlib import Path

from auditor.errors import ModelError, UsageError

PRECISIONS = ("auto", "fp32", "int8")
CPU_FACTS = Path("/proc/cpuinfo")
MIN_TORCH = (2, 13)
"""The one release whose oneDNN products of bytes were tried; torch does not document them as public."""


def resolve_precision(asked: str, device: str) -> str:
    """`fp32` or `int8` for `auto`, `fp32` or `int8` on `cpu` or `cuda`; ModelError where int8 is asked for in vain.

    `auto` takes int8 wherever it is there: 2 to 3 times as fast where the processor adds products of bytes (VNNI), and
    ahead with AVX2 alone; its vectors find translations as well as those of fp32.
    """
    if asked not in PRECISIONS:
        raise UsageError(f"precision {asked!r}: unknown; choose one of {', '.join(PRECISIONS)}.")
    if asked == "fp32":
        return "fp32"
    lacking = _lacking(device)
    if asked == "int8" and lacking:
        raise ModelError(f"precision int8: {lacking}. Choose `precision = auto` or `fp32`.")
    return "fp32" if lacking else "int8"


def _lacking(device: str) -> str | None:
    """Why there is no int8 here, or None."""
    if device != "cpu":
        return f"it is for the CPU, not for {device}"
    if platform.machine().lower() not in ("x86_64", "amd64") or "avx2" not in _cpu_flags():
        return "this processor is not an x86-64 with AVX2"
    major, minor, *_ = version("torch").split(".")
    if (int(major), int(minor)) < MIN_TORCH:
        return f"torch {version('torch')} is older than {'.'.join(map(str, MIN_TORCH))}"
    return None


def _cpu_flags() -> frozenset[str]:
    if not CPU_FACTS.is_file():
        return frozenset()
    lines = CPU_FACTS.read_text("utf-8", "replace").splitlines()
    return frozenset(next((line for line in lines if line.startswith("flags")), "").split())
