"""A plan of 150 KB with 2,000 boxes comes in within two seconds of processor time, and none of them is lost."""

from __future__ import annotations

import time

from enhancement_roadmap.importing import files_of, from_markdown, report_of

SECTION = (
    "### {0}. Enhancement with a title of some words {0}\n\n**Trigger**: When the number {0} is reached\n\n{1}\n\nSome words about it.\n"
)
BOX = "- [ ] Requirement {0} with words that say what has to be done {1}, and why"


def plan(sections: int, boxes: int) -> str:
    parts = (SECTION.format(number, "\n".join(BOX.format(number, box) for box in range(boxes))) for number in range(1, sections + 1))
    return "# Plan\n\n## High priority\n\n" + "\n".join(parts)


def test_two_thousand_boxes_take_less_than_two_seconds() -> None:
    text = plan(100, 20)
    assert len(text) > 150_000
    from_markdown(plan(1, 1), "warm.md")
    start = time.process_time()
    found = from_markdown(text, "plan.md")
    files_of(found)
    report_of(found)
    taken = time.process_time() - start
    assert (len(found.enhancements), sum(len(item.requirements) for item in found.enhancements), found.boxes) == (100, 2000, 2000)
    assert taken < 2, f"{taken:.2f} s"


def test_the_time_grows_no_faster_than_the_plan() -> None:
    from_markdown(plan(10, 10), "warm.md")
    few, many = (min(_time(plan(size, 20)) for _ in range(3)) for size in (25, 100))
    assert many < 8 * few


def _time(text: str) -> float:
    start = time.process_time()
    files_of(from_markdown(text, "plan.md"))
    return time.process_time() - start
