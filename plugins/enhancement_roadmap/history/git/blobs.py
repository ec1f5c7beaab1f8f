"""Contents of files by their ids, from one process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from enhancement_roadmap.history.git.errors import GitError
from enhancement_roadmap.history.git.program import Conversation, Git
from enhancement_roadmap.history.git.refs import is_id

_AT_ONCE = 60
"""Ids that are asked for before the first answer is read: fewer bytes than the smallest pipe holds, so nobody waits for ever."""

_PART = 1 << 16


def read_blobs(git: Git, ids: Iterable[str], largest: int) -> Iterator[tuple[str, bytes]]:
    """Contents by id, in the order of the ids.

    Args:
        git: runs in the repository.
        ids: full ids of files.
        largest: most bytes; a larger file is passed over without being kept in memory.

    Raises:
        GitError: a file is not there, or is none.
    """
    wanted = iter(ids)
    first = list(islice(wanted, _AT_ONCE))
    if not first:
        return
    with git.started("cat-file", "--batch") as conversation:
        window = first
        while window:
            with conversation.patience():
                found = _window(conversation, window, largest)
            yield from found
            window = list(islice(wanted, _AT_ONCE))


def _window(conversation: Conversation, ids: list[str], largest: int) -> list[tuple[str, bytes]]:
    if not all(is_id(identity) for identity in ids):
        raise ValueError(ids)
    conversation.say("".join(f"{identity}\n" for identity in ids).encode("ascii"))
    contents = ((identity, _content(conversation, identity, largest)) for identity in ids)
    return [(identity, content) for identity, content in contents if content is not None]


def _content(conversation: Conversation, identity: str, largest: int) -> bytes | None:
    _, _, facts = conversation.line().decode("ascii", "replace").partition(" ")
    kind, _, size = facts.partition(" ")
    if kind != "blob" or not size.isdecimal():
        raise GitError(
            f"the repository has no file {identity[:8]}", "Fetch all of its history: git fetch --unshallow, or by a new, full clone."
        )
    count = int(size)
    if count <= largest:
        return conversation.read(count + 1)[:-1]
    left = count + 1
    while left:
        left -= len(conversation.read(min(left, _PART)))
    return None
