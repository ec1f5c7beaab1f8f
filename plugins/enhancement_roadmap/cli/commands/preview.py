"""``roadmap preview``"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.data import data_folders_argument, day_or_today, read, today_option, write_mistakes
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_text
from enhancement_roadmap.findings import ComparisonError, as_text
from enhancement_roadmap.generators import CONFIGS, NAMES, SiteConfig, named_config, site_config
from enhancement_roadmap.history import Compared, Versions, compare
from enhancement_roadmap.preview import (
    COMMENT,
    SITE,
    AddressError,
    PreviewError,
    PreviewOptions,
    changes_names,
    preview_address,
    write_preview,
)
from enhancement_roadmap.preview.address import VARIABLE


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
    help=f"The site’s configuration; default: the first of these that is there: {', '.join(CONFIGS)}.",
)
@click.option(
    "--site",
    "built",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Take this site, which another program has built of the change, in place of building one.",
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
def preview(
    folders: tuple[Path, ...],
    base: str,
    out: Path,
    *,
    config: Path | None,
    built: Path | None,
    address: str,
    today: date | None,
) -> None:
    """Show what a change would do: a comment, data, and the site.

    DATA is the roadmap folder, or several; default: roadmap-data. It is held against the commit at which its branch left REF. The folder
    DIR gets ‘comment.md’ for the pull request, ‘changes.json’ for programs, and ‘site’. Without a configuration of MkDocs or
    ProperDocs, or without the program itself, ‘site’ holds pages in Markdown. So it does with a configuration of Zensical, which runs
    no plugins; --site takes the site that it has built. Of several roadmaps each has its part of the comment, and ‘changes-1.json’ and
    so on.

    A version with mistakes is read as far as it can be: a file with a mistake counts as it is in the other version, and
    the mistakes are named, in the comment too. ‘roadmap check’ fails on them, this does not.

    The exit code is 0 where all is written, 1 where nothing of the data can be read for their mistakes, which are all named
    while nothing is written, and 2 where it could not be done.
    """
    day = day_or_today(today)
    try:
        options = PreviewOptions(base, out, _config(config, base, built), day, preview_address(address, os.environ), built)
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


def _config(named: Path | None, base: str, built: Path | None) -> SiteConfig | None:
    """The configuration of the site to build; None where none is built, which is said where there is one all the same.

    Raises:
        CouldNotRunError: a configuration is named that nothing here can build.
    """
    found = named_config(named) if named is not None else site_config(Path())
    if found is None or found.program or built is not None:
        return found
    name, file = NAMES[found.generator], found.file.as_posix()
    if found.generator == "zensical":
        command = f"roadmap build --compare {shlex.quote(base)} --out docs/roadmap"
        write(
            f"roadmap: {file} is for Zensical, which runs no plugins, so ‘{SITE}’ holds pages in Markdown. For the site itself run"
            f" ‘{command}’ and ‘zensical build --clean’, and name the folder that it writes with --site.",
            error=True,
        )
    elif named is not None:
        raise CouldNotRunError(f"there is no {name} here to build a site: install it, or leave out --config-file")
    else:
        write(f"roadmap: there is no {name} here to build the site of {file}, so ‘{SITE}’ holds pages in Markdown.", error=True)
    return None


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
    yield f"  the site     {out / SITE / 'index.html' if options.config or options.built else out / SITE}"
