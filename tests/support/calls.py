"""Every command as it is called: to print, and to write. A new command needs a line here before the tests of all are green."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from enhancement_roadmap.cli import COMMANDS, main

DATA, OUT = "DATA", "OUT"
"""What stands in a call for the roadmap folder, and for a file or folder to write."""


@dataclass(frozen=True)
class Call:
    """One way to call a command.

    Attributes:
        command: its name, such as ``metric add``.
        arguments: what it is about.
        options: with their values.
    """

    command: str
    arguments: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    def words(self, data: str | Path, out: str | Path) -> list[str]:
        """What a user types, so that no name can be taken for an option."""
        named = {DATA: str(data), OUT: str(out)}
        options = (word.split("=", 1) for word in self.options)
        told = ["=".join([name, *(named.get(value, value) for value in values)]) for name, *values in options]
        return [*self.command.split(), *told, "--", *(named.get(word, word) for word in self.arguments)]

    def __str__(self) -> str:
        return " ".join([self.command, *self.options, *self.arguments])


PRINTING = [
    Call("accept", ("database-security",), ("--data=DATA", "--by=Grace", "--until=2027-06", "--why=For now")),
    Call("assess", ("database-security",), ("--data=DATA", "--risk=4", "--impact=2", "--why=Less")),
    Call("build", (DATA,), ("--out=OUT", "--compare=main", "--dates-from-git")),
    Call("calendar", (DATA,)),
    Call("changelog", (DATA,)),
    Call("check", (DATA,), ("--strict-dates",)),
    Call("check", (DATA,), ("--format=json",)),
    Call("ci", ("github", "roadmap-data")),
    Call("close", ("database-security",), ("--data=DATA",)),
    Call("decide", (DATA,), ("--set=api-calls-per-day=7",)),
    Call("decide", (DATA,), ("--format=json",)),
    Call("defer", ("database-security",), ("--data=DATA", "--until=2027-03", "--why=Not now")),
    Call("depend", ("api-security", "database-security"), ("--data=DATA",)),
    Call("diff", ("main",), ("--data=DATA",)),
    Call("diff", ("main",), ("--data=DATA", "--format=json")),
    Call("diff", ("main",), ("--data=DATA", "--format=markdown")),
    Call("document", (DATA,), ("--dates-from-git",)),
    Call("drift", (DATA,), ("--issues=issues.json",)),
    Call("explain", ("RM301",)),
    Call("export", ("changes.atom", DATA)),
    Call("export", ("decisions.json", DATA)),
    Call("export", (DATA,), ("--format=oscal",)),
    Call("import", ("plan.md",), ("--out=DATA", "--dry-run")),
    Call("init", (OUT,), ("--dry-run",)),
    Call("metric add", ("api-calls-per-day", "7", DATA), ("--on=2026-11-25",)),
    Call("metric event", ("user-input", DATA), ("--on=2026-11-25",)),
    Call("metric import", ("readings.csv", DATA)),
    Call("metric list", (DATA,)),
    Call("move", ("api-security",), ("--data=DATA", "--before=database-security")),
    Call("new", ("Key rotation",), ("--data=DATA", "--requirement=Rotate")),
    Call("preview", (DATA,), ("--base=main", "--out=OUT")),
    Call("remove", ("security-automation",), ("--data=DATA", "--force")),
    Call("rename", ("performance-security", "speed"), ("--data=DATA",)),
    Call("requirement add", ("database-security", "Rotate keys"), ("--data=DATA",)),
    Call("requirement move", ("database-security", "2"), ("--data=DATA", "--before=1")),
    Call("requirement remove", ("database-security", "2"), ("--data=DATA",)),
    Call("requirement reword", ("database-security", "1", "Encrypt"), ("--data=DATA",)),
    Call("review held", ("monthly",), ("--data=DATA", "--verdict=agreed")),
    Call("schedule", (DATA,), ("--set=estimate.database-security=3-5 weeks",)),
    Call("schedule", (DATA,), ("--format=json",)),
    Call("schema", ("plan",)),
    Call("schema", ("difference",)),
    Call("serve", (DATA,), ("--dry-run",)),
    Call("set", ("database-security", "owner=Ada"), ("--data=DATA",)),
    Call("set", ("owner=Ada",), ("--data=DATA", "--where=status=proposed")),
    Call("show", ("table", DATA), ("--option=sort=score",)),
    Call("show", ("changes", DATA)),
    Call("start", ("database-security",), ("--data=DATA",)),
    Call("status", ("compliance", "triggered"), ("--data=DATA", "--why=It is time")),
    Call("tick", ("database-security", "1"), ("--data=DATA",)),
    Call("untick", ("database-security", "1"), ("--data=DATA",)),
    Call("waive", ("database-security", "2"), ("--data=DATA", "--why=No need")),
]
"""Calls that print something of the roadmap or of its history. They are made in a folder that has `READINGS` and `PLAN_FILE`."""

READINGS = "metric,on,value\napi-calls-per-day,2026-11-23,9\n"
"""The file ``readings.csv``."""

PLAN_FILE = "# Plan\n\n- [ ] Faster search\n"
"""The file ``plan.md``."""
ISSUES_FILE = "[]"
"""The file ``issues.json``."""

WRITING = [
    Call("build", (DATA,), ("--out=OUT",)),
    Call("calendar", (DATA,), ("--out=OUT",)),
    Call("changelog", (DATA,), ("--out=OUT",)),
    Call("ci", ("gitlab",), ("--out=OUT",)),
    Call("diff", ("main",), ("--data=DATA", "--out=OUT")),
    Call("document", (DATA,), ("--out=OUT",)),
    Call("export", ("reviews.ics", DATA), ("--out=OUT",)),
    Call("export", (DATA,), ("--format=issues", "--out=OUT")),
    Call("import", ("plan.md",), ("--out=OUT",)),
    Call("init", (OUT,)),
    Call("metric add", ("api-calls-per-day", "7", DATA), ("--on=2026-11-25",)),
    Call("metric event", ("user-input", DATA), ("--on=2026-11-25",)),
    Call("metric import", ("readings.csv", DATA)),
    Call("new", ("Key rotation",), ("--data=DATA",)),
    Call("preview", (DATA,), ("--base=main", "--out=OUT")),
    Call("rename", ("performance-security", "speed"), ("--data=DATA",)),
    Call("schedule", (DATA,), ("--out=OUT",)),
    Call("schema", (), ("--out=OUT",)),
    Call("tick", ("database-security", "1"), ("--data=DATA",)),
]
"""Calls that write a file or a folder."""


def commands() -> dict[str, click.Command]:
    """Every command that does something, by its name, those of groups among them."""
    context = click.Context(main)
    return dict(_leaves("", {name: main.get_command(context, name) for name in COMMANDS}))


def variations(call: Call, word: str) -> Iterator[Call]:
    """A call with a word in the place of each argument in turn, and for each option that takes a value."""
    for place in range(len(call.arguments)):
        yield replace(call, arguments=(*call.arguments[:place], word, *call.arguments[place + 1 :]))
    for option in commands()[call.command].params:
        if isinstance(option, click.Option) and not option.is_flag:
            yield replace(call, options=(*call.options, f"{option.opts[-1]}={word}"))
    yield replace(call, options=(*call.options, f"--{word}"))


def _leaves(above: str, known: dict[str, click.Command | None]) -> Iterator[tuple[str, click.Command]]:
    for name, command in known.items():
        if isinstance(command, click.Group):
            yield from _leaves(f"{above}{name} ", dict(command.commands))
        elif command is not None:
            yield f"{above}{name}", command
