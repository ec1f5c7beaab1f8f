"""A field that only this test has is everywhere that a field is, without a line of code."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from enhancement_roadmap.cli import main
from enhancement_roadmap.outputs.difference import changes_data
from support.differences import between, described
from support.plain_plan import make_folder
from support.site import Site

ROADMAP = """\
title: Plan
fields:
  - {id: moon, title: Moon phase, type: choice, choices: [new, full], column: true}
  - {id: weight, title: Weight, type: number, unit: kg, column: true}
"""
FILES = {
    "roadmap.yml": ROADMAP,
    "enhancements/01-one.yml": "title: One\nfields: {moon: full, weight: 1 200}\n",
    "enhancements/02-two.yml": "title: Two\nfields: {moon: new, weight: 30}\n",
    "enhancements/03-three.yml": "title: Three\n",
}


def run(*arguments: str) -> str:
    ran = CliRunner().invoke(main, arguments)
    assert ran.exit_code == 0, ran.output
    return ran.output


def test_it_is_shown_filtered_and_sorted_in_a_site(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.data(FILES)
    site.page("moon.md", "# Moon\n\n```roadmap\nview: table\nfield: moon=full\n```\n")
    built = site.build()
    page = built.html("roadmap/enhancements/one/")
    assert "<dt>Moon phase</dt>" in page
    assert "1,200 kg" in page
    overview = built.html("roadmap/")
    assert 'data-sort="field-moon"' in overview
    assert 'data-value="1200.0"' in overview
    assert "moon%3Dfull" in overview
    chosen = built.html("moon/")
    assert "One" in chosen.split("<article", 1)[1].split("</article", 1)[0]
    assert "Two" not in chosen.split("<article", 1)[1].split("</article", 1)[0]


def test_it_is_in_the_terminal_the_document_and_the_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make_folder(tmp_path / "roadmap-data", FILES)
    assert "Moon phase" in run("show", "facts", "-o", "enhancement=one")
    assert "**Moon phase**: full" in run("document")
    changed = FILES | {"enhancements/01-one.yml": "title: One\nfields: {moon: new, weight: 1 200}\n"}
    (line,) = described(between(tmp_path / "versions", FILES, changed))
    assert all(words in line for words in ("[one]", "moon", "full", "new"))
    found = between(tmp_path / "again", FILES, changed)
    assert any("moon" in json.dumps(change) for change in changes_data(found))


def test_editors_know_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make_folder(tmp_path / "roadmap-data", FILES)
    run("schema", "--out", "schema")
    schema = json.loads((tmp_path / "schema" / "enhancement.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(yaml.safe_load(FILES["enhancements/01-one.yml"]), schema)
    for wrong in ("title: One\nfields: {moon: half}\n", "title: One\nfields: {mooon: full}\n"):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(yaml.safe_load(wrong), schema)
