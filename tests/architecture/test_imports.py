"""No import goes round: of two modules that know each other, neither can be read, tried or moved alone.

Every import counts, wherever it stands: at the top, under `TYPE_CHECKING`, in a function. A package is its `__init__.py`; a
module that imports a name from the face of its own room goes round as soon as the face imports the module.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import enhancement_roadmap

PACKAGE = Path(enhancement_roadmap.__file__).parent


def _modules(package: Path) -> Mapping[str, Path]:
    """Files of a package and all that it holds, by the names that they are imported by."""
    paths = {path.relative_to(package.parent).with_suffix("").parts: path for path in sorted(package.rglob("*.py"))}
    return {".".join(parts[:-1] if parts[-1] == "__init__" else parts): path for parts, path in paths.items()}


def _imported(module: str, path: Path) -> Iterator[str]:
    """What a file imports: modules, and names that may be modules."""
    package = module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _graph(package: Path) -> Mapping[str, list[str]]:
    """For each module of a package those of its modules that it imports."""
    modules = _modules(package)

    def of_package(name: str) -> str | None:
        """The module that a name is, or that it is taken from."""
        return next((known for known in (name, name.rpartition(".")[0]) if known in modules), None)

    imports = {module: map(of_package, _imported(module, path)) for module, path in modules.items()}
    return {module: sorted({name for name in names if name not in {None, module}}) for module, names in imports.items()}


def _circle(package: Path) -> str:
    """A circle of imports as a path, each importing the next; empty without any."""
    try:
        TopologicalSorter(_graph(package)).prepare()
    except CycleError as error:
        return " → ".join(reversed(error.args[1]))
    return ""


def test_no_import_goes_round() -> None:
    assert _circle(PACKAGE) == ""


def test_the_modules_that_are_looked_at_are_all_there_are() -> None:
    graph = _graph(PACKAGE)
    assert {"enhancement_roadmap", "enhancement_roadmap.analysis", "enhancement_roadmap.analysis.insight"} <= set(graph)
    assert "enhancement_roadmap.analysis.facts" in graph["enhancement_roadmap.analysis.insight"]
    assert "enhancement_roadmap.analysis.insight" in graph["enhancement_roadmap.analysis"]


BACK = {
    "at the top": "from house.attic import light",
    "by its name": "import house.attic",
    "as a module": "from house import attic",
    "from beside": "from . import attic",
    "from a neighbour": "from .attic import light",
    "for types": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from house.attic import light",
    "in a function": "def climb():\n    from house.attic import light",
    "in a method, for types": "class Stairs:\n    if True:\n        import house.attic as up",
}


@pytest.mark.parametrize("statement", BACK.values(), ids=BACK)
def test_a_circle_is_found_however_it_is_imported(statement: str, tmp_path: Path) -> None:
    house = tmp_path / "house"
    house.mkdir()
    for name, text in {"__init__": "", "attic": "from house.hall import stairs", "hall": statement, "shed": "import house.hall"}.items():
        (house / f"{name}.py").write_text(text, encoding="utf-8")
    assert _circle(house) in {"house.attic → house.hall → house.attic", "house.hall → house.attic → house.hall"}


def test_a_module_that_asks_its_own_face_goes_round(tmp_path: Path) -> None:
    house = tmp_path / "house"
    house.mkdir()
    (house / "__init__.py").write_text("from house.hall import stairs", encoding="utf-8")
    (house / "hall.py").write_text("from house import stairs", encoding="utf-8")
    assert _circle(house) in {"house → house.hall → house", "house.hall → house → house.hall"}


def test_a_face_that_imports_its_own_modules_is_no_circle(tmp_path: Path) -> None:
    house = tmp_path / "house"
    house.mkdir()
    (house / "__init__.py").write_text("from house.attic import light\nfrom house.hall import stairs", encoding="utf-8")
    (house / "attic.py").write_text("from house.hall import stairs", encoding="utf-8")
    (house / "hall.py").write_text("stairs = ()", encoding="utf-8")
    assert _circle(house) == ""
