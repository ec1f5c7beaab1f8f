"""``roadmap remove``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._editing import change, editing_options, id_argument
from enhancement_roadmap.editing import naming


@click.command()
@id_argument()
@click.option("--force", is_flag=True, help="Take it out of whatever names it too.")
@editing_options
def remove(identity: str, force: bool, data: Path, dry_run: bool, today: date | None) -> None:
    """Take an enhancement out of the roadmap.

    ID is the id of an enhancement. Where others depend on it or the plan names it, these places are named, and nothing is
    removed without --force. One that is not wanted any more can be kept: roadmap set ID status=cancelled.

    For example: roadmap remove security-automation --force

    What else stands in the files stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    change(data, lambda draft, _: naming.remove(draft, identity, force=force), today=today, dry_run=dry_run)
