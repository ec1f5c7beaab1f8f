"""The files that a page of the documentation tells a reader to write."""

from __future__ import annotations

import re
from pathlib import Path

_BLOCK = re.compile(
    r"""
    ^(?P<fence>`{3,})(?:yaml|toml|markdown|jinja)\n
    (?:\#\ |<!--\ |\{\#\ )(?P<path>[\w./-]+)(?:\ -->|\ \#\})?\n
    (?P<body>.*?)
    ^(?P=fence)$
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)


def write_files(page: Path, folder: Path) -> list[str]:
    """Write each block of code whose first line is a comment with a path.

    Args:
        page: the Markdown page.
        folder: where to write.

    Returns:
        The paths, in the order of the page.
    """
    written = []
    for found in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        target = folder / found["path"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(found["body"], encoding="utf-8")
        written.append(found["path"])
    return written
