"""What commands have in common that change the data: their options, and how they tell what they did and what it means."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from enhancement_roadmap.cli.data import day_or_today, today_option
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_text
from enhancement_roadmap.editing.data_folder import ChangedError
from enhancement_roadmap.editing.locking import LockedError
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.new_reading import date_of
from enhancement_roadmap.editing.roadmap_draft import BrokenDataError, Edited, RoadmapDraft, edit_roadmap
from enhancement_roadmap.findings import as_text
from enhancement_roadmap.loading import FolderError, load
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.outputs.difference.meaning import meaning_of
from enhancement_roadmap.sentences import visible

F = TypeVar("F", bound=Callable[..., Any])


def complete_ids(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Ids of enhancements that begin so, with their titles, for shells that complete."""
    try:
        roadmap = load(Path(context.params.get("data") or "roadmap-data")).roadmap
    except (FolderError, OSError):
        return []
    items = roadmap.enhancements if roadmap else ()
    return [CompletionItem(item.id, help=visible(item.name)) for item in items if item.id.startswith(incomplete)]


def _date(context: click.Context, parameter: click.Parameter, value: str | None) -> PartialDate | None:
    try:
        return date_of(value) if value is not None else None
    except ValueError as error:
        raise click.BadParameter(f"{error}.", context, parameter) from error


def _words(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not value.strip():
        raise click.BadParameter("it is empty.", context, parameter)
    return value.strip() if value is not None else None


def id_argument(name: str = "identity", shown: str = "ID") -> Callable[[F], F]:
    """Add an argument that is the id of an enhancement."""
    return click.argument(name, metavar=shown, shell_complete=complete_ids)


def ids_argument(name: str, shown: str) -> Callable[[F], F]:
    """Add an argument that is one id of an enhancement or several."""
    return click.argument(name, metavar=shown, nargs=-1, required=True, shell_complete=complete_ids)


def date_option(option: str, text: str) -> Callable[[F], F]:
    """Add an option that is a day or a month."""
    return click.option(option, callback=_date, metavar="DATE", help=text)


def words_option(option: str, text: str, *, required: bool = False, metavar: str = "TEXT") -> Callable[[F], F]:
    """Add an option that is words, never empty."""
    return click.option(option, callback=_words, metavar=metavar, required=required, help=text)


def editing_options(command: F) -> F:
    """Add ``--data``, ``--dry-run`` and ``--today``."""
    data = click.option("--data", default="roadmap-data", show_default=True, type=click.Path(path_type=Path), help="The roadmap folder.")
    dry_run = click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
    return data(dry_run(today_option(command)))


def change(data: Path, operation: Callable[[RoadmapDraft, date], None], *, today: date | None, dry_run: bool) -> None:
    """Change the data, and say what has changed, what it means, and how it is undone.

    Args:
        data: the roadmap folder.
        operation: drafts the change, on a day.
        today: that day; None for that of the build.
        dry_run: whether nothing is to be written.

    Raises:
        CouldNotRunError: the change can not be made, or not be written.
        Exit: the data have mistakes, or would have them then, which were printed; with 1.
    """
    day = day_or_today(today)
    try:
        edited = edit_roadmap(data, lambda draft: operation(draft, day), dry_run=dry_run)
    except BrokenDataError as error:
        write_text(as_text(error.findings), error=True)
        write("Nothing was written: the change would bring this." if error.is_new else "Nothing was written: mend this first.", error=True)
        raise click.exceptions.Exit(1) from error
    except (ChangedError, EditError, FolderError, LockedError) as error:
        raise CouldNotRunError(str(error).removesuffix(".")) from error
    except UnicodeEncodeError as error:
        raise CouldNotRunError("the words have characters that no file can hold: write letters, digits and signs") from error
    except OSError as error:
        raise CouldNotRunError(f"{data} can not be written: {error.strerror or error}") from error
    _tell(data, edited, day, dry_run=dry_run)


def _tell(data: Path, edited: Edited, day: date, *, dry_run: bool) -> None:
    if not edited.files:
        write("Nothing to change: it is so already.")
    else:
        if meaning := meaning_of(edited, day):
            write_text(f"{meaning}\n")
        files = [str(data / name) for name in edited.files]
        if dry_run:
            write(f"Nothing was written; without --dry-run this would be: {', '.join(files)}")
        else:
            write(f"Written: {', '.join(files)}", f"To go back to what git has: {_undo(data, edited)}")
    if edited.after.roadmap is None:
        write_text(as_text(edited.after.findings), error=True)
        write("What this change means can not be told before that is mended.", error=True)
        raise click.exceptions.Exit(1)


def _undo(data: Path, edited: Edited) -> str:
    """The commands of git that bring the files back as they were committed."""
    known, new = ([data / name for name in edited.files if (name in edited.before.positions) is is_known] for is_known in (True, False))
    restore = f"git restore -- {shlex.join(map(str, known))}" if known else ""
    remove = f"rm -- {shlex.join(map(str, new))}" if new else ""
    return " && ".join(filter(None, (restore, remove)))
