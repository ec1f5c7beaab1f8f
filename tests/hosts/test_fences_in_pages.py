"""A fence is a view wherever Markdown lets a fenced block stand."""

from __future__ import annotations

import itertools

import pytest

from support.site import Site

FENCE = "```roadmap\nview: table\n```"
MARKER = '<th scope="row">'

CONTEXTS = {
    "alone": FENCE,
    "tildes": "~~~roadmap\nview: table\n~~~",
    "braces": "``` { .roadmap }\nview: table\n```",
    "admonition": '!!! note "Look"\n\n    ```roadmap\n    view: table\n    ```',
    "tab": '=== "One"\n\n    ```roadmap\n    view: table\n    ```\n\n=== "Two"\n\n    Text.',
    "list": "1.  First\n\n    ```roadmap\n    view: table\n    ```\n\n2.  Second",
    "nested": "- A\n\n    - B\n\n        !!! tip\n\n            ```roadmap\n            view: table\n            ```",
    "quote": "> ```roadmap\n> view: table\n> ```",
    "details": "??? note\n\n    ```roadmap\n    view: table\n    ```",
    "div": "<div markdown>\n\n```roadmap\nview: table\n```\n\n</div>",
}
EXTENSIONS = ["admonition", "attr_list", "md_in_html", "pymdownx.details", {"pymdownx.tabbed": {"alternate_style": True}}]


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_fence_is_a_view(site: Site, context: str) -> None:
    site.settings["markdown_extensions"] = EXTENSIONS
    site.page("index.md", f"# Home\n\n{CONTEXTS[context]}\n")
    html = site.build().html("")
    assert html.count(MARKER) == 2
    assert "view: table" not in html


ORDERS = [list(options) for size in (0, 1, 2) for options in itertools.permutations(["pymdownx.superfences", "pymdownx.highlight"], size)]


@pytest.mark.parametrize("extensions", [*ORDERS, ["pymdownx.extra"], ["extra"], ["fenced_code", "codehilite"]], ids=str)
def test_other_extensions_for_code_do_no_harm(site: Site, extensions: list[str]) -> None:
    site.settings["markdown_extensions"] = extensions
    site.page("index.md", f"# Home\n\n{FENCE}\n\n```python\nprint(1)\n```\n")
    html = site.build().html("")
    assert html.count(MARKER) == 2
    assert "print" in html


def test_custom_fences_of_the_site_stay(site: Site) -> None:
    fence = {"name": "mermaid", "class": "mermaid"}
    site.settings["markdown_extensions"] = [{"pymdownx.superfences": {"custom_fences": [fence]}}]
    site.page("index.md", f"# Home\n\n```mermaid\ngraph TD\n```\n\n{FENCE}\n")
    html = site.build().html("")
    assert '<pre class="mermaid">' in html
    assert html.count(MARKER) == 2


def test_links_to_anchors_of_a_view_are_no_warnings(site: Site) -> None:
    site.page("index.md", "# Home\n\n[One](roadmap/enhancements/first.md#requirement-one)\n")
    assert site.build().warnings == []


def test_links_to_anchors_that_no_view_has_are_warnings(site: Site) -> None:
    site.page("index.md", "# Home\n\n[Two](roadmap/enhancements/first.md#requirement-two)\n")
    (warning,) = site.build(strict=False).warnings
    assert "#requirement-two" in warning
