"""Compiled templates, kept in the user's cache folder: compiling takes a third of the time of building a small site.

What is kept is code, so it is only read from a folder that nobody else can write to. The folder may be deleted at any time;
where there is none to be had, templates are compiled at each start.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib.resources import files
from pathlib import Path

import jinja2
import platformdirs
from jinja2.bccache import Bucket

_FOLDER = "templates"


class CompiledTemplates(jinja2.FileSystemBytecodeCache):
    """Keeps the product's own templates as compiled, each until it, Jinja2 or the code of the product changes.

    Args:
        folder: a folder that exists, and that only the user can write to.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))

    def get_source_checksum(self, source: str) -> str:
        """What has to be the same for a compiled template to be used: Jinja2 works constant parts out when it compiles."""
        return hashlib.sha256(f"{_state_of_code()}\n{source}".encode()).hexdigest()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, where the disk lets us."""
        try:
            super().dump_bytecode(bucket)
        except OSError:
            return


def compiled_templates() -> CompiledTemplates | None:
    """The compiled templates of the user; None where no folder for them is safe."""
    try:
        folder = platformdirs.user_cache_path("mkdocs-enhancement-roadmap") / _FOLDER
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return CompiledTemplates(folder) if _is_ours_alone(folder) else None
    except (OSError, RuntimeError):
        # No home folder, one that can not be written to, or a file in the way.
        return None


def _is_ours_alone(folder: Path) -> bool:
    """Whether nobody else can put code there. Windows keeps the folder of each user from the others by itself."""
    if os.name == "nt":
        return True
    state = folder.stat()
    return state.st_uid == os.geteuid() and not state.st_mode & 0o022


@cache
def _state_of_code() -> str:
    """Changes when Jinja2 is another, or a module of the product is."""
    package = Path(str(files("enhancement_roadmap")))
    modules = sorted((path.as_posix(), path.stat()) for path in package.rglob("*.py"))
    state = "\n".join(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in modules)
    return hashlib.sha256(f"{jinja2.__version__}\n{state}".encode()).hexdigest()
