"""The templates that a site brings itself. They are read once, so that a template can reach no other file."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath

from enhancement_roadmap.findings import Finding, Place, suggestion
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.sentences import number

SUFFIX = ".j2"
MAX_BYTES = 64 * 1024
"""The largest template that is read."""


@dataclass(frozen=True)
class Overrides:
    """Templates in place of the product's own.

    Attributes:
        sources: text of each, by its name.
        shown: how messages name each, by its name.
    """

    sources: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)


NO_OVERRIDES = Overrides()


def read_overrides(folder: Path, known: Collection[str], shown: str | None = None) -> tuple[Overrides, list[Finding]]:
    """Read a folder of templates.

    Args:
        folder: holds files such as ``table.html.j2``; those that start with ``_`` are parts for the others.
        known: names of the templates that there are.
        shown: how messages name the folder; default: as given.

    Returns:
        The templates, and a finding for each file that is none.
    """
    sources: dict[str, str] = {}
    places: dict[str, str] = {}
    findings: list[Finding] = []
    root = os.path.realpath(folder)
    for file in sorted(folder.iterdir() if folder.is_dir() else ()):
        name = file.name
        if name.startswith(".") or not name.endswith(SUFFIX):
            continue
        place = Place(str(PurePosixPath(shown if shown is not None else folder.as_posix()) / name))
        if name not in known and not name.startswith("_"):
            findings.append(Finding(place, "RM701", f"there is no template ‘{name}’ to override", suggestion(name, known)))
            continue
        try:
            sources[name] = _text(file, root)
            places[name] = place.file
        except ValueError as error:
            findings.append(Finding(place, "RM702", str(error), "Put a text file of UTF-8 into the folder itself."))
    return Overrides(sources, places), findings


def _text(file: Path, root: str) -> str:
    """The text of a template.

    Raises:
        ValueError: what is wrong with the file.
    """
    if not os.path.realpath(file).startswith(root + os.sep):
        raise ValueError("is a symbolic link out of the folder")
    try:
        if not file.is_file() or file.stat().st_size > MAX_BYTES:
            raise ValueError(f"is not a file of at most {number(MAX_BYTES)} bytes")
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ValueError("is not UTF-8") from error
    except OSError as error:
        raise ValueError(f"can not be read: {error.strerror or error}") from error
