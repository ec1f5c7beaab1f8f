"""A block that is meant to be a view and would be shown as code is a finding, in any of its ways."""

from __future__ import annotations

import pytest

from enhancement_roadmap.fences import lapses


def found(source: str, *, exact: bool = True) -> list[tuple[int, str, str]]:
    return [(lapse.line, lapse.code, lapse.message) for lapse in lapses(source, exact=exact)]


LAPSES = {
    "no end": ("# A\n\n```roadmap\nview: table\n", (3, "RM508", "the block has no end")),
    "tildes without an end": ("~~~ roadmap\nview: table\n```\n", (1, "RM508", "the block has no end")),
    "no end before the next": ("```roadmap\nview: table\n\n```roadmap\nview: plan\n```\n", (1, "RM508", "the block has no end")),
    "fewer marks at the end": ("````roadmap\nview: table\n```\n", (1, "RM508", "the block has no end")),
    "no end in a list": ("- a\n\n    ```roadmap\n    view: table\n\nText.\n", (3, "RM508", "the block has no end")),
    "an end further in": ("```roadmap\nview: table\n  ```\n", (1, "RM508", "the block has no end")),
    "in capitals": ("```ROADMAP\nview: table\n```\n", (1, "RM509", "the block is called ‘ROADMAP’")),
    "with a capital, in braces": ("``` {.Roadmap}\nview: table\n```\n", (1, "RM509", "the block is called ‘Roadmap’")),
    "inside of another without an end": (
        "```python\nx\n\n```roadmap\nview: table\n```\n",
        (1, "RM508", "the block that starts here has no end before the one called ‘roadmap’ on line 4"),
    ),
    "inside of another with other marks": (
        "~~~\nx\n\n```roadmap\nview: table\n```\n",
        (1, "RM508", "the block that starts here has no end before the one called ‘roadmap’ on line 4"),
    ),
    "options that are none": ("```roadmap view: table\n```\n", (1, "RM504", "options on the first line: ‘view: table’")),
}


@pytest.mark.parametrize("name", LAPSES)
def test_what_is_no_view_is_named_once_with_its_line(name: str) -> None:
    source, expected = LAPSES[name]
    assert found(source) == [expected]


@pytest.mark.parametrize(
    "source",
    [
        "```roadmap\nview: table\n```\n",
        "> ```roadmap\n> view: table\n> ```\n",
        "- a\n\n    ```roadmap\n    view: table\n    ```\n",
        '```roadmap title="x"\nview: table\n```\n',
        "``` {.roadmap #top}\nview: table\n```\n",
        "````markdown\n```roadmap\nview: table\n````\n",
        "````markdown\n```Roadmap\n```\n````\n",
        "```roadmap-like\nx\n",
        "<!--\n```roadmap\nview: table\n-->\n",
        "`roadmap`, ```Roadmap``` and roadmap\n",
        "```python\nno end, and no view below it, though a Roadmap\n",
    ],
)
def test_views_code_and_comments_are_let_pass(source: str) -> None:
    assert found(source) == []


def test_where_more_marks_may_end_a_block_they_do() -> None:
    source = "```roadmap\nview: table\n`````\n"
    assert found(source, exact=False) == []
    assert found(source) == [(1, "RM508", "the block has no end")]


def test_lines_are_those_of_the_whole_page() -> None:
    (lapse,) = lapses("text\n\n```Roadmap\n```\n", exact=True)
    assert lapse.found_in("---\ntitle: x\n---\ntext\n\n```Roadmap\n```\n", 1).line == 6
    assert lapse.found_in("another page", 1).line == 0
