"""``roadmap schema``"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from enhancement_roadmap.cli.output import write, write_files, write_text
from enhancement_roadmap.loading import load, schema_files, schema_text
from enhancement_roadmap.model import FILE_KINDS, OwnField
from enhancement_roadmap.outputs.difference import json_schema

_SCHEMAS: Mapping[str, Callable[[], str]] = {
    **{kind.name: partial(schema_text, kind) for kind in FILE_KINDS},
    "difference": json_schema,
}
"""What makes each schema, by the name of what it describes."""


@click.command()
@click.argument("kind", required=False, type=click.Choice(list(_SCHEMAS)), metavar="[KIND]")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the schemas of all kinds of data files into this folder.",
)
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("roadmap-data"),
    show_default=True,
    metavar="DIR",
    help="The roadmap whose own fields the files know, where there is one.",
)
def schema(kind: str | None, out: Path | None, data: Path) -> None:
    """Give the JSON Schemas of the data files, for editors.

    KIND is ‘roadmap’, ‘plan’, ‘governance’, ‘metrics’ or ‘enhancement’; or ‘difference’, for programs that read what
    ‘roadmap diff --format json’ gives. Its schema is printed. With --out, those of the data files are written as files; they
    know the fields of the team's own that roadmap.yml declares.
    """
    if kind is not None and out is None:
        write_text(_SCHEMAS[kind]().rstrip("\n"))
    elif out is not None and kind is None:
        write_files({out / name: text for name, text in schema_files(_own_fields(data)).items()})
        write(f"{len(FILE_KINDS)} schemas written to {out}.")
    else:
        raise click.UsageError("Name either a kind of file, or a folder with --out.")


def _own_fields(data: Path) -> Sequence[OwnField]:
    """Fields that a roadmap declares; none where there is no roadmap, or one with mistakes, which ``roadmap check`` names."""
    roadmap = load(data).roadmap if data.is_dir() else None
    return roadmap.about.fields if roadmap else ()
