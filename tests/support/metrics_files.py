"""Files metrics.yml of every style: blocks, braces, brackets, quotes, comments, both line ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

_COMMENTS = ["", "", "", "  # a comment", " # it's: [not, {yaml"]
_TITLES = [
    "users",
    '"calls: a day"',
    "'it''s'",
    "größer 🔐",
    "a title\n{more}over two lines",
    "|\n{more}a text\n{more}# of lines",
    ">-\n{more}folded",
]
_ENTRIES = ["{on: 2026-01-31, value: 1}", '{"on": "2026-02", value: 2.50, source: "a, b"}', "{ on: 2026-03, value: 3e2, example: yes, }"]


@st.composite
def metrics_files(draw: st.DrawFn) -> bytes:
    """A file without mistakes, with the metrics ``m0``, ``m1``… as many as it likes, at least one."""
    step = draw(st.sampled_from(["", "  ", "    "]))
    number = draw(st.integers(1, 4))
    lines = ["# readings", "metrics:" + draw(st.sampled_from(_COMMENTS))]
    for index in range(number):
        lines += draw(st.sampled_from([_metric_in_blocks, _metric_in_braces]))(draw, f"m{index}", step)
        lines += draw(st.sampled_from([[], [""], ["# between"], ["", f"{step}    # deeper"]]))
    lines += draw(st.sampled_from([[], ["events:", f"{step}- {{id: launch, title: Launch}}"], ["events: []", "", "# the end"]]))
    text = "\n".join(lines) + draw(st.sampled_from(["\n", "", "\n\n"]))
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig"])))


def _metric_in_blocks(draw: st.DrawFn, name: str, step: str) -> Sequence[str]:
    inner = step + "  "
    title = draw(st.sampled_from(_TITLES))
    comment = draw(st.sampled_from(_COMMENTS)) if "\n" not in title else ""
    pairs = [[f"id: {name}" + draw(st.sampled_from(_COMMENTS))], f"title: {title.format(more=inner + '  ')}{comment}".split("\n")]
    readings = draw(st.sampled_from(_LISTS))(draw, inner, step)
    pairs = draw(st.permutations([*pairs, readings] if readings else pairs))
    first, *rest = [line for pair in pairs for line in pair]
    return [f"{step}- {first}", *(line if line.startswith(" ") or not line else inner + line for line in rest)]


def _metric_in_braces(draw: st.DrawFn, name: str, step: str) -> Sequence[str]:
    readings = draw(st.sampled_from(["", ", readings: []", f", readings: [{_ENTRIES[0]}]", f", readings: [{_ENTRIES[0]} ,]"]))
    if draw(st.booleans()):
        return [
            f"{step}- {{id: {name}, title: '# none'{readings}{draw(st.sampled_from(['', ', ', ' ']))}}}" + draw(st.sampled_from(_COMMENTS))
        ]
    end = draw(st.sampled_from(["", ","])) + draw(st.sampled_from(_COMMENTS))
    return [f"{step}- {{", f"{step}    id: {name},", f"{step}    title: users{readings}{end}", f"{step}  }}"]


def _entries(draw: st.DrawFn) -> Sequence[str]:
    return draw(st.lists(st.sampled_from(_ENTRIES), min_size=1, max_size=3))


def _dashes(draw: st.DrawFn, inner: str, step: str) -> list[str]:
    return ["readings:", *(f"{inner}{step}- {entry}" + draw(st.sampled_from(_COMMENTS)) for entry in _entries(draw))]


def _blocks(draw: st.DrawFn, inner: str, step: str) -> list[str]:
    dash = inner + step
    return ["readings:", f"{dash}- on: 2026-04", f"{dash}  # a comment", f"{dash}  value: 4" + draw(st.sampled_from(_COMMENTS))]


def _one_line(draw: st.DrawFn, _inner: str, _step: str) -> list[str]:
    return [f"readings: [{', '.join(_entries(draw))}{draw(st.sampled_from(['', ',', ' , ']))}]" + draw(st.sampled_from(_COMMENTS))]


def _several_lines(draw: st.DrawFn, inner: str, _step: str) -> list[str]:
    *more, last = _entries(draw)
    end = draw(st.sampled_from(["", ",", "]", ",]"])) + draw(st.sampled_from(_COMMENTS))
    close = [] if "]" in end.partition("#")[0] else [f"{inner}]"]
    return ["readings: [", *(f"{inner}  {entry}, # so far" for entry in more), f"{inner}  {last}{end}", *close]


def _empty(draw: st.DrawFn, _inner: str, _step: str) -> list[str]:
    return ["readings: []" + draw(st.sampled_from(_COMMENTS))]


def _none(_draw: st.DrawFn, _inner: str, _step: str) -> list[str]:
    return []


_LISTS: Sequence[Callable[[st.DrawFn, str, str], list[str]]] = (_dashes, _blocks, _one_line, _several_lines, _empty, _none)
