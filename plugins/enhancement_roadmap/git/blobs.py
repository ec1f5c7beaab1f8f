"""Contents of files by their ids, from one process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from enhancement_roadmap.git.errors import GitError
from enhancement_roadmap.git.program import Conversation, Git
from enhancement_roadmap.git.refs import is_id

_AT_ONCE = 30
"""Ids that are asked for at once, while git still answers as many: fewer bytes than the smallest pipe holds, so nobody waits
for ever."""

_PART = 1 << 16

_FACTS = 2
"""What git says of a file behind its id: what it is, and how many bytes it has."""


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
        asked: list[str] = []
        following = first
        while asked or following:
            with conversation.patience():
                _ask(conversation, following)
                found = [(identity, _content(conversation, identity, largest)) for identity in asked]
            yield from ((identity, content) for identity, content in found if content is not None)
            asked, following = following, list(islice(wanted, _AT_ONCE)) if following else []


def _ask(conversation: Conversation, ids: list[str]) -> None:
    if not all(is_id(identity) for identity in ids):
        raise ValueError(ids)
    if ids:
        conversation.say("".join(f"{identity}\n" for identity in ids).encode("ascii"))


def _content(conversation: Conversation, identity: str, largest: int) -> bytes | None:
    _, *facts = conversation.line().split(b" ")
    if len(facts) < _FACTS or facts[0] != b"blob":
        raise GitError(
            f"the repository has no file {identity[:8]}", "Fetch all of its history: git fetch --unshallow, or by a new, full clone."
        )
    count = int(facts[1])
    if count <= largest:
        return conversation.read(count + 1)[:-1]
    left = count + 1
    while left:
        left -= len(conversation.read(min(left, _PART)))
    return None
