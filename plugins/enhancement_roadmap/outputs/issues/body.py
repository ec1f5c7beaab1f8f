"""The text of an issue. It calls nobody and names no issue that the roadmap does not name, whatever words there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Enhancement, Requirement
from enhancement_roadmap.model.issues import issue_mark
from enhancement_roadmap.text import comment_text
from enhancement_roadmap.text.long import flat

_NOTE = "_Written by `roadmap export --format issues`, which writes it anew: change the roadmap, or comment below._"


def issue_body(item: Enhancement, insight: Insight) -> str:
    """The text of an enhancement's issue: its mark, what it is, and its requirements as a task list."""
    facts = "\n".join(f"- **{label}:** {words}" for label, words in _facts(item, insight))
    tasks = "\n".join(_tasks(item.requirements))
    blocks = [issue_mark(item.id), facts, *(["### Requirements", tasks] if tasks else []), _NOTE]
    return "\n\n".join(blocks) + "\n"


def _facts(item: Enhancement, insight: Insight) -> Iterator[tuple[str, str]]:
    if item.description:
        yield "What", comment_text(flat(item.description))
    yield "Status", comment_text(insight.statuses[item.status].title)
    if level := insight.priorities[item.id]:
        yield "Priority", comment_text(insight.levels[level].title)
    if item.trigger:
        yield "Trigger", comment_text(item.trigger.summary)
    if item.owners:
        yield "Owner", ", ".join(map(comment_text, item.owners))
    if item.due:
        yield "Due", str(item.due)
    if others := [insight.by_id[name] for name in item.scope.needs]:
        yield "Depends on", ", ".join(comment_text(other.numbered_name) for other in others)


def _tasks(requirements: Iterable[Requirement], indent: str = "") -> Iterator[str]:
    for requirement in requirements:
        # What stands behind words of ours starts no block.
        before = {"done": "[x]", "open": "[ ]", "waived": "Not needed:"}[requirement.status]
        yield f"{indent}- {before} {comment_text(requirement.text)}{_besides(requirement)}"
        yield from _tasks(requirement.parts, f"{indent}  ")


def _besides(requirement: Requirement) -> str:
    said = [
        comment_text(flat(requirement.why)) if requirement.status == "waived" and requirement.why else "",
        f"due {requirement.due}" if requirement.due and requirement.status == "open" else "",
        requirement.issue or "",
    ]
    known = "; ".join(filter(None, said))
    return f" ({known})" if known else ""
