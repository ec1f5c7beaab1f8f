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
        issues: what a code host says of its issues. Of a project that it says nothing of, nothing is compared.

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
        self._projects = {one.project.casefold() for one in known}

    def of_item(self, item: Enhancement) -> IssueState | None:
        """What is said of the issue that an enhancement names, else of the one that was written for it."""
        return self.state(item.issue) if item.issue else self._by_item.get(item.id)

    def state(self, issue: str | None) -> IssueState | None:
        """What is said of it; None where nothing is. A host that names no project tells of a single one."""
        if issue is None:
            return None
        name = issue_name(issue)
        return self._by_name.get((name.project.casefold(), name.number)) or self._by_name.get(("", name.number))

    def lacks(self, issue: str | None) -> bool:
        """Whether issues of its project are told, and it is none of them."""
        return issue is not None and self.state(issue) is None and issue_name(issue).project.casefold() in self._projects


def _of_item(loaded: Loaded, insight: Insight, item: Enhancement, known: _IssueIndex, steps: set[str]) -> Iterator[Finding]:
    state = known.of_item(item)
    if state:
        yield from _compared(loaded, item, ("issue",), show(item.id), state, is_open=not insight.is_finished(item))
        if state.is_open and state.milestone and state.milestone.casefold() not in steps:
            name = show(item.issue) if item.issue else f"{state.number} of {show(item.id)}"
            message = f"the issue {name} is in the milestone {show(state.milestone)}, which no phase and no quarter is called"
            hint = "Call both by the same name, or put the issue into another milestone."
            yield Finding(place_of(loaded, item, "issue"), "RM833", message, hint, "warning")
    yield from _lacking(loaded, item, item.issue, ("issue",), known)
    boxes = {_letters(words): is_ticked for words, is_ticked in state.boxes} if state else {}
    for requirement, loc in _requirements(item.requirements, ("requirements",)):
        yield from _lacking(loaded, item, requirement.issue, (*loc, "issue"), known)
        if own := known.state(requirement.issue):
            what = f"{show(requirement.text)} of {show(item.id)}"
            yield from _compared(loaded, item, (*loc, "issue"), what, own, is_open=requirement.status == "open")
        elif state and not requirement.parts:
            yield from _boxed(loaded, item, requirement, loc, state, boxes)


def _lacking(loaded: Loaded, item: Enhancement, issue: str | None, loc: Loc, known: _IssueIndex) -> Iterator[Finding]:
    if known.lacks(issue):
        message = f"the issue {show(issue)} is not among those that the file tells of"
        hint = "Take closed ones into the file too (--state all, --limit), or correct the number."
        yield Finding(place_of(loaded, item, *loc), "RM834", message, hint, "warning")


def _boxed(
    loaded: Loaded, item: Enhancement, requirement: Requirement, loc: Loc, state: IssueState, boxes: Mapping[str, bool]
) -> Iterator[Finding]:
    """A requirement held against its box in the text of the enhancement's issue, known by its words and what may stand behind them."""
    words = _letters(requirement.text)
    is_ticked = boxes.get(words)
    if is_ticked is None:
        found = [ticked for box, ticked in boxes.items() if words and box.startswith(words)]
        is_ticked = found[0] if len(found) == 1 else None
    what = f"{show(requirement.text)} of {show(item.id)}"
    if is_ticked and requirement.status == "open":
        hint = f"Say that it is done (roadmap tick {item.id}), or take the tick away there."
        yield Finding(
            place_of(loaded, item, *loc), "RM831", f"{what} is open here, and ticked in the issue {state.number}", hint, "warning"
        )
    elif is_ticked is False and requirement.status == "done":
        hint = "Tick it there too (roadmap export --format issues writes the text anew), or open it here (roadmap untick)."
        message = f"{what} is done here, and open in the issue {state.number}"
        yield Finding(place_of(loaded, item, *loc), "RM832", message, hint, "warning")


def _letters(words: str) -> str:
    """What words have in common however they are marked up: their letters and digits."""
    return "".join(filter(str.isalnum, words.casefold()))


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
