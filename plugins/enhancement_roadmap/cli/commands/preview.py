"""``roadmap preview``"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.data import data_folders_argument, day_or_today, read, today_option, write_mistakes
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_text
from enhancement_roadmap.findings import as_text
from enhancement_roadmap.history import Compared, ComparisonError, Versions, compare
from enhancement_roadmap.preview import (
    COMMENT,
    SITE,
    AddressError,
    PreviewError,
    PreviewOptions,
    changes_names,
    has_mkdocs,
    preview_address,
    write_preview,
)
from enhancement_roadmap.preview.address import VARIABLE

_CONFIGS = ("mkdocs.yml", "mkdocs.yaml")


@click.command()
@data_folders_argument
@click.option("--base", required=True, metavar="REF", help="The branch, tag or commit that the change is held against.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default="roadmap-preview",
    show_default=True,
    metavar="DIR",
    help="Write to this folder; an earlier preview in it is replaced.",
)
@click.option(
    "--config-file",
    "config",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="The site’s configuration; default: mkdocs.yml, where there is one.",
)
@click.option(
    "--preview-url",
    "address",
    default="",
    envvar=VARIABLE,
    show_envvar=True,
    metavar="URL",
    help="Where the folder ‘site’ will be read, for links in the comment; ‘{number}’ stands for that of the pull request."
    " Default: what Netlify, Cloudflare Pages or Read the Docs say.",
)
@today_option
def preview(folders: tuple[Path, ...], base: str, out: Path, config: Path | None, address: str, today: date | None) -> None:
    """Show what a change would do: a comment, data, and the site.

    DATA is the roadmap folder, or several; default: roadmap-data. It is held against the commit at which its branch left REF. The folder
    DIR gets ‘comment.md’ for the pull request, ‘changes.json’ for programs, and ‘site’. Without MkDocs or a configuration of
    it, ‘site’ holds pages in Markdown. Of several roadmaps each has its part of the comment, and ‘changes-1.json’ and so on.

    A version with mistakes is read as far as it can be: a file with a mistake counts as it is in the other version, and
    the mistakes are named, in the comment too. ‘roadmap check’ fails on them, this does not.

    The exit code is 0 where all is written, 1 where nothing of the data can be read for their mistakes, which are all named
    while nothing is written, and 2 where it could not be done.
    """
    day = day_or_today(today)
    try:
        options = PreviewOptions(base, out, _config(config), day, preview_address(address, os.environ))
    except AddressError as error:
        raise CouldNotRunError(str(error)) from error
    compared = {data: _compared(data, base, day) for data in folders}
    try:
        write_preview(options, compared)
    except PreviewError as error:
        message, _, printed = str(error).partition("\n")
        if printed:
            write(*printed.splitlines(), error=True)
        raise CouldNotRunError(message) from error
    except OSError as error:
        raise CouldNotRunError(f"{error.filename or out}: {error.strerror or error}") from error
    write(*_summary(options, compared))


def _config(named: Path | None) -> Path | None:
    """The configuration of the site to build; None where none can be built."""
    if named is not None and not has_mkdocs():
        raise CouldNotRunError("there is no MkDocs here to build a site: install it, or leave out --config-file")
    return named or (next((path for name in _CONFIGS if (path := Path(name)).is_file()), None) if has_mkdocs() else None)


def _compared(data: Path, base: str, day: date) -> Compared:
    try:
        compared = compare(Versions(base), data, read(data), day)
    except ComparisonError as error:
        if not error.findings:
            raise CouldNotRunError(str(error)) from error
        write_text(as_text(error.findings), error=True)
        write(f"roadmap: {error}", error=True)
        raise click.exceptions.Exit(1) from error
    write_mistakes(compared.comparison)
    return compared


def _summary(options: PreviewOptions, compared: Mapping[Path, Compared]) -> Iterator[str]:
    out, names = options.out, changes_names(len(compared))
    for data, one in compared.items():
        found, start = one.comparison.difference, "Compared" if len(compared) == 1 else f"{data} compared"
        counts = f"{len(found.added)} new, {len(found.changed)} changed, {len(found.removed)} removed"
        yield f"{start} with {one.comparison.base}: {counts}."
    yield f"  the comment  {out / COMMENT}"
    yield f"  as data      {', '.join(str(out / name) for name in names)}"
    yield f"  the site     {out / SITE / 'index.html' if options.config else out / SITE}"
