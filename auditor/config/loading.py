"""Reads settings: command line over environment over the closest configuration file over defaults.

The closest of `auditor.toml`, `.auditor.toml` and a `pyproject.toml` with `[tool.auditor]` wins whole; files are
never merged with those further up.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from auditor.config.settings import Settings
from auditor.errors import ConfigError

FILE_NAMES = ("auditor.toml", ".auditor.toml")
ENV_PREFIX = "AUDITOR_"


class _EnvironmentSettings(Settings, BaseSettings):
    """`Settings` that also reads `AUDITOR_*`, after what is passed in and before the configuration file."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid", env_prefix=ENV_PREFIX, enable_decoding=False)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings


def load_settings(start: Path, overrides: Mapping[str, Any] | None = None, config: Path | None = None) -> Settings:
    """Settings for an audit that starts at `start` (a file or folder).

    `overrides` come from the command line; None values in it mean "not given". `config` names a file outright.
    Raises `ConfigError` that names the file and the key.
    """
    path = config if config is not None else _closest(start)
    table = _read(path) if path is not None else {}
    given = {key: value for key, value in (overrides or {}).items() if value is not None}
    _reject_unknown(table, path)
    try:
        from_environment = _EnvironmentSettings().model_dump(exclude_unset=True)
        return Settings.model_validate({**table, **from_environment, **given})
    except ValidationError as error:
        raise ConfigError(_explain(error, path, table)) from error


def _closest(start: Path) -> Path | None:
    folder = start.resolve()
    for parent in (folder, *folder.parents):
        for name in FILE_NAMES:
            if (parent / name).is_file():
                return parent / name
        project = parent / "pyproject.toml"
        if project.is_file() and _has_section(project):
            return project
    return None


def _has_section(project: Path) -> bool:
    """Whether a project file configures us; a broken one of somebody else's is none of our business."""
    try:
        tool = tomllib.loads(project.read_text(encoding="utf-8")).get("tool")
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return False
    return isinstance(tool, dict) and "auditor" in tool


def _read(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}.") from error
    if path.name == "pyproject.toml":
        table = table["tool"]["auditor"]
        if not isinstance(table, dict):
            raise ConfigError(f"{path}: `tool.auditor` is no table; write its keys under [tool.auditor].")
    return {key.replace("-", "_"): value for key, value in table.items()}


def _reject_unknown(table: Iterable[str], path: Path | None) -> None:
    for key in table:
        if key not in Settings.model_fields:
            near = get_close_matches(key, Settings.model_fields, n=1, cutoff=0.5)
            hint = f"did you mean `{near[0]}`?" if near else f"known keys: {', '.join(sorted(Settings.model_fields))}."
            raise ConfigError(f"{path}: unknown key `{key}`; {hint}")


def _explain(error: ValidationError, path: Path | None, table: Mapping[str, Any]) -> str:
    """What is wrong with each value; the file is named where the value came from it."""
    items = error.errors()
    from_file = path is not None and any(item["loc"] and item["loc"][0] in table for item in items)
    parts = [f"`{'.'.join(map(str, item['loc']))}`: {item['msg']} (got {item['input']!r})" for item in items]
    return (f"{path}: " if from_file else "") + "; ".join(parts)
