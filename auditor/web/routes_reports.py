"""Articles of a saved report: to be read and decided about, not edited."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from auditor.web.audit import Record, State
from auditor.web.deciding import decide, wish_of
from auditor.web.editing import undo_decision
from auditor.web.json_body import json_body
from auditor.web.refusals import not_found
from auditor.web.replies import download, page
from auditor.web.routes_audits import render_report
from auditor.web.saved import SavedArticle, SavedReport
from auditor.web.site import Site, languages


def show(request: Request) -> Response:
    """GET /reports/{n}"""
    return _page("audit.html.j2", request)


def view(request: Request) -> Response:
    """GET /reports/{n}/view"""
    return _page("view.html.j2", request)


async def decisions(request: Request) -> Response:
    """POST /reports/{n}/decisions"""
    article, wish = _article(request), wish_of(await json_body(request))
    return JSONResponse({"state": await run_in_threadpool(decide, article, wish)})


async def undo(request: Request) -> Response:
    """POST /reports/{n}/undo: what was decided last."""
    step = await run_in_threadpool(undo_decision, _article(request))
    return JSONResponse({"version": 1, "fingerprint": step.fingerprint}, 202)


def take(request: Request) -> Response:
    """GET /reports/{n}/download/{what}: of this article alone, but JSON as the file that was opened."""
    article, what = _article(request), request.path_params["what"]
    if what == "json":
        path = _saved(request).path
        return download(path.read_bytes(), "application/json", path.name)
    path = article.translation
    if what == "translation":
        return download(path.read_bytes(), "application/octet-stream", path.name)
    assert article.finished is not None
    return render_report(what, article.finished.report, path.stem)


def _page(name: str, request: Request) -> Response:
    from auditor.web.view import view_of

    saved, article = _saved(request), _article(request)
    assert article.finished is not None
    shown = view_of(article.finished.report, 0, article.finished.decisions, saved.texts)
    record = Record(
        id=str(request.path_params["number"]),
        title=article.title,
        state=State.DONE.value,
        version=1,
        folder=str((article.path or saved.path).absolute().parent),
        languages=(None, None),
        shown=1,
        undoable=len(article.history),
        can_edit=False,
        can_decide=article.path is not None,
        kind="reports",
    )
    return page(name, token=Site.of(request).keys.token, languages=languages(), audit=record, view=shown)


def _saved(request: Request) -> SavedReport:
    saved = Site.of(request).saved
    if saved is None:
        raise not_found("No report was opened; start `auditor serve --report report.json --root FOLDER`.")
    return saved


def _article(request: Request) -> SavedArticle:
    articles, number = _saved(request).articles, request.path_params["number"]
    if number >= len(articles):
        raise not_found(f"The report has {len(articles)} articles; there is none with the number {number}.")
    article: SavedArticle = articles[number]
    return article
