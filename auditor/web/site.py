"""What every route needs, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from starlette.requests import Request

from auditor.languages import get_language, known_languages
from auditor.web.audits import Audits
from auditor.web.saved import SavedReport
from auditor.web.security import Keys
from auditor.web.workspace import Workspace


@dataclass(frozen=True)
class Site:
    """One running server."""

    keys: Keys
    workspace: Workspace
    audits: Audits
    saved: SavedReport | None = None
    """What `--report` opened."""

    @classmethod
    def of(cls, request: Request) -> Site:
        """The server that got `request`."""
        site = request.app.state.site
        assert isinstance(site, Site)
        return site


@cache
def languages() -> tuple[tuple[str, str], ...]:
    """(code, name) of every language there is data for, by name."""
    return tuple(sorted(((code, get_language(code).name) for code in known_languages()), key=lambda pair: pair[1]))
