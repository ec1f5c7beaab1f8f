"""``roadmap import``"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import click

from enhancement_roadmap.cli.data import read
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_files, write_text
from enhancement_roadmap.findings import as_text
from enhancement_roadmap.importing import (
    ImportPlan,
    NotTextError,
    TableError,
    Words,
    decoded,
    from_markdown,
    loaded_from,
    merged,
    report_of,
)
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.sentences import plural

_DATA = "roadmap-data"


@click.command("import")
@click.argument("source", metavar="FILE")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=_DATA, show_default=True, help="The roadmap folder.")
@click.option("--dry-run", is_flag=True, help="Print the report, and write nothing.")
@click.option("--merge", is_flag=True, help="Add what is new to a roadmap that is there; what it has stays as it is.")
@click.option("--words", "table", type=click.Path(path_type=Path, dir_okay=False), help="More words to read by, as a table in TOML.")
def import_(source: str, out: Path, table: Path | None, *, dry_run: bool, merge: bool) -> None:
    """Bring in a plan that is there.

    FILE is a plan in Markdown, however it is written; ‘-’ is standard input. Sections of a priority, a phase or a status, numbered
    headings, check boxes, tables and labels such as ‘**Trigger**:’ become data. What is not understood stays words at its place. The
    report says what became of each line.

    The exit code is 0 where the roadmap has no mistakes, 1 where some remain, where nothing was found, or where a roadmap is there and
    --merge is missing, and 2 where FILE could not be read.
    """
    text, remarks = _text(source)
    found = from_markdown(text, "standard input" if source == "-" else source, _words(table))
    if not found.enhancements:
        write_text(report_of(found, (), remarks))
        raise click.exceptions.Exit(1)
    there = read(out) if out.is_dir() and any(out.iterdir()) else None
    if there is not None and there.roadmap is None:
        write_text(as_text(there.findings), error=True)
        write(f"roadmap: {out} has these mistakes. Nothing is added before they are put right.", error=True)
        raise click.exceptions.Exit(1)
    changes = merged(found, there)
    result = loaded_from({**_texts(there), **changes.added}, out.as_posix())
    write_text(report_of(found, result.findings, remarks))
    is_written = not dry_run and (merge or there is None)
    if is_written:
        _write_all_or_none({out / name: text for name, text in changes.added.items()})
    write("", *_told(changes, out, is_there=there is not None, is_written=is_written))
    raise click.exceptions.Exit(1 if result.findings or not (dry_run or is_written) else 0)


def _write_all_or_none(texts: Mapping[Path, str]) -> None:
    """Write new files; where one can not be written, none is left, nor a folder that was made for them."""
    places = {place for path in texts for place in (path, *path.parents) if not os.path.lexists(place)}
    try:
        write_files(texts)
    except CouldNotRunError:
        for place in sorted(places, reverse=True):
            with suppress(OSError):
                place.rmdir() if place.is_dir() else place.unlink()
        raise


def _told(changes: ImportPlan, out: Path, *, is_there: bool, is_written: bool) -> list[str]:
    """What is done to the folder."""
    lines = [f"{plural(len(changes.added), 'file')} {'written' if is_written else 'would be written'} to {out}."]
    if not is_there:
        return lines
    lines += [f"  new: {name}" for name in changes.added]
    lines += [f"  left as it is: {name}{' (the same)' if same else ' (FILE says otherwise)'}" for name, same in changes.left.items()]
    return lines if is_written else [*lines, "A roadmap is there, and nothing of it was touched: --merge adds what is new."]


def _texts(there: Loaded | None) -> dict[str, str]:
    positions = there.positions if there else {}
    return {name: held.content.decode("utf-8", "replace") for name, held in positions.items()}


def _text(source: str) -> tuple[str, list[str]]:
    try:
        with click.open_file(source, "rb") as file:
            return decoded(file.read())
    except NotTextError as error:
        raise CouldNotRunError(f"{source} can not be read: {error}") from error
    except OSError as error:
        raise CouldNotRunError(f"{source} can not be read: {error.strerror or error}") from error


def _words(table: Path | None) -> Words:
    try:
        return Words.with_own(table.read_text(encoding="utf-8") if table else None)
    except (TableError, UnicodeDecodeError) as error:
        raise CouldNotRunError(f"{table} can not be used: {error}") from error
    except OSError as error:
        raise CouldNotRunError(f"{table} can not be read: {error.strerror or error}") from error
