"""Whether the data have a history that can be read; if not, or not all of it, why, and how to get it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from enhancement_roadmap.git import SHALLOW_AND_PARTIAL_HINT, SHALLOW_HINT, GitError, Repository

_COMMIT = "Commit it: git add, then git commit."
_SHALLOW = "this is a shallow clone, which has only the last commits"


@dataclass(frozen=True, slots=True)
class Availability:
    """What there is of the history of a data folder.

    Attributes:
        repository: the repository; None where there is no history at all.
        folder: the data folder's path in it.
        lack: what is not there; empty where everything is.
        hint: how to get it.
        public: both for those who read a page; nothing of this machine.
        head: full id of the commit that is checked out; None where there is none.
    """

    repository: Repository | None
    folder: str
    lack: str = ""
    hint: str = ""
    public: str = ""
    head: str | None = None

    @property
    def note(self) -> str:
        """One line for people: what is left out, and how to get it; empty where nothing is."""
        left_out = "The history is left out" if self.repository is None else "Older history is left out"
        return f"{left_out}: {self.lack}. {self.hint}" if self.lack else ""

    def required(self, *, whole: bool = False) -> tuple[Repository, str]:
        """The repository and the data folder's path in it, for what can not do without.

        Args:
            whole: whether a shallow clone is not enough.

        Raises:
            GitError: there is no history, or not enough.
        """
        if self.repository is None or (whole and self.lack):
            raise GitError(self.lack, self.hint, self.public)
        return self.repository, self.folder


def availability(data: Path, shown: str | None = None) -> Availability:
    """What there is of the history of a data folder; what is not there is no error.

    Args:
        data: the folder; it need not exist.
        shown: how messages name it; default: `data`.
    """
    shown = data.as_posix() if shown is None else shown
    try:
        repository = Repository.around(data, shown)
        folder = repository.folder_of(data, shown)
        head = repository.checked_out(folder)
        if head is None:
            return Availability(None, folder, f"{shown} is in no commit yet", _COMMIT, f"the data are in no commit yet. {_COMMIT}")
        if repository.is_shallow:
            hint = SHALLOW_AND_PARTIAL_HINT if repository.is_partial else SHALLOW_HINT
            return Availability(repository, folder, _SHALLOW, hint, f"{_SHALLOW}. {hint}", head)
    except GitError as error:
        return Availability(None, "", error.message, error.hint, error.public)
    return Availability(repository, folder, head=head)
