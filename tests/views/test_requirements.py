"""What has parts is counted by them wherever something is counted, and where there is nothing to do nobody counts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.history import History
from enhancement_roadmap.outputs.decisions import decisions_text
from enhancement_roadmap.outputs.document import document
from enhancement_roadmap.pages import page_templates, site_pages
from enhancement_roadmap.views import VIEWS, RenderContext, View
from support.fragments import Fragment
from support.plans import enhancement, insight
from support.render_contexts import EveryLink
from support.repository import make_repository
from support.roadmaps import MINIMAL

NOTHING = re.compile(r"\b0 of 0\b|\b0 %|\b0 requirements?\b")
STATUSES = ("proposed", "in-progress", "done")


def without_requirements() -> Insight:
    return insight(enhancement(number, requirements=[], status=status) for number, status in enumerate(STATUSES, start=1))


def text_of(view: View, here: Insight, name: str = "item-1") -> str:
    needed = [name for name, field in view.options.model_fields.items() if field.is_required()]
    fragment = Fragment(view.render(RenderContext(here, EveryLink()), view.options.model_validate(dict.fromkeys(needed, name))))
    assert fragment.problems == []
    return fragment.text


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_no_view_counts_nothing(view: View) -> None:
    assert NOTHING.search(text_of(view, without_requirements())) is None


def test_no_page_and_no_file_does_and_no_page_has_a_section_for_them() -> None:
    here = without_requirements()
    files = {item.id: f"enhancements/{item.id}.yml" for item in here.roadmap.enhancements}
    pages = [page.markdown for page in site_pages(here, files, page_templates()) if page.is_item]
    for text in (*pages, document(here), decisions_text(here)):
        assert NOTHING.search(text) is None
        assert "Requirements" not in text


def test_a_decision_about_one_under_way_without_requirements_counts_none() -> None:
    (decision,) = [decision for decision in without_requirements().decisions if decision.action == "under-way"]
    assert [reason.text for reason in decision.reasons] == ["It is in progress."]


def test_what_has_no_requirements_comes_after_what_has_done_none() -> None:
    here = insight([enhancement(1, requirements=[]), enhancement(2, open=2), enhancement(3, done=1, open=1)])
    table = VIEWS["table"]
    html = table.render(RenderContext(here, EveryLink()), table.options.model_validate({"sort": "progress"}))
    assert re.findall(r"enhancements/(item-\d)/", html) == ["item-3", "item-2", "item-1"]


def test_parts_are_found_by_their_words_and_counted_in_every_place() -> None:
    parts = {"text": "Encryption", "parts": [{"text": "At rest", "done": "yes"}, {"text": "On the way", "parts": ["TLS", "SSH"]}]}
    here = insight([enhancement(1, requirements=[parts, "Backups"], status="in-progress"), enhancement(2)])
    checklist = VIEWS["checklist"]
    found = checklist.render(RenderContext(here, EveryLink()), checklist.options.model_validate({"text": "ssh"}))
    assert re.findall(r"enhancements/(item-\d)/", found) == ["item-1"]
    for view in ("table", "checklist", "facts", "decisions"):
        assert re.search(r"\b1 of 4\b", text_of(VIEWS[view], here)), view
    assert "1 of 5" in text_of(VIEWS["summary"], here)


def _plan(requirements: str) -> dict[str, str]:
    return {"roadmap.yml": MINIMAL, "enhancements/01-first.yml": f"title: First thing\npriority: high\n{requirements}"}


def test_progress_over_time_counts_parts(tmp_path: Path) -> None:
    parts = "requirements:\n  - {text: A, parts: [B, C]}\n"
    data = make_repository(tmp_path, [_plan(""), _plan(parts), _plan(parts.replace("B", "{text: B, done: yes}"))]).data
    changelog = History(data).changelog
    tallies = [entry.tallies["high"] for entry in changelog.entries if entry.tallies]
    assert tallies == [(0, 0), (0, 2), (1, 1)]
    subjects = [change.subject for row in reversed(changelog.rows()) for change in row.changes]
    assert subjects == ["", "A", "A: B"]


def test_a_history_without_requirements_has_no_picture_of_progress(tmp_path: Path) -> None:
    data = make_repository(tmp_path, [_plan(""), _plan("owner: Ada\n")]).data
    context = RenderContext(without_requirements(), EveryLink(), history=History(data))
    html = VIEWS["burn-up"].render(context, VIEWS["burn-up"].options())
    assert Fragment(html).text == "No enhancement has requirements, so that no progress is counted."
