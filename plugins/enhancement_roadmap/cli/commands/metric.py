"""``roadmap metric``"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from enhancement_roadmap.cli.data import data_argument, day_or_today, today_option, understand
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_text
from enhancement_roadmap.cli.terminal.columns import aligned
from enhancement_roadmap.editing.csv_readings import read_table
from enhancement_roadmap.editing.data_folder import ChangedError
from enhancement_roadmap.editing.events import set_event
from enhancement_roadmap.editing.locking import LockedError
from enhancement_roadmap.editing.metrics_text import EditError, MetricsText
from enhancement_roadmap.editing.new_reading import NewReading, date_of, id_of, number_of, past, source_of
from enhancement_roadmap.editing.readings import Added, add_readings
from enhancement_roadmap.editing.stored_metrics import FIRST_LINES, METRICS_FILE, BrokenMetricsError, NoMetricsError, edit_metrics
from enhancement_roadmap.findings import as_text
from enhancement_roadmap.loading import FolderError
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.outputs.metrics_text import metric_rows


def _as(read: Callable[[str], Any]) -> Callable[[click.Context, click.Parameter, str | None], Any]:
    """A callback that reads what was typed with one of the functions that read the cells of a table."""

    def callback(context: click.Context, parameter: click.Parameter, value: str | None) -> Any:
        try:
            return read(value) if value is not None else None
        except ValueError as error:
            raise click.BadParameter(f"{error}.", context, parameter) from error

    return callback


name_argument = click.argument("name", callback=_as(id_of))
on_option = click.option("--on", callback=_as(date_of), metavar="DATE", help="The day or month, as 2026-11-24 or 2026-11; default: today.")


@click.group()
def metric() -> None:
    """Add readings of metrics to the data, by hand or from a job.

    A reading is one line at the end of its metric's list in ‘metrics.yml’. Everything else in the file stays as it is:
    comments, quotes, the order, the ends of lines.
    """


@metric.command()
@name_argument
@click.argument("value", callback=_as(number_of))
@data_argument
@on_option
@click.option("--source", callback=_as(source_of), default="", metavar="TEXT", help="Where the value comes from.")
@click.option("--example", is_flag=True, help="Mark it as made up.")
def add(name: str, value: str, data: Path, on: PartialDate | None, source: str, example: bool) -> None:
    """Add a reading.

    NAME is the id of a metric; underscores count as hyphens. VALUE is a plain number, such as 1200 or 0.5; a negative one
    comes last, after two hyphens: roadmap metric add margin -- -5. DATA is the roadmap folder; default: roadmap-data.

    The same value on the same date is added once, so that a job may run twice. The exit code is 0 where the reading is in
    the file, 1 where the file has mistakes, and 2 where it could not be added.
    """
    try:
        reading = NewReading(name, past(on or _today(), day_or_today(None)), value, source, example)
    except ValueError as error:
        raise CouldNotRunError(f"{error}.") from error
    is_new = _edit(data, lambda text: add_readings(text, [reading]).data)
    words = f"{name} is {value} on {reading.on}"
    write(f"{data / METRICS_FILE}: {words}." if is_new else f"{data / METRICS_FILE}: {words} already, nothing to add.")


@metric.command()
@name_argument
@data_argument
@on_option
@click.option("--replace", is_flag=True, help="Write the date in the place of what the event says already.")
def event(name: str, data: Path, on: PartialDate | None, replace: bool) -> None:
    """Write down when an event happened.

    NAME is the id of an event; underscores count as hyphens. DATA is the roadmap folder; default: roadmap-data.

    The exit code is 0 where the date is in the file, 1 where the file has mistakes, and 2 where it could not be written.
    """
    day = on or _today()
    is_new = _edit(data, lambda text: set_event(text, name, day, replace=replace))
    write(f"{data / METRICS_FILE}: {name}, {day}." if is_new else f"{data / METRICS_FILE}: {name}, {day} already, nothing to add.")


@metric.command("import")
@click.argument("table", metavar="FILE")
@data_argument
def import_(table: str, data: Path) -> None:
    """Add readings from a CSV file.

    The first line of FILE is ‘metric,on,value’ or ‘metric,on,value,source’, with commas or semicolons; ‘-’ is standard
    input. DATA is the roadmap folder; default: roadmap-data.

    Either all rows are taken or none. The exit code is 0 where all readings are in the file, 1 where a row or the file has
    mistakes, which are all named, and 2 where they could not be added.
    """
    content = _content(table)  # Before anything is locked: standard input may take its time.
    done: Added

    def take(text: MetricsText) -> bytes:
        nonlocal done
        rows = read_table(content, lambda name: _unknown(text, name), day_or_today(None))
        if rows.mistakes:
            shown = "standard input" if table == "-" else table
            write(*(f"{shown}:{mistake.line}: {mistake.message}" for mistake in rows.mistakes), error=True)
            raise click.exceptions.Exit(1)
        done = add_readings(text, rows.readings)
        return done.data

    _edit(data, take)
    write(f"{data / METRICS_FILE}: {done.added} added, {done.there} there already.")


@metric.command("list")
@data_argument
@today_option
def list_(data: Path, today: date | None) -> None:
    """List metrics and events with what is known of them.

    DATA is the roadmap folder; default: roadmap-data.
    """
    rows = metric_rows(understand(data, today))
    write(*aligned(rows) if rows else ["There are no metrics yet: list them in metrics.yml, each with an id and a title."])


def _edit(data: Path, operation: Callable[[MetricsText], bytes]) -> bool:
    """Change the file of a folder; the answer is whether anything has changed.

    Raises:
        CouldNotRunError: there is no such folder or file, or the edit can not be made or not be written.
        Exit: the file has findings that the edit did not mend, which were printed; with 1.
    """
    try:
        return edit_metrics(data, operation)
    except NoMetricsError as error:
        write_text(f"{METRICS_FILE} holds the metrics. It can start like this:\n\n{FIRST_LINES}", error=True)
        raise CouldNotRunError(str(error)) from error
    except BrokenMetricsError as error:
        write_text(as_text(error.findings), error=True)
        raise click.exceptions.Exit(1) from error
    except (ChangedError, EditError, FolderError, LockedError) as error:
        raise CouldNotRunError(str(error)) from error
    except OSError as error:
        raise CouldNotRunError(f"{data / METRICS_FILE} can not be written: {error.strerror or error}") from error


def _today() -> PartialDate:
    return PartialDate.of(day_or_today(None))


def _content(table: str) -> bytes:
    try:
        with click.open_file(table, "rb") as file:
            content: bytes = file.read()
    except OSError as error:
        raise CouldNotRunError(f"{table} can not be read: {error.strerror or error}") from error
    return content


def _unknown(text: MetricsText, name: str) -> str:
    return "" if name in text.ids("metrics") else text.unknown("metrics", name)
