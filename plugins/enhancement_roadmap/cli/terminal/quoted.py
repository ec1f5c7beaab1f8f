"""What somebody else has said, with a line beside it in a terminal."""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.segment import Segment

_LINE = "│ "


class Quoted:
    """Something with a line along its left side, however it is broken into lines.

    Args:
        content: what stands beside the line.
    """

    def __init__(self, content: RenderableType) -> None:
        self._content = content

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Its lines, in the room that the line leaves."""
        room = options.update(width=max(options.max_width - len(_LINE), 1))
        for line in console.render_lines(self._content, room, pad=False):
            yield from (Segment(_LINE), *line, Segment.line())

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """The least and the most room that it takes."""
        inner = Measurement.get(console, options, self._content)
        return Measurement(inner.minimum + len(_LINE), inner.maximum + len(_LINE)).with_maximum(options.max_width)
