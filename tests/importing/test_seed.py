"""The planning document that the roadmap of Working Panda was made from comes in with nothing lost, broken or repaired."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.importing import decoded, files_of, from_markdown, loaded_from
from enhancement_roadmap.outputs.document import document
from support.seed import SEED, facts_of, missing

FILES = [SEED, SEED.with_name("future-security-enhancements.garbled.txt")]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.suffix)
def test_every_line_of_it_is_in_the_document_that_the_data_make(file: Path) -> None:
    text, _ = decoded(file.read_bytes())
    loaded = loaded_from(files_of(from_markdown(text, file.name)), "roadmap-data")
    assert loaded.findings == ()
    assert loaded.roadmap
    written = document(Insight(loaded.roadmap, date(2026, 11, 26)))
    assert missing(facts_of(SEED.read_text(encoding="utf-8")), facts_of(written)) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.suffix)
def test_all_of_it_becomes_data(file: Path) -> None:
    found = from_markdown(decoded(file.read_bytes())[0], file.name)
    assert (len(found.enhancements), found.boxes) == (9, 54)
    assert {remark.kind for remark in found.remarks} == {"became"}
    assert found.notes == []


def test_text_that_was_decoded_wrongly_is_restored_and_said_to_be() -> None:
    text, remarks = decoded(FILES[1].read_bytes())
    assert text == FILES[0].read_text(encoding="utf-8")
    assert remarks == ["text that was decoded wrongly before was restored on 15 lines"]
