"""What a site can say about the plugin in its ``mkdocs.yml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig

from enhancement_roadmap.analysis import build_day
from enhancement_roadmap.analysis.today import named_day
from enhancement_roadmap.hosts.mkdocs.paths import shown_path
from enhancement_roadmap.hosts.site import COMPARE, SiteOptions
from enhancement_roadmap.links import checked_commit_template, commit_template

_PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)*")


class SitePath(c.Type[str]):
    """A folder of the site: relative, with forward slashes, and never out of it."""

    def __init__(self, default: str) -> None:
        super().__init__(str, default=default)

    def run_validation(self, value: object) -> str:
        path = super().run_validation(value).strip("/")
        if not _PATH.fullmatch(path) or any(part.strip(".") == "" for part in path.split("/")):
            raise ValidationError(f"‘{value}’ is not a folder of the site; write a name such as ‘roadmap’ or ‘plans/security’")
        return path


class NavigationTitle(c.OptionallyRequired[str]):
    """Text, or false."""

    def run_validation(self, value: object) -> str:
        if value is False:
            return ""
        if not isinstance(value, str) or not value.strip():
            raise ValidationError("write a title, or ‘false’ to leave the navigation alone")
        return value.strip()


class CommitAddress(c.Type[str]):
    """Form of the address of a commit; empty for none."""

    def __init__(self, default: str) -> None:
        super().__init__(str, default=default)

    def run_validation(self, value: object) -> str:
        try:
            return checked_commit_template(super().run_validation(value))
        except ValueError as error:
            raise ValidationError(str(error)) from error


class Day(c.OptionallyRequired[date]):
    """A day of the calendar."""

    def run_validation(self, value: object) -> date:
        try:
            return value if isinstance(value, date) and not isinstance(value, datetime) else named_day(str(value))
        except ValueError as error:
            raise ValidationError(str(error)) from error


class EnhancementRoadmapConfig(Config):
    """Options of the plugin ``enhancement-roadmap``."""

    data_dir = c.Dir(default="roadmap-data")
    """The roadmap folder, relative to `mkdocs.yml`."""

    path = SitePath(default="roadmap")
    """Folder of the site in which the roadmap's pages stand. In a site with several roadmaps it is also what blocks call
    this one."""

    navigation = c.Optional(NavigationTitle())
    """Title of the roadmap's section, which is added at the end of the site's `nav`; `false` adds nothing. Default: “Roadmap”,
    and in a site with several roadmaps the last part of `path`, as MkDocs names folders. A site that names one of the pages
    in its `nav` itself, or has an entry that points at the folder (`- Plans: roadmap/`), decides on the place, and nothing
    else is added."""

    item_pages = c.Optional(c.Type(bool))
    """Whether the page of each enhancement stands in the navigation. Default: only up to 36 enhancements, since each page
    of a site carries the whole navigation."""

    history = c.Type(bool, default=True)
    """Whether the site shows what was changed over time, from git: a page, a part of each enhancement's page, a feed. Without a
    repository, or from a clone that does not have all of it, there is no feed, and the others say why they are empty."""

    commit_url = CommitAddress(default="")
    """Form of the address of a commit, such as `https://example.org/plan/commit/{commit}`. Default: by the site's `repo_url`
    where that is on GitHub or GitLab, else commits are no links."""

    dates_from_git = c.Type(bool, default=False)
    """Whether a document that says no `version` or `updated` itself has those of git: the last tag, and the date of the last
    commit that changed the roadmap."""

    today = c.Optional(Day())
    """The day to judge by, as `2026-11-27`: a roadmap that is kept as an example, or as it once was, then stays as it is. Default:
    the day of `SOURCE_DATE_EPOCH` where that is set, else the day of the build."""

    compare = c.Optional(c.Type(str))
    """A branch, a tag or a commit to hold the roadmap against: the site becomes a preview of a change, with a page on what the
    change does, marks and old values on the others, and a note on every page of the site. Its addresses end in `.html`
    (`use_directory_urls: false`), so that it opens from a folder, too. Default: what the environment variable `ROADMAP_COMPARE`
    says; without either it is no preview."""

    templates_dir = c.Optional(c.Dir())
    """Folder with the site's own templates, relative to `mkdocs.yml`; a file there takes the place of the template of the
    same name."""


def compared_with(plugin: EnhancementRoadmapConfig, environ: Mapping[str, str]) -> str:
    """What the roadmap is held against; empty where the site is no preview."""
    return plugin.compare or environ.get(COMPARE, "")


def site_options(plugin: EnhancementRoadmapConfig, config: MkDocsConfig, environ: Mapping[str, str]) -> SiteOptions:
    """What the site is to be, by the plugin's options, what MkDocs knows, and the environment.

    Raises:
        ValueError: the environment names a day that is none.
    """
    templates = plugin.templates_dir
    return SiteOptions(
        Path(plugin.data_dir),
        plugin.today or build_day(environ),
        shown=shown_path(plugin.data_dir, config),
        templates=Path(templates) if templates else None,
        templates_shown=shown_path(templates, config) if templates else "",
        history=plugin.history,
        dates_from_git=plugin.dates_from_git,
        compare=compared_with(plugin, environ),
        commit_url=plugin.commit_url or commit_template(config.repo_url or ""),
        address=f"{config.site_url.rstrip('/')}/{plugin.path}" if config.site_url else "",
    )
