"""Programs that start in a few milliseconds: each call is split off a process that has imported what they need."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

from support.command import ENVIRONMENT

SITES = (
    "mkdocs.__main__",
    "mkdocs.commands.build",
    "mkdocs.contrib.search",
    "material.plugins.search.plugin",
    "material.templates",
    "markdown.extensions.fenced_code",
    "markdown.extensions.tables",
    "pymdownx.superfences",
    "pygments.formatters.html",
    "enhancement_roadmap.hosts.mkdocs",
    "enhancement_roadmap.history",
    "enhancement_roadmap.outputs.roadmap_json",
    "enhancement_roadmap.views.*",
)
"""What a site with the plugin imports."""

_SERVER = Path(__file__).with_name("split_off.py")
_PROGRAM = """\
#!{python} -IS
import json, os, signal, socket, sys
folder = {folder!r}
name, words = os.path.basename(sys.argv[0]), sys.argv[1:]
if name == "python":
    place = words.index("-m") + 1 if "-m" in words[:2] else 0
    if not place or words[place] != "mkdocs":
        os.execv(sys.executable, [sys.executable, *words])
    name, words = words[place], words[place + 1 :]
told = {{"program": name, "words": words, "folder": os.getcwd(), "environment": dict(os.environ), "python": folder + "/python"}}
with socket.socket(socket.AF_UNIX) as call:
    call.connect(folder + "/socket")
    socket.send_fds(call, [b"."], [0, 1, 2])
    call.sendall(json.dumps(told).encode())
    call.shutdown(socket.SHUT_WR)
    answer = call.makefile()
    process = int(answer.readline())
    signal.signal(signal.SIGINT, lambda *_: os.kill(process, signal.SIGINT))
    sys.exit(int(answer.readline() or 1))
"""


def prepare(python: Path, programs: Sequence[str], modules: Sequence[str], environment: Mapping[str, str]) -> Path:
    """Prepare programs of an environment, to be called as long as this process is there; nothing is imported before one is called.

    Args:
        python: its Python.
        programs: names of its scripts.
        modules: what they import.
        environment: what the process is told that imports it.

    Returns:
        A folder with the programs, and with a ``python`` that knows ``-m mkdocs`` as prepared, and does all else as it does.
    """
    folder = Path(tempfile.mkdtemp(prefix="roadmap-"))
    for name in ("python", *programs):
        file = folder / name
        file.write_text(_PROGRAM.format(python=python, folder=str(folder)), encoding="utf-8")
        file.chmod(0o755)
    command = [python, "-P", _SERVER, folder / "socket", *modules]
    server = subprocess.Popen(command, env=environment, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert server.stdin is not None
    assert server.stdout is not None
    atexit.register(_stop, server, folder)
    assert server.stdout.readline() == b"ready\n"
    return folder


@cache
def prepared() -> Path:
    """The folder with the programs of this environment: ``roadmap``, ``mkdocs``, and ``python``.

    ProperDocs can not be among them: who has imported it has it under the name of MkDocs.
    """
    return prepare(Path(sys.executable), ("roadmap", "mkdocs"), (*SITES, "enhancement_roadmap.*"), ENVIRONMENT)


@pytest.fixture
def prepared_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what this process starts with Python be prepared, such as the site of a preview; what it runs in turn is not."""
    monkeypatch.setattr(sys, "executable", str(prepared() / "python"))


def _stop(server: subprocess.Popen[bytes], folder: Path) -> None:
    with server:
        pass
    shutil.rmtree(folder)
