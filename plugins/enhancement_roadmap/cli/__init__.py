"""The command ``roadmap``. A command's module is imported when the command is called, and not before."""

from __future__ import annotations

import click

from enhancement_roadmap import __version__
from enhancement_roadmap.cli.lazy_group import LazyGroup

__all__ = ["main"]

COMMANDS = {
    "accept": "Accept the risk of an enhancement for now, until a day.",
    "assess": "Say how urgent an enhancement is: risk and business impact.",
    "build": "Write the pages as Markdown files, for any site generator.",
    "calendar": "Write the reviews as a calendar (.ics).",
    "changelog": "Write what was changed over time as Markdown, from git.",
    "check": "Name every mistake in the data.",
    "ci": "Write files that check, preview and publish on a code host.",
    "close": "Say that an enhancement is done.",
    "decide": "Say what to do now about each enhancement, and why.",
    "defer": "Put an enhancement off, until a day.",
    "depend": "Say that an enhancement needs others to be done first.",
    "diff": "Say what changed between two versions, and what it means.",
    "document": "Write the whole plan as one Markdown file.",
    "drift": "Hold the roadmap against the issues of a code host.",
    "explain": "Tell what the code of a finding means.",
    "export": "Write the roadmap, or a part of it, for other programs.",
    "import": "Bring in a plan that is there.",
    "init": "Start a roadmap here: data that is alive, and a site that shows it.",
    "metric": "Add readings of metrics to the data, by hand or from a job.",
    "move": "Move an enhancement in the order, or to another phase or quarter.",
    "new": "Add an enhancement.",
    "preview": "Show what a change would do: a comment, data, and the site.",
    "remove": "Take an enhancement out of the roadmap.",
    "rename": "Give an enhancement another id; whatever names it follows.",
    "requirement": "Add, reword, move and remove requirements.",
    "review": "Note that reviews were held.",
    "schedule": "Say when each enhancement will be done, how sure that is, and what moves it.",
    "schema": "Give the JSON Schemas of the data files, for editors.",
    "serve": "Show the roadmap in the browser, to plan in its pages.",
    "set": "Set fields of enhancements.",
    "show": "Show a view of the roadmap in the terminal.",
    "start": "Say that work on an enhancement has begun.",
    "status": "Give an enhancement another status, and note when and why.",
    "tick": "Say that requirements are done.",
    "untick": "Say that requirements are open again.",
    "waive": "Say that requirements need not be done, and why.",
}
"""For each command what it does; its code is the function of the same name in the module of the same name;
where Python keeps that for itself, with a ``_`` behind it."""


@click.group(
    cls=LazyGroup, package="enhancement_roadmap.cli.commands", summaries=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="roadmap")
def main() -> None:
    """Keep a roadmap of enhancements as YAML files.

    The data is in the folder ‘roadmap-data’, or in the one that you name.
    """
