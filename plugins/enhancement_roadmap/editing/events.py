"""The day of an event, written into its entry."""

from __future__ import annotations

from typing import Any

import yaml

from enhancement_roadmap.editing.edits import TextEdit, add_pair, pair_at, set_value
from enhancement_roadmap.editing.metrics_text import EditError, MetricsText
from enhancement_roadmap.model import PartialDate

KEY = "happened_on"


def set_event(document: MetricsText, name: str, on: PartialDate, *, replace: bool = False) -> bytes:
    """Write when an event happened; the same date again changes nothing.

    Args:
        document: the file.
        name: id of the event.
        on: the day or the month.
        replace: whether to write it in the place of what the event says already.

    Returns:
        The file's bytes; those that it had where the event has this date already.

    Raises:
        EditError: there is no such event, or it says something else already, or the line can not be added without changing
            anything else.
    """
    index = document.index("events", name)
    values = document.values()
    event: dict[str, Any] = values["events"][index]
    said = {key: event[key] for key in (KEY, "happened") if event.get(key) is not None}
    if KEY in said and PartialDate.parse(said[KEY]) == on:
        return document.data
    if said and not replace:
        words = ", ".join(f"‘{key}: {value}’" for key, value in said.items())
        raise EditError(f"the event ‘{name}’ has {words} already. Use --replace to write {on.isoformat()} in its place.")
    edits = _edits(document.text, document.node("events", index), on.isoformat(), is_said="happened" in said)
    if "happened" in said:
        del event["happened"]
    event[KEY] = on.isoformat()
    return document.changed(edits, values)


def _edits(text: str, event: yaml.MappingNode, day: str, *, is_said: bool) -> list[TextEdit]:
    """The edits that give an event its date; ``happened`` becomes ``happened_on`` where it says something (`is_said`)."""
    if is_said and (said := pair_at(event, "happened")) is not None:
        return [set_value(text, said[0], KEY), set_value(text, said[1], day)]
    found = pair_at(event, KEY)
    return add_pair(text, event, f"{KEY}: {day}") if found is None else [set_value(text, found[1], day)]
