"""A requirement is ticked, opened and waived in its own words: the file keeps its form, and what is undone leaves the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enhancement_roadmap.editing.comments import comments_in
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.editing.ticking import Completion, tick, untick, waive
from enhancement_roadmap.loading import Loaded, load
from enhancement_roadmap.model import PartialDate
from support.plain_plan import PLAN, make_folder

NAME = "enhancements/01-database-security.yml"
FILE = """\
title: Database Security
priority: high   # for now
requirements:
  - Encrypt (TLS, mutual)   # first
  - 'Audit: who, when'
  # the third
  - >-
    Rotate
    credentials
  - text: Back up
  - {id: drill, text: Restore, owner: Ada}
  - text: Monitor
    parts: [Collect, {text: Alert}, {text: Page, due: 2027-01}]
  - Several
    lines   # last
# the end
"""
DAY = PartialDate(2026, 11, 27)
NUMBERS = ["1", "2", "3", "4", "drill", "6.1", "6.2", "6.3", "7"]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return load(make_folder(tmp_path_factory.mktemp("data"), {**PLAN, NAME: FILE}))


def written(draft: RoadmapDraft) -> str:
    return draft.text(NAME).text


def done(draft: RoadmapDraft, *names: str, on: PartialDate | None = None, by: str = "", evidence: str = "") -> str:
    tick(draft, "database-security", names, Completion(on, DAY, by, evidence))
    return written(draft)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("1", "  - Encrypt (TLS, mutual)   # first\n", "  - text: Encrypt (TLS, mutual)   # first\n    done: 2026-11-27\n"),
        ("who, when", "  - 'Audit: who, when'\n", "  - text: 'Audit: who, when'\n    done: 2026-11-27\n"),
        ("4", "  - text: Back up\n", "  - text: Back up\n    done_on: 2026-11-27\n"),
        ("drill", "owner: Ada}", "owner: Ada, done: 2026-11-27}"),
        ("6.1", "[Collect", "[{text: Collect, done: 2026-11-27}"),
        ("6.2", "{text: Alert}", "{text: Alert, done_on: 2026-11-27}"),
        ("rotate   CREDENTIALS", "  - >-\n    Rotate\n    credentials\n", "  - {text: Rotate credentials, done: 2026-11-27}\n"),
    ],
)
def test_a_tick_is_the_shortest_form_that_says_it(name: str, old: str, new: str, loaded: Loaded) -> None:
    assert done(RoadmapDraft(loaded), name) == FILE.replace(old, new)


def test_one_with_parts_is_done_when_they_are(loaded: Loaded) -> None:
    draft = RoadmapDraft(loaded)
    done(draft, "monitor")
    item = draft.item("database-security")
    assert item.requirements[5].status == "done"
    assert [part.done_on for part in item.requirements[5].parts] == [DAY] * 3


def test_a_tick_says_when_by_whom_and_what_shows_it_and_may_be_said_better(loaded: Loaded) -> None:
    draft = RoadmapDraft(loaded)
    said = "  - text: Encrypt (TLS, mutual)   # first\n    done: 2026-10\n    done_by: Ada\n    evidence: https://example.org/1, page 2\n"
    assert said in done(draft, "1", on=PartialDate(2026, 10), by="Ada", evidence="https://example.org/1, page 2")
    assert done(draft, "1", by="Ada") == written(draft)
    assert said.replace("Ada", "Bob").replace("2026-10", "2026-09") in done(draft, "1", on=PartialDate(2026, 9), by="Bob")


@pytest.mark.parametrize("name", [name for name in NUMBERS if name not in {"3", "7"}])
def test_a_tick_and_an_untick_leave_the_same_bytes(name: str, loaded: Loaded) -> None:
    draft = RoadmapDraft(loaded)
    assert done(draft, name, by="Ada", evidence="report: 7") != FILE
    untick(draft, "database-security", [name])
    assert written(draft) == FILE


@pytest.mark.parametrize(
    "entry",
    [
        "{text: Back up, done: no}",
        "{text: Back up, done: False, owner: Ada}",
        "text: Back up\n    done: false   # not yet\n    evidence: The plan of May",
        "text: Back up\n    evidence: The plan of May",
        "evidence: The plan of May\n    text: Back up",
        "{text: Back up, done: no, done_by: Ada}",
        "{text: Back up, status: open, evidence: The plan of May}",
    ],
)
@pytest.mark.parametrize("evidence", ["", "report: 7"])
def test_what_was_said_before_a_tick_is_there_after_an_untick(entry: str, evidence: str, tmp_path: Path) -> None:
    text = f"title: Database Security\nrequirements:\n  - {entry}\n  - Restore\n"
    draft = RoadmapDraft(load(make_folder(tmp_path, {**PLAN, NAME: text})))
    ticked = done(draft, "1", evidence="" if "evidence" in entry else evidence)
    assert draft.item("database-security").requirements[0].status == "done"
    assert ticked != text
    untick(draft, "database-security", ["1"])
    assert written(draft) == text


STEPS = st.lists(st.tuples(st.sampled_from(["tick", "untick", "waive"]), st.sampled_from([*NUMBERS, "6"])), max_size=8)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_any_sequence_leaves_a_file_that_loads_with_all_its_comments(loaded: Loaded, steps: list[tuple[str, str]]) -> None:
    draft = RoadmapDraft(loaded)
    texts = draft.item("database-security").requirement_texts
    for what, name in steps:
        try:
            match what:
                case "tick":
                    done(draft, name)
                case "untick":
                    untick(draft, "database-security", [name])
                case _:
                    waive(draft, "database-security", [name], "No: none, at all")
        except EditError:
            continue
        document = draft.text(NAME)
        assert sorted(comments_in(document.text, document.root)) == sorted(["# for now", "# first", "# the third", "# last", "# the end"])
        assert draft.item("database-security").requirement_texts == texts


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("re", "‘re’ is in 2 requirements of ‘database-security’: 3 ‘Rotate credentials’"),
        ("e", r"‘e’ is in 8 requirements of ‘database-security’: 1 .*, 7 ‘Several lines’\. Name one by its number or its id"),
        ("8", "no requirement of ‘database-security’ has ‘8’ for its id, its number or in its text. It has: 1 ‘Encrypt"),
    ],
)
def test_a_name_that_means_none_or_several_is_said(name: str, message: str, loaded: Loaded) -> None:
    with pytest.raises(EditError, match=message):
        done(RoadmapDraft(loaded), name)


def test_what_is_waived_or_done_has_to_be_opened_first(loaded: Loaded) -> None:
    draft = RoadmapDraft(loaded)
    waive(draft, "database-security", ["1"], "none")
    assert "  - text: Encrypt (TLS, mutual)   # first\n    status: waived\n    why: none\n" in written(draft)
    with pytest.raises(EditError, match=r"requirement 1 ‘Encrypt \(TLS, mutual\)’ is waived; untick it first"):
        done(draft, "1")
    untick(draft, "database-security", ["1"])
    assert written(draft) == FILE
    done(draft, "1")
    with pytest.raises(EditError, match="is done; untick it first"):
        waive(draft, "database-security", ["1"], "none")


def test_a_status_that_is_written_out_stays_so(tmp_path: Path) -> None:
    file = "title: A\nrequirements:\n  - text: One\n    status: open   # yet\n    owner: Ada\n"
    draft = RoadmapDraft(load(make_folder(tmp_path, {**PLAN, NAME: file})))
    assert done(draft, "one") == file.replace("status: open", "status: done") + "    done_on: 2026-11-27\n"
    untick(draft, "database-security", ["one"])
    assert written(draft) == file
