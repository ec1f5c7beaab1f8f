"""The blocks of a page are found as a Markdown parser finds them."""

from __future__ import annotations

import pytest

from enhancement_roadmap.fences import Block, split_page


def blocks(source: str) -> list[Block]:
    return [part for part in split_page(source) if isinstance(part, Block)]


def test_what_is_no_block_stays_byte_for_byte() -> None:
    source = "---\ntags: [a]\n---\n# T\n\n````markdown\n```roadmap\nview: table\n```\n````\n\n```roadmap-like\nx\n```\n`roadmap`\nend"
    assert "".join(part for part in split_page(source) if isinstance(part, str)) == source


@pytest.mark.parametrize(
    ("source", "body", "header"),
    [
        ("```roadmap\nview: table\n```\n", "view: table\n", ""),
        ("~~~~ roadmap\nview: table\n~~~\n~~~~~\n", "view: table\n~~~\n", ""),
        ("   ```roadmap \nview: table\n  ```", "view: table\n", ""),
        ("``` {.roadmap}\nview: table\n```\n", "view: table\n", ""),
        ('```roadmap view="table"\n```\n', "", 'view="table"'),
        ("```roadmap\nview: table\n", "view: table\n", ""),
    ],
)
def test_a_block_has_its_body_and_what_stands_on_its_first_line(source: str, body: str, header: str) -> None:
    (block,) = blocks(source)
    assert (block.line, block.body, block.header, block.is_nested) == (1, body, header, False)


@pytest.mark.parametrize("lead", ["    ", "\t", "> "])
def test_a_block_inside_something_else_is_told_apart(lead: str) -> None:
    (block,) = blocks(f"- x\n\n{lead}```roadmap\n{lead}view: table\n{lead}```\n")
    assert (block.line, block.is_nested) == (3, True)
