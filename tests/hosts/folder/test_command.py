"""``roadmap build`` answers as the other commands do, and says what is wrong before it writes anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.command import roadmap, roadmap_process
from support.folder import DAY, build, contents, errors
from support.plain_plan import make_folder
from support.repository import make_repository
from support.roadmaps import enhancement, small


def test_bad_data_has_the_answer_of_check(tmp_path: Path) -> None:
    make_folder(tmp_path / "roadmap-data", small(first=enhancement("first", 1, "First").replace("high", "hihg"), plan="quarter: []\n"))
    check = roadmap("check", cwd=tmp_path)
    ran = roadmap("build", "--out", "docs/roadmap", cwd=tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", check.stdout)
    assert not (tmp_path / "docs").exists()


def test_without_a_roadmap_folder_it_could_not_run(tmp_path: Path) -> None:
    ran = build(tmp_path / "nowhere", tmp_path / "out")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "there is no such folder" in ran.stderr


def test_mistakes_in_data_and_templates_are_named_together(data: Path, tmp_path: Path) -> None:
    (data / "plan.yml").write_text("quarter: []\n")
    templates = make_folder(tmp_path / "own", {"tabel.html.j2": "", "_chips.html.j2": "{% if %}", "matrix.md.j2": "{{ nothing }}"})
    ran = build(data, tmp_path / "out", "--templates", templates)
    assert ran.exit_code == 1
    assert [line.split(": ")[1] for line in errors(ran)] == ["error RM301", "error RM701", "error RM703"]
    assert not (tmp_path / "out").exists()


def test_a_template_takes_the_place_of_the_product_s(data: Path, tmp_path: Path) -> None:
    templates = make_folder(
        tmp_path / "own", {"matrix.md.j2": "# Mine\n```roadmap\nview: ranking\n```\nand more", "ranking.html.j2": "<p>Own</p>\n"}
    )
    assert build(data, tmp_path / "out", "--templates", templates).exit_code == 0
    page = (tmp_path / "out" / "matrix.md").read_text(encoding="utf-8")
    assert page.startswith('# Mine\n\n<div>\n<p>Own</p>\n</div>\n\nand more\n\n<div>\n<p class="er-as-of"')


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("{{ nothing }}", "own/matrix.md.j2:1: error RM703"),
        ("# T\n\n- x\n\n    ```roadmap\n    view: ranking\n    ```\n", "out/matrix.md:5: error RM505"),
        ("# T\n\n```roadmap\nview: rankin\n```\n", "out/matrix.md:4:7: error RM502"),
        ('# T\n\n```roadmap view="ranking"\n```\n', "out/matrix.md:3:1: error RM504"),
        ("# T\n\n```roadmap\nview: ranking\n", "out/matrix.md:3:1: error RM508"),
        ("# T\n\n```ROADMAP\nview: ranking\n```\n", "out/matrix.md:3:1: error RM509"),
    ],
)
def test_a_mistake_in_a_page_is_named_and_nothing_is_written(data: Path, tmp_path: Path, page: str, found: str) -> None:
    templates = make_folder(tmp_path / "own", {"matrix.md.j2": page})
    ran = build(data, tmp_path / "out", "--templates", templates)
    assert ran.exit_code == 1
    assert f"{tmp_path}/{found}" in ran.stderr
    assert not (tmp_path / "out").exists()


def test_links_of_the_data_start_at_the_root_and_a_dead_one_is_a_warning(tmp_path: Path) -> None:
    words = "analysis: {reasoning: 'See [a](guides/a.md#b), [b](gone.md) and [c](plans/roadmap/document.md)'}"
    data = make_folder(tmp_path / "roadmap-data", small(first=enhancement("first", 1, "First", words)))
    root = make_folder(tmp_path / "docs", {"guides/a.md": "# A\n\n## B\n"})
    out = root / "plans" / "roadmap"
    ran = build(data, out, "--root", root)
    assert ran.exit_code == 0
    # The roadmap's own page is not there yet at the first run, and is no dead link either.
    assert [line.split(": ", 1)[1] for line in errors(ran)] == ["warning RM602: there is no ‘gone.md’ among the pages of the site"]
    page = (out / "enhancements" / "first.md").read_text(encoding="utf-8")
    assert build(data, out, "--root", root).stdout.endswith(": nothing has changed.\n")
    assert 'See <a href="../../../guides/a.md#b">a</a>, b and <a href="../document.md">c</a>' in page


def test_anchors_of_the_data_lead_to_their_pages_and_a_dead_one_is_a_warning(tmp_path: Path) -> None:
    words = "description: |\n  - [a](a.md#the-end), [b](a.md#over) and\n    [c](#requirement-one), [d](#requirement-two), [e](#scope)"
    words += "\nscope: {technologies: [TLS]}"
    data = make_folder(tmp_path / "roadmap-data", small(first=enhancement("first", 1, "First", words)))
    root = make_folder(tmp_path / "docs", {"a.md": "# A\n\n```\n# Over\n```\n\nThe *end*\n---\n"})
    ran = build(data, root / "roadmap")
    assert [line.partition("enhancements/")[2] for line in errors(ran)] == [
        "first.yml:9:28: warning RM602: there is no anchor ‘over’ on the page ‘a.md’",
        "first.yml:10:32: warning RM602: there is no anchor ‘requirement-two’ on the page ‘roadmap/enhancements/first.md’",
    ]
    page = (root / "roadmap" / "enhancements" / "first.md").read_text(encoding="utf-8")
    assert '<a href="../../a.md#the-end">a</a>' in page
    assert '<a href="#requirement-one">c</a>' in page
    assert '<a href="enhancements/first.md#scope">e</a>' in (root / "roadmap" / "document.md").read_text(encoding="utf-8")


def test_a_link_to_a_page_that_goes_away_is_dead_at_once(tmp_path: Path) -> None:
    words = "analysis: {reasoning: 'See [it](out/enhancements/second.md)'}"
    data = make_folder(tmp_path / "roadmap-data", small(first=enhancement("first", 1, "First", words)))
    assert build(data, tmp_path / "out").stderr == ""
    (data / "enhancements" / "second.yml").unlink()
    assert "RM602" in build(data, tmp_path / "out").stderr
    assert build(data, tmp_path / "out").stdout.endswith(": nothing has changed.\n")


def test_the_folder_above_is_the_root_unless_another_is_named(tmp_path: Path) -> None:
    data = make_folder(tmp_path / "roadmap-data", small(first=enhancement("first", 1, "First", "analysis: {reasoning: '[a](a.md)'}")))
    make_folder(tmp_path / "docs", {"a.md": "# A\n"})
    ran = build(data, tmp_path / "docs" / "roadmap")
    assert (ran.exit_code, ran.stderr) == (0, "")


def test_a_root_that_the_folder_is_not_in_is_refused(data: Path, tmp_path: Path) -> None:
    ran = build(data, tmp_path / "out", "--root", tmp_path / "other")
    assert ran.exit_code == 2
    assert "is not in" in ran.stderr


def test_every_page_says_where_it_comes_from(data: Path, tmp_path: Path) -> None:
    (data / "enhancements" / "first.yml").rename(data / "enhancements" / "1--><script>.yml")
    assert build(data, tmp_path / "out").exit_code == 0
    files = contents(tmp_path / "out")
    assert "<!-- Made by ‘roadmap build’ from enhancements/second.yml: edit".encode() in files["enhancements/second.md"]
    assert "<!-- Made by ‘roadmap build’: edit".encode() in files["enhancements/first.md"]
    assert b"script" not in files["enhancements/first.md"]


def test_the_day_decides_and_not_the_clock(data: Path, tmp_path: Path) -> None:
    (data / "roadmap.yml").write_text((data / "roadmap.yml").read_text() + "next_review: 2026-12-01\n")
    assert build(data, tmp_path / "one").exit_code == 0
    ran = roadmap_process("build", data, "--out", tmp_path / "two", SOURCE_DATE_EPOCH="1795478400")
    assert ran.returncode == 0, ran.stderr
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert DAY == "2026-11-24"


def test_a_preview_names_the_mistakes_of_both_versions(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [{**small(), "enhancements/first.yml": "id: [\n"}])
    made.write({"enhancements/first.yml": small()["enhancements/first.yml"], "enhancements/second.yml": "titel: x\n"})
    ran = roadmap("build", "--out", "out", "--compare", "main", cwd=tmp_path)
    assert ran.returncode == 0
    assert (
        "roadmap: these files have mistakes, and count as they were:\nroadmap-data/enhancements/second.yml:1:1: error RM301" in ran.stderr
    )
    assert "have mistakes, and count as they are now:\nroadmap-data/enhancements/first.yml:1:5: error RM201" in ran.stderr
    assert (tmp_path / "out" / "changes.md").is_file()


def test_a_preview_of_which_nothing_can_be_read_names_the_mistakes(tmp_path: Path) -> None:
    make_repository(tmp_path, [{**small(), "roadmap.yml": "title: [\n"}])
    ran = roadmap("build", "--out", "out", "--compare", "main", cwd=tmp_path)
    assert ran.returncode == 2
    assert "roadmap-data/roadmap.yml:1:8: error RM201" in ran.stderr
    assert not (tmp_path / "out").exists()
