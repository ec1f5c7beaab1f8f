"""What somebody has promised, put off or accepted, held against the day; and what should be shown for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from enhancement_roadmap.analysis import Ending, Insight
from enhancement_roadmap.checks.subjects import place_of
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.model import Enhancement, Requirement
from enhancement_roadmap.sentences import first_few
from enhancement_roadmap.strict_yaml import show

_NAMED = 5
_PASSED: Mapping[str, tuple[str, str, str]] = {
    "due": ("RM821", "was due", "Finish it, or set ‘due’ to the day that is planned now."),
    "deferred": ("RM822", "is deferred no longer: it was until", "Take ‘deferred’ out and decide anew, or set ‘until’ to a later day."),
    "accepted": ("RM823", "has an accepted risk no longer: it was until", "Do something about it, or have the risk accepted anew."),
}
"""For what a day ends: the code, what is said, and what would be right."""


def passed_findings(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    """Days that are over, of enhancements that are not done."""
    for ending in insight.passed:
        code, words, hint = _PASSED[ending.what]
        yield Finding(place_of(loaded, ending.item, *ending.path), code, f"{_who(ending)} {words} {ending.on}", hint)


def _who(ending: Ending) -> str:
    of = f"requirement {show(ending.requirement.short_name)} of " if ending.requirement else ""
    return f"{of}{show(ending.item.id)}"


def evidence_findings(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    """Requirements that are done without anything that shows it, where the roadmap asks for it."""
    if insight.roadmap.about.evidence != "required":
        return
    for item in insight.roadmap.enhancements:
        bare = [leaf for leaf in item.leaves if leaf.status == "done" and not leaf.evidence]
        if bare:
            named = first_few((show(leaf.short_name) for leaf in bare), _NAMED, len(bare))
            message = f"{show(item.id)} has nothing that shows that these are done: {named}"
            hint = "Add ‘evidence’, a text or an address, to each; or open them again."
            yield Finding(place_of(loaded, item, *_path(item, bare[0])), "RM824", message, hint, "warning")


def _path(item: Enhancement, wanted: Requirement) -> tuple[str | int, ...]:
    def below(requirements: tuple[Requirement, ...], path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
        for index, requirement in enumerate(requirements):
            if requirement is wanted:
                yield (*path, index)
            yield from below(requirement.parts, (*path, index, "parts"))

    return next(below(item.requirements, ("requirements",)))


def acceptance_findings(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    """Accepted risks that end before they begin."""
    for item in insight.roadmap.enhancements:
        acceptance = item.acceptance
        if acceptance and acceptance.on and acceptance.until and acceptance.until.last < acceptance.on.first:
            message = f"acceptance.until: {show(acceptance.until.isoformat())} is before the day of the acceptance, "
            message += show(acceptance.on.isoformat())
            place = place_of(loaded, item, "acceptance", "until")
            yield Finding(place, "RM825", message, "Write the day on which it ends, or leave ‘until’ out.", "warning")
