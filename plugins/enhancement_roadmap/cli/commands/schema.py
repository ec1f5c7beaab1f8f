"""``roadmap schema``"""

from __future__ import annotations

from pathlib import Path

import click

from enhancement_roadmap.cli.output import write, write_files, write_text
from enhancement_roadmap.loading import schema_files, schema_text
from enhancement_roadmap.model import FILE_KINDS


@click.command()
@click.argument("kind", required=False, type=click.Choice([kind.name for kind in FILE_KINDS]), metavar="[KIND]")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Write the schemas of all kinds into this folder."
)
def schema(kind: str | None, out: Path | None) -> None:
    """Give the JSON Schemas of the data files, for editors.

    KIND is ‘roadmap’, ‘plan’, ‘governance’, ‘metrics’ or ‘enhancement’: its schema is printed. With --out, all of them are
    written as files.
    """
    if (kind is None) == (out is None):
        raise click.UsageError("Name either a kind of file, or a folder with --out.")
    if out is None:
        write_text(next(schema_text(known) for known in FILE_KINDS if known.name == kind).rstrip("\n"))
        return
    write_files({out / name: text for name, text in schema_files().items()})
    write(f"{len(FILE_KINDS)} schemas written to {out}.")
