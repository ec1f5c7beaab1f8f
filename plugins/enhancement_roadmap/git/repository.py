"""A git repository, read without a checkout and without ever writing into it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath

from enhancement_roadmap.git.blobs import read_blobs
from enhancement_roadmap.git.commit import FIELDS, FORMAT, Commit, commit_of
from enhancement_roadmap.git.errors import GitError, NoCommitError, git_error
from enhancement_roadmap.git.log import LoggedCommit, mainline, read_log, stretches
from enhancement_roadmap.git.names import name_settings, names_version
from enhancement_roadmap.git.program import Git, find_git
from enhancement_roadmap.git.quarantine import quarantine
from enhancement_roadmap.git.raw import differing, parts_of
from enhancement_roadmap.git.reasons import no_commit, no_repository
from enhancement_roadmap.git.refs import checked_ref, is_id
from enhancement_roadmap.git.renames import MARK, renamed_from
from enhancement_roadmap.git.tree import FOLDER, TreeEntry, object_kind, tree_entries

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
    def around(cls, path: Path, shown: str | None = None) -> Repository:
        """The repository that a path is in.

        Args:
            path: a folder or file; it need not exist.
            shown: how messages name it; default: as it is.

        Raises:
            GitError: there is no git program, no repository, or git refuses to read it.
        """
        program = find_git()
        if program is None:
            raise GitError("there is no git on this machine", "Install git 2.30 or newer.")
        place = next((folder for folder in (path.absolute(), *path.absolute().parents) if folder.is_dir()), path.absolute())
        git = Git(program, place)
        asked = ("--is-shallow-repository", "--is-bare-repository", "--show-toplevel")
        code, printed, told = git.answer("rev-parse", *asked)
        shallow, _, rest = os.fsdecode(printed).removesuffix("\n").partition("\n")
        bare, _, folder = rest.partition("\n")
        if code != 0:
            if bare != "true":
                raise no_repository(path.as_posix() if shown is None else shown, place, told)
            folder = os.fsdecode(git.run("rev-parse", "--absolute-git-dir")).removesuffix("\n")
        root = Path(folder)
        variables = quarantine(Git(program, root))
        return cls(Git(program, root, name_settings(root, is_bare=code != 0), variables), root, is_shallow=shallow == "true")

    def folder_of(self, data: Path, shown: str | None = None) -> str:
        """The path of the data folder in the repository, with forward slashes; empty where it is the repository's root.

        Args:
            data: the folder.
            shown: how messages name it; default: as it is.

        Raises:
            GitError: it is somewhere else.
        """
        inside, root = Path(os.path.realpath(data)), Path(os.path.realpath(self.root))
        if not inside.is_relative_to(root):
            named = data.as_posix() if shown is None else shown
            hint = "Name a data folder inside the repository."
            raise GitError(f"{named} is not in the repository {self.root}", hint, f"the data are not in the repository. {hint}")
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
        code, printed, told = self._git.answer(*asked, "--end-of-options", f"{name}^{{commit}}", "--")
        fields = parts_of(printed)[:FIELDS]
        if code != 0 or len(fields) < FIELDS:
            raise no_commit(self._git, name, "log", told, is_shallow=self.is_shallow)
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
        _, printed, told = self._git.answer("rev-parse", "--verify", "HEAD^{commit}")
        identity = printed.decode("ascii", "replace").strip()
        if not is_id(identity):
            raise no_commit(self._git, "HEAD", "rev-parse", told, is_shallow=self.is_shallow)
        self._ids.add(identity)
        return identity if self.has_folder(identity, folder) else None

    def merge_base(self, commit: Commit, other: str = "HEAD") -> Commit | None:
        """The last commit that two lines of history have in common.

        Args:
            commit: the end of the one.
            other: the end of the other.

        Returns:
            None where they have none in this clone.

        Raises:
            GitError: there is no such commit, or git can not tell.
        """
        code, printed, told = self._git.answer("merge-base", commit.id, self.commit(other).id)
        if code > 1:
            raise git_error("merge-base", told)
        return self.commit(printed.decode("ascii").strip()) if code == 0 else None

    def has_folder(self, commit: str, folder: str) -> bool:
        """Whether a commit has this folder.

        Args:
            commit: full id.
            folder: path in the repository; empty for its root.

        Raises:
            GitError: there is no such commit, or git can not tell.
        """
        return object_kind(self._git, _checked_id(commit), folder) == "tree"

    def _is_roadmap(self, commit: str, folder: str) -> bool:
        return object_kind(self._git, _checked_id(commit), str(PurePosixPath(folder, MARK))) == "blob"

    def entries(self, commit: str, folder: str) -> tuple[TreeEntry, ...]:
        """What stands directly in a folder of a commit.

        Args:
            commit: full id.
            folder: path in the repository; empty for its root.

        Raises:
            GitError: the commit has no such folder.
        """
        return tuple(tree_entries(self._git, f"{_checked_id(commit)}:{folder}"))

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
        """Contents of files by their ids, in the order of the ids, a few MiB at a time.

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
        except NoCommitError:
            return folder
        renamed = renamed_from(differing(self._git, commit, known), folder)
        if renamed is not None:
            return renamed
        names = (stretch.folder for stretch in stretches(self._git, folder, known, None, {}))
        return next((name for name in names if self._is_roadmap(commit, name)), folder)

    def log(self, folder: str, since: str | None = None, until: str = "HEAD") -> Iterator[LoggedCommit]:
        """Commits that change the data folder, the oldest first; a folder that was renamed is followed.

        It is the history of the mainline: what a merge brings is reported once, by the merge.

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

    def mainline(self, until: str = "HEAD") -> Sequence[str]:
        """Ids of the commits along first parents, the newest first.

        Args:
            until: the last commit.

        Raises:
            GitError: there is no such commit.
        """
        return mainline(self._git, self._id(until))

    @cached_property
    def is_partial(self) -> bool:
        """Whether it was cloned without some of its files, which may have been fetched since."""
        code, _, _ = self._git.answer("config", "--get-regexp", r"^remote\..*\.partialclonefilter$")
        return code == 0

    @cached_property
    def names_version(self) -> tuple[int, ...]:
        """What is otherwise once the work tree says otherwise how people are called: the same commits have other authors then."""
        return names_version(self.root)

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


def _checked_id(commit: str) -> str:
    """A full id, which can be no option."""
    if not is_id(commit):
        raise ValueError(commit)
    return commit
