"""``roadmap status``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._editing import change, date_option, editing_options, id_argument, words_option
from enhancement_roadmap.editing.decisions import move_status
from enhancement_roadmap.model import PartialDate


@click.command()
@id_argument()
@click.argument("to", metavar="STATUS")
@words_option("--why", "The reason.")
@date_option("--on", "When; default: today.")
@editing_options
def status(identity: str, to: str, why: str | None, on: PartialDate | None, data: Path, dry_run: bool, today: date | None) -> None:
    """Give an enhancement another status, and note when and why.

    ID is the id of an enhancement, STATUS that of a status which may follow the one that it has. The day stands in its
    ‘moves’. ‘roadmap start’ and ‘roadmap close’ are short for the most common ones.

    For example: roadmap status api-security cancelled --why "There is no API any more."

    What else stands in the file stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    change(data, lambda draft, day: move_status(draft, identity, to, on or PartialDate.of(day), why or ""), today=today, dry_run=dry_run)
