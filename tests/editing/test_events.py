"""The day of an event is one line in its entry."""

from __future__ import annotations

import pytest

from enhancement_roadmap.editing.events import set_event
from enhancement_roadmap.editing.metrics_text import EditError, MetricsText
from enhancement_roadmap.model import PartialDate

DAY = PartialDate(2026, 11, 24)

FORMS = [
    (
        "- id: launch\n  title: Launch # soon\n- {id: x, title: X}\n",
        "- id: launch\n  title: Launch # soon\n  happened_on: 2026-11-24\n- {id: x, title: X}\n",
    ),
    ("  - id: launch\n    title: Launch", "  - id: launch\n    title: Launch\n    happened_on: 2026-11-24"),
    ("- {id: launch, title: Launch}\r\n", "- {id: launch, title: Launch, happened_on: 2026-11-24}\r\n"),
    ("- id: launch\n  happened_on:\n  title: Launch\n", "- id: launch\n  happened_on: 2026-11-24\n  title: Launch\n"),
    ("- id: launch\n  title: Launch\n  happened_on: # soon\n", "- id: launch\n  title: Launch\n  happened_on: 2026-11-24 # soon\n"),
    ("- id: launch\n  happened_on: null # soon\n  title: Launch\n", "- id: launch\n  happened_on: 2026-11-24 # soon\n  title: Launch\n"),
    ("- {id: launch, happened_on: ~, title: Launch}\n", "- {id: launch, happened_on: 2026-11-24, title: Launch}\n"),
    ("- id: launch\n  title: Launch\n  happened:\n", "- id: launch\n  title: Launch\n  happened:\n  happened_on: 2026-11-24\n"),
]

SAID = [
    ("- {id: launch, title: Launch, happened_on: 2026-10}\n", "- {id: launch, title: Launch, happened_on: 2026-11-24}\n"),
    (
        "- id: launch\n  happened_on: '2026-10-01' # or so\n  title: L\n",
        "- id: launch\n  happened_on: 2026-11-24 # or so\n  title: L\n",
    ),
    ("- id: launch\n  happened: no # yet\n  title: Launch\n", "- id: launch\n  happened_on: 2026-11-24 # yet\n  title: Launch\n"),
    ('- {id: launch, "happened": yes, title: Launch}\n', "- {id: launch, happened_on: 2026-11-24, title: Launch}\n"),
]


def document(events: str) -> MetricsText:
    return MetricsText(f"# what happens\nevents:\n{events}".encode())


@pytest.mark.parametrize(("before", "after"), FORMS)
def test_an_event_gets_its_day(before: str, after: str) -> None:
    done = set_event(document(before), "launch", DAY)
    assert done == document(after).data
    assert set_event(MetricsText(done), "launch", DAY) == done


@pytest.mark.parametrize(("before", "after"), SAID)
def test_what_an_event_says_already_is_replaced_on_demand_only(before: str, after: str) -> None:
    with pytest.raises(EditError, match=r"the event ‘launch’ has ‘happened(_on)?: .*’ already. Use --replace to write 2026-11-24"):
        set_event(document(before), "launch", DAY)
    assert set_event(document(before), "launch", DAY, replace=True) == document(after).data


def test_a_day_that_two_events_share_is_not_edited() -> None:
    shared = document("- &x {id: launch, title: Launch, happened_on: &day 2026-10}\n- {id: x, title: X, happened_on: *day}\n")
    with pytest.raises(EditError, match="by hand"):
        set_event(shared, "x", DAY, replace=True)


def test_an_event_must_be_in_the_list() -> None:
    with pytest.raises(EditError, match=r"there is no event ‘lunch’\. Did you mean ‘launch’"):
        set_event(document("- {id: launch, title: Launch}\n"), "lunch", DAY)
    with pytest.raises(EditError, match=r"there is no event ‘launch’\. Add it to ‘events’ first"):
        set_event(MetricsText(b"# nothing\n"), "launch", DAY)
