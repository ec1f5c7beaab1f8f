"""Each generated page ends by saying as of when it is, with the commit behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.links import commit_template
from support.folder import build, contents
from support.repository import DATA, make_repository
from support.roadmaps import small
from support.site import Built, Site


def generated(built: Built) -> list[str]:
    return [page.read_text(encoding="utf-8") for page in built.pages() if page.is_relative_to(built.folder / "roadmap")]


def test_every_page_of_a_repository_names_the_day_and_the_commit_and_links_to_it(tmp_path: Path) -> None:
    repository = make_repository(tmp_path, [small()])
    commit = repository.git("rev-parse", "HEAD")
    built = Site(repository.path, settings={"repo_url": "https://codeberg.org/team/plan"}).build()
    foot = f', commit <a href="https://codeberg.org/team/plan/commit/{commit}">{commit[:8]}</a></p>'
    assert [page.count('<p class="er-as-of"') for page in generated(built)] == [1] * len(generated(built))
    assert [page for page in generated(built) if foot not in page] == []


def test_without_a_history_there_is_the_day_alone(site: Site) -> None:
    assert all('class="er-as-of"' in page and ", commit " not in page for page in generated(site.build()))


def test_a_written_folder_says_it_too(tmp_path: Path) -> None:
    repository = make_repository(tmp_path, [small()])
    assert build(repository.path / DATA, tmp_path / "out").exit_code == 0
    commit = repository.git("rev-parse", "HEAD")[:7].encode()
    assert [name for name, text in contents(tmp_path / "out").items() if name.endswith(".md") and b", commit " + commit not in text] == []


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        ("https://github.com/team/plan", "https://github.com/team/plan/commit/{commit}"),
        ("https://gitlab.example.org/team/plan.git", "https://gitlab.example.org/team/plan/-/commit/{commit}"),
        ("https://bitbucket.org/team/plan/", "https://bitbucket.org/team/plan/commits/{commit}"),
        ("https://gitea.example.org/team/plan", "https://gitea.example.org/team/plan/commit/{commit}"),
        ("https://example.org/team/plan", ""),
        ("", ""),
    ],
)
def test_code_hosts_are_known_by_their_names(repository: str, expected: str) -> None:
    assert commit_template(repository) == expected
