"""Sites that tell of the same roadmap: one made by the plugin, one of the same pages as files, one as a user would write it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import measure, python

CONFIG = """\
site_name: Benchmark
site_url: https://example.org/
use_directory_urls: true
docs_dir: docs
site_dir: site
exclude_docs: {excluded}
theme: {{name: material, font: false}}
markdown_extensions: [pymdownx.superfences, pymdownx.tasklist]
{rest}
"""

WITH_PLUGIN = """\
plugins:
  - search
  - enhancement-roadmap: {data_dir: ../data, item_pages: false, history: false}
nav: [index.md]
"""

PLAIN = """\
plugins: [search]
not_in_nav: /roadmap/enhancements/
nav:
  - index.md
  - Roadmap:
      - roadmap/index.md
      - roadmap/matrix.md
      - roadmap/checklists.md
      - roadmap/decisions.md
      - roadmap/plan.md
      - roadmap/governance.md
"""

READY = """\
plugins: [search]
not_in_nav: /roadmap/enhancements/
nav:
  - index.md
  - Roadmap:
      - roadmap/index.md
      - roadmap/checklists.md
"""
"""What a user would write by hand: a table, a page for each enhancement, one checklist; no document."""

DOCUMENT = "roadmap/document.md"

WHOLE = "mkdocs.yml"
"""Configuration of a site with every page."""

SHORT = "short.yml"
"""Configuration of the same site without the page that shows the whole document, as long as all the others together."""


@dataclass(frozen=True, slots=True)
class Sites:
    """The folders of both sites.

    Attributes:
        data: the roadmap folder that both tell about.
        plugin: the site that the plugin makes.
        plain: the site of the same pages as files.
        ready: the site that a user would write.
    """

    data: Path
    plugin: Path
    plain: Path
    ready: Path


def write_sites(folder: Path, count: int, log: Path) -> Sites:
    """Write the sites, in processes of their own, so that this one stays small.

    Args:
        folder: where to write; has to be new.
        count: number of enhancements.
        log: file for what the processes print.
    """
    sites = Sites(folder / "data", folder / "plugin", folder / "plain", folder / "ready")
    measure(python("-m", "benchmarks.generate", sites.data, str(count)), log)
    for site, kind in ((sites.plain, "all"), (sites.ready, "ready")):
        measure(python("-m", "benchmarks.plain_pages", sites.data, site / "docs" / "roadmap", kind), log)
    for site, rest, more in ((sites.plugin, WITH_PLUGIN, ""), (sites.plain, PLAIN, f"      - {DOCUMENT}\n"), (sites.ready, READY, "")):
        (site / "docs").mkdir(parents=True, exist_ok=True)
        (site / "docs" / "index.md").write_text("# Benchmark\n\nThe roadmap is one click away.\n", encoding="utf-8")
        (site / WHOLE).write_text(CONFIG.format(rest=rest + more, excluded='""'), encoding="utf-8")
        (site / SHORT).write_text(CONFIG.format(rest=rest, excluded=f"/{DOCUMENT}"), encoding="utf-8")
    return sites


def build_command(site: Path, config: str) -> list[str]:
    """The command that builds a site with one of its configurations, strictly."""
    return python("-m", "mkdocs", "build", "--quiet", "--strict", "--config-file", site / config)


def prepare_environment() -> None:
    """The same day in each build, and the packages of the tests within reach of the processes."""
    os.environ["SOURCE_DATE_EPOCH"] = "1750000000"
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    path = (str(Path(__file__).resolve().parents[1]), os.environ.get("PYTHONPATH"))
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, path))
