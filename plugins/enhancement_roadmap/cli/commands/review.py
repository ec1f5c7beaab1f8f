"""``roadmap review``"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import click

from enhancement_roadmap.cli.commands._editing import change, date_option, editing_options, words_option
from enhancement_roadmap.editing.held_reviews import hold_review
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.model.sign_off import Verdict


@click.group()
def review() -> None:
    """Note that reviews were held."""


@review.command()
@click.argument("name", metavar="NAME")
@words_option("--by", "Id or name of the stakeholder who held it; default: all of them.", metavar="WHO")
@click.option("--verdict", type=click.Choice(get_args(Verdict)), help="What came of it.")
@words_option("--remark", "What was said.")
@date_option("--on", "When; default: today.")
@editing_options
def held(
    name: str,
    by: str | None,
    verdict: str | None,
    remark: str | None,
    on: PartialDate | None,
    data: Path,
    dry_run: bool,
    today: date | None,
) -> None:
    """Note that a review was held.

    NAME is the id or the title of a review in ‘governance.yml’.

    For example: roadmap review held monthly --by security-team --verdict agreed

    What else stands in the files stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    said = {"by": by, "verdict": verdict, "remark": remark}
    change(data, lambda draft, day: hold_review(draft, name, on or PartialDate.of(day), said), today=today, dry_run=dry_run)
