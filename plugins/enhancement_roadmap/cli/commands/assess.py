"""``roadmap assess``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._editing import change, date_option, editing_options, id_argument, words_option
from enhancement_roadmap.editing import decisions
from enhancement_roadmap.model import PartialDate


@click.command()
@id_argument()
@words_option("--risk", "Level of risk, by number or by title: 3, 3-4, high.", metavar="LEVEL")
@words_option("--impact", "Level of business impact, by number or by title.", metavar="LEVEL")
@words_option("--why", "The reason.")
@words_option("--by", "Who assesses it.", metavar="WHO")
@date_option("--on", "When it was assessed; default: today.")
@editing_options
def assess(
    identity: str,
    risk: str | None,
    impact: str | None,
    why: str | None,
    by: str | None,
    on: PartialDate | None,
    data: Path,
    dry_run: bool,
    today: date | None,
) -> None:
    """Say how urgent an enhancement is: risk and business impact.

    ID is the id of an enhancement. What is not said stays as it is; without any option the assessment holds as of today. One
    that was an initial one is reviewed then.

    For example: roadmap assess api-security --risk high --impact 3-4 --why "The API opens in spring."

    What else stands in the file stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    said = {"risk": risk, "impact": impact, "by": by, "why": why}
    change(data, lambda draft, day: decisions.assess(draft, identity, said, on or PartialDate.of(day)), today=today, dry_run=dry_run)
