"""``roadmap start``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._editing import change, date_option, editing_options, id_argument
from enhancement_roadmap.editing.decisions import take_status
from enhancement_roadmap.model import PartialDate


@click.command()
@id_argument()
@date_option("--on", "When; default: today.")
@editing_options
def start(identity: str, on: PartialDate | None, data: Path, dry_run: bool, today: date | None) -> None:
    """Say that work on an enhancement has begun.

    ID is the id of an enhancement. It takes the first status that counts as ‘in-progress’, and the day stands in its ‘moves’.

    For example: roadmap start database-security

    What else stands in the file stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    change(data, lambda draft, day: take_status(draft, identity, "in-progress", on or PartialDate.of(day)), today=today, dry_run=dry_run)
