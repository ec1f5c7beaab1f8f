"""``roadmap untick``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._editing import change, editing_options, id_argument
from enhancement_roadmap.editing import ticking


@click.command()
@id_argument()
@click.argument("requirements", metavar="REQUIREMENT...", nargs=-1, required=True)
@editing_options
def untick(identity: str, requirements: tuple[str, ...], data: Path, dry_run: bool, today: date | None) -> None:
    """Say that requirements are open again.

    ID is the id of an enhancement. REQUIREMENT is the id of one of its requirements, its number in the list (1, or 2.1 for a
    part), or a piece of its text that no other has. When it was done, by whom, and what shows it goes; so does why it was
    waived.

    For example: roadmap untick database-security 1

    What else stands in the file stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    change(data, lambda draft, _: ticking.untick(draft, identity, requirements), today=today, dry_run=dry_run)
