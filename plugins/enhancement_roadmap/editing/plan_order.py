"""Where an enhancement stands in the plan: its place in the order, its phase, its quarter."""

from __future__ import annotations

from collections.abc import Sequence

from enhancement_roadmap.editing.data_text import DataText
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.findings import suggestion
from enhancement_roadmap.model import Phase, PlanFile, Quarter
from enhancement_roadmap.strict_yaml import Loc, show

PLAN = "plan.yml"
_PARTS = ("phases", "quarters")


def move_in_order(draft: RoadmapDraft, identity: str, other: str, *, after: bool) -> None:
    """Put an enhancement before another in the roadmap's order, or after it; the others keep their order.

    Raises:
        EditError: there is no such enhancement, or both are the same.
    """
    draft.file_of(identity), draft.file_of(other)
    if identity == other:
        raise EditError(f"‘{identity}’ can not stand {'after' if after else 'before'} itself")
    document = draft.text_if_any(PLAN)
    wanted = [name for name in draft.ids if name != identity]
    wanted.insert(wanted.index(other) + after, identity)
    if wanted == draft.ids:
        return
    if document is None:
        draft.changed[PLAN] = "".join(["order:\n", *(f"  - {name}\n" for name in wanted)]).encode()
        return
    written = list(document.value(("order",)) or ())
    if identity in written:
        document = document.remove(("order", written.index(identity)))
        written.remove(identity)
    for name in wanted[: wanted.index(other) + 1]:
        if name not in written and name != identity:
            document = document.append(("order",), name, tuple(PlanFile.model_fields))
            written.append(name)
    place = written.index(other) + 1 if after else written.index(other)
    draft.put(PLAN, document.insert(("order",), place, identity))


def move_to(draft: RoadmapDraft, identity: str, step: str) -> None:
    """Put an enhancement into a phase or a quarter, and take it out of those that it was in.

    Args:
        draft: what is being changed.
        identity: id of the enhancement.
        step: id or title of the phase or of the quarter.

    Raises:
        EditError: there is no such enhancement, or step; or a phase and a quarter are called so.
    """
    draft.file_of(identity)
    plan, document, part, wanted = _found(draft, step)
    for index, each in enumerate(_steps(plan, part)):
        if index != wanted and identity in each.enhancements:
            document = without_entry(document, (part, index, "enhancements"), identity)
    if identity not in _steps(plan, part)[wanted].enhancements:
        document = document.append((part, wanted, "enhancements"), identity)
    draft.put(PLAN, document)


def move_out(draft: RoadmapDraft, identity: str, step: str) -> None:
    """Take an enhancement out of a phase or a quarter; it is in none then.

    Args:
        draft: what is being changed.
        identity: id of the enhancement.
        step: id or title of the phase or of the quarter.

    Raises:
        EditError: as `move_to`, or it is not in that step.
    """
    draft.file_of(identity)
    plan, document, part, index = _found(draft, step)
    if identity not in _steps(plan, part)[index].enhancements:
        raise EditError(f"‘{identity}’ is not planned for {show(step)}")
    draft.put(PLAN, without_entry(document, (part, index, "enhancements"), identity))


def _found(draft: RoadmapDraft, step: str) -> tuple[PlanFile, DataText, str, int]:
    """The plan, its text, and where in them a phase or a quarter is."""
    roadmap, document = draft.loaded.roadmap, draft.text_if_any(PLAN)
    plan = roadmap.plan if roadmap else PlanFile()
    found = [(part, index) for part in _PARTS for index, each in enumerate(_steps(plan, part)) if step in {each.id, each.title}]
    if len(found) != 1 or document is None:
        known = [each.id for part in _PARTS for each in _steps(plan, part)]
        several = f"{show(step)} is the name of several phases and quarters" if found else f"there is no phase or quarter {show(step)}"
        raise EditError(f"{several}. {suggestion(step, known)}".rstrip(" ."))
    return plan, document, *found[0]


def without_entry(document: DataText, loc: Loc, entry: str) -> DataText:
    """The same with an entry taken out of a list of texts."""
    return document.remove((*loc, list(document.value(loc)).index(entry)))


def _steps(plan: PlanFile, part: str) -> Sequence[Phase | Quarter]:
    return plan.phases if part == "phases" else plan.quarters
