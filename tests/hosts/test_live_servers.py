"""Whatever serves the site, a page of it can edit: ``roadmap serve`` without a site of one's own, and ProperDocs."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from support.command import roadmap
from support.editable import EDITABLE, KEYS
from support.plain_plan import make_folder
from support.serving import answers, free_port, wait_until
from support.site import Site

ROADMAP = ["-c", "from enhancement_roadmap.cli import main; main(prog_name='roadmap')", "serve"]
SERVER = "import os, pathlib, time\npathlib.Path(os.environ['TOLD']).write_text(str(os.getpid()))\ntime.sleep(60)\n"
"""In the place of MkDocs: it says which process it is, and waits."""
NOTE = re.compile(r'data-roadmap-live="([^"]*)"')


def told(address: str) -> Any:
    with urllib.request.urlopen(f"{address}roadmap/enhancements/keys/", timeout=60) as response:  # noqa: S310  (an address of this machine)
        found = NOTE.search(response.read().decode())
    assert found
    return json.loads(unescape(found[1]))


def send(address: str, note: Any, do: Any) -> Any:
    path, state = note["roadmaps"]["roadmap"]["path"], note["roadmaps"]["roadmap"]["state"]
    headers = {"Origin": address.rstrip("/"), "X-Roadmap-Secret": note["secret"], "Content-Type": "application/json"}
    body = json.dumps({"do": do, "state": state, "key": "k" * 12}).encode()
    request = urllib.request.Request(f"{address.rstrip('/')}{path}do", body, headers)  # noqa: S310  (an address of this machine)
    with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310
        return json.load(response)


@pytest.mark.parametrize(
    ("command", "option"),
    [([*ROADMAP, "roadmap-data"], "--address"), (["-m", "properdocs", "serve"], "--dev-addr")],
    ids=["roadmap", "properdocs"],
)
def test_it_serves_pages_that_edit_and_leaves_nothing_behind(command: Sequence[str], option: str, tmp_path: Path) -> None:
    site = Site(tmp_path / "project")
    site.data(EDITABLE)
    site.configure()
    (tmp_path / "temporary").mkdir()
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    environment = {**os.environ, "TMPDIR": str(tmp_path / "temporary"), "SOURCE_DATE_EPOCH": "1795737600"}
    words = [sys.executable, *command, option, f"127.0.0.1:{port}"]
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        words, cwd=site.root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, process_group=0
    ) as process:
        try:
            wait_until(lambda: process.poll() is not None or answers(address), "it answers", 60)
            answer = send(address, told(address), {"operation": "tick", "enhancement": "keys", "requirement": "store"})
        finally:
            os.killpg(process.pid, signal.SIGINT)  # as Ctrl+C in a terminal
        assert process.wait(20) == 0
    assert answer["ok"]
    changed = (site.root / "roadmap-data" / "enhancements" / "01-keys.yml").read_text(encoding="utf-8")
    assert changed == KEYS.replace("text: Store them}", "text: Store them, done: 2026-11-27}")
    assert [path.name for path in (tmp_path / "temporary").iterdir() if "cache" not in path.name] == []


def test_who_ends_the_command_alone_ends_the_server_and_takes_its_site_away(tmp_path: Path) -> None:
    data = make_folder(tmp_path / "roadmap-data", EDITABLE)
    temporary, server = (
        make_folder(tmp_path / "temporary", {}),
        make_folder(tmp_path / "modules", {"mkdocs/__init__.py": "", "mkdocs/__main__.py": SERVER}),
    )
    told = tmp_path / "told"
    environment = {**os.environ, "TMPDIR": str(temporary), "TOLD": str(told)}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(server), environment.get("PYTHONPATH", "")]))
    with subprocess.Popen([sys.executable, *ROADMAP, str(data)], env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            wait_until(lambda: process.poll() is not None or (told.exists() and bool(told.read_text())), "it serves", 20)
        finally:
            process.terminate()
        assert process.wait(20) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(int(told.read_text()), 0)
    assert [path.name for path in temporary.iterdir() if "cache" not in path.name] == []


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("9", "‘9’ is no address to listen on: write HOST:PORT, such as 127.0.0.1:8000"),
        ("127.0.0.1:port", "‘127.0.0.1:port’ is no address to listen on: write HOST:PORT, such as 127.0.0.1:8000"),
        (":8000", "‘:8000’ is no address to listen on: write HOST:PORT, such as 127.0.0.1:8000"),
        ("127.0.0.1:99999", "‘127.0.0.1:99999’ is no address to listen on: write HOST:PORT, such as 127.0.0.1:8000"),
        ("{taken}", "nothing can listen on ‘{taken}’: Address already in use; --address names another"),
    ],
    ids=["a number", "no port", "no host", "too large a port", "taken"],
)
def test_an_address_that_is_none_or_is_taken_is_said_in_a_line(address: str, words: str, tmp_path: Path) -> None:
    data = make_folder(tmp_path / "roadmap-data", EDITABLE)
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = f"127.0.0.1:{server.getsockname()[1]}"
        ran = roadmap("serve", str(data), "--address", address.format(taken=taken))
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"roadmap: could not run: {words.format(taken=taken)}\n")
