"""A folder on localhost, as a web server shows it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class _Quiet(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, headers_to_send: Mapping[str, str], **options: Any) -> None:
        self._headers_to_send = headers_to_send
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        for name, value in self._headers_to_send.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a folder, each answer with these headers besides; gives its address, with a slash at the end."""
    handler = partial(_Quiet, directory=str(folder), headers_to_send=headers or {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
