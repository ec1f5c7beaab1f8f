"""Themes whose hidden files are not listed: MkDocs leaves them out, and to list Material's icons is a third of a small build."""

from __future__ import annotations

import os
from pathlib import Path

import jinja2
from mkdocs.theme import Theme


class _Shown(jinja2.FileSystemLoader):
    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for root in self.searchpath:
            for folder, folders, files in os.walk(root, followlinks=self.followlinks):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found.update(Path(folder, name).relative_to(root).as_posix() for name in files)
        return sorted(found)


LISTING_ALL = Theme.get_env
"""What gives a theme's templates as MkDocs has them."""


def _environment(self: Theme) -> jinja2.Environment:
    environment = LISTING_ALL(self)
    assert isinstance(environment.loader, jinja2.FileSystemLoader)
    environment.loader = _Shown(environment.loader.searchpath)
    return environment


def list_no_hidden_files() -> None:
    """Let it be so in this process."""
    Theme.get_env = _environment
