"""``roadmap rename``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._editing import change, editing_options, id_argument
from enhancement_roadmap.editing import naming


@click.command()
@id_argument("old", "OLD")
@click.argument("new", metavar="NEW")
@editing_options
def rename(old: str, new: str, data: Path, dry_run: bool, today: date | None) -> None:
    """Give an enhancement another id; whatever names it follows.

    OLD is the id of an enhancement, NEW what it is called then: its file, the order, phases, quarters and those that depend
    on it. The history follows too, for it knows an enhancement again by what it says.

    For example: roadmap rename compliance certified-compliance

    What else stands in the files stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    change(data, lambda draft, _: naming.rename(draft, old, new), today=today, dry_run=dry_run)
