"""``roadmap serve``"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._addresses import refuse_address
from enhancement_roadmap.cli.data import data_argument, read
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_text
from enhancement_roadmap.editing.targets import target_of
from enhancement_roadmap.editing.writing import make_folder
from enhancement_roadmap.findings import as_text
from enhancement_roadmap.generators import SiteConfig
from enhancement_roadmap.starting import planning_site

_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""What themes and plugins want site authors to hear; who only plans is none."""
_NO_PROGRAM = "there is no MkDocs here to show it: install it with pip install 'mkdocs-enhancement-roadmap[mkdocs]'"


@click.command()
@data_argument
@click.option("--address", default="127.0.0.1:8000", show_default=True, metavar="HOST:PORT", help="Where to listen.")
@click.option("--open", "is_opened", is_flag=True, help="Open it in the browser.")
@click.option("--dry-run", is_flag=True, help="Say how the site would be configured, and serve nothing.")
def serve(data: Path, address: str, *, is_opened: bool, dry_run: bool) -> None:
    """Show the roadmap in the browser, to plan in its pages.

    DATA is the roadmap folder; default: roadmap-data. It needs no site of its own: one is made in a temporary folder and is
    gone at the end, which is Ctrl+C. What is ticked, scored and moved in the pages is changed in DATA. In a site with
    MkDocs or ProperDocs, ‘mkdocs serve’ does the same.

    Mistakes in the data are named, and the pages show them until they are mended. The exit code is 0 where it was ended, 1
    where --dry-run meets mistakes, and 2 where it could not be served.
    """
    loaded = read(data)
    if loaded.roadmap is None:
        write_text(as_text(loaded.findings), error=True)
    refuse_address(address)
    files = planning_site(target_of(data), with_material=find_spec("material") is not None)
    if dry_run:
        write_text(files["mkdocs.yml"])
        raise click.exceptions.Exit(1 if loaded.roadmap is None else 0)
    with tempfile.TemporaryDirectory(prefix="roadmap-") as folder:
        for name, text in files.items():
            make_folder(Path(folder, name).parent).joinpath(name.rpartition("/")[2]).write_text(text, encoding="utf-8")
        _serve(Path(folder, "mkdocs.yml"), address, is_opened=is_opened)


def _serve(config: Path, address: str, *, is_opened: bool) -> None:
    """Run the server until somebody ends it, in a process of its own.

    Of Ctrl+C that process hears by itself. Whoever ends this one alone, as an editor or a service does, ends it too.

    Raises:
        CouldNotRunError: there is no program for it, or it has failed.
    """
    program = SiteConfig(config, "mkdocs").program
    if program is None:
        raise CouldNotRunError(_NO_PROGRAM)
    options = ["--config-file", str(config), "--dev-addr", address, *(["--open"] if is_opened else [])]
    write(f"Plan at http://{address}/roadmap/ — end with Ctrl+C.")
    command = [sys.executable, "-P", "-m", program, "serve", *options]
    with subprocess.Popen(command, env={**_QUIET, **os.environ}) as process:  # noqa: S603 - a list without a shell
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        while True:
            try:
                code = process.wait()
                break
            except KeyboardInterrupt:
                continue
    if code not in {0, -signal.SIGTERM}:
        raise CouldNotRunError(f"{program} ended with {code}")
