"""A file that is no page is one record of the table: sites, written folders and the command have it from there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from enhancement_roadmap.cli import main
from enhancement_roadmap.outputs.table import OUTPUTS, Output
from support.folder import build, contents, errors
from support.roadmaps import enhancement, small
from support.site import Site

TITLES = Output(
    "lists/titles.txt",
    "The titles",
    "text/plain",
    lambda source: "".join(f"{item.title}\n" for item in source.insight.roadmap.enhancements).encode() or None,
    lack="there is no enhancement. Add one",
)
MADE = "First thing\nSecond thing\n"


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[Output]:
    """A file that the product does not have."""
    monkeypatch.setitem(OUTPUTS, TITLES.name, TITLES)
    return TITLES


def test_a_site_has_it(site: Site, made_up: Output) -> None:
    assert (site.build().folder / "roadmap" / made_up.name).read_text(encoding="utf-8") == MADE


def test_a_page_written_by_hand_in_its_place_is_an_error(site: Site, made_up: Output) -> None:
    site.page(f"roadmap/{made_up.name}", "mine")
    assert f"docs/roadmap/{made_up.name}: error RM601" in site.failure()


def test_a_written_folder_has_it_and_words_may_link_to_it_at_once(tmp_path: Path, made_up: Output) -> None:
    site = Site(tmp_path)
    site.data(small(first=enhancement("first", 1, "First thing", "analysis: {reasoning: 'See [all](roadmap/lists/titles.txt)'}")))
    ran = build(tmp_path / "roadmap-data", tmp_path / "docs" / "roadmap")
    assert (ran.exit_code, errors(ran)) == (0, [])
    found = contents(tmp_path / "docs" / "roadmap")
    assert found[made_up.name].decode() == MADE
    assert b'<a href="../lists/titles.txt">all</a>' in found["enhancements/first.md"]


def test_the_command_lists_and_writes_it(site: Site, tmp_path: Path, made_up: Output) -> None:
    data, out = site.root / "roadmap-data", tmp_path / "titles"
    assert "lists/titles.txt" in CliRunner().invoke(main, ["export", "--list"]).stdout
    assert CliRunner().invoke(main, ["export", made_up.name, str(data)]).stdout == MADE
    assert CliRunner().invoke(main, ["export", made_up.name, str(data), "--out", str(out)]).exit_code == 0
    assert out.read_text(encoding="utf-8") == MADE


def test_where_it_has_nothing_to_say_it_is_left_out_and_the_command_says_what_to_add(site: Site, tmp_path: Path, made_up: Output) -> None:
    for name in ("first", "second"):
        (site.root / "roadmap-data" / "enhancements" / f"{name}.yml").unlink()
    assert not (site.build().folder / "roadmap" / made_up.name).exists()
    assert build(site.root / "roadmap-data", tmp_path / "out").exit_code == 0
    assert made_up.name not in contents(tmp_path / "out")
    ran = CliRunner().invoke(main, ["export", made_up.name, str(site.root / "roadmap-data")])
    assert (ran.exit_code, ran.stderr) == (2, "roadmap: could not run: there is no enhancement. Add one\n")


def test_what_stands_beside_no_site_is_for_the_command_alone(site: Site, tmp_path: Path) -> None:
    apart = {name for name, output in OUTPUTS.items() if not output.is_beside}
    assert {"roadmap.md", "changelog.md", "decisions.json"} <= apart
    built = contents(site.build().folder / "roadmap")
    assert build(site.root / "roadmap-data", tmp_path / "out").exit_code == 0
    assert not apart & {*built, *contents(tmp_path / "out")}


def test_a_site_and_a_written_folder_have_the_same_files(site: Site, tmp_path: Path) -> None:
    site.data(small(governance="reviews: [{id: monthly, title: Monthly, cadence: monthly, task: Look}]\n"))
    built = contents(site.build().folder / "roadmap")
    assert build(site.root / "roadmap-data", tmp_path / "out").exit_code == 0
    written = contents(tmp_path / "out")
    beside = {name for name in OUTPUTS if name in built}
    assert {"reviews.ics", "schema/enhancement.schema.json"} <= beside
    assert {name: built[name] for name in beside} == {name: written[name] for name in beside}


def test_the_product_is_as_it_was_after_a_test_that_made_one_up() -> None:
    assert TITLES.name not in OUTPUTS
