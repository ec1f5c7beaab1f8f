"""A part of a plan, to be tried where the whole would take long and show no more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from support.roadmaps import enhancement
from support.site import WORKING_PANDA


def every_kind() -> Mapping[str, str]:
    """A small part of this project's plan that has every page and every kind of view that the whole has."""
    return {
        **part_of(WORKING_PANDA, "authentication-security", "api-security"),
        "enhancements/undated.yml": enhancement("undated", 10, "Without a date"),
    }


def part_of(plan: Path, *kept: str) -> Mapping[str, str]:
    """The files of a roadmap folder with some of its enhancements only; nothing names the others any more.

    Args:
        plan: the folder; the name of an enhancement's file is a number and its id.
        kept: ids of the enhancements.
    """
    files = {file.relative_to(plan).as_posix(): file.read_text(encoding="utf-8") for file in plan.rglob("*.yml")}
    ids = {name: re.sub(r"enhancements/\d+-(.+)\.yml", r"\1", name) for name in files if name.startswith("enhancements/")}
    gone = set(ids.values()) - set(kept)
    return {name: _without(gone, text) for name, text in files.items() if ids.get(name) not in gone}


def _without(gone: set[str], text: str) -> str:
    """A file without the lines of lists that are one of these words, and without the keys of lists that are empty then."""
    left = re.sub(rf"^ +- (?:{'|'.join(sorted(gone))})\n", "", text, flags=re.MULTILINE)
    return re.sub(r"^ +(?:enhancements|depends_on):\n(?! +- )", "", left, flags=re.MULTILINE)
