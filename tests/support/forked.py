"""The command ``roadmap`` in a process of its own, split off one that has imported all: it starts in a few milliseconds."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

from enhancement_roadmap.cli import main

_PARTS = ("hosts.folder", "preview", "ci", "outputs.table")
_LIBRARIES = ("numpy.random", "rich.table")
_IMPORTED = ["support.forked", *_LIBRARIES, *(f"enhancement_roadmap.{name}" for name in _PARTS), "support.validators"]
"""What the process has that others are split off. What else of the product a command needs it imports itself, spoilt as it may be."""
_SECONDS = 60

# From linux/prctl.h and linux/capability.h: the superuser's rights to read and write what others may not.
_PR_CAPBSET_DROP, _CAPABILITY_VERSION_3 = 24, 0x20080522
_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 1, 2


def forked(words: Sequence[str], cwd: Path, *before: Callable[[], None]) -> subprocess.CompletedProcess[str]:
    """Call it, and wait for its end.

    Args:
        words: what it is called with.
        cwd: the folder to run it in.
        before: what happens in the process before, such as `as_a_user`.

    Returns:
        How it ended, with what it wrote.
    """
    return _ended(_server(), words, cwd, before)


def fresh(words: Sequence[str], cwd: Path, *before: Callable[[], None]) -> subprocess.CompletedProcess[str]:
    """The same in a new process, which has imported no library that only some commands need when the rest of it begins."""
    return _ended(multiprocessing.get_context("spawn"), words, cwd, before)


def _ended(
    context: ForkServerContext | SpawnContext, words: Sequence[str], cwd: Path, before: Sequence[Callable[[], None]]
) -> subprocess.CompletedProcess[str]:
    pipes = [context.Pipe(duplex=False) for _ in range(2)]
    process = context.Process(target=_run, args=(list(words), os.fspath(cwd), [sent for _, sent in pipes], before))
    process.start()
    for _, sent in pipes:
        sent.close()
    with ThreadPoolExecutor(len(pipes)) as readers:
        said = list(readers.map(_content, (received for received, _ in pipes)))
    process.join(_SECONDS)
    if process.exitcode is None:
        process.kill()
        process.join()
    assert process.exitcode is not None
    return subprocess.CompletedProcess(list(words), process.exitcode, *said)


def as_a_user() -> None:
    """Take from the superuser the rights to read and write everything; who has none keeps what he has."""
    if os.geteuid() != 0:
        return
    system = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    sets = (ctypes.c_uint32 * 6)()
    assert system.capget(header, sets) == 0
    for right in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
        assert system.prctl(_PR_CAPBSET_DROP, right, 0, 0, 0) == 0
        for first in range(3):
            sets[first] &= ~(1 << right)
    assert system.capset(header, sets) == 0


def on_a_full_disk() -> None:
    """Let no file become longer than twenty bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))


def with_a_full_output() -> None:
    """Put a full disk under standard output."""
    _put("/dev/full", 1)


def with_full_outputs() -> None:
    """Put a full disk under both outputs."""
    for output in (1, 2):
        _put("/dev/full", output)


def without_a_reader() -> None:
    """Let the reader of standard output have gone before anything is written."""
    reading, writing = os.pipe()
    os.close(reading)
    os.dup2(writing, 1)


def _put(path: str, output: int) -> None:
    os.dup2(os.open(path, os.O_WRONLY), output)


@cache
def _server() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_IMPORTED)
    return context


def _run(words: list[str], cwd: str, outputs: list[Connection], before: Sequence[Callable[[], None]]) -> None:
    for number, output in enumerate(outputs, start=1):
        os.dup2(output.fileno(), number)
        output.close()
    # As at the start of Python: these files are others than those that the process before us has.
    sys.stdout, sys.stderr = os.fdopen(1, "w", encoding="utf-8"), os.fdopen(2, "w", 1, encoding="utf-8", errors="backslashreplace")
    os.chdir(cwd)
    os.environ["COLUMNS"] = "100"
    for step in before:
        step()
    main(words, prog_name="roadmap")


def _content(received: Connection) -> str:
    with os.fdopen(os.dup(received.fileno()), encoding="utf-8") as file:
        return file.read()
