"""``roadmap requirement``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._editing import change, editing_options, id_argument
from enhancement_roadmap.editing import requirement_edits
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft

_name = click.argument("name", metavar="REQUIREMENT")


@click.group()
def requirement() -> None:
    """Add, reword, move and remove requirements.

    REQUIREMENT is the id of a requirement, its number in the list (1, or 2.1 for a part), or a piece of its text that no
    other has.
    """


@requirement.command()
@id_argument()
@click.argument("text")
@editing_options
def add(identity: str, text: str, data: Path, dry_run: bool, today: date | None) -> None:
    """Add a requirement at the end of the list.

    ID is the id of an enhancement, TEXT what is required, in a line.

    For example: roadmap requirement add api-security "Limit the requests of one user"

    What else stands in the file stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    change(data, lambda draft, _: requirement_edits.add_requirement(draft, identity, _said(text)), today=today, dry_run=dry_run)


@requirement.command()
@id_argument()
@_name
@click.argument("text")
@editing_options
def reword(identity: str, name: str, text: str, data: Path, dry_run: bool, today: date | None) -> None:
    """Give a requirement other words; what else is said of it stays.

    ID is the id of an enhancement, REQUIREMENT one of its requirements, TEXT its words from now on.

    For example: roadmap requirement reword api-security 1 "Limit the requests of one user, and of all"

    What else stands in the file stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    change(data, lambda draft, _: requirement_edits.reword_requirement(draft, identity, name, _said(text)), today=today, dry_run=dry_run)


@requirement.command()
@id_argument()
@_name
@click.option("--before", metavar="REQUIREMENT", help="The requirement before which it comes.")
@click.option("--after", metavar="REQUIREMENT", help="The requirement after which it comes.")
@editing_options
def move(identity: str, name: str, before: str | None, after: str | None, data: Path, dry_run: bool, today: date | None) -> None:
    """Put a requirement at another place in its list.

    ID is the id of an enhancement, REQUIREMENT one of its requirements.

    For example: roadmap requirement move api-security 3 --before 1

    What else stands in the file stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    if (before is None) == (after is None):
        raise click.UsageError("Say where to: --before or --after, one of them.")

    def operation(draft: RoadmapDraft, _: date) -> None:
        requirement_edits.place_requirement(draft, identity, name, before or after or "", after=before is None)

    change(data, operation, today=today, dry_run=dry_run)


@requirement.command()
@id_argument()
@_name
@editing_options
def remove(identity: str, name: str, data: Path, dry_run: bool, today: date | None) -> None:
    """Take a requirement out of its list, with its parts.

    ID is the id of an enhancement, REQUIREMENT one of its requirements. One that need not be done can be kept: roadmap waive.

    For example: roadmap requirement remove api-security 3

    What else stands in the file stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    change(data, lambda draft, _: requirement_edits.remove_requirement(draft, identity, name), today=today, dry_run=dry_run)


def _said(text: str) -> str:
    if not text.strip():
        raise EditError("the text is empty")
    return text.strip()
