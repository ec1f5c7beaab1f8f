"""Where a write leads: one rule for every file and folder that is written, wherever a branch has put a link.

A link may stand for a place in the folder that it stands in, and is followed there. One that leads out of its folder could make
a command write anywhere that its user may, so nothing is written through it: neither by its own name, nor below it.
"""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

_DESCRIPTOR = re.compile(r"/dev/(?:stdout|stderr)|/(?:dev|proc/self)/fd/(\d+)")
_NUMBERS = {"/dev/stdout": 1, "/dev/stderr": 2}


class LeadsAwayError(OSError):
    """A path goes through a link that leads out of the folder it stands in.

    Args:
        path: the whole path.
        link: the path of the link.
        target: where it leads.
    """

    def __init__(self, path: Path, link: Path, target: Path) -> None:
        words = f"‘{link}’ is a symbolic link out of its folder, to ‘{target}’, and nothing is written through it: name the place itself"
        super().__init__(errno.ELOOP, words, str(path))


def target_of(path: Path) -> Path:
    """Where a file or folder of this path is, or would be: a path without links.

    The current folder is where it is; every link on the way from there, or from the root of an absolute path, is looked at.

    Raises:
        LeadsAwayError: a link on the way leads out of the folder it stands in.
        OSError: links lead round in a circle.
    """
    way = path.parts[1:] if path.is_absolute() else path.parts
    place = Path(path.anchor) if path.is_absolute() else Path.cwd()
    for count, part in enumerate(way, start=1):
        if part == os.pardir:
            place = place.parent
            continue
        step = place / part
        if step.is_symlink():
            step = Path(os.path.realpath(step))
            link = Path(path.anchor, *way[:count])
            if step.is_symlink():
                raise OSError(errno.ELOOP, f"‘{link}’ is a symbolic link that leads to itself", str(path))
            if not step.is_relative_to(place):
                raise LeadsAwayError(path, link, step)
        place = step
    return place


def descriptor_of(path: Path) -> int | None:
    """The open file that a path such as ``/dev/stdout`` or ``/dev/fd/63`` means; None for any other path.

    To the system these are links too. They are the user's own words: no branch can put one there.
    """
    found = _DESCRIPTOR.fullmatch(path.as_posix()) if os.name == "posix" else None
    if found is None:
        return None
    return int(found[1]) if found[1] else _NUMBERS[found[0]]
