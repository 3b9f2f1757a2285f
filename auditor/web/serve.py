"""Runs the server on this machine's own address until it is interrupted."""

from __future__ import annotations

import os
import socket
import webbrowser
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from auditor.config import Settings
from auditor.errors import UsageError
from auditor.web.app import create_app
from auditor.web.audits import Audits
from auditor.web.engine import Engine
from auditor.web.saved import open_report
from auditor.web.security import Keys
from auditor.web.site import Site
from auditor.web.workspace import Workspace

ADDRESS = "127.0.0.1"
BACKLOG = 128
LEAVING_SECONDS = 1
"""Given to open connections at the end: a window that waits for events would hold the server for ever."""


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """What the user asked for."""

    workspace: Path
    port: int = 0
    """0 takes a free one."""
    report: Path | None = None
    roots: Sequence[Path] = ()
    open_browser: bool = True


def serve(options: ServeOptions, settings: Settings, say: Callable[[str], None]) -> None:
    """Serve until interrupted; `say` is told the address to open.

    Raises `UsageError` when the port is taken, the workspace cannot be written or the report cannot be read.
    """
    workspace = Workspace(options.workspace)
    saved = None if options.report is None else open_report(options.report, options.roots)
    with _listening(options.port) as listener:
        keys = Keys(port=listener.getsockname()[1])
        site = Site(keys, workspace, Audits(Engine(settings, workspace.path)), saved)
        page = "/reports/0" if saved is not None and len(saved.articles) == 1 else "/"
        url = f"http://{ADDRESS}:{keys.port}{page}?token={keys.token}"
        say(f"The editors' page is at {url}")
        say(f"What you give it is kept in {workspace.path}; stop it with Ctrl+C.")
        if options.open_browser:
            Thread(target=webbrowser.open, args=(url,), daemon=True).start()
        _Server(site).run(sockets=[listener])


class _Server(uvicorn.Server):
    """Ends the streams of events first: open ones would hold it until they are cut off with an error."""

    def __init__(self, site: Site) -> None:
        super().__init__(config_of(create_app(site)))
        self._site = site

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Ctrl+C. Locks are not taken in here: what was interrupted may hold them."""
        Thread(target=self._site.audits.cancel_all).start()
        super().handle_exit(sig, frame)


def config_of(app: ASGIApp) -> uvicorn.Config:
    """How the server runs, whatever its address."""
    return uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=LEAVING_SECONDS,
        lifespan="on",
        ws="none",
    )


def _listening(port: int) -> socket.socket:
    """Listens from now on, so that a browser that is faster than the server waits for it."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere it would take a port away from another program
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((ADDRESS, port))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise UsageError(f"port {port}: cannot be used ({error.strerror}); choose another --port.") from error
    return listener
