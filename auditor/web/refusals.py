"""What cannot be done, said so that an editor knows what to do."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.errors import AuditorError, ModelError, NothingToAuditError, ReadError, UsageError


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something failed: shown on a page, in an event or as JSON."""

    title: str
    message: str
    remedy: str = ""


class RefusalError(Exception):
    """Ends a request with a page that says why."""

    def __init__(self, status: int, title: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.problem = Problem(title, message, remedy)


def not_found(message: str = "There is nothing at this address.") -> RefusalError:
    """404."""
    return RefusalError(404, "Not found", message, "Go back to the start page.")


def too_large(message: str, remedy: str = "Give one article, as plain text if the page is large.") -> RefusalError:
    """413."""
    return RefusalError(413, "Too large", message, remedy)


def bad_request(message: str, remedy: str = "") -> RefusalError:
    """400."""
    return RefusalError(400, "This cannot be audited", message, remedy)


def problem_of(error: BaseException) -> Problem:
    """What an editor is told when an audit failed."""
    match error:
        case ReadError() | NothingToAuditError():
            return Problem("The article could not be read", str(error), "Give the article as plain text or HTML.")
        case ModelError():
            return Problem("A model is missing", str(error), "Run `auditor doctor` in a terminal.")
        case UsageError() | AuditorError():
            return Problem("The settings do not fit", str(error), "Mend the settings and start `auditor serve` again.")
        case MemoryError():
            return Problem("Not enough memory", "The articles are too long for this machine.", "Audit them in parts.")
        case _:
            message = f"An internal error: {type(error).__name__}: {error}"
            remedy = "Please report it; the terminal in which `auditor serve` runs shows where it happened."
            return Problem("The audit failed", message, remedy)
