"""A number and what belongs to it stand on one line."""

from __future__ import annotations

import pytest

from enhancement_roadmap.text import whole_numbers


@pytest.mark.parametrize(
    ("html", "whole"),
    [
        ("<td>with 85 % by May</td>", "<td>with 85\N{NO-BREAK SPACE}% by May</td>"),
        ("−€500 to −€28,500", "−\N{WORD JOINER}€500 to −\N{WORD JOINER}€28,500"),
        ("<td>$600–116,960</td>", "<td>$600–\N{WORD JOINER}116,960</td>"),
        ("€1,000,000,000–20,000,000,000", "€1,000,000,000–20,000,000,000"),
        ("−5 and 7", "−5 and 7"),
        ("May 2026 – June 2026", "May 2026 – June 2026"),
    ],
)
def test_a_line_does_not_end_within_a_number(html: str, whole: str) -> None:
    assert whole_numbers(html) == whole


@pytest.mark.parametrize("html", ['<rect x="5 %" data-of="1–2">', "<code>Ada 50 %</code>", "<pre>1–2</pre>"])
def test_tags_and_what_is_shown_as_it_was_typed_stay_as_they_are(html: str) -> None:
    assert whole_numbers(html) == html
