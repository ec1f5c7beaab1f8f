"""Fixtures that every test may use come from small plugins in `support`."""

from __future__ import annotations

import pytest

pytest_plugins = ["support.tools", "support.browser", "support.prepared", "support.packages", "support.neighbours", "support.properties"]

LONGEST = ("site/test_looks.py", "hosts/test_neighbours.py", "packaging", "site", "hosts", "docs")
"""Files and folders that take longest. They start first, so that no worker is left alone with one of them at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the tests by file and folder; within one they stay as they were."""

    def place(item: pytest.Item) -> int:
        folder = item.path.parent.name
        named = (f"{folder}/{item.path.name}", folder)
        return next((LONGEST.index(name) for name in named if name in LONGEST), len(LONGEST))

    items.sort(key=place)
