"""The application: routes, what happens to errors, start and end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from auditor.errors import UsageError
from auditor.web import routes_audits, routes_reports, routes_start
from auditor.web.refusals import RefusalError, not_found
from auditor.web.replies import refused
from auditor.web.security import Guard
from auditor.web.site import Site

FORMS = ("/audits", "/cancel")
"""Paths that take a form, with the token in a field."""


def create_app(site: Site, warm_up: bool = True) -> ASGIApp:
    """The guarded application; with `warm_up` models load in the background from the start."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        if warm_up:
            Thread(target=_warm_up, args=(site,), name="warm-up", daemon=True).start()
        yield
        await run_in_threadpool(site.audits.close)

    app = Starlette(
        routes=_routes(),
        lifespan=lifespan,
        exception_handlers={RefusalError: _refusal, HTTPException: _http, UsageError: _usage, Exception: _bug},
    )
    app.state.site = site
    return Guard(app, site.keys, FORMS)


def _warm_up(site: Site) -> None:
    from auditor.web.render import compile_pages

    compile_pages()
    site.audits.warm_up()


def _routes() -> list[Route]:
    audit = "/audits/{id}"
    report = "/reports/{number:int}"
    return [
        Route("/", routes_start.start),
        Route("/static/{stamp}/{name}", routes_start.static),
        Route("/audits", routes_audits.begin, methods=["POST"]),
        Route(audit, routes_audits.show),
        Route(f"{audit}/view", routes_audits.view),
        Route(f"{audit}/events", routes_audits.events),
        Route(f"{audit}/cancel", routes_audits.cancel, methods=["POST"]),
        Route(f"{audit}/again", routes_audits.again, methods=["POST"]),
        Route(f"{audit}/translation", routes_audits.edit, methods=["PUT"]),
        Route(f"{audit}/decisions", routes_audits.decisions, methods=["POST"]),
        Route(f"{audit}/undo", routes_audits.undo, methods=["POST"]),
        Route(f"{audit}/download/{{what}}", routes_audits.take),
        Route(report, routes_reports.show),
        Route(f"{report}/view", routes_reports.view),
        Route(f"{report}/decisions", routes_reports.decisions, methods=["POST"]),
        Route(f"{report}/undo", routes_reports.undo, methods=["POST"]),
        Route(f"{report}/download/{{what}}", routes_reports.take),
    ]


def _refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusalError)
    return refused(error, request.headers)


def _http(request: Request, error: Exception) -> Response:
    """Starlette's own: no such route or method."""
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return refused(not_found(), request.headers)
    refusal = RefusalError(error.status_code, "Not possible here", error.detail, "Go back to the start page.")
    return refused(refusal, request.headers)


def _usage(request: Request, error: Exception) -> Response:
    """Such as a decision that cannot be written down."""
    return refused(RefusalError(500, "This could not be done", str(error)), request.headers)


def _bug(request: Request, error: Exception) -> Response:
    """The server goes on; the traceback goes to the terminal."""
    message = f"An internal error: {type(error).__name__}. The server goes on."
    remedy = "Please report it, with what the terminal shows."
    return refused(RefusalError(500, "This went wrong", message, remedy), request.headers)
