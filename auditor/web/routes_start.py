"""The start page and the fixed list of static files."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from auditor.web.examples import examples
from auditor.web.limits import ARTICLE_BYTES, ARTICLE_CHARACTERS
from auditor.web.refusals import not_found
from auditor.web.replies import page
from auditor.web.site import Site, languages

LIMITS = {"article_megabytes": ARTICLE_BYTES // 1_000_000, "characters": ARTICLE_CHARACTERS}


def start(request: Request) -> Response:
    """GET /"""
    site = Site.of(request)
    articles = () if site.saved is None else site.saved.articles
    return page(
        "start.html.j2",
        token=site.keys.token,
        examples=[(example.id, example.title, example.language) for example in examples()],
        audits=[audit.record() for audit in site.audits.newest_first()],
        reports=[(number, entry.title, entry.state) for number, entry in enumerate(articles)],
        languages=languages(),
        workspace=str(site.workspace.path),
        limits=LIMITS,
        error=None,
    )


def static(request: Request) -> Response:
    """GET /static/{stamp}/{name}: the stamp changes with the files, so that they may be kept for ever."""
    from auditor.web.assets import assets

    asset = assets().get(request.path_params["name"])
    if asset is None:
        raise not_found("There is no such file.")
    headers = {"cache-control": "public, max-age=31536000, immutable"}
    return Response(asset.body, media_type=asset.media_type, headers=headers)
