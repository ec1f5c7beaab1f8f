"""A file in memory for what git prints: it never waits for a reader, as it would at a full pipe."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import IO

if sys.platform == "linux":
    import resource


def memory_file() -> IO[bytes] | None:
    """None where the system has no such files or allows none, or files may have only some size: git would be ended at that."""
    if sys.platform == "linux" and resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY:
        with suppress(OSError):
            return os.fdopen(os.memfd_create("git"), "w+b", buffering=0)
    return None
