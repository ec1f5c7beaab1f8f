"""What was derived from commits, kept between runs: only ever a shortcut, never needed.

Commits and files never change, so that what follows from them may be kept under their ids. The files are lines of JSON in
the user's own folder for caches: what wrote them, then in turn a key and its value, read when it is asked for. What can not
be read, was written by another version or does not have the form that is asked for counts as not there; what can not be
written is not kept.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Self, TypeVar

from pydantic import TypeAdapter, ValidationError

import enhancement_roadmap
from enhancement_roadmap.git import Repository

T = TypeVar("T")

MOST_BYTES = 32 * 1024 * 1024
"""Bytes of the largest cache file that is read or written."""

MOST_FILES = 24
"""How many files the folder keeps: a few for each repository that was read last."""

_FOLDER = "mkdocs-enhancement-roadmap"
_NAME = re.compile(r"[a-z-]+-[0-9a-f]{16}\.jsonl")


class Cache:
    """Values by key, in one file; used in a ``with`` block, which saves what is new at its end.

    Args:
        file: the file; None to keep nothing.
        most_bytes: most bytes of the file; what was not used for longest is left out.
    """

    def __init__(self, file: Path | None, most_bytes: int = MOST_BYTES) -> None:
        self._file = file
        self._most = most_bytes
        self._entries = dict(_read(file, most_bytes)) if file else {}
        self._is_new = False

    @classmethod
    def of(cls, repository: Repository, kind: str) -> Cache:
        """The cache of a repository.

        Args:
            repository: where the commits are.
            kind: what is kept, in lower-case letters and hyphens.
        """
        folder = cache_folder()
        where = sha256(os.fsencode(repository.root)).hexdigest()[:16]
        return cls(folder / f"{kind}-{where}.jsonl" if folder else None)

    def get(self, key: str, form: TypeAdapter[T]) -> T | None:
        """The value of a key; None where there is none of this form.

        Args:
            key: what `put` was given: ids of commits or files, and all else that the value depends on.
            form: what the value has to be.
        """
        if key not in self._entries:
            return None
        value = self._entries.pop(key)
        try:
            found = form.validate_json(value)
        except (ValidationError, RecursionError):
            return None
        self._entries[key] = value
        return found

    def put(self, key: str, value: T, form: TypeAdapter[T]) -> None:
        """Keep a value.

        Args:
            key: ids of commits or files, and all else that the value depends on.
            value: the value.
            form: what it is.
        """
        self._entries.pop(key, None)
        self._entries[key] = form.dump_json(value)
        self._is_new = True

    def save(self) -> None:
        """Write the file, if anything is new: beside the old one first, so that nobody ever reads half of it."""
        if self._file is None or not self._is_new:
            return
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(self._file, _content(self._entries, self._most))
            _tidy(self._file.parent)
        self._is_new = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.save()


def cache_folder() -> Path | None:
    """Where caches belong: in the folder that ``ROADMAP_CACHE`` names, else where this machine keeps the user's.

    Returns:
        None where nothing is to be kept, because the variable is empty or the user has no home.
    """
    chosen = os.environ.get("ROADMAP_CACHE")
    if chosen is not None:
        return Path(chosen).absolute() if chosen.strip() else None
    named = os.environ.get("XDG_CACHE_HOME", "")
    if named and Path(named).is_absolute():
        return Path(named, _FOLDER)
    local = os.environ.get("LOCALAPPDATA", "") if sys.platform == "win32" else ""
    try:
        home = Path.home()
    except RuntimeError:
        return None
    usual = home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"
    return (Path(local) if local else usual) / _FOLDER


def _read(file: Path, most: int) -> Mapping[str, bytes]:
    try:
        with file.open("rb") as opened:
            data = opened.read(most + 1)
        product, *lines = data.split(b"\n")
        if len(data) > most or product != _line(_product()) or lines[-1:] != [b""]:
            return {}
        keys = [json.loads(line) for line in lines[:-1:2]]
    except (OSError, ValueError, RecursionError):
        return {}
    values = lines[1:-1:2]
    is_whole = len(keys) == len(values) and all(isinstance(key, str) for key in keys)
    return dict(zip(keys, values, strict=True)) if is_whole else {}


def _content(entries: Mapping[str, bytes], most: int) -> bytes:
    """The file's content, with as many of the entries that were used last as fit."""
    product = _line(_product())
    kept: list[bytes] = []
    left = most - len(product) - 1
    for key, value in reversed(list(entries.items())):
        lines = _line(key) + b"\n" + value + b"\n"
        left -= len(lines)
        if left < 0:
            break
        kept.append(lines)
    return b"".join([product, b"\n", *reversed(kept)])


def _line(text: str) -> bytes:
    return json.dumps(text).encode("ascii")


def _write(file: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=file.parent, suffix=".new", delete=False) as beside:
        try:
            beside.write(content)
            beside.close()
            Path(beside.name).replace(file)
        except OSError:
            Path(beside.name).unlink(missing_ok=True)
            raise


def _tidy(folder: Path) -> None:
    """Delete the files of repositories that nobody has read for longest."""
    files = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    for path in sorted(files, key=lambda path: path.stat().st_mtime, reverse=True)[MOST_FILES:]:
        path.unlink(missing_ok=True)


@cache
def _product() -> str:
    """The version, and a mark of the very code: while it is being worked on, its version stays the same."""
    facts = sorted(_files(Path(enhancement_roadmap.__file__).parent))
    return f"{enhancement_roadmap.__version__} {sha256(repr(facts).encode()).hexdigest()[:16]}"


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """The code: each file's name, size and time."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(Path(entry.path))
            elif entry.name.endswith(".py"):
                facts = entry.stat()
                yield entry.path, facts.st_size, facts.st_mtime_ns
