"""The reference pages say what the code says. To write them anew: UPDATE_REFERENCE=1 .venv/bin/pytest tests/docs."""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path

import pytest

from enhancement_roadmap.loading import schema
from enhancement_roadmap.loading.schema import schema_name
from enhancement_roadmap.model import FILE_KINDS, Node, Wording
from enhancement_roadmap.outputs import roadmap_json
from enhancement_roadmap.views import VIEWS, View
from support.reference import PAGES
from support.reference.data import meaning_of, models_inside
from support.reference.roadmap_schema import roadmap_schema_of
from support.reference.schemas import schema_of

MODELS = dict.fromkeys(model for kind in FILE_KINDS for model in (kind.model, *models_inside(kind.model)) if model is not Wording)
"""All but the wording, whose defaults say what each key is."""

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "reference"
SCHEMAS = {schema_name(kind): kind for kind in FILE_KINDS}


@pytest.mark.parametrize("name", PAGES)
def test_a_reference_page_is_what_the_code_gives(name: str) -> None:
    assert_written(FOLDER / name, PAGES[name]())


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_of_the_package_is_what_the_model_gives(name: str) -> None:
    assert_written(Path(schema.__file__).with_name("schemas") / name, schema_of(SCHEMAS[name]))


def test_the_schema_of_the_whole_roadmap_has_the_parts_that_the_model_gives() -> None:
    path = Path(roadmap_json.__file__).with_name(roadmap_json.SCHEMA_NAME)
    assert_written(path, roadmap_schema_of(path.read_text(encoding="utf-8")))


def assert_written(path: Path, expected: str) -> None:
    """Fail where a file is another than it would be made now; with ``UPDATE_REFERENCE`` in the environment it is made."""
    if os.environ.get("UPDATE_REFERENCE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(expected, encoding="utf-8")
    changes = list(unified_diff(path.read_text(encoding="utf-8").splitlines(), expected.splitlines(), "written", "made", lineterm=""))
    assert not changes, "\n".join(["to write it anew: UPDATE_REFERENCE=1 .venv/bin/pytest tests/docs", *changes[:40]])


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_of_the_data_has_a_meaning(model: type[Node]) -> None:
    assert [name for name in model.model_fields if not meaning_of(model, name)] == []


@pytest.mark.parametrize("view", VIEWS.values(), ids=lambda view: view.name)
def test_every_option_of_a_view_has_a_meaning(view: View) -> None:
    assert view.summary
    assert [name for name in view.options.model_fields if not meaning_of(view.options, name)] == []


def test_no_reference_page_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(PAGES)
