"""What a page may ask about a requirement."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from typing import Annotated, Literal

from enhancement_roadmap.editing import requirement_edits, ticking
from enhancement_roadmap.editing.named_requirements import refuse_unknown
from enhancement_roadmap.editing.requests.operation import Asked, EditOperation, Identity, LongWords, SomeDay, SomeWords, Words
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.model import PartialDate


class _OfRequirement(EditOperation):
    """An operation on one requirement, which is meant by its id alone."""

    enhancement: Identity
    requirement: Identity

    def draft(self, draft: RoadmapDraft, day: date) -> None:
        refuse_unknown(draft.item(self.enhancement), self.requirement)
        self.change(draft, day)

    @abstractmethod
    def change(self, draft: RoadmapDraft, day: date) -> None:
        """Draft the change of a requirement that is there."""


class TickRequirement(_OfRequirement):
    """Done"""

    operation: Literal["tick"] = "tick"
    on: Annotated[SomeDay, Asked("Done on", "day")] = None
    """A day or a month, as 2026-11-24 or 2026-11; left empty: today."""
    by: Annotated[SomeWords, Asked("Done by")] = None
    """Who did it, or saw that it is done."""
    evidence: Annotated[SomeWords, Asked("Evidence")] = None
    """What shows it: a text or an address."""

    def change(self, draft: RoadmapDraft, day: date) -> None:
        said = ticking.Completion(self.on, PartialDate.of(day), self.by or "", self.evidence or "")
        ticking.tick(draft, self.enhancement, [self.requirement], said)


class UntickRequirement(_OfRequirement):
    """Open again"""

    operation: Literal["untick"] = "untick"

    def change(self, draft: RoadmapDraft, day: date) -> None:
        ticking.untick(draft, self.enhancement, [self.requirement])


class WaiveRequirement(_OfRequirement):
    """Not needed, because …"""

    operation: Literal["waive"] = "waive"
    why: Annotated[LongWords, Asked("Why it need not be done", "text")]
    """It then counts neither as open nor as done."""

    def change(self, draft: RoadmapDraft, day: date) -> None:
        ticking.waive(draft, self.enhancement, [self.requirement], self.why)


class AddRequirement(EditOperation):
    """Add a requirement"""

    operation: Literal["add-requirement"] = "add-requirement"
    enhancement: Identity
    text: Annotated[Words, Asked("What is required")]
    """One thing that must be true before the enhancement is done, in a line."""

    def draft(self, draft: RoadmapDraft, day: date) -> None:
        requirement_edits.add_requirement(draft, self.enhancement, self.text)


class RewordRequirement(_OfRequirement):
    """Other words"""

    operation: Literal["reword-requirement"] = "reword-requirement"
    text: Annotated[Words, Asked("What is required")]
    """One thing that must be true before the enhancement is done, in a line."""

    def change(self, draft: RoadmapDraft, day: date) -> None:
        requirement_edits.reword_requirement(draft, self.enhancement, self.requirement, self.text)


class PlaceRequirement(_OfRequirement):
    """Another place in the list"""

    operation: Literal["place-requirement"] = "place-requirement"
    beside: Annotated[Identity, Asked("Which other", "choice", "requirements")]
    """It moves next to this one."""
    after: bool = False

    def change(self, draft: RoadmapDraft, day: date) -> None:
        refuse_unknown(draft.item(self.enhancement), self.beside)
        requirement_edits.place_requirement(draft, self.enhancement, self.requirement, self.beside, after=self.after)


class RemoveRequirement(_OfRequirement):
    """Remove it"""

    operation: Literal["remove-requirement"] = "remove-requirement"

    def change(self, draft: RoadmapDraft, day: date) -> None:
        requirement_edits.remove_requirement(draft, self.enhancement, self.requirement)
