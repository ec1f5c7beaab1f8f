"""What is being pushed, for a hook that looks at it before it is taken.

Until then git keeps it beside the repository's own objects, and tells the hook by variables of the environment where. Those of
another repository are kept away from our calls (`program`); these are handed on where the quarantine is that of the very
repository that is read, and nowhere else. Nothing is ever written there.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from enhancement_roadmap.git.program import Git

_PLACE = "GIT_QUARANTINE_PATH"
_OBJECTS = "GIT_OBJECT_DIRECTORY"
_OTHERS = "GIT_ALTERNATE_OBJECT_DIRECTORIES"


def quarantine(git: Git) -> Mapping[str, str]:
    """Variables with which git finds what is being pushed; none outside a hook of this repository.

    Args:
        git: runs in the repository.
    """
    place = os.environ.get(_PLACE, "")
    if not Path(place).is_absolute() or os.environ.get(_OBJECTS) != place:
        return {}
    own = git.folder / os.fsdecode(git.run("rev-parse", "--git-path", "objects")).removesuffix("\n")
    if os.path.realpath(Path(place).parent) != os.path.realpath(own):
        return {}
    return {_OBJECTS: place, _OTHERS: os.environ.get(_OTHERS, "")}
