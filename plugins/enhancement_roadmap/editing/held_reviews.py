"""A review that was held, written down with its review."""

from __future__ import annotations

from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.findings import suggestion
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.strict_yaml import show

GOVERNANCE = "governance.yml"


def hold_review(draft: RoadmapDraft, name: str, on: PartialDate, said: dict[str, str | None]) -> None:
    """Note that a review was held; the same again changes nothing.

    Args:
        draft: what is being changed.
        name: id or title of the review.
        on: when.
        said: ``by``, ``verdict`` and ``remark``, as far as somebody says them.

    Raises:
        EditError: there is no such review.
    """
    document = draft.text_if_any(GOVERNANCE)
    listed = (document.value(("reviews",)) if document else None) or []
    reviews = [review if isinstance(review, dict) else {} for review in listed]
    found = [index for index, review in enumerate(reviews) if name in {review.get("id"), review.get("title")}]
    if not found or document is None:
        known = [str(review["id"]) for review in reviews if "id" in review]
        raise EditError(f"there is no review {show(name)}. {suggestion(name, known)}".rstrip(" ."))
    held = {"on": on.isoformat(), **{key: value for key, value in said.items() if value}}
    loc = ("reviews", found[0], "held")
    if held not in (document.value(loc) or ()):
        draft.put(GOVERNANCE, document.append(loc, held))
