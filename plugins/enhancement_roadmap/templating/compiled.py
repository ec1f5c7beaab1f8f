"""Compiled templates, kept in the user's cache folder: the product's own, and those of a site's theme.

Compiling either at each build takes about a third of the time of a small site.

What is kept is code, so it is only read from a folder that nobody else can write to. The folder may be deleted at any time;
where there is none to be had, templates are compiled at each start.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import jinja2
import platformdirs
from jinja2.bccache import Bucket

_FOLDER = "templates"
_FORM = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string", "comment_start_string"),
    *("comment_end_string", "line_statement_prefix", "line_comment_prefix", "trim_blocks", "lstrip_blocks", "newline_sequence"),
    *("keep_trailing_newline", "optimized", "autoescape", "is_async", "undefined", "sandboxed"),
)
"""What an environment says of how templates are read and compiled."""


class CompiledTemplates(jinja2.FileSystemBytecodeCache):
    """Keeps templates as compiled, each until it or what it is compiled with changes.

    Args:
        folder: a folder that exists, and that only the user can write to.
        state: what has to be the same for a compiled template to be used: Jinja2 works constant parts out when it compiles.
        kept: folders of the templates that are kept.
        kind: of the code that they are compiled to, where the same text is compiled to several.
    """

    def __init__(self, folder: Path, state: str, kept: Sequence[Path], kind: str = "") -> None:
        super().__init__(str(folder), f"__jinja2_{kind}%s.cache")
        self._state = state
        self._kept = kept

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        """What is kept of a template; nothing of one that stands elsewhere, such as in a site's own folder."""
        if not (filename and any(Path(filename).is_relative_to(folder) for folder in self._kept)):
            return Bucket(environment, "", "")
        return super().get_bucket(environment, name, filename, source)

    def get_source_checksum(self, source: str) -> str:
        """What has to be the same for a compiled template to be used."""
        return hashlib.sha256(f"{self._state}\n{source}".encode()).hexdigest()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, where the disk lets us."""
        if not bucket.key:
            return
        try:
            super().dump_bytecode(bucket)
        except OSError:
            return


def own_templates(package: str, *, sandboxed: bool) -> CompiledTemplates | None:
    """The product's own templates, until a module of the product changes; None where no folder for them is safe.

    Args:
        package: name of the package that has them.
        sandboxed: whether they are filled beside a site's own ones: the sandbox compiles the same text to other code.
    """
    return _compiled(_state_of_code(), [Path(str(files(package)))], "sandboxed_" if sandboxed else "")


def theme_templates(environment: jinja2.Environment, folders: Sequence[str]) -> CompiledTemplates | None:
    """The templates of a theme, until they or what may work constant parts out changes; None where no folder for them is safe.

    Args:
        environment: what they are rendered with, with all filters, tests and extensions.
        folders: where the theme has its templates.
    """
    workers = {**environment.filters, **environment.tests}
    named = [f"{name} {getattr(work, '__module__', '')} {getattr(work, '__qualname__', '')}" for name, work in workers.items()]
    form = [repr(getattr(environment, name)) for name in _FORM]
    state = "\n".join([jinja2.__version__, *sorted(named), *sorted(environment.extensions), *form])
    return _compiled(state, [Path(folder) for folder in folders])


def _compiled(state: str, kept: Sequence[Path], kind: str = "") -> CompiledTemplates | None:
    try:
        folder = platformdirs.user_cache_path("mkdocs-enhancement-roadmap") / _FOLDER
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return CompiledTemplates(folder, state, kept, kind) if _is_ours_alone(folder) else None
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
    modules = sorted(_modules(str(files("enhancement_roadmap"))))
    state = "\n".join(f"{name} {size} {changed}" for name, size, changed in modules)
    return hashlib.sha256(f"{jinja2.__version__}\n{state}".encode()).hexdigest()


def _modules(folder: str) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of the last change of each module in a folder, however deep: one question to the system for each."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                state = entry.stat()
                yield entry.path, state.st_size, state.st_mtime_ns
            elif "." not in entry.name and entry.is_dir():
                yield from _modules(entry.path)
