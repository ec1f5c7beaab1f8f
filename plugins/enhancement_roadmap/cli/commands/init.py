"""``roadmap init``"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

import click

from enhancement_roadmap.cli.output import CouldNotRunError, write, write_files
from enhancement_roadmap.generators import NAMES, SiteConfig, site_config
from enhancement_roadmap.loading import schema_files
from enhancement_roadmap.starting import ConfigError, first_plan, first_site, ignored, with_plugin

_DATA = "roadmap-data"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path(), metavar="[FOLDER]")
@click.option("--title", default="Our roadmap", show_default=True, metavar="WORDS", help="Name of the roadmap.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def init(folder: Path, title: str, *, dry_run: bool) -> None:
    """Start a roadmap here: data that is alive, and a site that shows it.

    FOLDER is where the site is, or will be; default: this one. A site that is there, of MkDocs, ProperDocs or Zensical, stays as it
    is: its configuration gets the plugin, with its comments kept, and what changes is shown. A folder that has a roadmap is left
    alone.

    For example: roadmap init --title 'Security roadmap'
    """
    if not title.strip():
        raise click.UsageError("--title needs words.")
    if (folder / _DATA).exists():
        raise CouldNotRunError(f"{folder / _DATA} is there already. Nothing is written.")
    config = site_config(folder)
    data = {**first_plan(title), **{f"schema/{name}": text for name, text in schema_files().items()}}
    files = {folder / _DATA / name: text for name, text in data.items()}
    if config is None:
        files |= {folder / name: text for name, text in first_site(title).items() if not (folder / name).exists()}
    changed = dict(_changed(folder, config))
    write(*_told(files, changed, dry_run=dry_run))
    if dry_run:
        return
    write_files({**files, **changed})
    write("", *_next(folder, config))


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


def _told(files: Mapping[Path, str], changed: Mapping[Path, str], *, dry_run: bool) -> Iterator[str]:
    """What is written: new files by name, changed ones with their changes."""
    would = "Would write" if dry_run else "Written"
    shown = [path for path in files if path.parent.name != "schema"]
    yield f"{would}: {', '.join(path.as_posix() for path in shown)}, and schemas for editors."
    for path, text in changed.items():
        before = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        lines = unified_diff(before, text.splitlines(), path.as_posix(), path.as_posix(), lineterm="", n=1)
        yield from ("", f"{'Would change' if dry_run else 'Changed'}: {path.as_posix()}", *list(lines)[2:])


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
