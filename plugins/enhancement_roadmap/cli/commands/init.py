"""``roadmap init``"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import get_args

import click

from enhancement_roadmap.ci import CodeHost, Project, ci_files
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_files, write_text
from enhancement_roadmap.cli.sources import read_plans
from enhancement_roadmap.generators import NAMES, SiteConfig, site_config
from enhancement_roadmap.importing import files_of
from enhancement_roadmap.loading import schema_files
from enhancement_roadmap.starting import ConfigError, first_plan, first_site, ignored, with_plugin, with_schemas

_DATA = "roadmap-data"
_TITLE = "Our roadmap"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path(), metavar="[FOLDER]")
@click.option("--title", metavar="WORDS", help=f"Name of the roadmap. [default: that of the plan, or ‘{_TITLE}’]")
@click.option("--from", "sources", multiple=True, metavar="FILE", help="Start with a plan that is there, as ‘import’ does. Repeatable.")
@click.option("--ci", "host", type=click.Choice(get_args(CodeHost)), help="Write the files for a code host too, as ‘ci’ does.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--yes", is_flag=True, help="Ask nothing. Nothing is asked either where nobody is at a terminal.")
def init(folder: Path, title: str | None, sources: tuple[str, ...], host: CodeHost | None, *, dry_run: bool, yes: bool) -> None:
    """Start a roadmap here: data that is alive, and a site that shows it.

    FOLDER is where the site is, or will be; default: this one. A site that is there, of MkDocs, ProperDocs or Zensical, stays as it
    is: its configuration gets the plugin, with its comments kept; what changes is shown, and you are asked before it is written. A
    folder that has a roadmap is left alone.

    For example: roadmap init --title 'Security roadmap'
    """
    if title is not None and not title.strip():
        raise click.UsageError("--title needs words.")
    if (folder / _DATA).exists():
        raise CouldNotRunError(f"{folder / _DATA} is there already. Nothing is written.")
    is_asked = not (yes or dry_run) and is_at_a_terminal()
    if title is None and not sources and is_asked:
        title = str(click.prompt("Name of the roadmap", default=_TITLE))
    config = site_config(folder)
    name, data = _plan(sources, title)
    data |= {f"schema/{name}": text for name, text in schema_files().items()}
    files = {folder / _DATA / path: text for path, text in data.items()}
    if config is None:
        files |= {folder / path: text for path, text in first_site(name).items() if not (folder / path).exists()}
    if host is not None:
        files |= _ci(folder, host, config)
    changed = dict(_changed(folder, config))
    is_settled = not is_asked or not changed
    write(*_told(files, changed, is_written=is_settled and not dry_run))
    if dry_run or not (is_settled or click.confirm("Write this?", default=True)):
        return
    write_files({**files, **changed})
    write("", *_next(folder, config))


def is_at_a_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _plan(sources: Sequence[str], title: str | None) -> tuple[str, dict[str, str]]:
    """The title of the roadmap and its data files: those of plans that are there, or the example."""
    if not sources:
        return title or _TITLE, dict(first_plan(title or _TITLE))
    found, reports = read_plans(sources)
    write_text("\n\n".join(reports))
    if not found.enhancements:
        raise CouldNotRunError("there is no enhancement in what --from names. Nothing is written.")
    if title is not None:
        found.about["title"] = title
    write("")
    return str(found.about.setdefault("title", _TITLE)), dict(with_schemas(files_of(found)))


def _ci(folder: Path, host: CodeHost, config: SiteConfig | None) -> dict[Path, str]:
    """Files for a code host; those that are there stay."""
    project = Project(generator=config.generator) if config is not None else Project()
    return {folder / path: text for path, text in ci_files(host, project).items() if not (folder / path).exists()}


def _changed(folder: Path, config: SiteConfig | None) -> Iterator[tuple[Path, str]]:
    """Files that are there and get something more."""
    if config is not None and config.generator != "zensical":
        yield from _configured(config)
    ignore = folder / ".gitignore"
    before = ignore.read_text(encoding="utf-8") if ignore.is_file() else ""
    if (after := ignored(before)) != before:
        yield ignore, after


def _configured(config: SiteConfig) -> Iterator[tuple[Path, str]]:
    try:
        text = config.file.read_text(encoding="utf-8")
        after = with_plugin(text)
    except (OSError, UnicodeDecodeError) as error:
        raise CouldNotRunError(f"{config.file} can not be read: {error}. Nothing is written.") from error
    except ConfigError as error:
        raise CouldNotRunError(f"{config.file} can not get the plugin: {error}. Nothing is written.") from error
    if after is not None:
        yield config.file, after


def _told(files: Mapping[Path, str], changed: Mapping[Path, str], *, is_written: bool) -> Iterator[str]:
    """What is written: new files by name, changed ones with their changes."""
    would = "Written" if is_written else "Would write"
    shown = [path for path in files if path.parent.name != "schema"]
    yield f"{would}: {', '.join(path.as_posix() for path in shown)}, and schemas for editors."
    for path, text in changed.items():
        before = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        lines = unified_diff(before, text.splitlines(), path.as_posix(), path.as_posix(), lineterm="", n=1)
        yield from ("", f"{'Changed' if is_written else 'Would change'}: {path.as_posix()}", *list(lines)[2:])


def _next(folder: Path, config: SiteConfig | None) -> Iterator[str]:
    there = "" if folder == Path() else f"cd {folder.as_posix()} && "
    if config is not None and config.generator == "zensical":
        yield "Zensical runs no plugins, so the roadmap is written as pages. See it:"
        yield f"  {there}roadmap build --watch --out docs/roadmap"
        yield f"  {there}zensical serve"
        return
    program = config.program if config is not None else "mkdocs"
    yield f"See it: {there}{program or 'mkdocs'} serve"
    if config is not None and config.program is None:
        yield f"{NAMES[config.generator]} is not installed here: pip install 'mkdocs-enhancement-roadmap[mkdocs]'"
