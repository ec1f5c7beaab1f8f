"""What somebody decides about an enhancement: its place in the matrix, that it waits, that its risk is accepted, that it begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from enhancement_roadmap.editing.fields import ORDER, set_fields
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.editing.value_text import PlainValue
from enhancement_roadmap.findings import suggestion
from enhancement_roadmap.model import DEFAULT_STATUSES, PartialDate, Stage, Status
from enhancement_roadmap.strict_yaml import Loc, show


def assess(draft: RoadmapDraft, identity: str, said: dict[str, str | None], on: PartialDate) -> None:
    """Say how urgent an enhancement is: what is said is written, the rest of its assessment stays.

    Args:
        draft: what is being changed.
        identity: id of the enhancement.
        said: ``risk``, ``impact``, ``why`` and ``by``, as far as somebody says them.
        on: when it is assessed.

    Raises:
        EditError: it has no assessment yet, and only one of risk and impact is said.
    """
    known = draft.item(identity).assessment
    lacking = [key for key in ("risk", "impact") if not said.get(key)]
    if lacking and known is None:
        raise EditError(f"‘{identity}’ has no assessment yet: say --{' and --'.join(lacking)} too")
    values = {key: value for key, value in said.items() if value}
    _put_keys(draft, identity, "assessment", {**values, "on": on.isoformat()}, gone="kind")


def defer(draft: RoadmapDraft, identity: str, until: PartialDate | None, why: str) -> None:
    """Say that an enhancement is not begun now; what was said of that before goes."""
    values = {"why": why} if until is None else {"until": until.isoformat(), "why": why}
    _put_keys(draft, identity, "deferred", values, gone="" if until else "until")


def accept(draft: RoadmapDraft, identity: str, said: dict[str, str], until: PartialDate | None, on: PartialDate) -> None:
    """Say that somebody accepts the risk for now; what was said of that before goes.

    Args:
        draft: what is being changed.
        identity: id of the enhancement.
        said: ``by`` and ``why``.
        until: when it ends; None where nobody says it.
        on: when it is accepted.
    """
    ends = {} if until is None else {"until": until.isoformat()}
    values = {"by": said["by"], "on": on.isoformat(), **ends, "why": said["why"]}
    _put_keys(draft, identity, "acceptance", values, gone="" if until else "until")


def take_status(draft: RoadmapDraft, identity: str, stage: Stage, on: PartialDate) -> None:
    """Give an enhancement the status that counts as a stage, and note when; one that counts so already is left alone.

    Raises:
        EditError: no status of the roadmap counts so.
    """
    item = draft.item(identity)
    fitting = [status.id for status in _statuses(draft) if status.counts_as == stage]
    if not fitting:
        raise EditError(f"no status of this roadmap counts as ‘{stage}’: ‘roadmap.yml’ lists them")
    if item.status not in fitting:
        _put_status(draft, identity, {"to": fitting[0], "on": on.isoformat()})


def move_status(draft: RoadmapDraft, identity: str, to: str, on: PartialDate, why: str = "") -> None:
    """Give an enhancement another status, and note when and why; one that has it already is left alone.

    Raises:
        EditError: the roadmap has no such status, or it may not follow the one that the enhancement has.
    """
    statuses = {status.id: status for status in _statuses(draft)}
    now = draft.item(identity).status
    if to not in statuses:
        raise EditError(f"there is no status {show(to)}. {suggestion(to, statuses)}".rstrip(" ."))
    if to == now:
        return
    allowed = next_statuses(now, tuple(statuses.values()))
    if to not in {status.id for status in allowed}:
        may = ", ".join(f"‘{status.id}’" for status in allowed) or "no other"
        raise EditError(f"‘{to}’ may not follow ‘{now}’, which ‘{identity}’ has; what may: {may}")
    _put_status(draft, identity, {"to": to, "on": on.isoformat(), **({"why": why} if why else {})})


def next_statuses(now: str, statuses: Sequence[Status]) -> list[Status]:
    """The statuses that may follow one; where none says which, each may follow each other."""
    current = next((status for status in statuses if status.id == now), None)
    is_free = current is None or not any(status.moves_to for status in statuses)
    return [status for status in statuses if status.id != now and (is_free or (current and status.id in current.moves_to))]


def _statuses(draft: RoadmapDraft) -> Sequence[Status]:
    roadmap = draft.loaded.roadmap
    return roadmap.about.statuses if roadmap else DEFAULT_STATUSES


def _put_status(draft: RoadmapDraft, identity: str, move: Mapping[str, str]) -> None:
    set_fields(draft, identity, {("status",): move["to"]})
    file = draft.file_of(identity)
    draft.put(file, draft.text(file).append(("moves",), move, ORDER))


def _put_keys(draft: RoadmapDraft, identity: str, part: str, values: dict[str, str], gone: str) -> None:
    """Write keys of one part of an enhancement; `gone` is one that goes."""
    document = draft.text(draft.file_of(identity))
    if not isinstance(document.value((part,)), dict):
        set_fields(draft, identity, {(part,): values})
        return
    fields: dict[Loc, PlainValue | None] = {(part, key): value for key, value in values.items()}
    set_fields(draft, identity, {**fields, **({(part, gone): None} if gone else {})})
