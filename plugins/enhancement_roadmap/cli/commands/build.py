"""``roadmap build``"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import sleep

import click

from enhancement_roadmap.cli.commands._history import commit_url_option
from enhancement_roadmap.cli.data import could_not_compare, data_argument, day_or_today, today_option, write_mistakes
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_text
from enhancement_roadmap.findings import ComparisonError, as_text
from enhancement_roadmap.generators import site_config
from enhancement_roadmap.hosts.folder import (
    LINK_FORMS,
    NAV_FORMS,
    BuildOptions,
    BuildResult,
    LinkForm,
    ManifestError,
    NavForm,
    build_folder,
    zensical_lack,
)
from enhancement_roadmap.hosts.folder.watching import LOOK_SECONDS, WatchedSources, changes
from enhancement_roadmap.hosts.site import COMPARE, SiteOptions
from enhancement_roadmap.loading import FolderError

_FOLDER = click.Path(path_type=Path, file_okay=False)
_PRESENT_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)


@click.command()
@data_argument
@click.option("--out", type=_FOLDER, required=True, metavar="DIR", help="Write to this folder.")
@click.option(
    "--links",
    type=click.Choice(LINK_FORMS),
    default="md",
    show_default=True,
    help="How pages link to each other: by files (plan.md), by directories (plan/) or by HTML files (plan.html).",
)
@click.option(
    "--nav",
    type=click.Choice(NAV_FORMS),
    help="Write the file by which this plugin lists the pages in their order, SUMMARY.md or .nav.yml; Zensical reads both.",
)
@click.option("--root", type=_FOLDER, metavar="DIR", help="Where relative links in the data start; default: the folder that --out is in.")
@click.option("--templates", type=_PRESENT_FOLDER, metavar="DIR", help="Folder with templates in place of the product’s own.")
@click.option("--history/--no-history", default=True, show_default=True, help="Show what was changed over time, from git.")
@click.option("--dates-from-git", is_flag=True, help="Take version and date of the document from git where the data say none.")
@commit_url_option
@click.option("--force", is_flag=True, help="Overwrite files that were edited, or that are somebody else’s.")
@click.option(
    "--compare",
    metavar="REF",
    default="",
    envvar=COMPARE,
    help=f"Make the pages a preview of a change against this branch, tag or commit; default: the variable {COMPARE}.",
)
@click.option("--watch", is_flag=True, help="Go on, and write again whenever the data change, until the command is interrupted.")
@today_option
def build(
    data: Path,
    out: Path,
    *,
    links: LinkForm,
    nav: NavForm | None,
    root: Path | None,
    templates: Path | None,
    history: bool,
    dates_from_git: bool,
    commit_url: str,
    force: bool,
    compare: str,
    watch: bool,
    today: date | None,
) -> None:
    """Write the pages as Markdown files, for any site generator.

    DATA is the roadmap folder; default: roadmap-data. The folder DIR gets the pages of the website, with each view as HTML,
    the files that stand beside them, and the style sheet and the script in ‘assets’. Files of an earlier run that are no
    longer made are removed, and nothing else. A file that was edited, or that is somebody else’s, is never overwritten unless
    --force says so.

    With --compare a file with a mistake counts as it is in the other version, and the mistakes are named.

    With --watch the folder is written again after each change of the data, the templates, the commit or the day. Files that stay
    the same are not touched. Mistakes are named, and until they are mended the folder stays as it is.

    The exit code is 0 where the folder is written, 1 where there are mistakes, which are all named while nothing is written,
    and 2 where it could not be done.
    """
    start = out.resolve().parent if root is None else root

    def made() -> BuildResult:
        site = SiteOptions(
            data,
            day_or_today(today),
            templates=templates,
            history=history,
            dates_from_git=dates_from_git,
            compare=compare,
            commit_url=commit_url,
        )
        return _built(BuildOptions(site, out, start, links, nav, force=force))

    if watch:
        sources = WatchedSources([data] if templates is None else [data, templates], data if history else None)
        _watch(made, lambda: (sources.look(), day_or_today(today)), out)
    elif not _told(made(), out):
        raise click.exceptions.Exit(1)


def _watch(made: Callable[[], BuildResult], look: Callable[[], object], out: Path) -> None:
    """Build, and build again after each change; an interrupt is the end that is meant.

    Raises:
        CouldNotRunError: the first build could not be done. What keeps a later one from it may go away again.
    """
    was_first, was_well = True, True
    try:
        for _ in changes(look, lambda: sleep(LOOK_SECONDS)):
            try:
                result = made()
            except CouldNotRunError as error:
                if was_first:
                    raise
                write(f"roadmap: could not run: {error.format_message()}", error=True)
                was_well = False
                continue
            if was_first or not was_well or result.findings or result.is_changed:
                was_well = _told(result, out) and not result.findings
            if was_first:
                write("Watching for changes; interrupt to end.")
            was_first = False
    except KeyboardInterrupt:
        write("Ended.")


def _told(result: BuildResult, out: Path) -> bool:
    """Say what became of a build; whether the folder is written."""
    if result.findings:
        write_text(as_text(result.findings), error=True)
    if not result.is_written:
        return False
    if result.comparison:
        write_mistakes(result.comparison)
    if result.left_out:
        write(result.left_out)
    write(_summary(result, out))
    config = site_config(Path())
    if config is not None and config.generator == "zensical" and (lack := zensical_lack(config.file, out)):
        write(lack)
    return True


def _built(options: BuildOptions) -> BuildResult:
    """Write the folder.

    Raises:
        CouldNotRunError: it could not be done.
    """
    try:
        return build_folder(options)
    except OSError as error:
        raise CouldNotRunError(f"{error.filename or options.out}: {error.strerror or error}") from error
    except ManifestError as error:
        raise CouldNotRunError(f"{error}. Remove it, and repeat with --force to overwrite the files of the last run") from error
    except ComparisonError as error:
        raise could_not_compare(error) from error
    except (FolderError, ValueError) as error:
        raise CouldNotRunError(str(error)) from error


def _summary(result: BuildResult, out: Path) -> str:
    changes = result.changes
    counts = {"new": changes.new, "changed": changes.changed, "removed": changes.removed}
    said = ", ".join(f"{len(paths)} {what}" for what, paths in counts.items() if paths)
    return f"{result.count} files in {out}: {said or 'nothing has changed'}."
