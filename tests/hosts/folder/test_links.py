"""Pages link to each other as the reader of the folder needs it."""

from __future__ import annotations

import pytest

from enhancement_roadmap.hosts.folder.links import FolderIndex, LinkForm

FILES = {"index.md", "guides/README.md", "guides/a b.md", "logo.svg", "roadmap/plan.md"}
CASES: dict[LinkForm, dict[tuple[str, str], str]] = {
    "md": {
        ("index.md", "plan"): "plan.md",
        ("index.md", "overview"): "index.md",
        ("enhancements/a.md", "overview"): "../index.md",
        ("enhancements/a.md", "enhancement"): "b.md",
        ("plan.md", "enhancement"): "enhancements/b.md",
        ("plan.md", "guides/a b.md#x"): "../guides/a%20b.md#x",
        ("plan.md", "guides/README.md"): "../guides/README.md",
        ("enhancements/a.md", "logo.svg"): "../../logo.svg",
    },
    "directory": {
        ("index.md", "plan"): "plan/",
        ("index.md", "overview"): "./",
        ("plan.md", "overview"): "../",
        ("plan.md", "plan"): "./",
        ("enhancements/a.md", "overview"): "../../",
        ("enhancements/a.md", "enhancement"): "../b/",
        ("plan.md", "enhancement"): "../enhancements/b/",
        ("plan.md", "guides/a b.md#x"): "../../guides/a%20b/#x",
        ("plan.md", "guides/README.md"): "../../guides/",
        ("plan.md", "index.md"): "../../",
        ("enhancements/a.md", "logo.svg"): "../../../logo.svg",
    },
    "html": {
        ("index.md", "plan"): "plan.html",
        ("enhancements/a.md", "overview"): "../index.html",
        ("enhancements/a.md", "enhancement"): "b.html",
        ("plan.md", "guides/README.md"): "../guides/index.html",
        ("plan.md", "/guides/a%20b.md"): "../guides/a%20b.html",
        ("plan.md", "logo.svg"): "../logo.svg",
    },
}


@pytest.mark.parametrize(
    ("form", "page", "target", "expected"),
    [(form, page, target, expected) for form, cases in CASES.items() for (page, target), expected in cases.items()],
)
def test_an_address_leads_from_page_to_target(form: LinkForm, page: str, target: str, expected: str) -> None:
    links = FolderIndex(form, "roadmap", FILES.__contains__).links_from(page)
    if target == "enhancement":
        assert links.enhancement("b") == expected
    elif target in {"plan", "overview"}:
        assert links.page(target) == expected  # type: ignore[arg-type]  # the two names are page names
    else:
        assert links.relative(target) == expected


def test_without_a_folder_above_the_addresses_start_at_the_root() -> None:
    links = FolderIndex("directory", "", FILES.__contains__).links_from("enhancements/a.md")
    assert (links.page("plan"), links.page("overview"), links.relative("guides/a b.md")) == ("../../plan/", "../../", "../../guides/a%20b/")


def test_a_page_that_is_not_made_is_no_link() -> None:
    links = FolderIndex("directory", "roadmap", FILES.__contains__, made={"plan.md"}).links_from("index.md")
    assert (links.page("plan"), links.page("matrix"), links.enhancement("gone"), links.file("reviews.ics")) == ("plan/", None, None, None)


@pytest.mark.parametrize("target", ["nowhere.md", "../secret.md", "guides/../../secret.md", "guides"])
def test_a_target_that_is_not_there_is_no_link_and_is_noted(target: str) -> None:
    index = FolderIndex("md", "roadmap", FILES.__contains__)
    assert index.links_from("plan.md").relative(target) is None
    assert list(index.missing) == [target]


def test_an_anchor_alone_stays_on_the_page() -> None:
    index = FolderIndex("directory", "roadmap", FILES.__contains__)
    assert index.links_from("plan.md").relative("#phase-one") == "#phase-one"
    assert not index.missing
