"""What a generator makes of the folder is what the plugin makes of the data."""

from __future__ import annotations

import os
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from enhancement_roadmap.hosts.folder import LINK_FORMS
from support.extensions import EXTENSIONS, MACROS
from support.folder import build
from support.hostile import SECRET, SHOWN_AS_TYPED, hostile_roadmap
from support.links import broken_links, count_links
from support.parts_of_plans import every_kind
from support.plain_plan import make_folder
from support.prepared import prepared
from support.site import DAY, WORKING_PANDA, Site


def run_strictly(folder: Path) -> Path:
    """Build the site of a folder with MkDocs, as strictly as it can."""
    command = [prepared() / "mkdocs", "build", "--strict"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder / "site"


def without_the_plugin(site: Site) -> Path:
    """Build a site with plain MkDocs."""
    settings = {"site_name": "Site", "theme": {"name": "material", "font": False}, "plugins": ["search"], **site.settings}
    (site.root / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
    return run_strictly(site.root)


class _Article(HTMLParser):
    """Tags, with what counts of their attributes, and words of the page's own content."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._is_in = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_in |= tag == "article"
        if self._is_in and (tag != "div" or attrs):
            self.seen.append(f"<{tag} {' '.join(f'{key}={value}' for key, value in attrs)}>")

    def handle_endtag(self, tag: str) -> None:
        self._is_in &= tag != "article"

    def handle_data(self, data: str) -> None:
        if self._is_in and data.strip():
            self.seen.append(" ".join(data.split()))


def article(page: Path) -> list[str]:
    """What a reader gets; the plain ``div`` around each block of the folder is no difference."""
    parser = _Article()
    parser.feed(page.read_text(encoding="utf-8"))
    parser.close()
    assert len(parser.seen) > 3
    return parser.seen


def both_ways(folder: Path, data: Path, **settings: object) -> tuple[Path, Path]:
    """The same roadmap by the plugin, and by plain MkDocs from the written folder."""
    with_plugin, without = Site(folder / "with", plugin={"history": False}), Site(folder / "without")
    for site in (with_plugin, without):
        site.settings |= {"markdown_extensions": EXTENSIONS, **settings}
        site.page("index.md", "# Home\n")
        make_folder(site.root, {"secret.txt": SECRET, "main.py": MACROS})
    with_plugin.data(data)
    ran = build(data, without.root / "docs" / "roadmap", "--links", "directory", "--no-history")
    assert ran.exit_code == 0, ran.stderr
    return with_plugin.build().folder, without_the_plugin(without)


def test_plain_mkdocs_shows_the_pages_of_the_plugin(tmp_path: Path) -> None:
    plugin, plain = both_ways(tmp_path, WORKING_PANDA)
    pages = [page.relative_to(plugin) for page in sorted((plugin / "roadmap").rglob("*.html"))]
    assert len(pages) == 16
    for page in pages:
        assert article(plain / page) == article(plugin / page), page
    assert count_links(plain) > 500
    assert broken_links(plain) == []


def test_hostile_words_show_as_the_plugin_shows_them(tmp_path: Path) -> None:
    plan = make_folder(tmp_path / "plan", every_kind())
    data = make_folder(tmp_path / "data", dict(hostile_roadmap(plan, " ¦ ".join(SHOWN_AS_TYPED))))
    plugin, plain = both_ways(tmp_path, data, plugins=["search", "tags", "macros"])
    for page in sorted((plugin / "roadmap").rglob("*.html")):
        found = article(plain / page.relative_to(plugin))
        assert found == article(page), page
        assert SECRET not in "".join(found)


@pytest.mark.parametrize("form", LINK_FORMS)
def test_commonmark_alone_reads_each_block_as_html_and_each_address_leads_to_a_page(tmp_path: Path, form: str) -> None:
    out = tmp_path / "roadmap"
    assert build(WORKING_PANDA, out, "--links", form, "--no-history").exit_code == 0
    published = tmp_path / "site"
    for page in sorted(out.rglob("*.md")):
        text = re.sub(r"\A---\n.*?\n---\n", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        tokens = MarkdownIt("commonmark").parse(text)
        kinds = {token.type for token in tokens}
        assert kinds <= {"heading_open", "inline", "heading_close", "html_block"}, page
        path = page.relative_to(out).as_posix()
        made = published / _address(path, form)
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(MarkdownIt("commonmark").render(text), encoding="utf-8")
        if form == "md":
            (published / path).touch()
    (published / "reviews.ics").touch()  # what is no page, every generator copies
    assert count_links(published) > 150
    assert broken_links(published) == []


def _address(path: str, form: str) -> str:
    stem = path.removesuffix(".md")
    if form == "directory" and stem != "index":
        return f"{stem}/index.html"
    return f"{stem}.html"
