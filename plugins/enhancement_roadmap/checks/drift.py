"""The roadmap held against the issues of a code host: what is open in one and done in the other, and plans that only one knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks.subjects import place_of
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.model import Enhancement, Requirement
from enhancement_roadmap.model.issues import IssueState, issue_name
from enhancement_roadmap.strict_yaml import Loc, show


def drift(loaded: Loaded, insight: Insight, issues: Iterable[IssueState]) -> tuple[Finding, ...]:
    """Where roadmap and issues say different things.

    Args:
        loaded: what the folder says, with its roadmap and the places of its values.
        insight: the same roadmap, understood on a day.
        issues: what a code host says of its issues. One that it does not tell of is not compared.

    Returns:
        Warnings, in the order of files and lines.
    """
    known = _IssueIndex(issues)
    plan = insight.roadmap.plan
    steps = {phase.title.casefold() for phase in plan.phases} | {quarter.title.casefold() for quarter in plan.quarters}
    findings: set[Finding] = set()
    for item in insight.roadmap.enhancements:
        findings.update(_of_item(loaded, insight, item, known, steps))
    return tuple(sorted(findings))


class _IssueIndex:
    """Finds what a host says of an issue."""

    def __init__(self, issues: Iterable[IssueState]) -> None:
        known = list(issues)
        self._by_name: Mapping[tuple[str, int], IssueState] = {(one.project.casefold(), one.number): one for one in known}
        self._by_item: Mapping[str, IssueState] = {one.item: one for one in known if one.item}

    def of_item(self, item: Enhancement) -> IssueState | None:
        """What is said of the issue that an enhancement names, else of the one that was written for it."""
        return self.state(item.issue) if item.issue else self._by_item.get(item.id)

    def state(self, issue: str | None) -> IssueState | None:
        """What is said of it; None where nothing is. A host that names no project tells of a single one."""
        if issue is None:
            return None
        name = issue_name(issue)
        return self._by_name.get((name.project.casefold(), name.number)) or self._by_name.get(("", name.number))


def _of_item(loaded: Loaded, insight: Insight, item: Enhancement, known: _IssueIndex, steps: set[str]) -> Iterator[Finding]:
    if state := known.of_item(item):
        yield from _compared(loaded, item, ("issue",), show(item.id), state, is_open=not insight.is_finished(item))
        if state.is_open and state.milestone and state.milestone.casefold() not in steps:
            name = show(item.issue) if item.issue else f"{state.number} of {show(item.id)}"
            message = f"the issue {name} is in the milestone {show(state.milestone)}, which no phase and no quarter is called"
            hint = "Call both by the same name, or put the issue into another milestone."
            yield Finding(place_of(loaded, item, "issue"), "RM833", message, hint, "warning")
    for requirement, loc in _requirements(item.requirements, ("requirements",)):
        if state := known.state(requirement.issue):
            what = f"{show(requirement.text)} of {show(item.id)}"
            yield from _compared(loaded, item, (*loc, "issue"), what, state, is_open=requirement.status == "open")


def _compared(loaded: Loaded, item: Enhancement, loc: Loc, what: str, state: IssueState, *, is_open: bool) -> Iterator[Finding]:
    if is_open and not state.is_open:
        hint = f"Say that it is done (roadmap close {item.id}, or roadmap tick), or open the issue again."
        yield Finding(
            place_of(loaded, item, *loc), "RM831", f"{what} is open here, and its issue {state.number} is closed", hint, "warning"
        )
    elif state.is_open and not is_open:
        hint = "Close the issue, or say here that it is open again."
        message = f"{what} is done or dropped here, and its issue {state.number} is open"
        yield Finding(place_of(loaded, item, *loc), "RM832", message, hint, "warning")


def _requirements(requirements: Sequence[Requirement], loc: tuple[str | int, ...]) -> Iterator[tuple[Requirement, Loc]]:
    for index, requirement in enumerate(requirements):
        yield requirement, (*loc, index)
        yield from _requirements(requirement.parts, (*loc, index, "parts"))
