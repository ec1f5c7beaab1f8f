"""``roadmap depend``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._editing import change, editing_options, id_argument, ids_argument
from enhancement_roadmap.editing import fields


@click.command()
@id_argument()
@ids_argument("others", "ON...")
@editing_options
def depend(identity: str, others: tuple[str, ...], data: Path, dry_run: bool, today: date | None) -> None:
    """Say that an enhancement needs others to be done first.

    ID is the id of an enhancement, ON that of one which must be done before it.

    For example: roadmap depend api-security database-security

    What else stands in the file stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    change(data, lambda draft, _: fields.depend(draft, identity, others), today=today, dry_run=dry_run)
