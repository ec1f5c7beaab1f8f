"""``mkdocs serve`` as a process, and a browser's page that counts how often it was loaded."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from support.prepared import prepared
from support.site import Site

QUIET_SECONDS = 3
"""Longer than the server waits for further changes, and than a build of a small site takes."""


@contextmanager
def mkdocs_serve(site: Site, log: Path, *options: str) -> Iterator[str]:
    """Serve a site; gives its address once it answers."""
    site.configure()
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    command = [prepared() / "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", *options]
    # A run in the background of a shell ignores interrupts, and so would the server, which ends by one.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=site.root, stdout=output, stderr=output, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        try:
            wait_until(lambda: process.poll() is not None or answers(address), f"the server answers: {log}", 60)
            assert process.poll() is None, log.read_text(encoding="utf-8")
            yield address
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class Watched:
    """A page of the browser that knows how often it was loaded.

    Args:
        page: the browser's page.
        address: what to open.
    """

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self._loads = 0
        page.on("load", self._count)
        page.goto(address, wait_until="load")
        # The server reloads only a page that has begun to listen.
        page.wait_for_timeout(1000)

    def _count(self, _: Page) -> None:
        self._loads += 1

    def reloads_after(self, change: Callable[[], object]) -> int:
        """Make a change, and count the reloads until the page has been quiet for a while.

        Raises:
            TimeoutError: of Playwright: there was none.
        """
        before = self._loads
        with self.page.expect_event("load", timeout=30_000):
            change()
        self.page.wait_for_timeout(QUIET_SECONDS * 1000)
        return self._loads - before

    @property
    def text(self) -> str:
        """What the page says."""
        return self.page.locator("article").inner_text()


def save(path: Path, text: str) -> None:
    """Write a file as editors do: elsewhere, then all of it at once. The server must not see it empty in between."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", delete=False) as beside:
        beside.write(text)
    Path(beside.name).replace(path)


def wait_until(condition: Callable[[], bool], what: str, seconds: float) -> None:
    """Wait for something.

    Raises:
        AssertionError: it did not happen in time.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        time.sleep(0.1)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(address: str) -> bool:
    """Whether a server answers there."""
    try:
        with urllib.request.urlopen(address, timeout=5) as response:  # noqa: S310  (an address of this machine)
            return bool(response.status == 200)
    except OSError:
        return False
