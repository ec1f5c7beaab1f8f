"""The programs ``gh`` and ``glab`` in front of a made-up code host that keeps issues, and a record of what was changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_PROGRAM = """\
#!{python} -SE
import json, subprocess, sys
from pathlib import Path

state = Path({state!r})
issues = json.loads(state.read_text())
command, *words = sys.argv[1:]


def option(name):
    for place, word in enumerate(words):
        if word == name:
            return words[place + 1]
        if word.startswith(name + "="):
            return word.partition("=")[2]


def fields(name):
    given = [words[place + 1] for place, word in enumerate(words) if word == name]
    return dict(one.split("=", 1) for one in given)


def keep(number, title, body):
    if len(title) > 255 or "\\n" in title:
        sys.exit("the title is too long")
    if number is None:
        number = 40 + len(issues)
        issues.append({{"number": number, "state": "open"}})
    (issue,) = [one for one in issues if one["number"] == int(number)]
    issue.update(title=title, body=body)
    state.write_text(json.dumps(issues))


if {broken}:
    sys.exit("not logged in")
match [command, *words]:
    case ["issue", "list", *_]:
        assert (option("--state"), option("--json")) == ("all", "number,body")
        found = [{{"number": one["number"], "body": one["body"]}} for one in issues]
        sys.exit(subprocess.run(["jq", "-r", option("--jq")], input=json.dumps(found), text=True).returncode)
    case ["issue", "create", *_]:
        keep(None, option("--title"), Path(option("--body-file")).read_text(encoding="utf-8"))
    case ["issue", "edit", number, *_]:
        keep(number, option("--title"), Path(option("--body-file")).read_text(encoding="utf-8"))
    case ["api", "--paginate", address]:
        assert address == "projects/team%2Fplan/issues?per_page=100", address
        for one in issues:
            print(json.dumps([{{"iid": one["number"], "description": one["body"]}}]))
    case ["api", "--method", method, address, *_]:
        path = fields("--field")["description"]
        assert path.startswith("@"), path
        number = None if method == "POST" else address.rsplit("/", 1)[1]
        keep(number, fields("--raw-field")["title"], Path(path[1:]).read_text(encoding="utf-8"))
    case _:
        sys.exit(f"not known: {{sys.argv}}")
"""


class FakeCodeHost:
    """A code host, and the programs that speak to it.

    Args:
        folder: an empty folder.
        broken: whether the programs only say that nobody is logged in.
    """

    def __init__(self, folder: Path, *, broken: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._state, self._programs = folder / "state.json", folder / "bin"
        self._programs.mkdir()
        self.have([])
        for name in ("gh", "glab"):
            program = self._programs / name
            program.write_text(_PROGRAM.format(python=sys.executable, state=str(self._state), broken=broken), encoding="utf-8")
            program.chmod(0o755)

    @property
    def issues(self) -> list[dict[str, Any]]:
        """What it keeps."""
        found: list[dict[str, Any]] = json.loads(self._state.read_text(encoding="utf-8"))
        return found

    def have(self, issues: list[dict[str, Any]]) -> None:
        """Let it keep these."""
        self._state.write_text(json.dumps(issues), encoding="utf-8")

    def run(self, script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a script that uses the programs, from any folder."""
        path = f"{self._programs}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["sh", str(script), *arguments],  # noqa: S607  (whatever shell the machine has is meant)
            capture_output=True,
            text=True,
            env={**os.environ, "PATH": path},
            cwd=self._programs,
            check=False,
            timeout=60,
        )
