"""``roadmap ci``"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import click

from enhancement_roadmap.ci import CodeHost, Project, ci_files
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_file, write_text

_USUAL = Project()


@click.command()
@click.argument("host", type=click.Choice(get_args(CodeHost)), metavar="HOST")
@click.argument("data", default=_USUAL.data, metavar="[DATA]")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Write into this repository; default: print.")
@click.option("--branch", default=_USUAL.branch, show_default=True, metavar="NAME", help="The branch whose site GitHub publishes.")
@click.option(
    "--install", default=_USUAL.install, show_default=True, metavar="COMMAND", help="The shell command that installs what is needed."
)
@click.option("--force", is_flag=True, help="Overwrite files that are there and differ.")
def ci(host: CodeHost, data: str, out: Path | None, branch: str, install: str, force: bool) -> None:
    """Write files that check, preview and publish on a code host.

    HOST is ‘github’ or ‘gitlab’, DATA the roadmap folder as a path in the repository; default: roadmap-data. On GitHub these
    are three workflows, on GitLab it is the file .gitlab-ci.yml. They are yours: change them as you like.

    A file that is there and differs is not overwritten unless --force says so; then nothing is written, and the exit code is 2.
    """
    try:
        texts = ci_files(host, Project(data, branch, install))
    except ValueError as error:
        raise CouldNotRunError(str(error)) from error
    if out is None:
        write_text("\n".join(f"# {path}\n{text}" for path, text in texts.items()).rstrip("\n"))
        return
    if not force:
        _refuse_to_overwrite(out, texts)
    for path, text in texts.items():
        _write(out / path, text)
    write(*(f"{out / path} is written." for path in texts))


def _refuse_to_overwrite(out: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        file = out / path
        try:
            differs = file.exists() and file.read_bytes() != text.encode()
        except OSError as error:
            raise CouldNotRunError(f"{file} can not be read: {error.strerror or error}") from error
        if differs:
            raise CouldNotRunError(f"{file} is there and differs. Nothing is written; --force overwrites it")


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CouldNotRunError(f"{file.parent} can not be made: {error.strerror or error}") from error
    write_file(file, text)
