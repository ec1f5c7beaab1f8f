"""Ids in a block are held against the roadmap, with the nearest valid choice."""

from __future__ import annotations

import pytest

from enhancement_roadmap.fences import parse_fence
from enhancement_roadmap.findings import as_text
from enhancement_roadmap.strict_yaml import Positions
from support.plans import enhancement, insight

STATUSES = [{"id": "idea", "title": "Idea", "counts_as": "proposed"}, {"id": "in-review", "title": "In review", "counts_as": "in-progress"}]


def _findings(body: str) -> str:
    here = insight([enhancement(1, status="idea")], about={"statuses": STATUSES})
    fence, findings = parse_fence(body, Positions("page.md", body.encode()), here)
    assert (fence is None) == bool(findings)
    return as_text(findings)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("view: table\nstatus: in-reveiw", "page.md:2:9: error RM503: status: there is no status ‘in-reveiw’"),
        ("view: table\nstatus: [idea, proposed]", "page.md:2:9: error RM503: status: there is no status ‘proposed’"),
        ("view: table\npriority: hihg", "page.md:2:11: error RM503: priority: there is no priority ‘hihg’"),
        ("view: table\nphase: no-phase", "page.md:2:8: error RM503: phase: there is no phase ‘no-phase’"),
        ("view: table\npriority: urgentest", "page.md:2:11: error RM503: priority: there is no priority ‘urgentest’"),
        ("view: facts\nenhancement: item-2", "page.md:2:14: error RM503: enhancement: there is no enhancement ‘item-2’"),
        ("view: table\nis: blokced", "page.md:2:5: error RM308: is can not be ‘blokced’"),
    ],
)
def test_an_id_that_the_roadmap_does_not_have_is_named(body: str, said: str) -> None:
    assert said in _findings(body)


def test_the_hint_knows_the_statuses_of_the_team() -> None:
    assert "Did you mean ‘in-review’? Valid: idea, in-review." in _findings("view: table\nstatus: in-reveiw")


@pytest.mark.parametrize(
    "body",
    [
        "view: table\nstatus: [idea, in-review]",
        "view: table\nis: [ready, blocked]",
        "view: table\nis: due",
        "view: table\nis: suspect",
        "view: table\nphase: none\nquarter: none",
    ],
)
def test_what_the_roadmap_has_is_accepted(body: str) -> None:
    assert _findings(body) == "No findings."
