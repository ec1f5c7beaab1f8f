"""``roadmap new``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._editing import change, editing_options, words_option
from enhancement_roadmap.editing.new_enhancement import add_enhancement
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.editing.value_text import PlainValue


@click.command()
@click.argument("title")
@words_option("--priority", "Id of a priority level.", metavar="LEVEL")
@words_option("--trigger", "What makes it due, as a sentence.")
@click.option("--requirement", "requirements", multiple=True, metavar="TEXT", help="What has to be done; may be given several times.")
@click.option("--id", "identity", default="", help="Its id; default: made of the title.", metavar="ID")
@editing_options
def new(
    title: str,
    priority: str | None,
    trigger: str | None,
    requirements: tuple[str, ...],
    identity: str,
    data: Path,
    dry_run: bool,
    today: date | None,
) -> None:
    """Add an enhancement.

    TITLE is its name. The file is named as the others are, with the next number. A field more is set by ‘roadmap set’.

    For example: roadmap new "Key rotation" --priority high --requirement "Rotate the keys of the database"

    Undo is git's: the command is printed. The exit code is 0; 1 where the data have mistakes, which are named; and 2 where
    the enhancement could not be added.
    """
    said: dict[str, PlainValue | None] = {"priority": priority, "trigger": trigger, "requirements": list(requirements)}
    fields = {key: value for key, value in said.items() if value}

    def operation(draft: RoadmapDraft, _: date) -> None:
        add_enhancement(draft, title.strip(), fields, identity)

    change(data, operation, today=today, dry_run=dry_run)
