"""``roadmap ci``"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import click

from enhancement_roadmap.ci import CodeHost, Project, ci_files
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_files, write_text
from enhancement_roadmap.editing.targets import target_of
from enhancement_roadmap.generators import GENERATORS, NAMES, Generator, site_config

_USUAL = Project()


@click.command()
@click.argument("host", type=click.Choice(get_args(CodeHost)), metavar="HOST")
@click.argument("data", nargs=-1, metavar="[DATA]...")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Write into this repository; default: print.")
@click.option("--branch", default=_USUAL.branch, show_default=True, metavar="NAME", help="The branch whose site GitHub publishes.")
@click.option(
    "--generator",
    type=click.Choice(GENERATORS),
    help="The program that makes the site; default: the one whose configuration is in the repository, else mkdocs.",
)
@click.option(
    "--install",
    default="",
    metavar="COMMAND",
    help="The shell command that installs what is needed; default: pip install of the product and the program that makes the site.",
)
@click.option(
    "--preview-url",
    default="",
    metavar="URL",
    help="Where another service shows the preview of a pull request, whose number is ‘{number}’; the comment links there.",
)
@click.option("--force", is_flag=True, help="Overwrite files that are there and differ.")
def ci(
    host: CodeHost,
    data: tuple[str, ...],
    *,
    out: Path | None,
    branch: str,
    generator: Generator | None,
    install: str,
    preview_url: str,
    force: bool,
) -> None:
    """Write files that check, preview and publish on a code host.

    HOST is ‘github’ or ‘gitlab’, DATA the roadmap folder as a path in the repository, or several; default: roadmap-data. On
    GitHub these are three workflows, on GitLab it is the file .gitlab-ci.yml. They are yours: change them as you like. For Zensical,
    which runs no plugins, they write the roadmap’s pages into docs/roadmap before it builds the site.

    A file that is there and differs is not overwritten unless --force says so; then nothing is written, and the exit code is 2.
    """
    first, *others = dict.fromkeys(data or (_USUAL.data,))
    try:
        texts = ci_files(host, Project(first, branch, install, preview_url, tuple(others), generator or _found(out or Path())))
    except ValueError as error:
        raise CouldNotRunError(str(error)) from error
    if out is None:
        write_text("\n".join(f"# {path}\n{text}" for path, text in texts.items()).rstrip("\n"))
        return
    files = {out / path: text for path, text in texts.items()}
    if not force:
        _refuse_to_overwrite(files)
    write_files(files)
    write(*(f"{file} is written." for file in files))


def _found(repository: Path) -> Generator:
    """The program whose configuration is in a repository; that of another than MkDocs is named."""
    found = site_config(repository)
    if found is None or found.generator == _USUAL.generator:
        return _USUAL.generator
    write(f"roadmap: {found.file.as_posix()} is there, so the site is built with {NAMES[found.generator]}.", error=True)
    return found.generator


def _refuse_to_overwrite(files: Mapping[Path, str]) -> None:
    for file, text in files.items():
        try:
            target = target_of(file)
            differs = target.exists() and target.read_bytes() != text.encode()
        except OSError as error:
            raise CouldNotRunError(f"{file} can not be read: {error.strerror or error}") from error
        if differs:
            raise CouldNotRunError(f"{file} is there and differs. Nothing is written; --force overwrites it")
