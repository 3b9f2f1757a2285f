"""Answers: pages, JSON, downloads, refusals."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from auditor.web.refusals import RefusalError

if TYPE_CHECKING:
    from auditor.web.security import Keys


def wants_json(headers: Headers) -> bool:
    """Whether a script asks rather than a browser's window: JSON accepted and HTML not, or JSON sent."""
    accepted = headers.get("accept", "")
    return ("application/json" in accepted and "text/html" not in accepted) or headers.get(
        "content-type", ""
    ).startswith("application/json")


def page(name: str, code: int = 200, **context: object) -> Response:
    """A template filled in."""
    from auditor.web.render import render

    return HTMLResponse(render(name, **context), code)


def refused(refusal: RefusalError, headers: Headers) -> Response:
    """The refusal in the form that was asked for."""
    if wants_json(headers):
        return JSONResponse({"error": asdict(refusal.problem)}, refusal.status)
    return page("refusal.html.j2", refusal.status, status=refusal.status, **asdict(refusal.problem))


def see_other(address: str, keys: Keys | None = None) -> Response:
    """Send the browser to another address of this server, with the cookie if it showed the token."""
    response = RedirectResponse(quote(address, safe="/?&=%+"), 303)
    if keys is not None:
        response.set_cookie(keys.cookie, keys.session, httponly=True, samesite="strict", path="/")
    return response


def download(data: bytes, media_type: str, name: str) -> Response:
    """A file to be saved, never shown in place."""
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, media_type=media_type, headers={"content-disposition": disposition})
