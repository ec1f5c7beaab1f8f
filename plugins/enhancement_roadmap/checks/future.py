"""What is said to have happened on a day that is yet to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.today import is_ahead
from enhancement_roadmap.checks.subjects import place_of
from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.model import Enhancement, PartialDate, Requirement, Roadmap
from enhancement_roadmap.strict_yaml import Loc, named, show

Said = tuple[Loc, PartialDate | None]
"""Where a date stands in its file, and the date."""


def future_findings(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    """Dates of what has been done, held or assessed, and readings, that lie ahead."""
    for item in insight.roadmap.enhancements:
        for loc, on in _of_enhancement(item):
            if on is not None and is_ahead(on, insight.today):
                yield _finding(place_of(loaded, item, *loc), loc, on)
    for file, loc, on in _of_other_files(insight.roadmap):
        if on is not None and is_ahead(on, insight.today):
            yield _finding(loaded.positions[file].of_value(loc), loc, on)
    yield from _readings(loaded, insight)


def _finding(place: Place, loc: Loc, on: PartialDate) -> Finding:
    hint = "Write the day on which it was; what is only planned has no such date yet."
    return Finding(place, "RM814", f"{named(loc)} is in the future: {show(on.isoformat())}", hint, "warning")


def _of_enhancement(item: Enhancement) -> Iterator[Said]:
    yield from _of_requirements(item.requirements, ("requirements",))
    for index, move in enumerate(item.moves):
        yield ("moves", index, "on"), move.on
    if item.assessment is not None:
        yield ("assessment", "on"), item.assessment.on
    if item.acceptance is not None:
        yield ("acceptance", "on"), item.acceptance.on
    for index, approval in enumerate(item.approved):
        yield ("approved", index, "on"), approval.on


def _of_requirements(requirements: Sequence[Requirement], path: tuple[str | int, ...]) -> Iterator[Said]:
    for index, requirement in enumerate(requirements):
        if requirement.done_on is not None:
            yield (*path, index, "done_on"), requirement.done_on
        if requirement.parts:
            yield from _of_requirements(requirement.parts, (*path, index, "parts"))


def _of_other_files(roadmap: Roadmap) -> Iterator[tuple[str, Loc, PartialDate | None]]:
    for key in ("updated", "last_review"):
        yield "roadmap.yml", (key,), getattr(roadmap.about, key)
    for index, review in enumerate(roadmap.governance.reviews):
        yield "governance.yml", ("reviews", index, "last_held"), review.last_held
        for place, held in enumerate(review.held):
            yield "governance.yml", ("reviews", index, "held", place, "on"), held.on
    for index, stakeholder in enumerate(roadmap.governance.stakeholders):
        yield "governance.yml", ("stakeholders", index, "last_asked"), stakeholder.last_asked


def _readings(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    for metric_index, metric in enumerate(insight.roadmap.metrics.metrics):
        for index, reading in enumerate(metric.readings):
            if is_ahead(reading.on, insight.today):
                loc = ("metrics", metric_index, "readings", index, "on")
                message = f"{named(loc)}: the reading of {show(metric.id)} is of the future: {show(reading.on.isoformat())}"
                hint = "It does not count before that day. Write the day on which it was read; a goal or a forecast is no reading."
                yield Finding(loaded.positions["metrics.yml"].of_value(loc), "RM815", message, hint, "warning")
