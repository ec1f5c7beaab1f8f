"""``roadmap import``"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import click

from enhancement_roadmap.cli.data import read
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_files, write_text
from enhancement_roadmap.cli.sources import read_plans
from enhancement_roadmap.editing.targets import target_of
from enhancement_roadmap.findings import as_text
from enhancement_roadmap.importing import KINDS, ImportPlan, SourceKind, loaded_from, merged, report_of_findings
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.sentences import plural

_DATA = "roadmap-data"


def _pairs(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """What ``--map "Impact=impact"`` says."""
    pairs = [one.rpartition("=") for one in given]
    for name, sign, meaning in pairs:
        if not (name.strip() and sign and meaning.strip()):
            raise click.BadParameter(f"‘{name}{sign}{meaning}’ says nothing; write a column and its meaning, such as ‘Impact=impact’.")
    return {name.strip(): meaning.strip() for name, _, meaning in pairs}


@click.command("import")
@click.argument("sources", metavar="FILE...", nargs=-1, required=True)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=_DATA, show_default=True, help="The roadmap folder.")
@click.option("--dry-run", is_flag=True, help="Print the report, and write nothing.")
@click.option("--merge", is_flag=True, help="Add what is new to a roadmap that is there; what it has stays as it is.")
@click.option("--from", "kind", type=click.Choice(KINDS), help="What FILE is; default: what its content and its name say.")
@click.option(
    "--map", "mapped", multiple=True, metavar="COLUMN=MEANING", callback=_pairs, help="What a column of a sheet means. Repeatable."
)
@click.option("--words", "table", type=click.Path(path_type=Path, dir_okay=False), help="More words to read by, as a table in TOML.")
def import_(
    sources: tuple[str, ...],
    out: Path,
    kind: SourceKind | None,
    mapped: Mapping[str, str],
    table: Path | None,
    *,
    dry_run: bool,
    merge: bool,
) -> None:
    """Bring in a plan that is there.

    FILE is a plan as it is: in Markdown, however it is written; a sheet in CSV or Excel; issues of GitHub or GitLab in JSON; the
    ‘needs.json’ of sphinx-needs; a ‘roadmap.yml’ of mkdocs-roadmap. ‘-’ is standard input. Of several files one roadmap is made.
    What is not understood stays words at its place. The report says what became of each line.

    The exit code is 0 where the roadmap has no mistakes, 1 where some remain, where nothing was found, or where a roadmap is there and
    --merge is missing, and 2 where FILE could not be read.

    For example: roadmap import FUTURE_ENHANCEMENTS.md --dry-run
    """
    found, reports = read_plans(sources, mapped, kind, table)
    if not found.enhancements:
        write_text("\n\n".join(reports))
        raise click.exceptions.Exit(1)
    _refuse_links(out)
    there = read(out) if out.is_dir() and any(out.iterdir()) else None
    if there is not None and there.roadmap is None:
        write_text(as_text(there.findings), error=True)
        write(f"roadmap: {out} has these mistakes. Nothing is added before they are put right.", error=True)
        raise click.exceptions.Exit(1)
    changes = merged(found, there)
    result = loaded_from({**_texts(there), **changes.added}, out.as_posix())
    is_written = not dry_run and (merge or there is None)
    if is_written:
        _write_all_or_none({out / name: text for name, text in changes.added.items()})
    write_text("\n\n".join([*reports, *([report_of_findings(result.findings)] if result.findings else [])]))
    write("", *_told(changes, out, is_there=there is not None, is_written=is_written))
    raise click.exceptions.Exit(1 if result.findings or not (dry_run or is_written) else 0)


def _refuse_links(out: Path) -> None:
    """Say at once where a link leads out of the folder that it stands in."""
    try:
        target_of(out)
    except OSError as error:
        raise CouldNotRunError(f"{error.filename} can not be made: {error.strerror or error}") from error


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
    for name, differing in changes.left.items():
        lines.append(f"  left as it is: {name}{' (FILE says otherwise)' if differing else ' (the same)'}")
        lines += [f"    {line}" for line in differing]
    return lines if is_written else [*lines, "A roadmap is there, and nothing of it was touched: --merge adds what is new."]


def _texts(there: Loaded | None) -> dict[str, str]:
    positions = there.positions if there else {}
    return {name: held.content.decode("utf-8", "replace") for name, held in positions.items()}
