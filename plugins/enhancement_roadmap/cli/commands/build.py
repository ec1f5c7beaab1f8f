"""``roadmap build``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from enhancement_roadmap.cli.commands._history import commit_url_option
from enhancement_roadmap.cli.data import could_not_compare, data_argument, day_or_today, today_option, write_mistakes
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_text
from enhancement_roadmap.findings import as_text
from enhancement_roadmap.history import ComparisonError
from enhancement_roadmap.hosts.folder import LINK_FORMS, BuildOptions, BuildResult, LinkForm, ManifestError, build_folder
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
@today_option
def build(
    data: Path,
    out: Path,
    *,
    links: LinkForm,
    root: Path | None,
    templates: Path | None,
    history: bool,
    dates_from_git: bool,
    commit_url: str,
    force: bool,
    compare: str,
    today: date | None,
) -> None:
    """Write the pages as Markdown files, for any site generator.

    DATA is the roadmap folder; default: roadmap-data. The folder DIR gets the pages of the website, with each view as HTML,
    the files that stand beside them, and the style sheet and the script in ‘assets’. Files of an earlier run that are no
    longer made are removed, and nothing else. A file that was edited, or that is somebody else’s, is never overwritten unless
    --force says so.

    With --compare a file with a mistake counts as it is in the other version, and the mistakes are named.

    The exit code is 0 where the folder is written, 1 where there are mistakes, which are all named while nothing is written,
    and 2 where it could not be done.
    """
    start = out.resolve().parent if root is None else root
    site = SiteOptions(
        data,
        day_or_today(today),
        templates=templates,
        history=history,
        dates_from_git=dates_from_git,
        compare=compare,
        commit_url=commit_url,
    )
    result = _built(BuildOptions(site, out, start, links, force=force))
    if result.findings:
        write_text(as_text(result.findings), error=True)
    if not result.is_written:
        raise click.exceptions.Exit(1)
    if result.comparison:
        write_mistakes(result.comparison)
    if result.left_out:
        write(result.left_out)
    write(_summary(result, out))


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
