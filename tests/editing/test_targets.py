"""Nothing is written through a link that leads out of the folder it stands in."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from enhancement_roadmap.editing.targets import LeadsAwayError, descriptor_of, target_of
from enhancement_roadmap.editing.writing import make_folder, replace_file, write_whole

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such links")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder ``docs`` with a folder in it, beside one that holds something of value; the current folder is above both."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs" / "plans").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "victim").write_bytes(b"mine")
    return tmp_path


LINKS = {
    "to a file": ("docs/link", "../outside/victim", "docs/link"),
    "to a file that is not there yet": ("docs/link", "../outside/new", "docs/link"),
    "to a file by its whole path": ("docs/link", "{here}/outside/victim", "docs/link"),
    "that is a folder on the way": ("docs/link", "../outside", "docs/link/victim"),
    "further up on the way": ("docs/link", "../outside", "docs/link/more/new"),
    "to the folder itself": ("docs/link", "..", "docs/link/outside/victim"),
    "that is left again": ("docs/link", "../outside", "docs/link/../outside/victim"),
}
"""For each: the link, where it leads, and a path through it."""


@pytest.mark.parametrize("write", [write_whole, lambda path, _: make_folder(path)], ids=["a file", "a folder"])
@pytest.mark.parametrize("absolute", [False, True], ids=["relative", "absolute"])
@pytest.mark.parametrize("link", LINKS)
def test_a_link_out_of_its_folder_is_not_followed(link: str, absolute: bool, write: Callable[[Path, bytes], object], here: Path) -> None:
    name, target, path = LINKS[link]
    (here / name).symlink_to(target.format(here=here))
    with pytest.raises(LeadsAwayError, match="is a symbolic link out of its folder, to ‘") as raised:
        write(here / path if absolute else Path(path), b"new")
    assert raised.value.filename == str(here / path if absolute else path)
    assert f"‘{here / name if absolute else name}’" in str(raised.value)
    assert {file.name: file.read_bytes() for file in (here / "outside").iterdir()} == {"victim": b"mine"}
    assert sorted(entry.name for entry in (here / "docs").iterdir()) == ["link", "plans"]


def test_a_folder_whose_name_starts_alike_is_another_one(here: Path) -> None:
    (here / "docs" / "plans-of-others").symlink_to("../outside")
    (here / "docs" / "plans" / "link").symlink_to("../plans-of-others")
    with pytest.raises(LeadsAwayError):
        target_of(Path("docs/plans/link/new"))


def test_a_link_of_links_counts_by_where_it_ends(here: Path) -> None:
    (here / "docs" / "first").symlink_to("second")
    (here / "docs" / "second").symlink_to("../outside/victim")
    with pytest.raises(LeadsAwayError, match="‘docs/first’"):
        target_of(Path("docs/first"))


def test_a_link_in_its_folder_is_followed(here: Path) -> None:
    (here / "docs" / "latest").symlink_to("plans")
    (here / "docs" / "plans" / "link.md").symlink_to("plan.md")
    write_whole(Path("docs/latest/link.md"), b"new")
    assert (here / "docs" / "plans" / "link.md").is_symlink()
    assert (here / "docs" / "plans" / "plan.md").read_bytes() == b"new"
    assert target_of(Path("docs/latest/../plans")) == here / "docs" / "plans"


def test_a_file_that_can_be_made_again_replaces_a_link_but_goes_through_none(here: Path) -> None:
    (here / "docs" / "link").symlink_to("../outside/victim")
    (here / "docs" / "folder").symlink_to("../outside")
    replace_file(here / "docs" / "link", b"new")
    with pytest.raises(LeadsAwayError):
        replace_file(here / "docs" / "folder" / "victim", b"new")
    assert (here / "docs" / "link").read_bytes() == b"new"
    assert (here / "outside" / "victim").read_bytes() == b"mine"


def test_links_in_a_circle_are_said(here: Path) -> None:
    (here / "docs" / "one").symlink_to("other")
    (here / "docs" / "other").symlink_to("one")
    with pytest.raises(OSError, match="‘docs/one’ is a symbolic link that leads to itself"):
        target_of(Path("docs/one"))


def test_where_the_user_stands_is_no_matter(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "docs" / "link").symlink_to("../outside")
    monkeypatch.chdir(here / "docs" / "link")
    write_whole(Path("new"), b"new")
    assert (here / "outside" / "new").read_bytes() == b"new"


def test_a_link_that_takes_the_place_of_a_folder_meanwhile_leads_nowhere(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plans = here / "docs" / "plans"

    def swap(_: int) -> None:
        plans.rename(here / "docs" / "moved")
        plans.symlink_to("../outside")

    monkeypatch.setattr(os, "fsync", swap)
    write_whole(Path("docs/plans/victim"), b"new")
    assert (here / "outside" / "victim").read_bytes() == b"mine"
    assert [entry.name for entry in (here / "outside").iterdir()] == ["victim"]
    assert (here / "docs" / "moved" / "victim").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("/dev/stdout", 1),
        ("/dev/stderr", 2),
        ("/dev/fd/63", 63),
        ("/proc/self/fd/1", 1),
        ("/dev/null", None),
        ("dev/stdout", None),
        ("/dev/fd/../fd/1", None),
        ("/srv/dev/stdout", None),
        ("/dev/fd", None),
    ],
)
def test_what_means_an_open_file(path: str, number: int | None) -> None:
    assert descriptor_of(Path(path)) == number
