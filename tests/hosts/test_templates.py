"""A site's own templates take the place of the product's, and their mistakes are findings."""

from __future__ import annotations

import pytest

from support.roadmaps import enhancement, small
from support.site import Site


@pytest.fixture
def own(site: Site) -> Site:
    """A site with a folder for its own templates."""
    (site.root / "own").mkdir()
    site.plugin["templates_dir"] = "own"
    return site


def write(site: Site, **templates: str) -> None:
    for name, text in templates.items():
        kind, _, rest = name.partition("_")
        (site.root / "own" / f"{rest}.{kind}.j2").write_text(text, encoding="utf-8")


def test_a_view_and_a_page_are_overridden(own: Site) -> None:
    write(
        own,
        html_table="<p>mine: {% for item in rows %}{{ item.title | text }}; {% endfor %}</p>",
        md_overview="# My {{ about.title }}\n\n```roadmap\nview: table\n```",
    )
    html = own.build().html("roadmap/")
    assert "<p>mine: First thing; Second thing; </p>" in html
    assert "My Plan" in html


def test_a_template_may_use_parts_of_its_own_and_of_the_product(own: Site) -> None:
    write(
        own,
        html_table='{% import "_names.html.j2" as names %}{% include "_mine.html.j2" %}{{ names.enhancement(rows[0], links) }}',
        html__mine="<b>part</b>",
    )
    html = own.build().html("roadmap/")
    assert '<b>part</b><a dir="auto" href="enhancements/first/">First thing</a>' in html


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("line\n{% if %}", "own/table.html.j2:2: error RM703: the template can not be filled: Expected an expression"),
        ("line\n\n{{ nothing }}", "own/table.html.j2:3: error RM703: the template can not be filled: 'nothing' is undefined"),
        ("{{ rows[0].no }}", "own/table.html.j2:1: error RM703"),
        ("\n{{ 1 / 0 }}", "own/table.html.j2:2: error RM703: the template can not be filled: division by zero"),
        ('{% include "gone.html.j2" %}', "own/table.html.j2:1: error RM703: there is no template ‘gone.html.j2’"),
    ],
    ids=["syntax", "unknown variable", "unknown attribute", "at work", "unknown part"],
)
def test_a_mistake_in_a_view_is_a_finding_with_its_line(own: Site, template: str, said: str) -> None:
    write(own, html_table=template)
    assert said in own.failure()


def test_a_mistake_in_a_page_is_a_finding_with_its_line(own: Site) -> None:
    write(own, md_plan="# Plan\n\n{{ no }}")
    assert "own/plan.md.j2:3: error RM703" in own.failure()


def test_a_mistake_in_a_shared_part_is_a_finding_with_its_line(own: Site) -> None:
    write(own, html__chips="\n{% macro %}")
    assert "own/_chips.html.j2:2: error RM703" in own.failure()


def test_a_file_that_overrides_nothing_is_a_finding_with_the_nearest_name(own: Site) -> None:
    write(own, html_tabel="x")
    failure = own.failure()
    assert "own/tabel.html.j2: error RM701: there is no template ‘tabel.html.j2’ to override" in failure
    assert "Did you mean ‘table.html.j2’?" in failure


def test_a_template_is_a_file_of_the_folder_itself(own: Site) -> None:
    (own.root / "secret").write_text("secret", encoding="utf-8")
    (own.root / "own" / "table.html.j2").symlink_to(own.root / "secret")
    (own.root / "own" / "facts.html.j2").write_bytes(b"\xff")
    (own.root / "own" / "scope.html.j2").mkdir()
    failure = own.failure()
    assert "own/facts.html.j2: error RM702: is not UTF-8" in failure
    assert "own/scope.html.j2: error RM702: is not a file" in failure
    assert "own/table.html.j2: error RM702: is a symbolic link out of the folder" in failure


@pytest.mark.parametrize(
    "attempt",
    [
        "{{ rows[0].__class__.__mro__ }}",
        "{{ rows[0].model_construct() }}",
        "{{ insight.roadmap.parse_file('secret.json') }}",
        "{{ about.model_validate_json('{}') }}",
        "{{ ''.format.__globals__ }}",
        "{{ insight.__init__.__globals__ }}",
        "{% include '../secret' %}",
        "{{ rows.__class__ }}",
        "{{ insight.by_id.update({}) }}",
    ],
)
def test_a_template_reaches_no_code_and_no_file(own: Site, attempt: str) -> None:
    write(own, html_table=attempt)
    assert "own/table.html.j2:1: error RM703" in own.failure()


def test_words_from_the_data_stay_words_in_a_page_template(own: Site) -> None:
    own.data(small(first=enhancement("first", 1, "'A <b>{{ 1 }}</b> {: .x }'")))
    write(own, md_overview="# Own\n\n{{ insight.roadmap.enhancements[0].title }}")
    html = own.build().html("roadmap/")
    assert "A &#60;b&#62;&#123;&#123; 1 &#125;&#125;&#60;&#8288;/b&#62;".replace("&#8288;", "\u2060").replace("/", "&#47;") in html
