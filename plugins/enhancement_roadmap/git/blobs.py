"""Contents of files by their ids."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import zip_longest

from enhancement_roadmap.git.errors import gone
from enhancement_roadmap.git.program import Git
from enhancement_roadmap.git.refs import is_id

AT_ONCE = 1024 * 1024
"""Bytes that are asked for in one call, so that memory stays small however long a history is, and the next call runs while what
the one before has printed is used."""

_SIZE = "--batch-check=%(objectsize)"
"""Git's question for nothing but the size, which it knows without looking for the kind of the object."""

_File = tuple[str, int]
"""Id of a file, and its bytes."""


def read_blobs(git: Git, ids: Iterable[str], largest: int) -> Iterator[tuple[str, bytes]]:
    """Contents by id, in the order of the ids.

    Args:
        git: runs in the repository.
        ids: full ids of files.
        largest: most bytes; a larger file is passed over and never read.

    Raises:
        GitError: a file is not there, or is none.
    """
    wanted = list(ids)
    if not all(is_id(identity) for identity in wanted):
        raise ValueError(wanted)
    files = _sizes(git, wanted) if wanted else ()
    batches = list(_batches(file for file in files if file[1] <= largest))
    with ThreadPoolExecutor(1) as ahead:
        asked: deque[Future[bytes]] = deque(ahead.submit(_printed, git, batch) for batch in batches[:1])
        for batch, following in zip_longest(batches, batches[1:]):
            printed = asked.popleft().result()
            if following:
                asked.append(ahead.submit(_printed, git, following))
            yield from _contents(printed, batch)


def _sizes(git: Git, ids: Sequence[str]) -> Iterator[_File]:
    printed = git.run("cat-file", "--buffer", _SIZE, said=_lines(ids))
    for identity, line in zip(ids, printed.splitlines(), strict=True):
        if not line.isdigit():  # it is "ID missing"
            raise gone(identity)
        yield identity, int(line)


def _batches(files: Iterable[_File]) -> Iterator[Sequence[_File]]:
    """As many files as one call may read; at least one."""
    batch: list[_File] = []
    total = 0
    for file in files:
        total += file[1]
        if batch and total > AT_ONCE:
            yield batch
            batch, total = [], file[1]
        batch.append(file)
    if batch:
        yield batch


def _printed(git: Git, files: Sequence[_File]) -> bytes:
    return git.run("cat-file", "--buffer", "--batch", said=_lines([identity for identity, _ in files]))


def _contents(printed: bytes, files: Sequence[_File]) -> Iterator[tuple[str, bytes]]:
    start = 0
    for identity, size in files:
        head = f"{identity} blob {size}\n".encode("ascii")
        if not printed.startswith(head, start):
            raise gone(identity)
        start += len(head)
        yield identity, printed[start : start + size]
        start += size + 1


def _lines(ids: Sequence[str]) -> bytes:
    return "".join(f"{identity}\n" for identity in ids).encode("ascii")
