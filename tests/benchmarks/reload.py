"""What a save costs while a site is served: from the edit to the page that shows it, through the real server."""

from __future__ import annotations

import os
import signal
import socket
import statistics
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measure import CommandError, Cost, python

LONGEST = 120.0
"""Seconds to wait for a page."""
_POLL = 0.02
_TICKS = os.sysconf("SC_CLK_TCK")


def reload_cost(site: Path, config: str, file: Path, address: str, edits: int, log: Path) -> Cost:
    """Serve a site, edit a file some times, and wait for the page that shows it each time.

    Args:
        site: the folder of the site.
        config: name of its configuration.
        file: the file of an enhancement, one of whose requirements is worded anew each time.
        address: the page that shows it, from the root of the site.
        edits: how often it is edited.
        log: file for what the server prints.

    Returns:
        The median of each cost: seconds to the new page, processor time of the server for it, its memory then in MiB.

    Raises:
        CommandError: the server ends, or the page never shows the edit.
    """
    text = file.read_text(encoding="utf-8")
    costs: list[Cost] = []
    with _served(site, config, log) as (process, root):
        time.sleep(1)  # the observer of files has begun by then
        for number in range(edits):
            word = f"Saved {number} times, e"
            before, start = _cpu(process.pid), time.perf_counter()
            file.write_text(text.replace("Encrypt every", f"{word}ncrypt every", 1), encoding="utf-8")
            while word not in _page(root + address):
                if process.poll() is not None or time.perf_counter() - start > LONGEST:
                    raise CommandError(log.read_text(errors="replace"))
                time.sleep(_POLL)
            wall = time.perf_counter() - start
            time.sleep(0.3)  # what the server does after it has handed out the page
            costs.append(Cost(wall, _cpu(process.pid) - before, _memory(process.pid)))
    file.write_text(text, encoding="utf-8")
    return Cost(*(statistics.median(values) for values in zip(*((cost.wall, cost.cpu, cost.memory) for cost in costs), strict=True)))


@contextmanager
def _served(site: Path, config: str, log: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    root = f"http://127.0.0.1:{port}/"
    command = python("-m", "mkdocs", "serve", "--quiet", "--config-file", site / config, "--dev-addr", f"127.0.0.1:{port}")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # which a program in the background would not hear
    with log.open("wb") as output, subprocess.Popen(command, stdout=output, stderr=output) as process:
        try:
            start = time.perf_counter()
            while not _page(root):
                if process.poll() is not None or time.perf_counter() - start > LONGEST:
                    raise CommandError(log.read_text(errors="replace"))
                time.sleep(_POLL)
            yield process, root
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


def _page(address: str) -> str:
    """A page as it is served; empty while nobody answers. The server holds its answer back while it builds."""
    try:
        with urllib.request.urlopen(address, timeout=LONGEST) as response:  # noqa: S310 - an address of this machine
            return str(response.read().decode())
    except OSError:
        return ""


def _cpu(process: int) -> float:
    """Seconds of processor time of a process so far, of the system for it too."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _memory(process: int) -> float:
    """Greatest resident size of a process so far, in MiB."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
