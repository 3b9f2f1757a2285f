"""A folder on this machine or an object store: what is written is there whole or not at all."""

from __future__ import annotations

import os
from io import BufferedReader
from pathlib import Path
from typing import IO, cast

from pyarrow import ArrowInvalid
from pyarrow.fs import FileSelector, FileSystem, FileType, LocalFileSystem, SubTreeFileSystem

from auditor.errors import UsageError

UNFINISHED = ".auditor-part"


class Store:
    """Files below one root, named by POSIX paths relative to it."""

    def __init__(self, filesystem: FileSystem, folder: Path | None, name: str) -> None:
        """`folder` is the root on this machine, None for an object store; `name` is for messages."""
        self.filesystem, self.folder, self.name = filesystem, folder, name

    @property
    def place(self) -> str:
        """The root's address, the same from any working folder."""
        return self.name if self.folder is None else str(self.folder)

    def write(self, name: str, content: bytes) -> None:
        """Put `content` at `name` in one step; what was there stays until then.

        On a disk: written beside it, flushed to the device, renamed. An object store shows an object when it is whole.
        """
        if self.folder is not None:
            try:
                _replace(self.folder / name, content)
            except OSError as error:  # of a full disk it names no file
                raise OSError(error.errno, error.strerror, str(self.folder / name)) from error
            return
        with self.filesystem.open_output_stream(name) as stream:
            stream.write(content)

    def read(self, name: str) -> bytes:
        """The bytes at `name`; FileNotFoundError where there are none."""
        with self.filesystem.open_input_stream(name, compression=None) as stream:
            return cast(bytes, stream.read())

    def exists(self, name: str) -> bool:
        """Whether there is a file at `name`."""
        return bool(self.filesystem.get_file_info(name).type == FileType.File)

    def names(self, folder: str) -> list[str]:
        """Files directly in `folder`, sorted; unfinished ones left out."""
        found = self.filesystem.get_file_info(FileSelector(folder, allow_not_found=True))
        names = (str(info.base_name) for info in found if info.type == FileType.File)
        return sorted(name for name in names if not name.startswith("."))

    def sizes(self, folder: str) -> dict[str, int]:
        """Bytes of the files directly in `folder`, by name."""
        found = self.filesystem.get_file_info(FileSelector(folder, allow_not_found=True))
        return {str(info.base_name): int(info.size) for info in found if info.type == FileType.File}

    def delete(self, name: str) -> None:
        """Take the file away, if there is one."""
        if self.exists(name):
            self.filesystem.delete_file(name)

    def all_names(self) -> list[str]:
        """Every file below the root but hidden ones."""
        found = self.filesystem.get_file_info(FileSelector("", recursive=True, allow_not_found=True))
        names = (str(info.path) for info in found if info.type == FileType.File)
        return sorted(name for name in names if not name.rpartition("/")[2].startswith("."))

    def sweep(self) -> None:
        """Take away what writers left unfinished when they were killed; none may be at work."""
        if self.folder is not None:
            for path in self.folder.rglob(f".*{UNFINISHED}"):
                path.unlink(missing_ok=True)


def open_store(place: str) -> Store:
    """The store at a path, which is made where it is missing, or at a URI such as `s3://bucket/folder`."""
    if "://" not in place:
        folder = Path(place).absolute()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{place}: cannot be made ({error.strerror}); choose another output folder.") from error
        return Store(SubTreeFileSystem(str(folder), LocalFileSystem()), folder, place)
    filesystem, path = filesystem_of(place)
    return Store(SubTreeFileSystem(path, filesystem), None, place)


def open_existing(place: str) -> Store | None:
    """The store at a path or URI, without making it; None where there is no such folder."""
    return None if "://" not in place and not Path(place).is_dir() else open_store(place)


def filesystem_of(place: str) -> tuple[FileSystem, str]:
    """The file system behind a path or URI, and the path within it; pyarrow's own or one of fsspec."""
    if "://" not in place:
        return LocalFileSystem(), str(Path(place).absolute())
    try:
        filesystem, path = FileSystem.from_uri(place)
    except ArrowInvalid:
        return _through_fsspec(place)
    except OSError as error:
        raise UsageError(f"{place}: cannot be reached ({error}). Check the address and the credentials.") from error
    return filesystem, str(path)


def _through_fsspec(place: str) -> tuple[FileSystem, str]:
    import fsspec
    from pyarrow.fs import FSSpecHandler, PyFileSystem

    try:
        filesystem, path = fsspec.core.url_to_fs(place)
    except (ValueError, ImportError) as error:
        raise UsageError(f"{place}: no file system for this address ({error}).") from error
    return PyFileSystem(FSSpecHandler(filesystem)), str(path)


def open_input(place: str) -> IO[bytes]:
    """A file to read and seek in, from a path or URI."""
    filesystem, path = filesystem_of(place)
    if isinstance(filesystem, LocalFileSystem):
        return Path(path).open("rb")
    return BufferedReader(filesystem.open_input_file(path))


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}{UNFINISHED}")
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """So that the new name outlives a power cut."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
