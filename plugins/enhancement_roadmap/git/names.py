"""Names of people as a repository wants them: ``.mailmap`` says how somebody is called today.

Only what is in the repository counts, as git has it: the file in the work tree, else that of the commit which is checked out, so
that a bare repository and a sparse work tree show the same names. What a user of this machine has configured for all
repositories does not count: a site would depend on who builds it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

_FILE = ".mailmap"


def name_settings(root: Path, *, is_bare: bool) -> Sequence[str]:
    """Options for git, which reads the file of a work tree by itself.

    Args:
        root: top of the work tree; of a bare repository, its folder.
        is_bare: whether there is no work tree.
    """
    return () if not is_bare and os.path.lexists(root / _FILE) else ("-c", f"mailmap.blob=HEAD:{_FILE}")


def names_version(root: Path) -> tuple[int, ...]:
    """What is otherwise once the work tree says otherwise how people are called; empty where it says nothing.

    Args:
        root: top of the work tree.
    """
    try:
        found = os.lstat(root / _FILE)
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino
