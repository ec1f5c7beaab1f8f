"""What a site can say about the plugin in its ``mkdocs.yml``."""

from __future__ import annotations

import re

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError

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


class EnhancementRoadmapConfig(Config):
    """Options of the plugin ``enhancement-roadmap``."""

    data_dir = c.Dir(default="roadmap-data")
    """The roadmap folder, relative to `mkdocs.yml`."""

    path = SitePath(default="roadmap")
    """Folder of the site in which the roadmap's pages stand."""

    navigation = NavigationTitle(default="Roadmap")
    """Title of the roadmap's section, which is added at the end of the site's `nav`; `false` adds nothing. A site that
    names one of the pages in its `nav` itself, or has an entry that points at the folder (`- Plans: roadmap/`), decides
    on the place, and nothing else is added."""

    item_pages = c.Optional(c.Type(bool))
    """Whether the page of each enhancement stands in the navigation. Default: only up to 36 enhancements, since each page
    of a site carries the whole navigation."""

    templates_dir = c.Optional(c.Dir())
    """Folder with the site's own templates, relative to `mkdocs.yml`; a file there takes the place of the template of the
    same name."""
