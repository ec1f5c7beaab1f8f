"""The plugins that the product is tried beside, with the version of each, and a site that uses it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from support.packages import ENVIRONMENT, Environment, make_environment
from support.prepared import SITES, prepare
from support.shared import shared_folder

OURS = "enhancement-roadmap"
WORDS_TO_ENTER = "correct horse battery staple 4711"
_LANGUAGES = [{"locale": "en", "default": True, "name": "English"}, {"locale": "de", "name": "Deutsch"}]


@dataclass(frozen=True)
class Host:
    """What builds a site with the plugin.

    Attributes:
        name: what people call it, with the theme.
        program: its command.
        requirements: what is installed for it, as pip is told.
    """

    name: str
    program: str
    requirements: tuple[str, ...]


HOSTS = (
    Host("MkDocs with Material for MkDocs", "mkdocs", ("mkdocs==1.6.*", "mkdocs-material==9.7.*")),
    Host("MkDocs with Material for MkDocs", "mkdocs", ("mkdocs==1.6.*", "mkdocs-material==9.8.*")),
    Host("ProperDocs with Material for MkDocs", "properdocs", ("properdocs==1.6.7", "mkdocs-material==9.8.*")),
)


@dataclass(frozen=True)
class Neighbour:
    """A plugin beside the product's.

    Attributes:
        key: what ``mkdocs.yml`` calls it, or several of one package.
        package: the package that has it; empty for what the theme has.
        version: the version that is tried.
        options: of the plugin.
        settings: what ``mkdocs.yml`` says besides.
        pages: pages by hand, in addition to the home page and the guide.
        is_last: whether it has to be the last of the plugins, as its documentation says.
        has_whole_plan: whether the roadmap is the one that has something of everything.
        note: what people should know who have both.
        environment: which environment has it.
    """

    key: str
    package: str
    version: str
    options: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    is_last: bool = False
    has_whole_plan: bool = False
    note: str = ""
    environment: str = "neighbours"

    @property
    def plugins(self) -> list[Any]:
        """The plugins of a site with it and the product's, the other one first wherever it may be."""
        here = [{key: dict(self.options)} if self.options else key for key in self.key.split()]
        return ["search", OURS, *here] if self.is_last else ["search", *here, OURS]


_TABLE = "```roadmap\nview: table\n```\n"
_SHORT = "Its short links find pages by hand. Link to the roadmap’s pages by their path: `roadmap/enhancements/backup.md`."
_WIKI = {"deep/other.md": "# Other\n"}

NEIGHBOURS = (
    Neighbour(
        "i18n",
        "mkdocs-static-i18n",
        "1.3.1",
        {"docs_structure": "suffix", "languages": _LANGUAGES},
        pages={"guide.de.md": f"# Anleitung\n\n{_TABLE}"},
        note="Each language has the roadmap’s pages, in the words of the data.",
    ),
    Neighbour(
        "rss",
        "mkdocs-rss-plugin",
        "1.19.0",
        settings={"site_url": "https://example.org/"},
        note="The page of an enhancement has the dates of its file in git.",
    ),
    Neighbour("ezlinks", "mkdocs-ezlinks-plugin", "0.1.14", pages={**_WIKI, "links.md": "# Links\n\n[[other]]\n"}, note=_SHORT),
    Neighbour("autolinks", "mkdocs-autolinks-plugin", "0.7.1", pages={**_WIKI, "links.md": "# Links\n\n[Other](other.md)\n"}, note=_SHORT),
    Neighbour("obsidian-bridge", "mkdocs-obsidian-bridge", "1.3.1", pages={**_WIKI, "links.md": "# Links\n\n[[other]]\n"}, note=_SHORT),
    Neighbour("enumerate-headings", "mkdocs-enumerate-headings-plugin", "0.7.0"),
    Neighbour(
        "monorepo",
        "mkdocs-monorepo-plugin",
        "1.1.2",
        settings={
            "repo_url": "https://github.com/somebody/plan",
            "edit_uri": "edit/main/docs/",
            "theme": {"name": "material", "font": False, "features": ["content.action.edit"]},
            "nav": [{"Home": "index.md"}, {"Guide": "guide.md"}, {"Part": "!include ./part/mkdocs.yml"}],
        },
        note="It copies the pages into a folder of its own; edit links lead to the data all the same.",
    ),
    Neighbour(
        "to-pdf",
        "mkdocs-to-pdf",
        "0.12.1",
        settings={"site_url": "https://example.org/"},
        has_whole_plan=True,
        note="Links to the feed and the calendar start with `site_url`; without it there are none.",
    ),
    Neighbour(
        "with-pdf",
        "mkdocs-with-pdf",
        "0.9.3",
        settings={"site_url": "https://example.org/"},
        note="As mkdocs-to-pdf. From WeasyPrint 69 on it cuts off every site, with or without a roadmap: `pip install 'weasyprint<69'`.",
        environment="with-pdf",
    ),
    Neighbour(
        "encryptcontent",
        "mkdocs-encryptcontent-plugin",
        "3.1.0",
        {"global_password": WORDS_TO_ENTER},
        note="It encrypts pages, and no files: the feed and the calendar are left out, which a line says.",
    ),
    Neighbour(
        "git-authors",
        "mkdocs-git-authors-plugin",
        "0.10.0",
        note="The page of an enhancement has the authors of its file, the others those of `roadmap.yml`.",
    ),
    Neighbour("gen-files", "mkdocs-gen-files", "0.6.1", {"scripts": ["made.py"]}),
    Neighbour("print-site", "mkdocs-print-site-plugin", "2.9", is_last=True, note="It has to be the last of the plugins."),
    Neighbour("same-dir", "mkdocs-same-dir", "0.1.5", settings={"docs_dir": ".", "exclude_docs": "roadmap-data/\nmkdocs.yml\nmade.py\n"}),
    Neighbour(
        "include-markdown",
        "mkdocs-include-markdown-plugin",
        "7.3.0",
        pages={**_WIKI, "whole.md": '# Whole\n\n{% include-markdown "guide.md" heading-offset=1 %}\n'},
    ),
    Neighbour("multirepo", "mkdocs-multirepo-plugin", "0.8.3", {"cleanup": True}),
    Neighbour(
        "blog tags",
        "",
        "",
        pages={
            "blog/index.md": "# Blog\n",
            "blog/posts/one.md": f"---\ndate: 2026-11-01\ntags: [one]\n---\n# One\n\n{_TABLE}\n<!-- more -->\n\nRest.\n",
            "tags.md": "# Tags\n\n<!-- material/tags -->\n",
        },
    ),
    Neighbour("offline", "", "", settings={"use_directory_urls": False}, note="With `use_directory_urls: false`."),
    Neighbour("htmlproofer", "mkdocs-htmlproofer-plugin", "1.6.0", {"validate_external_urls": False, "raise_error": True}),
    Neighbour("awesome-pages", "mkdocs-awesome-pages-plugin", "2.10.1"),
    Neighbour("awesome-nav", "mkdocs-awesome-nav", "3.3.0", note="The section is added by it, not by the option `navigation`."),
    Neighbour(
        "literate-nav",
        "mkdocs-literate-nav",
        "0.6.3",
        {"nav_file": "SUMMARY.md"},
        pages={
            "SUMMARY.md": (
                "- [Home](index.md)\n- [Guide](guide.md)\n- [Plans](roadmap/index.md)\n- roadmap/*.md\n- roadmap/enhancements/*.md\n"
            )
        },
        note="List the pages in its file: `roadmap/*.md`.",
    ),
    Neighbour("section-index", "mkdocs-section-index", "0.3.12"),
    Neighbour("redirects", "mkdocs-redirects", "1.2.3", {"redirect_maps": {"old.md": "roadmap/index.md"}}),
    Neighbour("macros", "mkdocs-macros-plugin", "1.5.0"),
    Neighbour("minify", "mkdocs-minify-plugin", "0.8.0", {"minify_html": True, "minify_css": True, "minify_js": True}),
    Neighbour(
        "git-revision-date-localized",
        "mkdocs-git-revision-date-localized-plugin",
        "1.6.0",
        {"fallback_to_build_date": False},
        note="It says no date of pages that a plugin makes.",
    ),
)
"""In the order of the table in the documentation, those that needed something done first."""

TOGETHER = (
    "awesome-pages",
    "macros",
    "include-markdown",
    "git-revision-date-localized",
    "git-authors",
    "redirects",
    "rss",
    "minify",
    "print-site",
)
"""The most common ones that many sites have at once, beside ``search``, in their order; the product's is the first."""

MIKE = "mike", "2.2.0"
BACKSTAGE = "mkdocs-techdocs-core", "1.7.1"


def requirements(environment: str) -> list[str]:
    """What is installed into an environment, beside the product."""
    pinned = [f"{one.package}=={one.version}" for one in NEIGHBOURS if one.package and one.environment == environment]
    more = ["weasyprint<69"] if environment == "with-pdf" else ["==".join(MIKE)]
    return [*pinned, *more, "mkdocs-material==9.8.*"]


Environments = Callable[[str], Environment]
"""Gives the environment with a name."""


@pytest.fixture(scope="session")
def neighbour_environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environments:
    """The environments with all neighbours: each made once for all tests, and none of it in the environment of the tests."""

    @cache
    def environment(name: str) -> Environment:
        python, installed = Path(sys.executable), [f"{wheel}[mkdocs]", *requirements(name)]
        folder = shared_folder(tmp_path_factory, name, lambda folder: make_environment(folder, python, *installed))
        return Environment(folder, prepare(folder / "bin" / "python", ("mkdocs",), SITES, ENVIRONMENT))

    return environment
