"""What a folder holds in a commit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from enhancement_roadmap.git.errors import gone
from enhancement_roadmap.git.program import Git

LINK = "120000"
SUBMODULE = "160000"
FOLDER = "040000"


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """One name in a folder of a commit.

    Attributes:
        name: its name in that folder.
        mode: git's mode: of a file, a link, a folder or a submodule.
        id: id of its content.
        size: bytes of a file or a link; 0 for others.
    """

    name: str
    mode: str
    id: str
    size: int

    @property
    def is_file(self) -> bool:
        """Whether it is a file of its own, no link."""
        return self.mode not in {LINK, SUBMODULE, FOLDER}


def object_kind(git: Git, commit: str, path: str) -> str | None:
    """What a commit has at a path: git's ``tree``, ``blob`` or ``commit``; None where it has nothing there.

    Args:
        git: runs in the repository.
        commit: full id.
        path: path in the repository; empty for its root.

    Raises:
        GitError: git can not tell.
    """
    printed = git.run("ls-tree", "-z", "--full-tree", commit, *(["--", path] if path else []))
    if not path:
        return "tree"
    return printed.split(b" ", 2)[1].decode("ascii") if printed else None


def tree_entries(git: Git, folder_id: str) -> Iterator[TreeEntry]:
    """What stands directly in a folder, in git's order.

    Args:
        git: runs in the repository.
        folder_id: ``COMMIT:PATH`` with a full id, or the full id of a tree.

    Raises:
        GitError: there is no such folder, or a file of it is not there.
    """
    for record in git.run("ls-tree", "-z", "-l", "--full-tree", folder_id).split(b"\0")[:-1]:
        facts, _, name = record.partition(b"\t")
        mode, _, identity, size = facts.decode("ascii").split()
        if size == "BAD":
            raise gone(identity)
        yield TreeEntry(name.decode("utf-8", "replace"), mode, identity, 0 if size == "-" else int(size))
