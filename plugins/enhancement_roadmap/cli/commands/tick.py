"""``roadmap tick``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._editing import change, date_option, editing_options, id_argument, words_option
from enhancement_roadmap.editing import ticking
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.model import PartialDate


@click.command()
@id_argument()
@click.argument("requirements", metavar="REQUIREMENT...", nargs=-1, required=True)
@date_option("--on", "When it was done, as 2026-11-24 or 2026-11; default: today.")
@words_option("--by", "Who did it, or saw that it is done.", metavar="WHO")
@words_option("--evidence", "What shows it: a text or an address.")
@editing_options
def tick(
    identity: str,
    requirements: tuple[str, ...],
    on: PartialDate | None,
    by: str | None,
    evidence: str | None,
    data: Path,
    dry_run: bool,
    today: date | None,
) -> None:
    """Say that requirements are done.

    ID is the id of an enhancement. REQUIREMENT is the id of one of its requirements, its number in the list (1, or 2.1 for a
    part), or a piece of its text that no other has. One with parts is done when they all are: those still open are ticked.

    For example: roadmap tick database-security 1 "access control" --by Ada

    What else stands in the file stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """

    def operation(draft: RoadmapDraft, day: date) -> None:
        said = ticking.Completion(on, PartialDate.of(day), by or "", evidence or "")
        ticking.tick(draft, identity, requirements, said)

    change(data, operation, today=today, dry_run=dry_run)
