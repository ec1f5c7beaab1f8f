"""``roadmap set``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.cli.commands._editing import change, complete_ids, editing_options
from enhancement_roadmap.editing.chosen import chosen_by
from enhancement_roadmap.editing.fields import field_of, set_fields
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.roadmap_draft import BrokenDataError, RoadmapDraft


@click.command("set")
@click.argument("words", nargs=-1, required=True, metavar="[ID]... FIELD=VALUE...", shell_complete=complete_ids)
@click.option("--where", metavar="FILTER=VALUE", help="Those that filters choose, in the place of ids: 'priority=high status=proposed'.")
@editing_options
def set_(words: tuple[str, ...], where: str | None, data: Path, dry_run: bool, today: date | None) -> None:
    """Set fields of enhancements.

    ID is the id of an enhancement; several are all given the same. FIELD is a key of its file, with dots where it is in
    another: owner, due, scope.timeline, fields.supplier. VALUE is one value, with commas between several of labels and
    scope.depends_on; without one the field goes. With --where the filters of a view choose the enhancements; --dry-run shows
    beforehand what would change.

    For example: roadmap set api-security owner=Ada scope.timeline="2-3 weeks"

    What else stands in the file stays as it is. Undo is git's: the command is printed. The exit code is 0; 1 where the data
    have mistakes, which are named; and 2 where the change could not be made.
    """
    named = [word for word in words if "=" not in word]
    written = [word for word in words if "=" in word]

    def operation(draft: RoadmapDraft, day: date) -> None:
        if bool(named) == (where is not None):
            raise EditError("name the enhancements by their ids, or choose them with --where: one of the two")
        if not written:
            raise EditError("say what to set, as FIELD=VALUE")
        fields = dict(field_of(word) for word in written)
        if where is not None and draft.loaded.roadmap is None:
            raise BrokenDataError(draft.loaded.findings, is_new=False)
        roadmap = draft.loaded.roadmap
        chosen = named if where is None or roadmap is None else chosen_by(where, Insight(roadmap, day))
        for identity in dict.fromkeys(chosen):
            set_fields(draft, identity, fields)

    change(data, operation, today=today, dry_run=dry_run)
