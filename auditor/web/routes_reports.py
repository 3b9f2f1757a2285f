"""Articles of a saved report, to be read only."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from auditor.core.report import Report
from auditor.web.audit import Record, State
from auditor.web.refusals import RefusalError, not_found
from auditor.web.replies import download, page
from auditor.web.routes_audits import render_report
from auditor.web.saved import SavedReport
from auditor.web.site import Site, languages


def show(request: Request) -> Response:
    """GET /reports/{n}"""
    return _page("audit.html.j2", request)


def view(request: Request) -> Response:
    """GET /reports/{n}/view"""
    return _page("view.html.j2", request)


def take(request: Request) -> Response:
    """GET /reports/{n}/download/{what}: of this article alone, but JSON as the file that was opened."""
    saved, number, what = _saved(request), _number(request), request.path_params["what"]
    entry = saved.report.documents[number]
    path = saved.places.get(entry.document.id)
    if what == "json":
        return download(saved.path.read_bytes(), "application/json", saved.path.name)
    if path is None:
        raise RefusalError(409, "The file changed", "The article is no longer what was audited.", "Audit it again.")
    if what == "translation":
        return download(path.read_bytes(), "application/octet-stream", path.name)
    return render_report(what, _alone(saved.report, number), path.stem)


def _page(name: str, request: Request) -> Response:
    from auditor.web.view import view_of

    saved, number = _saved(request), _number(request)
    shown = view_of(saved.report, number, saved.decisions, saved.texts)
    record = Record(
        id=str(number),
        title=saved.titles()[number][1],
        state=State.DONE.value,
        version=1,
        folder=str(saved.path.absolute().parent),
        languages=(None, None),
        shown=1,
        can_edit=False,
        can_decide=False,
        kind="reports",
    )
    return page(name, token=Site.of(request).keys.token, languages=languages(), audit=record, view=shown)


def _saved(request: Request) -> SavedReport:
    saved = Site.of(request).saved
    if saved is None:
        raise not_found("No report was opened; start `auditor serve --report report.json --root FOLDER`.")
    return saved


def _number(request: Request) -> int:
    number: int = request.path_params["number"]
    count = len(_saved(request).report.documents)
    if number >= count:
        raise not_found(f"The report has {count} articles; there is none with the number {number}.")
    return number


def _alone(report: Report, number: int) -> Report:
    entry = report.documents[number]
    findings = tuple(finding for finding in report.findings if finding.document == entry.document.id)
    return Report(report.version, report.signature, (entry,), findings, report.notices)
