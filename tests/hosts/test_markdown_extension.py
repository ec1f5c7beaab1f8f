"""The extension alone, as a generator without plugins uses it."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from enhancement_roadmap.fences import Lapse
from enhancement_roadmap.hosts.markdown import RoadmapFence
from support.roadmaps import enhancement, small
from support.site import Site

FENCE = "# A\n\n```roadmap\nview: table\n```\n"


def convert(text: str, data: Path, **options: Any) -> str:
    """Convert as a generator does that names the extension in its settings."""
    return Markdown(extensions=["enhancement-roadmap"], extension_configs={"enhancement-roadmap": {"data": str(data), **options}}).convert(
        text
    )


def test_a_fence_is_a_view_with_addresses_from_the_root(site: Site) -> None:
    html = convert(FENCE, site.root / "roadmap-data", base_url="/plans")
    assert '<a dir="auto" href="/plans/enhancements/first/">First thing</a>' in html
    assert html.startswith("<h1>A</h1>")


def test_without_a_base_names_are_no_links(site: Site) -> None:
    html = convert(FENCE, site.root / "roadmap-data")
    assert "First thing" in html
    assert "<a " not in html


def test_a_mistake_shows_in_the_page_and_in_the_log(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        html = convert("```roadmap\nview: tabel\n```", site.root / "roadmap-data")
    assert "Did you mean ‘table’?" in html
    assert "RM502" in caplog.text


def test_bad_data_shows_in_the_page_and_in_the_log(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.data({"enhancements/first.yml": "id: <b>\n"})
    with caplog.at_level(logging.WARNING):
        html = convert(FENCE, site.root / "roadmap-data")
    assert "RM309" in html
    assert "<b>" not in html
    assert "RM309" in caplog.text


def test_a_missing_folder_shows_in_the_page(tmp_path: Path) -> None:
    assert "there is no such folder" in convert(FENCE, tmp_path / "none")


def test_one_converter_serves_many_pages(site: Site) -> None:
    md = Markdown(extensions=["enhancement-roadmap"], extension_configs={"enhancement-roadmap": {"data": str(site.root / "roadmap-data")}})
    first = md.convert(FENCE)
    assert md.reset().convert(FENCE) == first
    assert first.count("First thing") == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"today": "30.6.2026"}, "‘30.6.2026’ is not a day: write it as 2025-06-30"),
        ({"commit_url": "javascript:{commit}"}, "‘javascript:{commit}’ is not the address of a commit: write https://"),
        ({"commit_url": "https://example.org/commit"}, "‘https://example.org/commit’ is not the address of a commit: write https://"),
    ],
)
def test_an_option_that_is_none_is_said_in_the_page_and_in_the_log(
    site: Site, caplog: pytest.LogCaptureFixture, options: dict[str, str], said: str
) -> None:
    with caplog.at_level(logging.WARNING):
        html = convert(FENCE, site.root / "roadmap-data", **options)
    assert f"The roadmap can not be shown: {said}" in html
    assert said in caplog.text
    assert "First thing" not in html


def test_a_day_of_the_environment_that_is_none_is_said_too(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert "SOURCE_DATE_EPOCH is not a number of seconds since 1970: ‘yesterday’" in convert(FENCE, site.root / "roadmap-data")


@pytest.mark.parametrize(
    ("page", "code", "line"),
    [
        ("```roadmap\nview: table\n\nText.\n", "RM508", 1),
        ("# A\n\n```Roadmap\nview: table\n```\n", "RM509", 3),
        ("```roadmap view: table\n```\n", "RM504", 1),
        ("```python\nx\n\n```roadmap\nview: table\n```\n", "RM508", 1),
    ],
)
def test_a_block_that_becomes_no_view_is_said_in_the_page_and_in_the_log(
    site: Site, caplog: pytest.LogCaptureFixture, page: str, code: str, line: int
) -> None:
    with caplog.at_level(logging.WARNING):
        html = convert(page, site.root / "roadmap-data")
    assert code in html
    assert "This block is no view:" in html
    assert f":{line}:1: error {code}" in caplog.text


def test_a_block_that_is_shown_as_code_for_any_other_reason_is_said_too(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        html = convert("```python no such=options\nx\n```\n\nText.\n\n```roadmap\nview: table\n```\n", site.root / "roadmap-data")
    assert "the block is shown as code" in html
    assert "RM508" in caplog.text


BLOCK_LINES = [
    "```roadmap",
    "```Roadmap",
    "~~~roadmap",
    "````markdown",
    "````",
    "```",
    "~~~",
    "```python",
    "view: table",
    "",
    "- item",
    "    ```roadmap",
    "    view: table",
    "    ```",
    "> ```roadmap",
    "> view: table",
    "> ```",
]


@settings(max_examples=300, deadline=None)
@given(lines=st.lists(st.sampled_from(BLOCK_LINES), max_size=12))
def test_in_any_page_a_block_is_a_view_or_code_in_code_or_is_said(lines: list[str]) -> None:
    said: list[Lapse] = []

    def missed(lapse: Lapse, _: Markdown) -> str:
        said.append(lapse)
        return "<i>LAPSE</i>"

    fence = RoadmapFence(lambda _source, _header, _md: "<b>VIEW</b>", missed)
    html = Markdown(extensions=[fence]).convert("\n".join(lines))
    shown = re.sub(r"(?s)<pre.*?</pre>|<code>markdown.*?</code>", "", html)
    assert said or not re.search(r"(?i)[`~]+\s*roadmap", shown)
    assert html.count("LAPSE") == len(said)


@pytest.mark.parametrize(
    ("directories", "linked", "home"),
    [(True, "../../plans/a/enhancements/first/", "../../"), (False, "../plans/a/enhancements/first.html", "../index.html")],
)
def test_links_of_a_folder_start_at_the_page_that_is_made(site: Site, directories: bool, linked: str, home: str) -> None:
    site.data(small(first=enhancement("first", 1, "First", "analysis: {reasoning: 'See [it](index.md) and [that](gone.md).'}")))
    site.page("index.md", "# Home\n")
    site.page("deep/page.md", f"{FENCE}\n```roadmap\nview: analysis\nenhancement: first\n```\n")
    extension = {"enhancement-roadmap": {"data": str(site.root / "roadmap-data"), "base_url": "./plans/a/"}}
    settings = {"site_name": "Site", "use_directory_urls": directories, "plugins": [], "markdown_extensions": [extension]}
    (site.root / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    html = site.build_configured().html("deep/page/" if directories else "deep/page.html")
    assert f'href="{linked}"' in html
    assert f'See <a href="{home}">it</a> and that.' in html


def test_where_nobody_says_which_page_it_is_a_folder_makes_no_links(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    md = Markdown(
        extensions=["enhancement-roadmap"],
        extension_configs={"enhancement-roadmap": {"data": str(site.root / "roadmap-data"), "base_url": "plans"}},
    )
    with caplog.at_level(logging.WARNING):
        pages = [md.reset().convert(FENCE) for _ in range(2)]
    assert all("First thing" in page and "<a " not in page for page in pages)
    assert [record.getMessage() for record in caplog.records if "such as ‘/plans/’" in record.getMessage()] == [
        "The generator does not say which page it makes, so names are no links: write an address as ‘base_url’, such as ‘/plans/’."
    ]


def test_a_block_names_no_roadmap_where_there_is_one(site: Site) -> None:
    html = convert("```roadmap\nview: table\nroadmap: security\n```", site.root / "roadmap-data")
    assert "There is one roadmap here, and it has no name: leave ‘roadmap’ out." in html
