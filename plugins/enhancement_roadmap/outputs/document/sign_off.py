"""What shows that something is done, and who has agreed to what."""

from __future__ import annotations

from enhancement_roadmap.model import Enhancement, PartialDate, Requirement
from enhancement_roadmap.outputs.document.parts import Section, inline, long_bullets
from enhancement_roadmap.text.document import Target
from enhancement_roadmap.text.long import flat


def besides(requirement: Requirement, target: Target) -> str:
    """What is said of a requirement besides its words, in brackets; nothing where nothing is.

    Words of the data come behind words of ours: two dollar signs, the one right behind a bracket, would be a formula to some.
    """
    said = []
    if requirement.status == "waived" and requirement.why:
        said.append(f"not needed: {inline(flat(requirement.why), target)}")
    if requirement.done_on or requirement.done_by:
        by = f" by {inline(requirement.done_by)}" if requirement.done_by else ""
        said.append(f"done{_day('', requirement.done_on)}{by}")
    if requirement.evidence:
        said.append(f"evidence: {', '.join(inline(proof, target) for proof in requirement.evidence)}")
    if requirement.owner:
        said.append(f"owner: {inline(requirement.owner)}")
    if requirement.due and requirement.status == "open":
        said.append(f"due {requirement.due}")
    if requirement.issue:
        said.append(f"issue: {inline(requirement.issue)}")
    if requirement.controls:
        said.append(f"controls: {', '.join(map(inline, requirement.controls))}")
    return f" ({'; '.join(said)})" if said else ""


def sign_off(item: Enhancement, target: Target) -> Section:
    """Who has agreed to what, as a list."""
    lines = []
    if item.acceptance:
        on = f" {item.acceptance.on.in_sentence}" if item.acceptance.on else ""
        lines.append(("Risk accepted", f"{item.acceptance.by}{on}{_day(' until', item.acceptance.until)}: {item.acceptance.why}"))
    if item.deferred:
        lines.append(("Deferred", f"{_day('until', item.deferred.until)}: {item.deferred.why}".removeprefix(": ")))
    if item.after:
        lines.append(("Risk when done", f"{item.after.risk} × {item.after.impact} = {item.after.score}"))
    lines += [("Approved", f"{one.by} {one.on.in_sentence}{f': {one.remark}' if one.remark else ''}") for one in item.approved]
    if item.controls:
        lines.append(("Controls", ", ".join(item.controls)))
    return long_bullets(lines, target)


def _day(word: str, day: PartialDate | None) -> str:
    return f"{word} {day}" if day else ""
