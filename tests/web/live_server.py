"""A live server in a thread, over the hash encoder: everything is real but the models."""

import http.client
import json
import socket
import threading
import time
from types import SimpleNamespace

import uvicorn

from auditor.config import Settings
from auditor.web.app import create_app
from auditor.web.audits import Audits
from auditor.web.engine import Engine
from auditor.web.security import Keys
from auditor.web.serve import config_of
from auditor.web.site import Site
from auditor.web.workspace import Workspace

SETTINGS = Settings(encoder="hash", fidelity_model="linear", cache=False)
PATIENCE = 120.0
"""Seconds; a loaded machine is slow, a hanging server is slower."""


class Live:
    """A running server and a client that may or may not have its key."""

    def __init__(self, workspace, engine, saved=None):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.keys = Keys(port=self.listener.getsockname()[1])
        self.workspace = workspace
        self.engine = engine
        self.audits = Audits(engine)
        site = Site(self.keys, Workspace(workspace), self.audits, saved)
        self.server = uvicorn.Server(config_of(create_app(site, warm_up=False)))
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.listener]}, daemon=True)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.keys.port}"

    @property
    def opening_url(self):
        return f"{self.url}/?token={self.keys.token}"

    def __enter__(self):
        self.thread.start()
        until(lambda: self.server.started)
        return self

    def __exit__(self, *_):
        self.server.should_exit = True
        self.thread.join(PATIENCE)
        self.listener.close()
        assert not self.thread.is_alive()

    def ask(self, method, path, body=None, *, key=True, token=True, **headers):
        """One request; `key` sends the cookie, `token` the header that changes need."""
        sent = {"Host": f"127.0.0.1:{self.keys.port}"}
        if key:
            sent["Cookie"] = f"{self.keys.cookie}={self.keys.session}"
        if token and method not in ("GET", "HEAD"):
            sent["X-Auditor-Token"] = self.keys.token
        if body is not None and not isinstance(body, bytes):
            body, sent["Content-Type"] = json.dumps(body).encode(), "application/json"
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.keys.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, {name: value for name, value in sent.items() if value is not None})
            response = connection.getresponse()
            data = response.read()
        finally:
            connection.close()
        told = {name.casefold(): value for name, value in response.getheaders()}
        return SimpleNamespace(status=response.status, headers=told, data=data, text=data.decode("utf-8", "replace"))

    def json(self, path):
        """The state of an audit."""
        return json.loads(self.ask("GET", path, Accept="application/json").data)

    def submit(self, fields=(), files=(), **headers):
        """The form of the start page, as a script sends it."""
        body, kind = multipart([("token", self.keys.token), *fields], files)
        return self.ask("POST", "/audits", body, token=False, Accept="application/json", Content_Type=kind, **headers)

    def begin(self, text, counterpart=None, **fields):
        """Begins an audit of pasted text; its address."""
        given = [("translation_text", text), ("counterpart_text", counterpart or ""), *fields.items()]
        reply = self.submit(given)
        assert reply.status == 201, reply.text
        return json.loads(reply.data)["url"]

    def settled(self, url):
        """The state once nothing works on it any more."""
        until(lambda: self.json(url)["state"] != "working")
        return self.json(url)

    def events(self, url, count=None):
        """(name, data) of the events, to the last or the first `count`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.keys.port, timeout=PATIENCE)
        found = []
        try:
            connection.request("GET", f"{url}/events", headers={"Cookie": f"{self.keys.cookie}={self.keys.session}"})
            response = connection.getresponse()
            assert response.headers["content-type"].startswith("text/event-stream")
            name = None
            while (line := response.readline()) and (count is None or len(found) < count):
                if line.startswith(b"event: "):
                    name = line[7:].decode().strip()
                elif line.startswith(b"data: "):
                    found.append((name, json.loads(line[6:])))
        finally:
            connection.close()
        return found

    def report(self, url):
        """The JSON report of a finished audit."""
        reply = self.ask("GET", f"{url}/download/json")
        assert reply.status == 200, reply.text
        return json.loads(reply.data)


class Gated(Engine):
    """Audits that wait for `gate` after a first sign of life, or fail with `error`."""

    def __init__(self, workspace):
        super().__init__(SETTINGS, workspace)
        self.gate = threading.Event()
        self.error = None
        self.seen = []

    def audit(self, pair, tell):
        tell("encode", 1, 9)
        self.seen.append(pair)
        while not self.gate.wait(0.02):
            tell("encode", 2, 9)
        if self.error is not None:
            raise self.error
        return super().audit(pair, tell)


def until(happened):
    """Waits for it."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


def multipart(fields, files=()):
    """(body, content type) of a form; files are (field, file name, bytes)."""
    mark = "----a-mark-between-parts"
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + value.encode() + b"\r\n"
        for name, value in fields
    ]
    parts += [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n".encode()
        + data
        + b"\r\n"
        for name, file, data in files
    ]
    return b"".join(parts) + f"--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}"
