"""JSON from the page."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request

from auditor.web.refusals import RefusalError, bad_request


async def json_body(request: Request) -> Any:  # noqa: ANN401 - JSON
    """The body as JSON. Raises `RefusalError` for anything else."""
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise RefusalError(415, "Wrong format", "This address takes JSON.")
    try:
        return json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise bad_request(f"The request is not valid JSON ({error}).") from error
