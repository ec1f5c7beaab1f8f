"""Under ``mkdocs serve`` the data folder may go and come, as a checkout of another branch has it."""

from __future__ import annotations

import shutil
import urllib.request
from pathlib import Path

import pytest

from support.repository import ScratchRepository, make_repository
from support.roadmaps import enhancement, small
from support.serving import mkdocs_serve, save, wait_until
from support.site import Site

GONE = "there is no such folder"


@pytest.fixture
def repository(tmp_path: Path) -> ScratchRepository:
    """A site whose branch ``before`` has no roadmap yet."""
    repository = make_repository(tmp_path / "project", folder="plans/roadmap-data")
    site_of(repository).configure()
    repository.record("A site")
    repository.git("branch", "before")
    repository.commit(small())
    return repository


def site_of(repository: ScratchRepository) -> Site:
    return Site(repository.path, plugin={"data_dir": repository.folder})


def wait_for(address: str, words: str, *, absent: str = "", page: str = "roadmap/") -> None:
    """Wait until a page says something, and something else no longer."""

    def says() -> bool:
        with urllib.request.urlopen(f"{address}{page}", timeout=60) as response:  # noqa: S310  (an address of this machine)
            text = response.read().decode()
        return words in text and (not absent or absent not in text)

    wait_until(says, f"{address} says {words!r}", 30)


@pytest.mark.parametrize("options", [(), ("--strict",)], ids=["plain", "strict"])
def test_a_checkout_away_from_the_data_and_back_recovers_as_often_as_it_happens(
    repository: ScratchRepository, tmp_path: Path, options: tuple[str, ...]
) -> None:
    with mkdocs_serve(site_of(repository), tmp_path / "log", *options) as address:
        wait_for(address, "First thing", absent=GONE)
        for title in ("Second round", "Third round"):
            repository.switch("before")
            assert not repository.data.parent.exists()
            wait_for(address, GONE)
            repository.switch("main")
            wait_for(address, "First thing", absent=GONE)
            save(repository.data / "enhancements" / "first.yml", enhancement("first", 1, title))
            wait_for(address, title)
            repository.git("checkout", "--quiet", "--", ".")
            wait_for(address, "First thing", absent=title)


def test_a_checkout_faster_than_anybody_looks_recovers_too(repository: ScratchRepository, tmp_path: Path) -> None:
    with mkdocs_serve(site_of(repository), tmp_path / "log") as address:
        for number in range(3):
            repository.switch("before")
            repository.switch("main")
            save(repository.data / "enhancements" / "first.yml", enhancement("first", 1, f"Round {number}"))
            wait_for(address, f"Round {number}", absent=GONE)
            repository.git("checkout", "--quiet", "--", ".")


def test_a_branch_without_the_whole_site_is_survived_too(repository: ScratchRepository, tmp_path: Path) -> None:
    repository.switch("main")
    repository.git("checkout", "--quiet", "--orphan", "empty")
    repository.git("rm", "--quiet", "-rf", ".")
    repository.path.joinpath("README").write_text("x")
    repository.record("Nothing")
    repository.switch("main")
    with mkdocs_serve(site_of(repository), tmp_path / "log") as address:
        wait_for(address, "First thing", absent=GONE)
        repository.switch("empty")
        wait_until(lambda: "does not exist" in (tmp_path / "log").read_text(encoding="utf-8"), "the site is missed", 30)
        repository.switch("main")
        wait_for(address, "First thing", absent=GONE)
        save(repository.path / "docs" / "index.md", "# Home\n\n[One more](roadmap/index.md)\n")
        wait_for(address, "One more", page="")


def test_a_folder_that_is_made_while_serving_is_found(tmp_path: Path) -> None:
    site = Site(tmp_path / "project", plugin={"templates_dir": "own"})
    (site.root / "own").mkdir(parents=True)
    with mkdocs_serve(site, tmp_path / "log") as address:
        wait_for(address, GONE)
        site.data(small())
        wait_for(address, "First thing", absent=GONE)
        shutil.rmtree(site.root / "own")
        wait_for(address, "First thing")
        (site.root / "own").mkdir()
        save(site.root / "own" / "table.html.j2", "Our own table")
        wait_for(address, "Our own table")
