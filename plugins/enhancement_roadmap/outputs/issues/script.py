"""The script that makes an issue where there is none, and renews the text where there is one; how often it runs does not matter.

It is for the shell that every machine has, and says what it would do until it is told to do it. Which issue is whose it knows
by the mark in the issue's text, from a list that it asks for once: a search of the host may be minutes behind.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from typing import Literal
from urllib.parse import quote

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.model.issues import MARK
from enhancement_roadmap.sentences import cut, readable
from enhancement_roadmap.text import one_line, plain

Host = Literal["github", "gitlab"]

_LONGEST = 250
"""Characters of a title that both hosts take."""

_IDS = rf'capture("^{MARK}(?<id>[a-z0-9-]+) -->").id'

_GITHUB = f"""\
list() {{
    gh issue list $repository --state all --limit 100000 --json number,body \\
        --jq '.[] | select(.body // "" | startswith("{MARK}")) | "\\(.number) \\(.body | {_IDS})"'
}}
create() {{ gh issue create $repository --title="$2" --body-file="$here/issues/$1.md"; }}
update() {{ gh issue edit "$1" $repository --title="$3" --body-file="$here/issues/$2.md"; }}
"""

_GITLAB = f"""\
list() {{
    found=$(glab api --paginate "projects/$project/issues?per_page=100") || return 1
    printf '%s' "$found" | jq -r '.[] | select(.description // "" | startswith("{MARK}")) | "\\(.iid) \\(.description | {_IDS})"'
}}
create() {{ written POST "projects/$project/issues" "$2" "$1"; }}
update() {{ written PUT "projects/$project/issues/$1" "$3" "$2"; }}
written() {{
    glab api --method "$1" "$2" --raw-field "title=$3" --field "description=@$here/issues/$4.md" > /dev/null
}}
"""

HOSTS: Mapping[Host, str] = {"github": _GITHUB, "gitlab": _GITLAB}
"""For each code host how its program lists, makes and renews issues."""

_HEAD = """\
#!/bin/sh
# Makes an issue of each enhancement, or writes its text anew where it has one.
#   sh issues.sh            says what it would do
#   sh issues.sh --apply    does it
set -eu
here=$(dirname "$0")
run=${1:-}
"""

_ENGINE = """
known=$(list)
known=$(printf '%s\\n' "$known" | sort -n)

issue() {
    number=$(printf '%s\\n' "$known" | awk -v id="$2" '$2 == id { print $1; exit }')
    if [ -n "$number" ]; then
        printf 'update #%s: %s\\n' "$number" "$3"
        [ "$run" != --apply ] || update "$number" "$2" "$3"
    elif [ "$1" = new ]; then
        printf 'create: %s\\n' "$3"
        [ "$run" != --apply ] || create "$2" "$3"
    else
        printf 'leave, %s: %s\\n' "$1" "$3"
    fi
}

"""


def script(insight: Insight, items: Sequence[Enhancement], host: Host, repository: str = "") -> str:
    """The script. One that is done or cancelled, or names an issue that somebody else has written, gets no new issue."""
    calls = "".join(f"issue {_state(item, insight)} {item.id} {shlex.quote(_title(item))}\n" for item in items)
    end = "[ \"$run\" = --apply ] || echo 'Nothing was changed: add --apply to do it.'\n"
    return _HEAD + _where(host, repository) + HOSTS[host] + _ENGINE + calls + end


def _where(host: Host, repository: str) -> str:
    if host == "gitlab":
        return f"project={quote(repository, safe='') if repository else ':fullpath'}\n"
    return f"repository={shlex.quote(f'--repo={repository}') if repository else ''}\n"


def _state(item: Enhancement, insight: Insight) -> str:
    if insight.is_finished(item):
        return "finished"
    return shlex.quote(f"it has {item.issue}") if item.issue else "new"


def _title(item: Enhancement) -> str:
    return cut(readable(one_line(plain(item.title))), _LONGEST)
