"""Which state of its roadmap a page was made from: told as the page is handed out, so that a page whose words stay stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

StartResponse = Callable[..., Any]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]

_PLACEHOLDER = re.compile(rb"roadmap-state-[0-9a-f]{64}")


class PageStates:
    """The states that the pages of a server were made from.

    Args:
        secret: that of this run of the server, which nobody who writes a page can know.
    """

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._states: dict[bytes, bytes] = {}

    def placeholder(self, roadmap: str) -> str:
        """What stands in a page for the state of a roadmap."""
        return f"roadmap-state-{sha256(f'{self._secret} {roadmap}'.encode()).hexdigest()}"

    def publish(self, states: Mapping[str, str]) -> None:
        """All pages are made of these states now.

        Args:
            states: the name of each, by its roadmap.
        """
        self._states = {self.placeholder(roadmap).encode(): state.encode() for roadmap, state in states.items()}

    def answer(self, application: Application, environ: dict[str, Any], start_response: StartResponse) -> Iterator[bytes]:
        """An answer of a server, as a WSGI application gives it; in a page the states stand where they are to be told."""
        held: list[tuple[Any, ...]] = []
        written: list[bytes] = []

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            if not any(name.lower() == "content-type" and value.startswith("text/html") for name, value in headers):
                return start_response(status, headers, *more)
            held[:] = [(status, headers, *more)]
            return written.append

        body = application(environ, start)
        try:
            parts = iter(body)
            first = next(parts, b"")  # from here on the headers are known
            if held:
                page = self._told(b"".join([*written, first, *parts]))
                status, headers, *more = held[0]
                start_response(status, [(name, _length(name, value, page)) for name, value in headers], *more)
                yield page
            elif first:
                yield first
                yield from parts
        finally:
            if callable(close := getattr(body, "close", None)):
                close()

    def _told(self, page: bytes) -> bytes:
        return _PLACEHOLDER.sub(lambda found: self._states.get(found[0], found[0]), page)


def _length(name: str, value: str, page: bytes) -> str:
    """The value of a header of a page whose length may be another."""
    return str(len(page)) if name.lower() == "content-length" else value
