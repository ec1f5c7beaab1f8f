"""``roadmap import``"""

from __future__ import annotations

from pathlib import Path

import click

from enhancement_roadmap.cli.data import read
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_files, write_text
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
    changes = merged(found, there)
    result = loaded_from({**_texts(there), **changes.added}, out.as_posix())
    write_text(report_of(found, result.findings, remarks))
    write("", *_told(changes, out, is_there=there is not None, is_written=not dry_run and (merge or there is None)))
    if not dry_run and there is not None and not merge:
        raise click.exceptions.Exit(1)
    if not dry_run:
        write_files({out / name: text for name, text in changes.added.items()})
    raise click.exceptions.Exit(1 if result.findings else 0)


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
