"""What an enhancement does not say is never shown as a word of the program: no “None”, no “0.” before a title."""

from __future__ import annotations

import re

import pytest

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.outputs.decisions import decisions_json, decisions_text
from enhancement_roadmap.outputs.document import document
from enhancement_roadmap.pages import page_templates, site_pages
from enhancement_roadmap.views import VIEWS, View
from support.fragments import Fragment
from support.render_contexts import TODAY, insight_of, render_context_of, roadmap_folder

SHORT = roadmap_folder("short")
WORDS_OF_THE_PROGRAM = re.compile(r"\b(?:None(?! is due)|null|undefined|0\.)(?!\d)")


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_no_view_shows_what_nobody_has_said(view: View) -> None:
    context = render_context_of(SHORT)
    needed = [name for name, field in view.options.model_fields.items() if field.is_required()]
    for item in context.insight.roadmap.enhancements:
        fragment = Fragment(view.render(context, view.options.model_validate(dict.fromkeys(needed, item.id))))
        assert fragment.problems == []
        assert WORDS_OF_THE_PROGRAM.search(fragment.text) is None


def test_no_page_and_no_file_does_either() -> None:
    here: Insight = insight_of(SHORT)
    files = {item.id: f"enhancements/{item.id}.yml" for item in here.roadmap.enhancements}
    pages = [page.markdown for page in site_pages(here, files, page_templates())]
    for text in (*pages, document(here), decisions_text(here)):
        assert WORDS_OF_THE_PROGRAM.search(text) is None
    assert '"number": null' in decisions_json(here)


def test_headings_have_a_number_where_there_is_one() -> None:
    written = document(insight_of(SHORT, TODAY))
    assert [line for line in written.splitlines() if line.startswith("### ")][1:4] == ["### Backups", "### 7. Key rotation", "### Alarms"]
