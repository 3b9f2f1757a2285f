"""Every exception `auditor` raises on purpose.

::

    AuditorError
    ├── UsageError            what was asked for cannot be done (exit code 2)
    │   └── ConfigError       a setting or manifest is wrong; names the file and the key
    ├── NothingToAuditError        the paths hold no article (exit code 3)
    ├── ReadError             one file cannot be read; becomes an `incomplete` notice, the run goes on
    └── ModelError            an encoder or model is missing, corrupt or cannot run here

Messages name the file, the place and the remedy, in that order, in one sentence or two.
"""

from __future__ import annotations


class AuditorError(Exception):
    """Base of all errors raised on purpose; its text is fit to be shown to a user."""


class UsageError(AuditorError):
    """What was asked for cannot be done: a wrong argument, option or combination of them."""


class ConfigError(UsageError):
    """A configuration file or manifest is wrong; the message names the file and the key or row."""


class NothingToAuditError(AuditorError):
    """The given paths hold no article."""


class ReadError(AuditorError):
    """One file cannot be read as an article.

    `kind` is a stable word for the notice (`missing`, `empty`, `binary`, `too-large`, `unreadable`, `undecodable`…).
    """

    def __init__(self, message: str, kind: str) -> None:
        super().__init__(message)
        self.kind = kind


class ModelError(AuditorError):
    """An encoder or model is missing, corrupt or cannot run on this machine."""
