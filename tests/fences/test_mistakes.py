"""What stands on a page in place of a view that has mistakes."""

from __future__ import annotations

from enhancement_roadmap.fences.mistakes import problem_html
from enhancement_roadmap.findings import MOST, Finding, Place


def test_a_page_lists_the_first_of_thousands_of_mistakes_and_counts_the_others() -> None:
    findings = [Finding(Place("<data>.yml", line), "RM304", "title is <b>empty</b>") for line in range(1, MOST + 1001)]
    html = problem_html(findings)
    assert html.count("title is &lt;b&gt;empty&lt;/b&gt;") == MOST
    assert html.endswith("<li>… and 1,000 more: 1,000 errors in 1 file.</li></ul></div>")
    assert "more:" not in problem_html(findings[:MOST])
