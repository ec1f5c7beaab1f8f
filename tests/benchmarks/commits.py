"""A made-up roadmap with a history: a commit a day that ticks off, weighs or plans something; the same for the same size.

Run as ``python -m benchmarks.commits FOLDER ENHANCEMENTS COMMITS``: FOLDER becomes a repository with all objects in one
pack, as in a clone, with the data in ``roadmap-data``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.generate import as_yaml, enhancement, write_roadmap

DATA = "roadmap-data"
GIT = shutil.which("git") or "git"
_FIRST = 1_700_000_000
_DAY = 86_400
_STRIDE = 7
"""From one commit to the next; no divisor of a number of enhancements that is asked for, so that each has its turn."""


def write_repository(folder: Path, enhancements: int, commits: int) -> None:
    """Make the repository, with a work tree of its last commit."""
    write_roadmap(folder / DATA, enhancements)
    subprocess.run([GIT, "init", "--quiet", "--initial-branch=main", folder], check=True)
    stream = b"".join(_commit(number, files) for number, files in enumerate(_versions(folder, enhancements, commits)))
    subprocess.run([GIT, "-C", folder, "fast-import", "--quiet"], input=stream, check=True)
    subprocess.run([GIT, "-C", folder, "reset", "--quiet", "--hard"], check=True)


def unpack(folder: Path) -> None:
    """Make each object of a repository a file of its own, as after the same number of ordinary commits."""
    objects = folder / ".git" / "objects"
    (pack,) = (objects / "pack").glob("*.pack")
    content = pack.read_bytes()
    shutil.rmtree(objects / "pack")
    subprocess.run([GIT, "-C", folder, "unpack-objects", "-q"], input=content, check=True)


def _versions(folder: Path, enhancements: int, commits: int) -> Iterator[Mapping[str, bytes]]:
    """The files that each commit changes."""
    yield {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted((folder / DATA).rglob("*.yml"))}
    known: dict[int, dict[str, Any]] = {}
    for turn in range(1, commits):
        number = 1 + turn * _STRIDE % enhancements
        item = known.setdefault(number, enhancement(number))
        requirement = item["requirements"][turn % len(item["requirements"])]
        if requirement.pop("status", None):
            requirement.pop("done_on", None)
        else:
            requirement |= {"status": "done", "done_on": "2025-08-14"}
        if turn % 5 == 0:
            item["assessment"]["risk"] = 1 + turn % 4
        yield {f"{DATA}/enhancements/{number:05}.yml": as_yaml(item).encode()}


def _commit(number: int, files: Mapping[str, bytes]) -> bytes:
    who = f"Ada Planner <ada@example.org> {_FIRST + number * _DAY} +0000"
    message = f"Change {number}\n".encode()
    head = f"commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata {len(message)}\n".encode() + message
    return head + b"".join(f"M 100644 inline {path}\ndata {len(text)}\n".encode() + text + b"\n" for path, text in files.items())


def main(arguments: Sequence[str]) -> None:
    """Write the repository that the arguments name; a fourth one, ``loose``, unpacks it."""
    folder, enhancements, commits, *loose = arguments
    write_repository(Path(folder), int(enhancements), int(commits))
    if loose:
        unpack(Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
