"""Paths as the site's author knows them, whatever plugins and MkDocs have made of them."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File


def shown_path(path: str, config: MkDocsConfig) -> str:
    """A path from the folder of ``mkdocs.yml`` where it is below it."""
    root = _root(config)
    resolved = Path(path)
    return resolved.relative_to(root).as_posix() if resolved.is_absolute() and resolved.is_relative_to(root) else path


def shown_file(file: File, config: MkDocsConfig, docs_dir: str) -> str:
    """The path of a file of the site; of one that a plugin has made, where it stands among the site's sources for MkDocs.

    Args:
        file: the file.
        config: the configuration of MkDocs.
        docs_dir: the folder of the pages that the author has; monorepo builds from a copy of it elsewhere.
    """
    if file.generated_by is not None or file.abs_src_path is None:
        return file.src_uri
    path = Path(file.abs_src_path)
    if path.is_relative_to(config.docs_dir):
        path = docs_dir / path.relative_to(config.docs_dir)
    return shown_path(str(path), config)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or ".").resolve().parent
