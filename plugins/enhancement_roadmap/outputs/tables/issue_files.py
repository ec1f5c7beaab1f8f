"""Enhancements as issues of a code host: a body for each, and a script that creates or updates them.

The script finds the issue of an enhancement by a mark in its body, so that running it again changes the same issues. What the data
say stands in the bodies, and in single quotes of the script: the shell reads none of it as its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from shlex import quote
from string import Template
from typing import Literal

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Enhancement, Requirement
from enhancement_roadmap.model.issues import issue_name
from enhancement_roadmap.sentences import visible

IssueHost = Literal["github", "gitlab"]
SCRIPT = "issues.sh"
_TICKS = {"open": "[ ]", "done": "[x]", "waived": "[x]"}
_MENTION = re.compile(r"(?<![\w`])([@#])(?=\w)")
_ZERO_WIDTH = "\u200b"

_TEXT = Template("""\
#!/bin/sh
# Creates or updates an issue for each enhancement. It only says what it would do; with --apply it does it.
set -eu
cd "$$(dirname "$$0")"
apply="$${1:-}"
known="$$(mktemp)"
trap 'rm -f "$$known"' EXIT
$list > "$$known"

one() { # mark, number of the issue that the roadmap names, title, file of the body
  number="$$2"
  [ -n "$$number" ] || number="$$(jq -r --arg mark "$$1" \\
    'map(select((.body // .description // "") | contains($$mark))) | .[0] | (.iid // .number) // empty' "$$known")"
  if [ -n "$$number" ]; then
    echo "update #$$number: $$3"
    [ "$$apply" != --apply ] || $update
  else
    echo "create: $$3"
    [ "$$apply" != --apply ] || $create
  fi
}

$calls
[ "$$apply" = --apply ] || echo "Nothing was done: sh $script --apply does it."
""")
_COMMANDS: Mapping[IssueHost, Mapping[str, str]] = {
    "github": {
        "list": "gh issue list --state all --limit 5000 --json number,body",
        "update": 'gh issue edit "$number" --title "$3" --body-file "$4"',
        "create": 'gh issue create --title "$3" --body-file "$4"',
    },
    "gitlab": {
        "list": "glab issue list --all --per-page 100 --output json",
        "update": 'glab issue update "$number" --title "$3" --description "$(cat "$4")"',
        "create": 'glab issue create --yes --title "$3" --description "$(cat "$4")"',
    },
}


def issue_files(insight: Insight, items: Sequence[Enhancement], host: IssueHost) -> dict[str, str]:
    """The files, by their names.

    Args:
        insight: the roadmap on its day.
        items: the enhancements to tell.
        host: whose commands the script calls: ``gh`` or ``glab``.
    """
    calls = "\n".join(_call(item) for item in items)
    script = _TEXT.substitute(_COMMANDS[host], calls=calls, script=SCRIPT)
    return {SCRIPT: script, **{f"{item.id}.md": _body(item, insight) for item in items}}


def mark_of(item: Enhancement) -> str:
    """What the body of its issue is known by."""
    return f"<!-- roadmap: {item.id} -->"


def _call(item: Enhancement) -> str:
    number = str(issue_name(item.issue).number) if item.issue else ""
    return f"one {quote(mark_of(item))} {quote(number)} {quote(_line(item.title))} {quote(f'{item.id}.md')}"


def _body(item: Enhancement, insight: Insight) -> str:
    """Words of the data are quoted, so that nothing in them calls anybody or closes an issue."""
    priority = insight.levels[level].title if (level := insight.priorities[item.id]) else None
    facts = {
        "Priority": priority,
        "Status": insight.statuses[item.status].title,
        "Trigger": item.trigger.summary if item.trigger else None,
        "Estimate": str(item.scope.timeline.range) if item.scope.timeline else None,
        "Due": item.due.isoformat() if item.due else None,
    }
    lines = [mark_of(item), "", *(f"- {name}: {_line(value)}" for name, value in facts.items() if value)]
    if item.description:
        lines += ["", *(f"> {_inert(line)}" for line in item.description.splitlines())]
    if item.requirements:
        lines += ["", "## Requirements", "", *_tasks(item.requirements)]
    return "\n".join([*lines, ""])


def _tasks(requirements: Sequence[Requirement], indent: str = "") -> Iterator[str]:
    for requirement in requirements:
        words = _line(requirement.text)
        yield f"{indent}- {_TICKS[requirement.status]} {f'~~{words}~~' if requirement.status == 'waived' else words}"
        yield from _tasks(requirement.parts, f"{indent}  ")


def _line(words: str) -> str:
    return _inert(" ".join(words.split()))


def _inert(words: str) -> str:
    """Words in which nobody is mentioned and no issue is named, and no mark of a comment stands."""
    return _MENTION.sub(rf"\1{_ZERO_WIDTH}", visible(words)).replace("<!--", "&lt;!--").replace("-->", "--&gt;")
