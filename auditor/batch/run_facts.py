"""What a run rests on, stored beside its rows: nothing is added to rows that rest on something else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from auditor import __version__
from auditor.batch.rows import SCHEMA_NAME
from auditor.batch.store import Store
from auditor.config import Settings, models_folder
from auditor.encoders.accelerator import Half
from auditor.errors import UsageError

FILE = "run.json"
FREE = frozenset({"threads", "cache", "cache_mb", "fail_on", "min_fidelity"})
"""Settings that change no row."""


@dataclass(frozen=True)
class RunFacts:
    """One run. `basis` holds, by name, everything that a row may depend on."""

    settings: Settings
    half: Half | None
    input: str
    articles: int
    shards: int
    basis: Mapping[str, str]

    @property
    def digest(self) -> str:
        """Changes with anything in `basis`."""
        return sha256(json.dumps(dict(self.basis), sort_keys=True).encode()).hexdigest()[:16]


def basis_of(settings: Settings, half: Half | None, archive: str, size: int) -> dict[str, str]:
    """What rows depend on: `archive` is the fingerprint of the input, `size` that of a shard."""
    told = {f"setting {key}": json.dumps(value) for key, value in settings.model_dump(mode="json").items()}
    return {
        **{key: value for key, value in told.items() if key.removeprefix("setting ") not in FREE},
        **_house_lists(settings),
        "schema": SCHEMA_NAME,
        "version": __version__,
        "models": sha256((models_folder() / "MANIFEST.toml").read_bytes()).hexdigest(),
        "arithmetic": half or "as the models have it",
        "input": archive,
        "articles a shard": str(size),
    }


def write_facts(store: Store, facts: RunFacts) -> None:
    """Store them; from then on the run exists."""
    row = {**asdict(facts), "settings": facts.settings.model_dump(mode="json"), "digest": facts.digest}
    store.write(FILE, (json.dumps(row, ensure_ascii=False, indent=2) + "\n").encode())


def read_facts(store: Store) -> RunFacts | None:
    """Those of the run in this store, None where there is none. `UsageError` where the file is damaged."""
    if not store.exists(FILE):
        return None
    try:
        row: dict[str, Any] = json.loads(store.read(FILE))
        digest = row.pop("digest")
        facts = RunFacts(**{**row, "settings": Settings.model_validate(row["settings"])})
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{store.name}/{FILE}: damaged ({error}); begin anew with --restart.") from error
    if facts.digest != digest:
        raise UsageError(f"{store.name}/{FILE}: was changed by hand; begin anew with --restart.")
    return facts


def refuse_to_mix(store: Store, old: RunFacts, basis: Mapping[str, str]) -> None:
    """Raises `UsageError` that names what differs from the run that is there."""
    differing = sorted(key for key in {*old.basis, *basis} if old.basis.get(key) != basis.get(key))
    if not differing:
        return
    shown = ", ".join(_difference(key, old.basis.get(key), basis.get(key)) for key in differing[:3])
    more = f" and {len(differing) - 3} more" if len(differing) > 3 else ""
    raise UsageError(
        f"{store.name}: holds a run with another basis: {shown}{more}. Name another output folder, or begin anew with "
        "--restart, which deletes its rows."
    )


def _difference(key: str, old: str | None, new: str | None) -> str:
    if key in ("input", "models") or key.startswith("list "):
        return f"{key} has changed"
    return f"{key} was {old}, is {new}"


def _house_lists(settings: Settings) -> dict[str, str]:
    """Digests of the files that options of checks name."""
    files = {f"list {name}": Path(str(table["file"])) for name, table in settings.checks.items() if "file" in table}
    return {name: sha256(path.read_bytes()).hexdigest() for name, path in files.items() if path.is_file()}
