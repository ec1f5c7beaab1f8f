"""``roadmap defer``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._editing import change, date_option, editing_options, id_argument, words_option
from enhancement_roadmap.editing import decisions
from enhancement_roadmap.model import PartialDate


@click.command()
@id_argument()
@date_option("--until", "The day from which it counts again, as 2027-03-01 or 2027-03; default: until somebody says so.")
@words_option("--why", "The reason.", required=True)
@editing_options
def defer(identity: str, until: PartialDate | None, why: str, data: Path, dry_run: bool, today: date | None) -> None:
    """Put an enhancement off, until a day.

    ID is the id of an enhancement. What was said of a deferral before is replaced.

    For example: roadmap defer api-security --until 2027-03 --why "No API before spring."

    What else stands in the file stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    change(data, lambda draft, _: decisions.defer(draft, identity, until, why), today=today, dry_run=dry_run)
