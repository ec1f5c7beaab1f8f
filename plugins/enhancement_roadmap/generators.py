"""The programs that make a site, and the file by which each is known."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, get_args

from enhancement_roadmap.records import dataclass

Generator = Literal["mkdocs", "properdocs", "zensical"]
"""A program that makes a site, by its command."""

GENERATORS: tuple[Generator, ...] = get_args(Generator)

NAMES: Mapping[Generator, str] = {"mkdocs": "MkDocs", "properdocs": "ProperDocs", "zensical": "Zensical"}
"""What people call them."""

CONFIGS: Mapping[str, Generator] = {
    "properdocs.yml": "properdocs",
    "properdocs.yaml": "properdocs",
    "zensical.toml": "zensical",
    "mkdocs.yml": "mkdocs",
    "mkdocs.yaml": "mkdocs",
}
"""The files that configure a site, each with its program. The first one counts: ProperDocs and Zensical read those of MkDocs
too, and each takes its own before them. Of these two ProperDocs comes first, since it runs plugins."""


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """The configuration of a site.

    Attributes:
        file: where it is.
        generator: the program that it is for.
    """

    file: Path
    generator: Generator

    @property
    def program(self) -> str | None:
        """The program that is installed here and shows a roadmap by the plugin; None where there is none.

        What is for MkDocs, ProperDocs builds as well. Zensical runs no plugins.
        """
        able: Mapping[Generator, tuple[str, ...]] = {"mkdocs": ("mkdocs", "properdocs"), "properdocs": ("properdocs",), "zensical": ()}
        return next((program for program in able[self.generator] if find_spec(program) is not None), None)


def site_config(folder: Path) -> SiteConfig | None:
    """The configuration of the site whose sources are in a folder; None where there is none."""
    return next((SiteConfig(file, generator) for name, generator in CONFIGS.items() if (file := folder / name).is_file()), None)


def named_config(file: Path) -> SiteConfig:
    """A configuration that somebody names, whatever it is called."""
    by_ending: Generator = "zensical" if file.suffix.lower() == ".toml" else "mkdocs"
    return SiteConfig(file, CONFIGS.get(file.name, by_ending))
