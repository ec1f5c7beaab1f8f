"""What several processes of one test run need is made once, by the first that needs it; the others wait for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def shared_folder(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that every test of this run may read, and none may write to.

    Args:
        factory: pytest's fixture ``tmp_path_factory``.
        name: its name, of its own in the run.
        make: fills an empty folder that ends in the name.
    """
    own = factory.getbasetemp()
    root = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared" / name
    root.mkdir(parents=True, exist_ok=True)
    folder, made = root / name, root / "made"
    with FileLock(root / "lock"):
        if not made.exists():
            folder.mkdir()
            make(folder)
            made.touch()
    return folder
