"""What a renderer may be told beside the report itself."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.core.mqm import Severity


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """Presentation only: nothing here changes what was found."""

    prefix: str = ""
    """Put before document ids where a reader or a service should open the file, such as `articles/`.

    Used by text, full, github, sarif and junit; the frozen JSON formats and the page keep plain ids.
    """
    colour: bool = False
    """ANSI colours in text and full."""
    fail_on: Severity | None = Severity.MAJOR
    """Findings from here on are failures in junit; None makes none of them one."""


PLAIN = RenderOptions()
"""No prefix, no colour."""
