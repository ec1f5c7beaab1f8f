"""The enhancements as issues of a code host: a text for each, and a script that makes or renews them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.outputs.issues.body import issue_body
from enhancement_roadmap.outputs.issues.script import HOSTS, Host, script

__all__ = ["HOSTS", "SCRIPT", "Host", "issue_files"]

SCRIPT = "issues.sh"
"""Name of the script; the texts stand in a folder beside it."""


def issue_files(insight: Insight, items: Sequence[Enhancement], host: Host, repository: str = "") -> Mapping[str, str]:
    """Texts of files, by their paths in one folder.

    Args:
        insight: the roadmap on the day.
        items: enhancements to make an issue of, each with its requirements as a task list.
        host: the code host.
        repository: owner and name; empty for the one that the script is run in.
    """
    bodies = {f"issues/{item.id}.md": issue_body(item, insight) for item in items}
    return {SCRIPT: script(insight, items, host, repository), **bodies}
