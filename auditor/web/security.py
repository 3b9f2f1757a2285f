"""Who may talk to the server: this user's browser, on pages of this server, and nobody else.

The address that is opened carries a random token, which is exchanged for a cookie. The Host header must name the
address the server is bound to, or else a foreign page could reach it under a name of its own (DNS rebinding). What
changes something needs the token once more, from a header or a form field, which a foreign page cannot send.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from auditor.web.limits import DRAINED_BYTES, EDIT_BYTES, FORM_BYTES, SMALL_BYTES
from auditor.web.refusals import RefusalError, too_large
from auditor.web.replies import refused, see_other

TOKEN_HEADER = "x-auditor-token"
SAFE = frozenset({"GET", "HEAD"})
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
OPEN_REMEDY = "Open the address that `auditor serve` printed in its terminal."


@dataclass(frozen=True)
class Keys:
    """The secrets of one server and the names it answers to."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    """Value of the cookie; never shown in an address."""

    @property
    def cookie(self) -> str:
        """Cookies are not kept apart by port, so the name is."""
        return f"auditor-{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """What the Host header may say."""
        port = "" if self.port == 80 else f":{self.port}"
        return frozenset(f"{name}{port}" for name in ("127.0.0.1", "localhost"))

    def is_token(self, given: str | None) -> bool:
        """Whether `given` is the token."""
        return given is not None and compare_digest(given.encode(), self.token.encode())


class Guard:
    """In front of the whole application. Everything that leaves it carries the same strict headers."""

    def __init__(self, app: ASGIApp, keys: Keys, forms: tuple[str, ...] = ()) -> None:
        """Posts to `forms`, the endings of paths, may carry the token in a field, which their route checks."""
        self._app, self._keys, self._forms = app, keys, forms

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        guarded, limited = _with_headers(send), _Limited(receive, _limit(scope))
        try:
            self._check_source(scope, headers)
            if self._enters(scope):
                await see_other(_without_token(scope), self._keys)(scope, receive, guarded)
                return
            self._check_right(scope, headers)
            limited.check_announced(headers)
        except RefusalError as refusal:
            await limited.drain()
            await refused(refusal, headers)(scope, receive, guarded)
            return
        await self._app(scope, limited, guarded)

    def _check_source(self, scope: Scope, headers: Headers) -> None:
        if headers.get("host", "").casefold() not in self._keys.hosts:
            message = "The request names another host than the one this server is bound to."
            raise RefusalError(421, "Wrong address", message, OPEN_REMEDY)
        site = headers.get("sec-fetch-site")
        if site not in (None, "none", "same-origin"):
            raise RefusalError(403, "Request from another site", "Another page sent this request.", OPEN_REMEDY)
        if scope["method"] not in SAFE:
            self._check_origin(headers, site)
        if headers.get("content-encoding", "identity").casefold() != "identity":
            raise RefusalError(415, "Compressed request", "Requests are read uncompressed only.")

    def _check_origin(self, headers: Headers, site: str | None) -> None:
        """Browsers say `null` where the page, as ours, sends no referrer; then the fetch metadata must vouch."""
        origin = headers.get("origin")
        if origin is None or (origin == "null" and site == "same-origin"):
            return
        if origin != f"http://{headers['host']}":
            raise RefusalError(403, "Request from another site", "Another page sent this request.", OPEN_REMEDY)

    def _enters(self, scope: Scope) -> bool:
        given = dict(_query(scope)).get("token")
        if given is None or scope["method"] not in SAFE:
            return False
        if not self._keys.is_token(given):
            raise RefusalError(403, "Wrong token", "The token in the address is not this server's.", OPEN_REMEDY)
        return True

    def _check_right(self, scope: Scope, headers: Headers) -> None:
        if scope["path"].startswith("/static/"):
            return
        bearer = self._keys.is_token(headers.get(TOKEN_HEADER))
        if not bearer and not self._has_cookie(headers):
            raise RefusalError(403, "Not opened yet", "This browser has no key to this server.", OPEN_REMEDY)
        if scope["method"] in SAFE or bearer:
            return
        if not (headers.get("content-type", "").startswith(FORM_TYPES) and scope["path"].endswith(self._forms)):
            raise no_token()

    def _has_cookie(self, headers: Headers) -> bool:
        try:
            jar = SimpleCookie("; ".join(headers.getlist("cookie")))
        except CookieError:
            return False
        morsel = jar.get(self._keys.cookie)
        return morsel is not None and compare_digest(morsel.value.encode(), self._keys.session.encode())


FORM_TYPES = ("multipart/form-data", "application/x-www-form-urlencoded")


def no_token() -> RefusalError:
    """A request that would change something did not carry the token."""
    return RefusalError(403, "No token", "The request lacks the token of this server's pages.", "Reload the page.")


class _Limited:
    """Counts what a request brings; the answer to too much is a refusal."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive, self._limit = receive, limit
        self._taken, self._ended = 0, False

    def check_announced(self, headers: Headers) -> None:
        announced = headers.get("content-length", "")
        if announced.isdecimal() and int(announced) > self._limit:
            raise self._refusal()

    async def __call__(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._taken += len(message.get("body", b""))
            self._ended = not message.get("more_body", False)
            if self._taken > self._limit:
                await self.drain()
                raise self._refusal()
        else:
            self._ended = True
        return message

    async def drain(self) -> None:
        """Read the rest away, within reason, so that the browser gets to see the answer."""
        while not self._ended and self._taken < DRAINED_BYTES:
            message = await self._receive()
            self._taken += len(message.get("body", b""))
            self._ended = message["type"] != "http.request" or not message.get("more_body", False)

    def _refusal(self) -> RefusalError:
        return too_large(f"A request of this kind may have at most {self._limit / 1e6:,.1f} MB.")


def _limit(scope: Scope) -> int:
    if scope["path"] == "/audits":
        return FORM_BYTES
    return EDIT_BYTES if scope["method"] == "PUT" else SMALL_BYTES


def _query(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)


def _without_token(scope: Scope) -> str:
    """The address again; one that begins with two slashes would lead to another host."""
    rest = urlencode([(key, value) for key, value in _query(scope) if key != "token"])
    path = "/" + scope["path"].lstrip("/\\")
    return f"{path}?{rest}" if rest else path


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sending
