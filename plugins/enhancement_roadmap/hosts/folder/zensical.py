"""What a site of Zensical still lacks to show the pages of the folder."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from enhancement_roadmap.hosts.folder.contents import ASSETS

_FILES = {"extra_css": "roadmap.css", "extra_javascript": "roadmap.js"}
"""Where a site names them."""


def zensical_lack(config: Path, out: Path) -> str:
    """One line that says what to do with the configuration; empty where there is nothing to do.

    Args:
        config: the site's ``zensical.toml``.
        out: the folder that was written.
    """
    try:
        read = tomllib.loads(config.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""  # Zensical itself says what is wrong with it.
    project = read.get("project", read)
    docs = Path(os.path.realpath(config)).parent / str(project.get("docs_dir", "docs"))
    inside = Path(os.path.realpath(out))
    if not inside.is_relative_to(os.path.realpath(docs)):
        return f"{config.as_posix()}: Zensical shows pages below {docs.name} only; name a folder there with --out."
    folder = inside.relative_to(os.path.realpath(docs)).as_posix()
    start = "" if folder == "." else f"{folder}/"
    lacking = [
        f"‘{start}{ASSETS}/{name}’ to {key}" for key, name in _FILES.items() if f"{start}{ASSETS}/{name}" not in _named(project, key)
    ]
    return f"{config.as_posix()}: add {' and '.join(lacking)}, for the look of the pages." if lacking else ""


def _named(project: Any, key: str) -> Iterator[str]:
    """The files that a setting lists, each as its path or as a table with it."""
    entries = project.get(key, [])
    for entry in entries if isinstance(entries, list) else []:
        yield str(entry.get("path", "")) if isinstance(entry, dict) else str(entry)
