"""``roadmap accept``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._editing import change, date_option, editing_options, id_argument, words_option
from enhancement_roadmap.editing import decisions
from enhancement_roadmap.model import PartialDate


@click.command()
@id_argument()
@words_option("--by", "Who accepts it.", required=True, metavar="WHO")
@date_option("--until", "The day on which this ends, as 2027-03-01 or 2027-03; default: until somebody says so.")
@date_option("--on", "When it was accepted; default: today.")
@words_option("--why", "The reason.", required=True)
@editing_options
def accept(
    identity: str,
    by: str,
    until: PartialDate | None,
    on: PartialDate | None,
    why: str,
    data: Path,
    dry_run: bool,
    today: date | None,
) -> None:
    """Accept the risk of an enhancement for now, until a day.

    ID is the id of an enhancement. What was said of an acceptance before is replaced.

    For example: roadmap accept compliance --by "Grace, CISO" --until 2027-06 --why "No customer asks for it."

    What else stands in the file stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    change(
        data,
        lambda draft, day: decisions.accept(draft, identity, {"by": by, "why": why}, until, on or PartialDate.of(day)),
        today=today,
        dry_run=dry_run,
    )
