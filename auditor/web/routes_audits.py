"""Audits: begin, watch, look at, stop, edit, decide, take away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from auditor.audit.decisions import DecisionKind
from auditor.core.report import Report
from auditor.web.audit import Audit, Record
from auditor.web.deciding import Wish, decide, wish_of
from auditor.web.editing import Change, take_edit, undo_edit
from auditor.web.examples import example_submission
from auditor.web.finished import Finished
from auditor.web.intake import begin_audit
from auditor.web.json_body import json_body
from auditor.web.refusals import RefusalError, bad_request, not_found
from auditor.web.replies import download, page, see_other, wants_json
from auditor.web.security import FORM_TYPES
from auditor.web.site import Site, languages
from auditor.web.uploads import language_of, read_form, submission


async def begin(request: Request) -> Response:
    """POST /audits"""
    site = Site.of(request)
    form = await read_form(request, site.keys)
    try:
        example = form.get("example")
        given = example_submission(example) if isinstance(example, str) and example else await submission(form)
    finally:
        await form.close()
    audit = await run_in_threadpool(begin_audit, given, site.workspace, site.audits)
    record = audit.record()
    if wants_json(request.headers):
        return JSONResponse({"id": record.id, "url": record.url}, 201, headers={"location": record.url})
    return see_other(record.url)


def show(request: Request) -> Response:
    """GET /audits/{id}"""
    audit = _audit(request)
    if wants_json(request.headers):
        return JSONResponse(_as_json(audit.record()))
    return _page("audit.html.j2", request, *audit.snapshot())


def view(request: Request) -> Response:
    """GET /audits/{id}/view: the finished view alone."""
    record, finished = _audit(request).snapshot()
    return _page("view.html.j2", request, record, _known(finished))


async def events(request: Request) -> Response:
    """GET /audits/{id}/events"""
    run = _audit(request).run
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(run.channel.hear(), media_type="text/event-stream", headers=headers)


async def cancel(request: Request) -> Response:
    """POST /audits/{id}/cancel"""
    if request.headers.get("content-type", "").startswith(FORM_TYPES):
        await (await read_form(request, Site.of(request).keys)).close()
        audit = _audit(request)
        audit.cancel()
        return see_other(audit.record().url)
    _audit(request).cancel()
    return Response(status_code=204)


async def again(request: Request) -> Response:
    """POST /audits/{id}/again: the same text once more."""
    site, audit = Site.of(request), _audit(request)
    site.audits.check_room()
    return JSONResponse({"version": site.audits.begin(audit)}, 202)


class Edit(BaseModel):
    """Body of PUT /audits/{id}/translation."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    version: int
    translation_language: str | None = None
    """A code, "" for detection, None where it stays as it is; so the other one."""
    counterpart_language: str | None = None
    accepted: str | None = None
    """Fingerprint of the finding whose suggestion the new text takes over, as it is in the view of version `shown`."""
    shown: int | None = None


async def edit(request: Request) -> Response:
    """PUT /audits/{id}/translation"""
    body, audit = await json_body(request), _audit(request)
    try:
        wish = Edit.model_validate(body)
    except ValidationError as error:
        first = error.errors()[0]
        raise bad_request(f"`{'.'.join(map(str, first['loc']))}`: {first['msg']}") from error
    chosen = _languages(wish, audit.pair.languages)
    change = Change(wish.text, wish.version, _accepted(wish))
    version = await run_in_threadpool(take_edit, audit, change, chosen, Site.of(request).audits)
    return JSONResponse({"version": version}, 202)


def _accepted(wish: Edit) -> Wish | None:
    if wish.accepted is None:
        return None
    return wish_of({"fingerprint": wish.accepted, "decision": DecisionKind.ACCEPTED, "version": wish.shown})


async def undo(request: Request) -> Response:
    """POST /audits/{id}/undo: what was done last, after a reload too."""
    body, audit = await json_body(request), _audit(request)
    version = body.get("version") if isinstance(body, dict) else None
    if not isinstance(version, int) or isinstance(version, bool):
        raise bad_request("`version`: the version that is shown, a number.")
    now, step = await run_in_threadpool(undo_edit, audit, version, Site.of(request).audits)
    return JSONResponse({"version": now, "fingerprint": step.fingerprint}, 202)


async def decisions(request: Request) -> Response:
    """POST /audits/{id}/decisions"""
    audit, wish = _audit(request), wish_of(await json_body(request))
    return JSONResponse({"state": await run_in_threadpool(decide, audit, wish)})


def take(request: Request) -> Response:
    """GET /audits/{id}/download/{what}"""
    audit, what = _audit(request), request.path_params["what"]
    with audit.lock:
        translation = audit.pair.translation
    if what == "translation":
        return download(translation.read_bytes(), "application/octet-stream", translation.name)
    return render_report(what, _known(audit.finished).report, translation.stem)


def render_report(what: str, report: Report, stem: str) -> Response:
    """The report as a file of the kind `html` or `json`."""
    from auditor.reports import Format, render

    kinds = {"html": (Format.HTML, "text/html"), "json": (Format.JSON, "application/json")}
    if what not in kinds:
        raise not_found(f"There is no download called {what!r}.")
    form, media_type = kinds[what]
    return download(render(report, form).encode("utf-8", "backslashreplace"), media_type, f"{stem}.{what}")


def _page(name: str, request: Request, record: Record, finished: Finished | None) -> Response:
    from auditor.web.view import view_of

    shown = None if finished is None else view_of(finished.report, 0, finished.decisions, {})
    return page(name, token=Site.of(request).keys.token, languages=languages(), audit=record, view=shown)


def _audit(request: Request) -> Audit:
    return Site.of(request).audits.get(request.path_params["id"])


def _known(finished: Finished | None) -> Finished:
    if finished is None:
        raise RefusalError(409, "Not audited yet", "This audit has no result yet.", "Wait until it is done.")
    return finished


def _languages(wish: Edit, before: tuple[str | None, str | None]) -> Sequence[str | None]:
    given = (wish.translation_language, "translation"), (wish.counterpart_language, "counterpart")
    return [old if code is None else language_of(code, side) for (code, side), old in zip(given, before, strict=True)]


def _as_json(record: Record) -> dict[str, Any]:
    shown = ("id", "url", "title", "state", "version", "shown", "undoable")
    step = record.progress
    return {
        **{name: getattr(record, name) for name in shown},
        "progress": None if step is None else {**asdict(step), "label": step.label},
        "error": None if record.error is None else asdict(record.error),
    }
