"""What is asked of a recorded roadmap is noted, and can be asked again of another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.reads import RecordedInsight, Recorder, SameAnswers
from enhancement_roadmap.loading import load
from support.editable import EDITABLE

TODAY = date(2026, 11, 24)
KEYS, LOGS = "enhancements/01-keys.yml", "enhancements/03-logs.yml"


Change = tuple[str, str, str]


def insight(folder: Path, change: Change = ("", "", "")) -> Insight:
    """Answers about the roadmap, with a text of a file changed: the file, the old text, the new one."""
    path, old, new = change
    folder.mkdir()
    for name, text in EDITABLE.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        assert path != name or old in text
        file.write_text(text.replace(old, new) if path == name else text, encoding="utf-8")
    loaded = load(folder)
    assert loaded.roadmap is not None, loaded.findings
    return Insight(loaded.roadmap, TODAY)


TITLE = (KEYS, "title: Keys", "title: All keys")
DONE = (LOGS, "title: Logs\n", "title: Logs\nstatus: done\n")
READING = ("metrics.yml", "value: 0.5}", "value: 5}")


@pytest.mark.parametrize(
    ("asked", "change", "is_same"),
    [
        (lambda answers: answers.by_id["keys"].title, TITLE, False),
        (lambda answers: answers.by_id["logs"].title, TITLE, True),
        (lambda answers: answers.by_id.get("none"), TITLE, True),
        (lambda answers: "keys" in answers.by_id, DONE, True),
        (lambda answers: len(answers.by_id), TITLE, False),
        (lambda answers: [*answers.stages.values()], DONE, False),
        (lambda answers: answers.stages["keys"], DONE, True),
        (lambda answers: answers.progress["keys"], TITLE, True),
        (lambda answers: answers.is_finished(answers.by_id["logs"]), DONE, False),
        (lambda answers: answers.is_finished(answers.by_id["audit"]), DONE, True),
        (lambda answers: answers.neighbours(answers.by_id["keys"]), DONE, True),
        (lambda answers: answers.neighbours(answers.by_id["audit"]), DONE, False),
        (lambda answers: answers.roadmap.about.title, TITLE, True),
        (lambda answers: answers.roadmap.enhancements, TITLE, False),
        (lambda answers: answers.roadmap.metrics, READING, False),
        (lambda answers: answers.readings["calls"], READING, False),
        (lambda answers: Insight.is_due(answers, answers.by_id["audit"]), DONE, True),
        (lambda answers: answers.ranked(item for item in answers.roadmap.plan.order), READING, False),
        (lambda answers: answers.passing(days=9), TITLE, False),
        (lambda answers: answers.today, TITLE, True),
    ],
)
def test_what_was_asked_is_the_same_where_its_answers_are(
    tmp_path: Path, asked: Callable[[Any], object], change: Change, is_same: bool
) -> None:
    before, recorder = insight(tmp_path / "before"), Recorder()
    recorded = RecordedInsight(before, recorder)
    assert asked(recorded) == asked(before)
    assert SameAnswers(insight(tmp_path / "same")).are(recorder.reads) is recorder.reads.can_be_asked
    assert SameAnswers(insight(tmp_path / "after", change)).are(recorder.reads) is is_same


def test_a_part_is_judged_by_itself_and_the_whole_by_its_parts(tmp_path: Path) -> None:
    recorder = Recorder()
    recorded = RecordedInsight(insight(tmp_path / "before"), recorder)
    with recorder.apart() as keys:
        recorded.by_id["keys"]
    with recorder.apart() as logs:
        recorded.by_id["logs"]
    after = SameAnswers(insight(tmp_path / "after", TITLE))
    assert (after.are(keys), after.are(logs), after.are(recorder.reads)) == (False, True, False)


def test_what_is_used_again_counts_as_asked(tmp_path: Path) -> None:
    first, second = Recorder(), Recorder()
    RecordedInsight(insight(tmp_path / "before"), first).by_id["keys"]
    second.again(first.reads)
    assert not SameAnswers(insight(tmp_path / "after", TITLE)).are(second.reads)
