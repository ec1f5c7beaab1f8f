"""Issues of GitHub and GitLab, as ``gh issue list --json`` and the API of GitLab give them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from enhancement_roadmap.importing.decoding import NotTextError
from enhancement_roadmap.importing.records import Record
from enhancement_roadmap.model.issues import IssueState, boxes_of, marked_item

_PROJECT = re.compile(r"https?://[^/]+/(?:repos/)?(.+?)/(?:-/)?(?:issues|work_items)/\d+")

_TAKEN = {"number", "iid", "title", "body", "description", "state", "stateReason", "state_reason", "labels", "milestone", "assignees"}
_TAKEN |= {"assignee", "url", "html_url", "web_url", "due_date", "time_stats"}


def are_issues(values: Any) -> bool:
    """Whether values from JSON are a list of issues."""
    return isinstance(values, list) and bool(values) and all(isinstance(one, dict) and "title" in one and _number(one) for one in values)


def issue_records(issues: Sequence[Mapping[str, Any]], lines: Sequence[int]) -> tuple[list[Record], list[str]]:
    """A record for each issue, and the keys that say nothing about a plan.

    Args:
        issues: values from JSON.
        lines: where each begins.
    """
    records = [_record(issue, line) for issue, line in zip(issues, lines, strict=True)]
    return records, sorted({key for issue in issues for key, value in issue.items() if key not in _TAKEN and value})


def issue_states(text: str) -> list[IssueState]:
    """What a snapshot of issues in JSON says of each.

    Args:
        text: as ``gh issue list --json number,title,state,milestone,url,body`` or the API of GitLab gives it.

    Raises:
        NotTextError: it is no such list.
    """
    try:
        values = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise NotTextError("it is no JSON that can be read") from error
    if values != [] and not are_issues(values):
        raise NotTextError("it is no list of issues")
    return [_state(issue) for issue in values]


def _state(issue: Mapping[str, Any]) -> IssueState:
    milestone = issue.get("milestone")
    title = " ".join(str(milestone.get("title") or "").split()) if isinstance(milestone, dict) else ""
    address = next((str(issue[key]) for key in ("url", "html_url", "web_url") if issue.get(key)), "")
    project = _PROJECT.match(address)
    text = str(issue.get("body") or issue.get("description") or "").replace("\r\n", "\n")
    return IssueState(
        _number(issue) or 0,
        project[1] if project else "",
        str(issue.get("state")).casefold() != "closed",
        title,
        marked_item(text),
        boxes_of(text),
    )


def _number(issue: Mapping[str, Any]) -> int | None:
    found = issue.get("iid", issue.get("number"))
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else None


def _record(issue: Mapping[str, Any], line: int) -> Record:
    milestone = issue.get("milestone") if isinstance(issue.get("milestone"), dict) else {}
    times = issue.get("time_stats") if isinstance(issue.get("time_stats"), dict) else {}
    people = issue.get("assignees") or ([issue["assignee"]] if issue.get("assignee") else [])
    facts = {
        "owner": ", ".join(filter(None, (_name(one, "login", "username", "name") for one in _listed(people)))),
        "due": str(issue.get("due_date") or "")[:10],
        "timeline": str((times or {}).get("human_time_estimate") or ""),
        "links": str(next((issue[key] for key in ("url", "html_url", "web_url") if issue.get(key)), "")),
    }
    return Record(
        line,
        str(issue["title"]),
        _number(issue),
        text=str(issue.get("body") or issue.get("description") or "").replace("\r\n", "\n"),
        facts={key: value for key, value in facts.items() if value},
        labels=[name for one in _listed(issue.get("labels")) if (name := _name(one, "name"))],
        status=_status(issue),
        step=" ".join(str((milestone or {}).get("title") or "").split()),
    )


def _status(issue: Mapping[str, Any]) -> str | None:
    """``done`` or ``cancelled`` where it is closed; an open one says nothing of its status."""
    if str(issue.get("state")).casefold() != "closed":
        return None
    reason = str(issue.get("stateReason") or issue.get("state_reason") or "").casefold()
    return "cancelled" if reason in {"not_planned", "duplicate"} else "done"


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _name(value: Any, *keys: str) -> str:
    """A name, given alone or with what else there is to say of it."""
    if isinstance(value, dict):
        return next((str(value[key]) for key in keys if value.get(key)), "")
    return str(value or "")
