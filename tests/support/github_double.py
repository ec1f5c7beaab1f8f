"""The program ``gh`` in front of a made-up GitHub: a few addresses of its API, and a record of what was asked."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.pipelines import Machine

REPOSITORY = "team/plan"

_GH = """\
#!{python}
import json, os, sys
from pathlib import Path

folder = Path({folder!r})
state = json.loads((folder / "state.json").read_text())
assert sys.argv[1] == "api" and os.environ["GH_TOKEN"], sys.argv
method, fields, body, words = "GET", {{}}, None, iter(sys.argv[2:])
for word in words:
    if word == "--method":
        method = next(words)
    elif word == "--raw-field":
        key, _, value = next(words).partition("=")
        fields[key] = value
    elif word == "--input":
        body = json.loads(Path(next(words)).read_text(encoding="utf-8"))
    elif word != "--paginate":
        address = word
path, _, query = address.removeprefix("repos/{repository}/").partition("?")
match [method, *path.split("/")]:
    case ["GET", "pulls"]:
        print(json.dumps([pull for pull in state["pulls"] if pull["head"]["label"] == fields["head"]]))
    case ["GET", "actions", "runs", "77", "artifacts"]:
        name = query.removeprefix("name=")
        print(json.dumps({{"artifacts": [found for found in state["artifacts"] if found["name"] == name]}}))
    case ["GET", "actions", "artifacts", number, "zip"]:
        sys.stdout.buffer.write((folder / f"{{number}}.zip").read_bytes())
    case ["GET", "issues", number, "comments"]:
        print(json.dumps(state["comments"][:1]) + json.dumps(state["comments"][1:]))  # a page after the other
    case ["POST", "issues", number, "comments"]:
        comment = {{"id": 900 + len(state["comments"]), "user": {{"login": "github-actions[bot]"}}, "on": int(number), **body}}
        state["comments"].append(comment)
    case ["PATCH", "issues", "comments", number]:
        (comment,) = [comment for comment in state["comments"] if comment["id"] == int(number)]
        comment.update(body)
    case _:
        sys.exit(f"gh: not known: {{method}} {{address}}")
(folder / "state.json").write_text(json.dumps(state))
"""


@dataclass
class GitHubDouble:
    """What it knows.

    Attributes:
        folder: where it keeps that.
        machine: the machine that gets the program.
    """

    folder: Path
    machine: Machine

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True)
        self._save({"pulls": [], "artifacts": [], "comments": []})
        self.machine.program("gh", _GH.format(python=sys.executable, folder=str(self.folder), repository=REPOSITORY))

    @property
    def comments(self) -> list[dict[str, Any]]:
        """All comments, the oldest first."""
        comments: list[dict[str, Any]] = self._load()["comments"]
        return comments

    def pull_request(self, number: int, head: str, sha: str) -> None:
        """Open one from a branch, as ``owner:branch``."""
        self._add("pulls", {"number": number, "head": {"label": head, "sha": sha}})

    def comment(self, number: int, login: str, body: str) -> None:
        """Write one."""
        self._add("comments", {"id": number, "user": {"login": login}, "body": body})

    def artifact(
        self, content: bytes | Mapping[str, str | bytes], *, links: Mapping[str, str] | None = None, size: int | None = None
    ) -> None:
        """Keep what a run hands over.

        Args:
            content: the archive, or the files in it.
            links: symbolic links in it, each with where it leads.
            size: what is said of its size.
        """
        data = content if isinstance(content, bytes) else _archive(content, links or {})
        number = 50 + len(self._load()["artifacts"])
        (self.folder / f"{number}.zip").write_bytes(data)
        self._add("artifacts", {"id": number, "name": "roadmap-comment", "size_in_bytes": len(data) if size is None else size})

    def forget_artifacts(self) -> None:
        """As for a further run, which has artifacts of its own."""
        self._save({**self._load(), "artifacts": []})

    def _add(self, kind: str, value: object) -> None:
        state = self._load()
        state[kind].append(value)
        self._save(state)

    def _load(self) -> dict[str, list[Any]]:
        state: dict[str, list[Any]] = json.loads((self.folder / "state.json").read_text(encoding="utf-8"))
        return state

    def _save(self, state: object) -> None:
        (self.folder / "state.json").write_text(json.dumps(state), encoding="utf-8")


def _archive(files: Mapping[str, str | bytes], links: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        for name, target in links.items():
            link = zipfile.ZipInfo(name)
            link.create_system = 3
            link.external_attr = 0o120777 << 16
            archive.writestr(link, target)
    return buffer.getvalue()
