"""Issues of a code host: what an enhancement or a requirement says of the one that it is worked on in, and what a host says of it."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from enhancement_roadmap.model.base import Text
from enhancement_roadmap.records import dataclass

_SHORT = re.compile(r"(?P<project>[\w.-]+(?:/[\w.-]+)+)#(?P<number>[1-9]\d{0,8})")
_ADDRESS = re.compile(
    r"https?://[\w.:-]+/(?P<project>[\w.-]+(?:/[\w.-]+)+?)/(?:-/)?(?:issues|work_items)/(?P<number>[1-9]\d{0,8})/?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class IssueName:
    """Which issue is meant.

    Attributes:
        project: owner and repository, or groups and project: ``panda/app``.
        number: its number there.
    """

    project: str
    number: int


@dataclass(frozen=True, slots=True)
class IssueState:
    """What a code host says of an issue.

    Attributes:
        number: its number.
        project: the project that it is in; empty where the host does not say.
        is_open: whether it is open.
        milestone: title of the milestone that it is in; empty for none.
        item: id of the enhancement that its text was written for (`issue_mark`); empty where somebody wrote it by hand.
        boxes: the words of the boxes in its text, and whether they are ticked.
    """

    number: int
    project: str
    is_open: bool
    milestone: str = ""
    item: str = ""
    boxes: tuple[tuple[str, bool], ...] = ()


MARK = "<!-- roadmap: "
"""How the text of an issue begins that was written for an enhancement; its id follows."""
_BOX = re.compile(r"^[ \t]*[-*+] \[([ xX])\] (.+)$", re.MULTILINE)
_MARKED = re.compile(rf"{re.escape(MARK)}([a-z0-9-]+) -->")


def issue_mark(item: str) -> str:
    """What the text of an issue begins with that is written for an enhancement, by its id: nobody sees it."""
    return f"{MARK}{item} -->"


def marked_item(text: str) -> str:
    """Id of the enhancement that the text of an issue was written for; empty where somebody wrote it by hand."""
    found = _MARKED.match(text)
    return found[1] if found else ""


def boxes_of(text: str) -> tuple[tuple[str, bool], ...]:
    """The boxes of a Markdown text: the words of each, and whether it is ticked."""
    return tuple((found[2].strip(), found[1] != " ") for found in _BOX.finditer(text))


def _checked(value: str) -> str:
    if _SHORT.fullmatch(value) is None and _ADDRESS.fullmatch(value) is None:
        raise PydanticCustomError("issue_form", "is no issue")
    return value


Issue = Annotated[
    Text,
    AfterValidator(_checked),
    WithJsonSchema(
        {"type": "string", "pattern": f"^({_SHORT.pattern}|https?://\\S+)$".replace("?P<project>", "").replace("?P<number>", "")}
    ),
]
"""An issue: ``owner/repo#12``, or its address."""


def issue_name(issue: str) -> IssueName:
    """Project and number of an issue, which the model has checked.

    Raises:
        ValueError: it is none.
    """
    found = _SHORT.fullmatch(issue) or _ADDRESS.fullmatch(issue)
    if found is None:
        raise ValueError(issue)
    return IssueName(found["project"], int(found["number"]))


def issue_address(issue: str) -> str:
    """The address of an issue; the short form is that of GitHub."""
    if "://" in issue:
        return issue
    name = issue_name(issue)
    return f"https://github.com/{name.project}/issues/{name.number}"
