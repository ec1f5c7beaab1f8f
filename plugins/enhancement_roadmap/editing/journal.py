"""What a change of several files is to write, kept until all is written: after a kill the next change writes the rest first.

One file is old or new at any moment, by the system's own promise. Several files that only together make sense, such as those of
an enhancement that is renamed, need this record: it is on the disk before the first of them changes, and goes with the last.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from enhancement_roadmap.loading import kind_of

JOURNAL = ".roadmap.journal"
"""Its name in the roadmap folder; what starts with a dot is no data file."""
_MOST_BYTES = 64_000_000


class PendingFile(NamedTuple):
    """A file that a change writes.

    Attributes:
        before: the SHA-256 of its bytes before, in hexadecimal digits; None where there was no such file.
        after: its bytes then; None where it goes.
    """

    before: str | None
    after: bytes | None


def journal_text(changed: Mapping[str, bytes | None], before: Mapping[str, bytes | None]) -> bytes:
    """The record of a change.

    Args:
        changed: new bytes of files by their paths in the folder; None for one that goes.
        before: bytes of the same files as they are; None where there is none.
    """
    steps = {
        name: {"before": _digest(before[name]), "after": base64.b64encode(content).decode() if content is not None else None}
        for name, content in changed.items()
    }
    return json.dumps(steps).encode()


def unfinished(folder: Path) -> dict[str, PendingFile] | None:
    """The steps of a change that was cut short; None where there is none, or something that no change has left.

    Args:
        folder: the roadmap folder, as a path without links.
    """
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, binascii.Error):
        with open(folder / JOURNAL, "rb", opener=_without_links) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return None
            steps = json.loads(file.read(_MOST_BYTES))
        found = {name: PendingFile(step["before"], _bytes(step["after"])) for name, step in steps.items()}
        return found if all(map(kind_of, found)) else None
    return None


def is_at_its_step(content: bytes | None, step: PendingFile) -> bool:
    """Whether a file is as it was before its step or as it is after it: nobody else has changed it."""
    return content == step.after or _digest(content) == step.before


def _digest(content: bytes | None) -> str | None:
    return hashlib.sha256(content).hexdigest() if content is not None else None


def _bytes(content: str | None) -> bytes | None:
    return base64.b64decode(content, validate=True) if content is not None else None


def _without_links(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
