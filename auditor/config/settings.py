"""Every setting a user can make, with its default and what it means."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from auditor.core.mqm import Severity


class Device(StrEnum):
    """Where models run."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


class Precision(StrEnum):
    """In which arithmetic the encoder `e5` multiplies."""

    AUTO = "auto"
    FP32 = "fp32"
    INT8 = "int8"


def _none_word(value: object) -> object:
    """TOML has no null: the word `none` stands for it."""
    return None if value == "none" else value


def _split(value: object) -> object:
    """A comma-separated string, as the environment gives it, becomes a tuple."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


Names = Annotated[tuple[str, ...], BeforeValidator(_split)]


class Settings(BaseModel):
    """One run's settings; the field names are the keys of `auditor.toml` and of `[tool.auditor]`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    select: Names = ()
    """Checks to run, by id, id prefix or name; empty means all that are on by default."""
    ignore: Names = ()
    """Checks to leave out, by id, id prefix or name."""
    severity: Severity = Severity.NEUTRAL
    """Hide findings below this severity."""
    confidence: float = Field(default=0.5, ge=0, le=1)
    """Hide findings that an editor would accept less often than this."""
    fail_on: Annotated[Severity | None, BeforeValidator(_none_word)] = Severity.MAJOR
    """Exit with 1 when a finding is this severe or more; `none` never does."""
    min_fidelity: float | None = Field(default=None, ge=0, le=100)
    """Exit with 1 when a document's fidelity is below this."""
    encoder: str = "auto"
    """`use`, `e5`, a Hugging Face id or a folder; `auto` chooses by language."""
    device: Device = Device.AUTO
    """Where models run; `auto` takes a GPU when there is one."""
    precision: Precision = Precision.AUTO
    """Arithmetic of the encoder `e5`: `fp32`, or `int8`, faster on a CPU that has it; `auto` takes `int8` there."""
    fidelity_model: str = "auto"
    """`joint`, `linear`, or a folder or Hugging Face id in the format of `models/fidelity-joint`; `auto` takes `joint`
    where it can run."""
    threads: int | None = Field(default=None, ge=1)
    """CPU threads for models; the library's own choice when not set."""
    cache: bool = True
    """Keep sentence vectors in the user's cache folder."""
    cache_mb: int = Field(default=512, ge=1)
    """Size limit of that cache."""
    language: str | None = None
    """Language of the translations, when detection should not decide."""
    counterpart_language: str | None = None
    """Language of the counterparts, when detection should not decide."""
    exclude: Names = ("README*", "LICENSE*", "CHANGELOG*", "CONTRIBUTING*", "node_modules/")
    """Files and folders left out of a folder's audit, in .gitignore form."""
    max_file_mb: int = Field(default=20, ge=1)
    """Larger files are not read: no article is that long."""
    checks: dict[str, dict[str, object]] = Field(default_factory=dict)
    """Options of single checks, `[checks.<name>]`; validated against the check."""
