"""What happens to an audit, told to every browser window that looks at it (server-sent events)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from threading import Lock

HEARTBEAT_SECONDS = 15.0
"""A comment this often keeps the connection open and finds out when the window is gone."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event; `last` ones end the stream."""

    name: str
    data: Mapping[str, object]
    last: bool = False

    def encoded(self) -> bytes:
        """As `text/event-stream` has it."""
        return f"event: {self.name}\ndata: {json.dumps(dict(self.data))}\n\n".encode()


HEARTBEAT = b": waiting\n\n"
_Listener = tuple[asyncio.AbstractEventLoop, "asyncio.Queue[Event]"]


class Channel:
    """Events of one run: told by the thread that audits, heard in the server's event loop.

    Who comes late hears the newest event first, and nothing else if that was the last.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._newest: Event | None = None
        self._listeners: list[_Listener] = []

    def tell(self, event: Event) -> None:
        """From any thread. Nothing is told after a last event."""
        with self._lock:
            if self._newest is not None and self._newest.last:
                return
            self._newest = event
            for loop, queue in self._listeners:
                if not loop.is_closed():
                    loop.call_soon_threadsafe(queue.put_nowait, event)

    async def hear(self) -> AsyncIterator[bytes]:
        """The stream for one window; ends after a last event."""
        queue: asyncio.Queue[Event] = asyncio.Queue()
        listener = (asyncio.get_running_loop(), queue)
        with self._lock:
            if self._newest is not None:
                queue.put_nowait(self._newest)
            self._listeners.append(listener)
        try:
            while True:
                event = await _next(queue)
                yield HEARTBEAT if event is None else event.encoded()
                if event is not None and event.last:
                    return
        finally:
            with self._lock:
                self._listeners.remove(listener)


async def _next(queue: asyncio.Queue[Event]) -> Event | None:
    try:
        return await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
    except TimeoutError:
        return None
