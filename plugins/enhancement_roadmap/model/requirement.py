"""What has to be done before an enhancement is: a sentence, or more about it, with the parts that it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, ValidatorFunctionWrapHandler, WithJsonSchema, WrapValidator
from pydantic_core import PydanticCustomError

from enhancement_roadmap.model.base import Node, Slug, Text
from enhancement_roadmap.model.dates import PartialDate
from enhancement_roadmap.model.done import answer, contradiction, missing, without_done
from enhancement_roadmap.model.issues import Issue
from enhancement_roadmap.model.long_text import LongText
from enhancement_roadmap.model.own_fields import OwnValues, no_values
from enhancement_roadmap.model.sign_off import Texts
from enhancement_roadmap.model.slugs import slug_from
from enhancement_roadmap.sentences import cut, one_or_several

State = Literal["open", "done", "waived"]

_KEY_FORM = re.compile(r"[a-z_]+")
_SHOWN = 60
"""Characters of a sentence that a message repeats."""

_YesOrNo = Annotated[str, WithJsonSchema({"enum": ["yes", "no", True, False]})]
_Done = Annotated[bool | PartialDate | None, PlainValidator(answer, json_schema_input_type=_YesOrNo | PartialDate)]


class Requirement(Node):
    """One thing that must be true before the enhancement is done; a sentence alone is its text."""

    id: Slug = Field(default_factory=str)  # none in a schema: reading makes one of the words
    """Unique within the enhancement; links and history use it. Default: made of its words, so that it changes when they do."""
    text: Text
    """What is required, in a line."""
    status: State = "open"
    """`open`, `done`, or `waived` where it need not be done, with `why`: it then counts neither as open nor as done. One with parts
    is done when all of them are, and needs no status."""
    done: _Done = Field(default=None, exclude=True)
    """`status` and `done_on` in a word: `yes`, `no`, or when it was done."""
    done_on: PartialDate | None = None
    """When it was done."""
    done_by: Text | None = None
    """Who did it, or saw that it is done."""
    evidence: Texts = ()
    """What shows that it is done: a text or an address, or several."""
    owner: Text | None = None
    """Who sees to it; default: whoever answers for the enhancement."""
    due: PartialDate | None = None
    """The day by which it should be done."""
    why: LongText | None = None
    """Why it need not be done, of one that is waived."""
    issue: Issue | None = None
    """The issue of a code host that it is worked on in: `owner/repo#12` on GitHub, or an address, also of GitLab."""
    controls: Texts = ()
    """What of a standard it answers: `ASVS 2.1.1`, or several."""
    fields: OwnValues = Field(default_factory=no_values)
    """What it says of the team's own `fields`, by their ids."""
    parts: tuple[RequirementOrSentence, ...] = ()
    """What it is made of, each a requirement again, in four levels at most. What is counted are those without parts."""

    @property
    def counts(self) -> bool:
        """Whether it is counted at all: one that is waived is not."""
        return self.status != "waived"

    @property
    def has_own_id(self) -> bool:
        """Whether somebody has written its id: it is not made of its words."""
        return "id" in self.model_fields_set

    @property
    def short_name(self) -> str:
        """What a message calls it: its own id, else its words."""
        return self.id if self.has_own_id else self.text

    def leaves(self) -> Iterator[Requirement]:
        """What it comes to: its parts that have no parts, or it itself where it has none."""
        return leaves_of((self,))

    def with_parts(self) -> Iterator[Requirement]:
        """It itself and all that it is made of, in the order of the file."""
        yield self
        for part in self.parts:
            yield from part.with_parts()


def _read(value: Any, handler: ValidatorFunctionWrapHandler) -> Requirement:
    """Read the short forms, and work out what nobody has written: the id, and the status that follows from day or parts."""
    if isinstance(value, str):
        value = {"text": value}
    if not isinstance(value, Mapping):
        made: Requirement = handler(value)
        return made
    _check_sentence(value)
    found: Requirement = handler(without_done(value) if "done" in value else value)
    object.__setattr__(found, "status", _status(found, value))
    if not found.has_own_id:
        object.__setattr__(found, "id", slug_from(found.text))
    return found


RequirementOrSentence = Annotated[Requirement, WrapValidator(_read, json_schema_input_type=Text | Requirement)]
Requirement.model_rebuild()


def _status(requirement: Requirement, written: Mapping[str, Any]) -> State:
    """What a requirement comes to.

    Args:
        requirement: its parts have been read before it.
        written: what it was made of.

    Raises:
        ValidationError: what is written of its status contradicts its day, or its parts.
    """
    said = requirement.status if "status" in requirement.model_fields_set else None
    if said == "waived":
        if requirement.why is None:
            raise missing("why")
        if requirement.done_on:
            raise contradiction("done_on", written["done_on"], "‘status: waived’")
        return "waived"
    if not requirement.parts:
        if said == "open" and requirement.done_on:
            raise contradiction("done_on", written["done_on"], "‘status: open’")
        return "done" if requirement.done_on else requirement.status
    leaves = list(requirement.leaves())
    still_open = sum(leaf.status == "open" for leaf in leaves)
    status: State = "open" if still_open else "done"
    if (said or status) != status or (requirement.done_on and still_open):
        key = next(key for key in ("done", "status", "done_on") if written.get(key) is not None)
        parts = f"{still_open} of {len(leaves)} {one_or_several(still_open, 'is', 'are')} open" if still_open else "all are done"
        advice = "Say it of the parts, and leave it out here: what has parts is done when all of them are."
        raise contradiction(key, written[key], f"its parts, of which {parts}", advice)
    return status


def _check_sentence(values: Mapping[str, Any]) -> None:
    """Tell a sentence with a colon from a mapping, which is what YAML takes it for.

    Raises:
        PydanticCustomError: a key is no word that somebody would choose for one, but the beginning of a sentence.
    """
    for key, value in values.items() if "text" not in values else ():
        if not _KEY_FORM.fullmatch(key) and key.lower() not in Requirement.model_fields and isinstance(value, str | None):
            sentence = cut(f"{key}: {value or ''}".rstrip(), _SHOWN)
            mark = "'" if '"' in sentence or "\\" in sentence else '"'
            quoted = f"{mark}{sentence.replace(mark, mark * 2)}{mark}"
            right = f"- {quoted}" if len(values) == 1 else f"text: {quoted}"
            raise PydanticCustomError("sentence_as_mapping", "is a sentence with a colon", {"sentence": sentence, "right": right})


def leaves_of(requirements: Iterable[Requirement]) -> Iterator[Requirement]:
    """The requirements that are counted, wherever requirements are counted: those without parts."""
    for requirement in requirements:
        if requirement.parts:
            yield from leaves_of(requirement.parts)
        else:
            yield requirement
