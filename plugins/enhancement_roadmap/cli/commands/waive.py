"""``roadmap waive``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._editing import change, editing_options, id_argument, words_option
from enhancement_roadmap.editing import ticking


@click.command()
@id_argument()
@click.argument("requirements", metavar="REQUIREMENT...", nargs=-1, required=True)
@words_option("--why", "Why it need not be done.", required=True)
@editing_options
def waive(identity: str, requirements: tuple[str, ...], why: str, data: Path, dry_run: bool, today: date | None) -> None:
    """Say that requirements need not be done, and why.

    ID is the id of an enhancement. REQUIREMENT is the id of one of its requirements, its number in the list (1, or 2.1 for a
    part), or a piece of its text that no other has. What is waived counts neither as open nor as done.

    For example: roadmap waive database-security "connection pooling" --why "There is no pool."

    What else stands in the file stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    change(data, lambda draft, _: ticking.waive(draft, identity, requirements, why), today=today, dry_run=dry_run)
