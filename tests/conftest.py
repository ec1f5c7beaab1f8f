"""Fixtures that every test may use come from small plugins in `support`."""

from __future__ import annotations

import gc
from functools import cache
from pathlib import Path

import pytest

pytest_plugins = ["support.tools", "support.browser", "support.prepared", "support.packages", "support.neighbours", "support.properties"]

LONGEST = ("site/test_looks.py", "hosts/test_neighbours.py", "packaging", "site", "hosts", "docs", "templating", "views/test_sizes.py")
"""Files and folders that take longest. They start first, so that no worker is left alone with one of them at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the tests by file and folder; within one they stay as they were."""

    @cache
    def place(path: Path) -> int:
        folder = path.parent.name
        named = (f"{folder}/{path.name}", folder)
        return next((LONGEST.index(name) for name in named if name in LONGEST), len(LONGEST))

    items.sort(key=lambda item: place(item.path))


def pytest_collection_finish() -> None:
    """Let nobody look for garbage among thousands of tests, which stay to the end."""
    gc.collect()
    gc.freeze()
