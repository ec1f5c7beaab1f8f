"""The plugin beside others that many sites have: strict, complete, and with the roadmap in the navigation."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from support.links import broken_links
from support.site import Site

NAV = [{"Home": "index.md"}]
NEIGHBOURS: dict[str, dict[str, Any]] = {
    "no nav": {},
    "nav": {"nav": NAV},
    "awesome-nav": {"plugins": ["search", "awesome-nav"]},
    "literate-nav": {"plugins": ["search", {"literate-nav": {"nav_file": "SUMMARY.md"}}]},
    "section-index": {"plugins": ["search", "section-index"], "nav": NAV},
    "tags": {"plugins": ["search", "tags"], "nav": NAV},
    "macros": {"plugins": ["search", "macros"], "nav": NAV},
    "minify": {"plugins": ["search", {"minify": {"minify_html": True, "minify_css": True, "minify_js": True}}], "nav": NAV},
    "git-revision-date-localized": {"plugins": ["search", {"git-revision-date-localized": {"fallback_to_build_date": False}}], "nav": NAV},
    "offline": {"plugins": ["search", "offline"], "nav": NAV, "use_directory_urls": False},
}


def commit(site: Site) -> None:
    """Put the site's sources into a repository."""
    git = ["git", "-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Start"]):
        subprocess.run([*git, *arguments], cwd=site.root, check=True)


@pytest.mark.parametrize("name", NEIGHBOURS)
def test_a_strict_build_beside_it_is_clean_and_complete(site: Site, name: str) -> None:
    site.settings = NEIGHBOURS[name]
    if name == "literate-nav":
        site.page(
            "SUMMARY.md",
            "- [Home](index.md)\n- [Guide](guide.md)\n- [Plans](roadmap/index.md)\n- roadmap/*.md\n- roadmap/enhancements/*.md\n",
        )
    if name != "literate-nav" and "nav" in site.settings:
        site.settings = {**site.settings, "nav": [*NAV, {"Guide": "guide.md"}]}
    site.page("guide.md", "# Guide\n\n```roadmap\nview: table\n```\n")
    site.configure()
    commit(site)
    ran = site.run("build", "--strict")
    assert ran.returncode == 0, ran.stderr
    assert broken_links(site.root / "site") == []
    suffix = "/index.html" if site.settings.get("use_directory_urls", True) else ".html"
    home = (site.root / "site" / "index.html").read_text(encoding="utf-8")
    assert "roadmap/" in home
    table = (site.root / "site" / f"guide{suffix}").read_text(encoding="utf-8")
    assert "First thing" in table
    page = (site.root / "site" / "roadmap" / "enhancements" / f"second{suffix}").read_text(encoding="utf-8")
    assert "The one requirement" in page
