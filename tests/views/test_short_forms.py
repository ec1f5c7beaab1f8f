"""What an enhancement does not say is never shown as a word of the program: no “None”, no “0.” before a title."""

from __future__ import annotations

import re

import pytest

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.outputs.decisions import decisions_json, decisions_text
from enhancement_roadmap.outputs.document import document
from enhancement_roadmap.pages import page_templates, site_pages
from enhancement_roadmap.views import VIEWS, RenderContext, View
from support.fragments import Fragment
from support.plans import enhancement, insight
from support.render_contexts import TODAY, EveryLink, insight_of, render_context_of, roadmap_folder

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


def test_in_the_small_matrix_each_has_a_number_a_letter_or_its_place() -> None:
    unnumbered = [enhancement(place, score=(4, place)).model_copy(update={"number": None}) for place in (3, 2, 1)]
    items = [enhancement(7, score=(5, 5)), *unnumbered]
    assert _signs_of(items) == ["7", "a", "b", "c"]
    assert _signs_of(unnumbered) == ["1", "2", "3"]


def _signs_of(items: list[Enhancement]) -> list[str]:
    """What stands in the first column beside the matrix."""
    html = VIEWS["urgency"].render(RenderContext(insight(items), EveryLink()), VIEWS["urgency"].options())
    return re.findall(r'data-column="Number">([^<]+)<', html)
