"""A change of a long text is told by its paragraphs, each with its line, and never as the whole text."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from enhancement_roadmap.diff import describe
from enhancement_roadmap.diff.paragraphs import around
from enhancement_roadmap.outputs.difference import as_markdown, as_text
from support.differences import between, described
from support.roadmaps import enhancement, small

FIRST = "enhancements/first.yml"
TEXT = """\
Whoever steals a disk reads it.

- Backups
- Keys

```
restore

check
```

That is all.
"""


def _with(text: str) -> dict[str, str]:
    more = f"analysis:\n  benefits: |\n{textwrap.indent(text, '    ')}"
    return {**small(), FIRST: enhancement("first", 1, "First thing", more)}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("steals", "takes", ["paragraph-reworded [first] analysis benefits: '{0}' -> '{0}'"]),
        (
            "- Keys",
            "- Keys\n- Both",
            ["paragraph-reworded [first] analysis benefits: '- Backups\\n- Keys' -> '- Backups\\n- Keys\\n- Both'"],
        ),
        (
            "check",
            "look",
            ["paragraph-reworded [first] analysis benefits: '```\\nrestore\\n\\ncheck\\n```' -> '```\\nrestore\\n\\nlook\\n```'"],
        ),
        ("That is all.", "And more.\n\nThat is all.", ["paragraph-added [first] analysis benefits: None -> 'And more.'"]),
        ("\nThat is all.\n", "", ["paragraph-removed [first] analysis benefits: 'That is all.' -> None"]),
        (".\n\n- Backups", ".\n\n\n\n- Backups", []),
    ],
)
def test_only_the_paragraphs_that_are_others_are_told(old: str, new: str, what: list[str], tmp_path: Path) -> None:
    assert old in TEXT
    found = described(between(tmp_path, _with(TEXT), _with(TEXT.replace(old, new))))
    assert [
        line.replace("Whoever steals a disk reads it.", "{0}").replace("Whoever takes a disk reads it.", "{0}") for line in found
    ] == what


def test_a_paragraph_that_moves_is_gone_and_there(tmp_path: Path) -> None:
    first, *others = TEXT.strip().split("\n\n", 1)
    found = between(tmp_path, _with(TEXT), _with("\n\n".join([*others, first]) + "\n"))
    assert [(change.kind.name, change.path[-1], change.index) for change in found.changes] == [
        ("paragraph-removed", 0, 0),
        ("paragraph-added", 3, 3),
    ]


def test_each_has_its_own_line(tmp_path: Path) -> None:
    changed = TEXT.replace("check", "look").replace("That is all.\n", "That is it.\n\nReally.\n")
    found = between(tmp_path, _with(TEXT), _with(changed))
    lines = (tmp_path / "after" / FIRST).read_text(encoding="utf-8").splitlines()
    said = [(change.place.line, change.place.column) for change in found.changes if change.place]
    assert [lines[line - 1][column - 1 :] for line, column in said] == ["```", "That is it.", "Really."]


def test_a_text_of_one_paragraph_is_told_as_before(tmp_path: Path) -> None:
    found = described(between(tmp_path, _with("Safe.\n"), _with("Safer\nby far.\n")))
    assert found == ["field-changed [first] analysis benefits: 'Safe.' -> 'Safer\\nby far.'"]


def test_a_text_that_comes_or_goes_is_told_as_a_whole(tmp_path: Path) -> None:
    found = described(between(tmp_path, small(), _with(TEXT)))
    assert [line.partition(":")[0] for line in found] == ["field-changed [first] analysis"]


def test_the_forms_for_people_show_the_paragraph_without_its_marks(tmp_path: Path) -> None:
    found = between(tmp_path, _with(TEXT), _with(TEXT.replace("- Keys", "- *Keys*\n- [x] Both")))
    text = as_text(found)
    assert "Paragraph reworded: analysis benefits" in text
    assert "- • Backups • Keys\n" in text
    assert "+ • Backups • Keys ✓ Both" in text
    assert "restore" not in text
    markdown = as_markdown(found, "main")
    assert "- **Paragraph reworded**: analysis benefits, • Backups • Keys → • Backups • Keys ✓ Both" in markdown


def test_long_paragraphs_that_begin_alike_are_shown_from_where_they_do_not() -> None:
    alike = "The same words again and again, " * 20
    assert around(f"{alike}then one end", f"{alike}then another") == (
        "…again, The same words again and again, then one end",
        "…again, The same words again and again, then another",
    )
    assert around("short then one end", "short then another") == ("short then one end", "short then another")
    assert around(alike, f"{alike}more")[1] == "…and again, The same words again and again, more"


def test_thousands_of_paragraphs_are_answered_at_once(tmp_path: Path) -> None:
    many = "a\n\n" * 3_000
    (change,) = between(tmp_path, _with(many), _with(f"{many}b\n")).changes
    assert describe(change).title == "Analysis benefits"
