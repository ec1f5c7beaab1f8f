"""The one assembly of a site, which every host adapts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from enhancement_roadmap.findings import ComparisonError, Finding, Place
from enhancement_roadmap.hosts.site import Site, SiteMemory, SiteOptions, assemble, load_or_finding
from enhancement_roadmap.links import NoLinks
from support.plain_plan import make_folder
from support.roadmaps import enhancement, small

DAY = date(2026, 11, 24)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "data", small())


def assembled(data: Path, memory: SiteMemory | None = None, **options: object) -> Site:
    found = SiteOptions(data, DAY, shown="data", history=False, **options)  # type: ignore[arg-type]
    return assemble(found, load_or_finding(found, "here"), memory)


def titles(site: Site) -> list[str]:
    return [item.title for item in site.insight.roadmap.enhancements]


def test_a_site_has_pages_once_they_are_asked_for_and_files_beside_them(data: Path) -> None:
    site = assembled(data)
    assert (site.is_broken, list(site.findings), list(site.pages)) == (False, [], [])
    assert "enhancements/first.md" in {page.path for page in site.with_pages().pages}
    assert "schema/plan.schema.json" in site.files_beside()
    assert site.render_context(NoLinks()).insight is site.insight


def test_a_missing_folder_is_a_mistake_like_any_other(tmp_path: Path) -> None:
    site = assembled(tmp_path / "none").with_pages()
    (finding,) = site.findings
    assert (finding.code, finding.place.file, finding.hint) == ("RM100", "data", "Make the folder, or name another one here.")
    assert site.is_broken
    assert site.is_placeholder
    assert "index.md" in {page.path for page in site.pages}


def test_while_the_data_have_mistakes_the_last_good_site_stands_in(data: Path) -> None:
    memory = SiteMemory()
    assert titles(assembled(data, memory)) == ["First thing", "Second thing"]
    make_folder(data, {"enhancements/first.yml": "id: First\n"})
    broken = assembled(data, memory).with_pages()
    assert (broken.is_broken, broken.is_last_good, titles(broken)) == (True, True, ["First thing", "Second thing"])
    assert len(broken.pages) > 2
    make_folder(data, {"enhancements/first.yml": enhancement("first", 1, "Renamed")})
    mended = assembled(data, memory)
    assert (mended.is_broken, mended.is_last_good, titles(mended)) == (False, False, ["Renamed", "Second thing"])


def test_what_is_no_mistake_of_the_data_keeps_nothing_from_being_shown(data: Path) -> None:
    make_folder(data, {"enhancements/second.yml": enhancement("second", 2, "Second", "status: in-progress\nscope: {depends_on: [first]}")})
    site = assembled(data)
    assert [finding.code for finding in site.findings] == ["RM802"]
    assert not site.is_broken


def test_a_template_of_a_page_that_can_not_be_filled_is_a_finding_and_the_product_s_stands_in(data: Path, tmp_path: Path) -> None:
    own = make_folder(tmp_path / "own", {"plan.md.j2": "# Mine\n\n{{ no }}", "matrix.md.j2": "# Mine too"})
    (data / "plan.yml").write_text("phases: [{id: one, number: 1, title: One, summary: First}]\n", encoding="utf-8")
    site = assembled(data, templates=own, templates_shown="own").with_pages()
    assert [str(finding.place) for finding in site.findings] == ["own/plan.md.j2:3"]
    assert site.is_broken
    pages = {page.path: page.markdown for page in site.pages}
    assert "Mine" not in pages["plan.md"]
    assert "view: phases" in pages["plan.md"]


def test_of_a_roadmap_that_is_not_there_no_template_is_blamed(tmp_path: Path) -> None:
    own = make_folder(tmp_path / "own", {"matrix.md.j2": "{{ insight.roadmap.enhancements[0].title }}"})
    site = assembled(tmp_path / "none", templates=own).with_pages()
    assert [finding.code for finding in site.findings] == ["RM100"]


class Counted(list[Finding]):
    """Findings that count how often somebody goes through them."""

    times = 0

    def __iter__(self) -> Iterator[Finding]:
        self.times += 1
        return super().__iter__()


def test_whether_it_is_broken_is_worked_out_once_however_many_views_ask(data: Path) -> None:
    findings = Counted([Finding(Place("roadmap.yml"), "RM801", "a warning", severity="warning")] * 3)
    site = replace(assembled(data), findings=findings)
    assert [site.is_broken for _ in range(5)] == [False] * 5
    assert findings.times == 1


def test_with_nothing_to_compare_with_there_is_no_site(data: Path) -> None:
    with pytest.raises(ComparisonError, match="in no git repository"):
        assembled(data, compare="main")
