"""Audits one pair of files with models that stay loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from auditor.audit.house_lists import with_house_lists
from auditor.audit.models import Models
from auditor.audit.request import Request
from auditor.audit.run import run_audit
from auditor.config import Settings
from auditor.core.finding import Level
from auditor.core.report import Report
from auditor.errors import ReadError

Tell = Callable[[str, int, int], None]
"""Told (stage, done, total)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The files of one audit and the languages that the user chose, None where they are detected."""

    translation: Path
    counterpart: Path | None
    languages: tuple[str | None, str | None] = (None, None)


class Engine:
    """Shared by all threads."""

    def __init__(self, settings: Settings, workspace: Path) -> None:
        """The newsroom's lists may lie in the workspace itself."""
        self._settings = with_house_lists(settings, [workspace])
        self.models = Models(self._settings)

    def audit(self, pair: Pair, tell: Tell) -> Report:
        """The report on one translation, whatever was decided about it; `tell` may raise to stop.

        Raises `AuditorError` where there is none.
        """
        language, other = pair.languages
        settings = self._settings.model_copy(update={"language": language, "counterpart_language": other})
        request = Request((pair.translation,), pair.counterpart, settings=settings, decisions=False)
        report = run_audit(request, tell, models=self.models, detail=tell)
        if not report.documents:
            message = "; ".join(notice.message for notice in report.notices if notice.level is Level.INCOMPLETE)
            raise ReadError(message, "not-audited")
        return report

    def warm_up(self) -> None:
        """Load what most audits need, so that the first one need not wait for it."""
        self.models.warm_up(("en",))

    def close(self) -> None:
        """Let go of the vector cache."""
        self.models.close()
