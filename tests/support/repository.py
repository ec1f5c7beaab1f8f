"""Repositories made by the tests: the same commits each time, whatever git is told on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from support.plain_plan import make_folder

DATA = "roadmap-data"
"""Where the data are in a repository, unless a test says otherwise."""

FIRST = datetime(2025, 1, 6, 12, 0, tzinfo=UTC)
"""When the first commit is made; each further one is made a day later."""

AUTHOR = "Ada Planner <ada@example.org>"

Files = Mapping[str, str | bytes | None]
"""Contents by path; None for a file that is to be gone."""

_KEPT = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
ENVIRONMENT = {
    **_KEPT,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
    "TZ": "UTC",
}
"""What git is run with: nothing that this machine or its user has configured."""

GIT = shutil.which("git") or "git"


@dataclass(frozen=True)
class Version:
    """One commit to be made.

    Attributes:
        files: what it changes, by paths in the data folder.
        message: its subject, or the whole message.
        author: ``Name <address>``.
        on: when; None for a day after the commit before.
        tag: a tag for it.
        whole: whether `files` is all that the folder has, so that others are gone.
    """

    files: Files
    message: str = ""
    author: str = AUTHOR
    on: datetime | None = None
    tag: str = ""
    whole: bool = False


class ScratchRepository:
    """A repository with a work tree, and git in words.

    Args:
        path: the work tree; made if it is not there.
        folder: the data folder in it, with forward slashes; empty where the repository itself is the data folder.
    """

    def __init__(self, path: Path, folder: str = DATA) -> None:
        self.path = path
        self.folder = folder
        self.made = 0

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.path / self.folder

    def git(self, *arguments: str | Path, **environment: str) -> str:
        """Run git in the work tree; what it prints, without the last line end."""
        ran = subprocess.run(
            [GIT, "-C", self.path, "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments],
            env={**ENVIRONMENT, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, f"git {arguments}: {ran.stderr}"
        return ran.stdout.removesuffix("\n")

    def commit(self, version: Version | Files) -> str:
        """Write files, commit all there is, and give the commit's id."""
        version = version if isinstance(version, Version) else Version(version)
        if version.whole:
            self.empty()
        self.write(version.files)
        return self.record(version.message, version.author, version.on, version.tag)

    def write(self, files: Files) -> None:
        """Write files into the data folder, and delete those that are None."""
        make_folder(self.data, {name: content for name, content in files.items() if content is not None})
        for name in (name for name, content in files.items() if content is None):
            self.data.joinpath(name).unlink()

    def empty(self) -> None:
        """Delete everything in the data folder, but not what belongs to git."""
        for path in self.data.iterdir() if self.data.is_dir() else ():
            if path.name != ".git":
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()

    def record(self, message: str = "", author: str = AUTHOR, on: datetime | None = None, tag: str = "") -> str:
        """Commit the work tree as it is, and give the commit's id."""
        self.git("add", "--all")
        return self._made(["commit", "--allow-empty", "--quiet", "-m", message or f"Change {self.made + 1}"], author, on, tag)

    def merge(self, branch: str, message: str = "", *, author: str = AUTHOR, on: datetime | None = None) -> str:
        """Merge a branch with a merge commit, and give the commit's id."""
        return self._made(["merge", "--no-ff", "--quiet", "-m", message or f"Merge {branch}", branch], author, on, "")

    def branch(self, name: str, at: str = "HEAD") -> None:
        """Make a branch and switch to it."""
        self.git("switch", "--quiet", "-c", name, at)

    def switch(self, name: str) -> None:
        """Check out a branch, or with a commit's id that commit, detached."""
        self.git("checkout", "--quiet", name)

    def move(self, before: str, after: str) -> None:
        """Rename a file or folder of the repository, not yet committed."""
        self.path.joinpath(after).parent.mkdir(parents=True, exist_ok=True)
        self.git("mv", before, after)

    def clone(self, path: Path, *, depth: int | None = None) -> ScratchRepository:
        """A clone; a shallow one with a depth."""
        shallow = [f"--depth={depth}"] if depth else []
        self.git("clone", "--quiet", *shallow, self.path.resolve().as_uri(), path)
        return ScratchRepository(path, self.folder)

    def worktree(self, path: Path, at: str = "HEAD") -> ScratchRepository:
        """A further work tree of the repository, detached."""
        self.git("worktree", "add", "--quiet", "--detach", path, at)
        return ScratchRepository(path, self.folder)

    def _made(self, arguments: list[str], author: str, on: datetime | None, tag: str) -> str:
        name, _, address = author.rpartition(" <")
        moment = f"{int((on or FIRST + timedelta(days=self.made)).timestamp())} +0000"
        self.made += 1
        who = {"GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": address.rstrip(">"), "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        self.git(*arguments, **who)
        if tag:
            self.git("tag", tag)
        return self.git("rev-parse", "HEAD")


def make_repository(path: Path, versions: Iterable[Version | Files] = (), *, folder: str = DATA) -> ScratchRepository:
    """A repository on the branch ``main`` with a commit for each version.

    Args:
        path: where; made if it is not there.
        versions: what each commit changes in the data folder, the oldest first.
        folder: the data folder in it; empty where the repository itself is the data folder.
    """
    path.mkdir(parents=True, exist_ok=True)
    made = ScratchRepository(path, folder)
    made.git("init", "--quiet", "--initial-branch=main")
    for version in versions:
        made.commit(version)
    return made
