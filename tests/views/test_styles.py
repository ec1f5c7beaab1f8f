"""The style sheet of the views is joined from small files: all of them, each once, in one order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from enhancement_roadmap import views
from enhancement_roadmap.views import VIEWS, style_sheet

ROOM = Path(views.__file__).parent
SHEETS = sorted(ROOM.rglob("*.css"))
SHARED = [path for path in SHEETS if path.parent.name == "styles"]
OWN = [path for path in SHEETS if path not in SHARED]


def _makes(source: str, name: str) -> bool:
    """Whether a class is written there, whole or with an expression as its end."""
    written = set(re.findall(r"er-[\w-]+(?:\{\{)?", source))
    return name in written or any(name.startswith(begin.removesuffix("{{")) for begin in written if begin.endswith("-{{"))


def _names(paths: Iterable[Path]) -> list[str]:
    return [path.stem for path in paths]


def _place(path: Path) -> int:
    return style_sheet().index(path.read_text(encoding="utf-8"))


def _selectors(sheet: str) -> list[str]:
    """What stands before each brace, but for the conditions of media."""
    words = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    return [part.strip() for part in re.findall(r"([^{};]+)\{", words) if not part.strip().startswith("@")]


@pytest.mark.parametrize("path", SHEETS, ids=_names(SHEETS))
def test_every_file_is_in_the_sheet_once(path: Path) -> None:
    assert style_sheet().count(path.read_text(encoding="utf-8")) == 1


def test_the_sheet_is_these_files_and_nothing_else() -> None:
    assert len(style_sheet()) == sum(len(path.read_text(encoding="utf-8")) + 1 for path in SHEETS) - 1


def test_a_view_says_otherwise_than_what_views_share_but_not_on_phones_and_on_paper() -> None:
    places = {path.stem: _place(path) for path in SHARED}
    last = [places.pop(name) for name in ("narrow", "print", "forced")]
    own = [_place(path) for path in OWN]
    assert max(places.values()) < min(own)
    assert max(own) < min(last)


def test_views_follow_each_other_as_in_the_table_of_views() -> None:
    assert _names(sorted(OWN, key=_place)) == [name for name in VIEWS if name in _names(OWN)]


@pytest.mark.parametrize("path", OWN, ids=_names(OWN))
def test_each_rule_of_a_view_is_about_what_its_own_template_makes(path: Path) -> None:
    template = path.with_name(f"{path.stem}.html.j2").read_text(encoding="utf-8")
    for selector in _selectors(path.read_text(encoding="utf-8")):
        names = re.findall(r"er-[\w-]+", selector)
        assert any(_makes(template, name) for name in names), selector


def test_nothing_is_styled_that_nothing_makes() -> None:
    made = "".join(path.read_text(encoding="utf-8") for suffix in ("j2", "js", "py") for path in ROOM.parent.rglob(f"*.{suffix}"))
    assert [name for name in re.findall(r"\.(er-[\w-]+)", style_sheet()) if not _makes(made, name)] == []
