"""One meaning a name: who reads a class's name in one file knows it in every other."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import enhancement_roadmap

PACKAGE = Path(enhancement_roadmap.__file__).parent
PATHS = sorted(PACKAGE.rglob("*.py"))


def test_no_two_classes_have_the_same_name_nor_one_that_differs_by_its_underscore() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in PATHS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                places[node.name.removeprefix("_")].append(path.relative_to(PACKAGE).as_posix())
    assert "Enhancement" in places
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


def test_a_file_is_named_by_its_subject_not_by_being_words() -> None:
    assert [path.relative_to(PACKAGE).as_posix() for path in PATHS if path.name == "words.py"] == []
