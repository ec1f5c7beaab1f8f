"""The commit that a change starts from: where its branch left another."""

from __future__ import annotations

from enhancement_roadmap.diff import RoadmapFrame, Version
from enhancement_roadmap.git import SHALLOW_HINT, Commit, GitError, NoCommitError, Repository, printable


def base_commit(repository: Repository, ref: str, head: str = "HEAD") -> Commit:
    """The commit at which a branch left another one; what has happened on the other since then is none of its change.

    Args:
        repository: where.
        ref: the other: a branch, a tag or an id.
        head: the end of the branch.

    Returns:
        The commit that both have; where they have none in common, that of `ref`.

    Raises:
        GitError: there is no such commit, or a shallow clone does not tell.
    """
    tip = named_commit(repository, ref)
    found = repository.merge_base(tip, head)
    if found is None and repository.is_shallow:
        raise GitError(f"this shallow clone does not tell where the branch left ‘{printable(ref)}’", SHALLOW_HINT)
    return found or tip


def named_commit(repository: Repository, ref: str) -> Commit:
    """The commit that a name means; a branch that only the remote ``origin`` has is found too.

    A server that builds a pull request has no branches of its own but the one that it builds.

    Raises:
        GitError: there is no such commit.
    """
    try:
        return repository.commit(ref)
    except NoCommitError as error:
        try:
            return repository.commit(f"origin/{ref}")
        except NoCommitError:
            raise error from None


def no_roadmap_yet(after: Version) -> Version:
    """What a roadmap is held against where there was none: everything in it but its own description is new."""
    return Version(after.today, RoadmapFrame(after.frame.about), {}, {})
