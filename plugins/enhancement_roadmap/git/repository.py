"""A git repository, read without a checkout and without ever writing into it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path, PurePosixPath

from enhancement_roadmap.findings import suggestion
from enhancement_roadmap.git.blobs import read_blobs
from enhancement_roadmap.git.commit import FIELDS, FORMAT, Commit, commit_of
from enhancement_roadmap.git.errors import GitError, git_error
from enhancement_roadmap.git.log import LoggedCommit, read_log
from enhancement_roadmap.git.program import Git, find_git
from enhancement_roadmap.git.refs import checked_ref, is_id, printable
from enhancement_roadmap.git.renames import MARK, differing, renamed_from
from enhancement_roadmap.git.stretches import stretches
from enhancement_roadmap.git.tree import FOLDER, TreeEntry, tree_entries
from enhancement_roadmap.git.wanting import SHALLOW_HINT

LARGEST = 1024 * 1024
"""Bytes of the largest file that is read, unless the caller says otherwise."""


class Repository:
    """A repository and the commits in it; made by `around`.

    Args:
        git: runs in `root`.
        root: top of the work tree; of a bare repository, its folder.
        is_shallow: whether a part of its history is left out.
    """

    def __init__(self, git: Git, root: Path, *, is_shallow: bool) -> None:
        self.root = root
        self.is_shallow = is_shallow
        self._git = git
        self._commits: dict[str, Commit] = {}
        self._ids: set[str] = set()

    @classmethod
    def around(cls, path: Path) -> Repository | None:
        """The repository that a path is in.

        Args:
            path: a folder or file; it need not exist.

        Returns:
            None where there is no git program, or no repository.

        Raises:
            GitError: git refuses to read the repository.
        """
        program = find_git()
        place = next((folder for folder in (path.absolute(), *path.absolute().parents) if folder.is_dir()), None)
        if program is None or place is None:
            return None
        git = Git(program, place)
        asked = ("--is-shallow-repository", "--is-bare-repository", "--show-toplevel")
        code, printed, told = git.answer("rev-parse", *asked)
        shallow, _, rest = os.fsdecode(printed).removesuffix("\n").partition("\n")
        bare, _, folder = rest.partition("\n")
        if code != 0:
            if bare == "false" or "not a git repository" in told:
                return None
            if bare != "true":
                raise git_error("rev-parse", told)
            folder = os.fsdecode(git.run("rev-parse", "--absolute-git-dir")).removesuffix("\n")
        root = Path(folder)
        return cls(Git(program, root), root, is_shallow=shallow == "true")

    def folder_of(self, data: Path) -> str:
        """The path of the data folder in the repository, with forward slashes; empty where it is the repository's root.

        Raises:
            GitError: it is somewhere else.
        """
        inside, root = Path(os.path.realpath(data)), Path(os.path.realpath(self.root))
        if not inside.is_relative_to(root):
            raise GitError(f"{data} is not in the repository {self.root}", "Name a data folder inside the repository.")
        path = inside.relative_to(root).as_posix()
        return "" if path == "." else path

    def commit(self, ref: str) -> Commit:
        """The commit that a branch, a tag or an id means.

        Raises:
            GitError: nothing or something else is called so.
        """
        if ref in self._commits:
            return self._commits[ref]
        name = checked_ref(ref)
        asked = ("log", "-1", "-z", "--no-patch", "--no-color", "--encoding=UTF-8", f"--format={FORMAT}")
        code, printed, _ = self._git.answer(*asked, "--end-of-options", f"{name}^{{commit}}", "--")
        fields = printed.split(b"\0")[:FIELDS]
        if code != 0 or len(fields) < FIELDS:
            raise self._no_commit(name)
        found = commit_of(fields, self.tags)
        self._commits[found.id] = found
        return found

    def checked_out(self, folder: str) -> str | None:
        """Full id of the commit that is checked out; None where it does not have a folder.

        Args:
            folder: path in the repository; empty for its root.

        Raises:
            GitError: there is no commit yet.
        """
        _, printed, _ = self._git.answer("rev-parse", "HEAD^{commit}", f"HEAD:{folder}/" if folder else "HEAD:")
        identity, _, tree = printed.decode("ascii", "replace").partition("\n")
        if not is_id(identity):
            raise self._no_commit("HEAD")
        self._ids.add(identity)
        return identity if is_id(tree.removesuffix("\n")) else None

    def branched_at(self, commit: Commit, other: str = "HEAD") -> Commit | None:
        """The last commit that two lines of history have in common.

        Args:
            commit: the end of the one.
            other: the end of the other.

        Returns:
            None where they have none in this clone.

        Raises:
            GitError: there is no such commit.
        """
        code, printed, _ = self._git.answer("merge-base", commit.id, self.commit(other).id)
        identity = printed.decode("ascii", "replace").strip()
        return self.commit(identity) if code == 0 and is_id(identity) else None

    def has_folder(self, commit: str, folder: str) -> bool:
        """Whether a commit has this folder.

        Args:
            commit: full id.
            folder: path in the repository; empty for its root.
        """
        code, printed, _ = self._git.answer("cat-file", "-t", _object(commit, folder))
        return code == 0 and printed.strip() == b"tree"

    def _is_roadmap(self, commit: str, folder: str) -> bool:
        code, printed, _ = self._git.answer("cat-file", "-t", _object(commit, str(PurePosixPath(folder, MARK))))
        return code == 0 and printed.strip() == b"blob"

    def entries(self, commit: str, folder: str) -> tuple[TreeEntry, ...]:
        """What stands directly in a folder of a commit.

        Args:
            commit: full id.
            folder: path in the repository; empty for its root.

        Raises:
            GitError: the commit has no such folder.
        """
        return tuple(tree_entries(self._git, _object(commit, folder)))

    def tree(self, commit: str, folder: str) -> Mapping[str, str]:
        """Ids of the files in a data folder and in the folders directly inside it, by their paths in the data folder.

        Args:
            commit: full id.
            folder: path in the repository; empty for its root.

        Raises:
            GitError: the commit has no such folder.
        """
        found = {}
        for entry in self.entries(commit, folder):
            if entry.is_file:
                found[entry.name] = entry.id
            elif entry.mode == FOLDER and not entry.name.startswith("."):
                inside = self.entries(commit, str(PurePosixPath(folder, entry.name)))
                found.update({f"{entry.name}/{item.name}": item.id for item in inside if item.is_file})
        return found

    def blobs(self, ids: Iterable[str], largest: int = LARGEST) -> Iterator[tuple[str, bytes]]:
        """Contents of files by their ids, in the order of the ids, all from one process.

        Args:
            ids: full ids.
            largest: most bytes; larger files are passed over.

        Raises:
            GitError: there is no such file.
        """
        return read_blobs(self._git, ids, largest)

    def folder_at(self, commit: str, folder: str, named_at: str = "HEAD") -> str:
        """Where a commit has the data folder, which may have had another name.

        Args:
            commit: full id.
            folder: its path at `named_at`.
            named_at: where the folder is called so.

        Returns:
            Its path in that commit; `folder` itself where the commit has it under no name.
        """
        if self._is_roadmap(commit, folder):
            return folder
        try:
            known = self.commit(named_at).id
        except GitError:
            return folder
        renamed = renamed_from(differing(self._git, commit, known), folder)
        if renamed is not None:
            return renamed
        names = (stretch.folder for stretch in stretches(self._git, folder, known, None))
        return next((name for name in names if self._is_roadmap(commit, name)), folder)

    def log(self, folder: str, since: str | None = None, until: str = "HEAD") -> AbstractContextManager[Iterator[LoggedCommit]]:
        """Commits that change the data folder, the oldest first; a folder that was renamed is followed.

        It is the history of the mainline: what a merge brings is reported once, by the merge. To be used in a ``with`` block:
        git starts to look where it begins, and is ended where it ends.

        Args:
            folder: its path at `until`.
            since: only commits that this one does not contain; None for all.
            until: the last commit.

        Raises:
            GitError: there is no such commit.
        """
        last = self._id(until)
        first = None if since is None else self.commit(since).id
        return read_log(self._git, folder, last, first, self.tags)

    def mainline(self, until: str = "HEAD") -> Iterator[str]:
        """Ids of the commits along first parents, the newest first.

        Args:
            until: the last commit.

        Raises:
            GitError: there is no such commit.
        """
        yield from self._git.run("rev-list", "--first-parent", self._id(until), "--").decode("ascii").split()

    @cached_property
    def tags(self) -> Mapping[str, tuple[str, ...]]:
        """Names of the tags of commits, by the commit's full id."""
        printed = self._git.run("for-each-ref", "--format=%(objectname)%00%(*objectname)%00%(refname)", "refs/tags")
        found: dict[str, list[str]] = {}
        for line in printed.decode("utf-8", "replace").splitlines():
            direct, annotated, name = line.split("\0")
            found.setdefault(annotated or direct, []).append(name.removeprefix("refs/tags/"))
        return {identity: tuple(names) for identity, names in found.items()}

    def _id(self, ref: str) -> str:
        return ref if ref in self._ids else self.commit(ref).id

    def _no_commit(self, ref: str) -> GitError:
        if ref == "HEAD":
            return GitError("the repository has no commits yet", "Make the first one: git add, then git commit.")
        if self.is_shallow:
            return GitError(f"‘{printable(ref)}’ is not in this shallow clone", SHALLOW_HINT)
        printed = self._git.run("for-each-ref", "--format=%(refname)", "refs/heads", "refs/tags", "refs/remotes")
        names = [name.split("/", 2)[2] for name in printed.decode("utf-8", "replace").splitlines()]
        remote = next((name for name in names if name.partition("/")[2] == ref), None)
        hint = f"Did you mean ‘{remote}’?" if remote else suggestion(ref, names[:1000])
        return GitError(f"there is no commit ‘{printable(ref)}’", hint or "Name a branch, a tag or a commit, such as main, v1.2 or HEAD~1.")


def _object(commit: str, folder: str) -> str:
    """What git calls a folder in a commit; the full id in front keeps it from being an option."""
    if not is_id(commit):
        raise ValueError(commit)
    return f"{commit}:{folder}"
