"""``roadmap move``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._editing import change, complete_ids, editing_options, id_argument, words_option
from enhancement_roadmap.editing.plan_order import move_in_order, move_out, move_to
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft


@click.command()
@id_argument()
@click.option("--before", metavar="ID", shell_complete=complete_ids, help="The enhancement before which it comes in the order.")
@click.option("--after", metavar="ID", shell_complete=complete_ids, help="The enhancement after which it comes in the order.")
@words_option("--to", "The phase or the quarter that it is planned for, by id or title.", metavar="PHASE|QUARTER")
@words_option("--out-of", "The phase or the quarter that it is no longer planned for.", metavar="PHASE|QUARTER")
@editing_options
def move(
    identity: str,
    before: str | None,
    after: str | None,
    to: str | None,
    out_of: str | None,
    data: Path,
    dry_run: bool,
    today: date | None,
) -> None:
    """Move an enhancement in the order, or to another phase or quarter.

    ID is the id of an enhancement. In a phase or a quarter it stands in no other one then.

    For example: roadmap move api-security --before input-validation

    What else stands in the files stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    if sum(option is not None for option in (before, after, to, out_of)) != 1:
        raise click.UsageError("Say where to: --before, --after, --to or --out-of, one of them.")

    def operation(draft: RoadmapDraft, _: date) -> None:
        if to is not None:
            move_to(draft, identity, to)
        elif out_of is not None:
            move_out(draft, identity, out_of)
        else:
            move_in_order(draft, identity, before or after or "", after=before is None)

    change(data, operation, today=today, dry_run=dry_run)
