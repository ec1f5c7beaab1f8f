"""``roadmap explain``"""

from __future__ import annotations

import click

from enhancement_roadmap.cli.output import CouldNotRunError, write, write_text
from enhancement_roadmap.findings import catalogue, code_for, suggestion


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Tell what the code of a finding means.

    CODE is a code or its name: ‘RM301’ or ‘unknown-key’. It gives an example of wrong and one of right. Without CODE, it
    lists all codes.
    """
    codes = catalogue().values()
    if code is None:
        write(*(f"{entry.code}  {entry.name}" for entry in codes))
        return
    try:
        write_text(code_for(code).explanation.rstrip("\n"))
    except KeyError as error:
        names = [entry.code for entry in codes] if code[:2].upper() == "RM" else [entry.name for entry in codes]
        raise CouldNotRunError(f"there is no code ‘{code}’. {suggestion(code, names)}") from error
