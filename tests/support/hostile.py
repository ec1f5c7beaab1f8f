"""Text that tries to be more than text, in every field that takes text."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from enhancement_roadmap.model import FILE_KINDS, Node
from support.leaves import leaves

SECRET = "the-content-of-a-secret-file"  # noqa: S105  (a made-up one)

SHOWN_AS_TYPED = [
    "<script>window.pwned=1</script>",
    "</title></script><script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "<img src=x onerror='window.pwned=1'>",  # for CommonMark, which wants quotes where there is more than one =
    "\\<img src=x onerror=window.pwned=1>",
    "*" * 41,
    "<svg/onload=window.pwned=1>",
    "</article></main><iframe srcdoc='<script>top.pwned=1</script>'>",
    "[x](javascript:window.pwned=1)",
    "[x](JaVaScRiPt:window.pwned=1)",
    "[x](data:text/html,<script>window.pwned=1</script>)",
    "[x](//evil.example/)",
    "![x](https://evil.example/x.png)",
    "<https://evil.example/>",
    "https://evil.example/ and www.evil.example and a@evil.example",
    "x {: onclick=window.pwned=1 #evil .evil }",
    "{#evil}",
    '--8<-- "secret.txt"',
    ";--8<-- 'secret.txt'",
    "{{ 7*191 }}{{ secret() }}{% include 'secret.txt' %}{# gone #}",
    ":smile: :material-alert:",
    "{++added++} {--removed--} {~~a~>b~~} {>>note<<} {==marked==}",
    "#12 and @somebody and team/plan#3",
    "*[HTML]: not an abbreviation",
    "[^1] and [^1]: no footnote",
    "- [ ] no task",
    '=== "No tab"',
    "!!! note",
    "??? note",
    "/// html | script",
    "# No heading",
    "> no quote",
    "1. no list",
    "| no | table |",
    "[TOC]",
    "==mark== ^^insert^^ ~~delete~~ H~2~O x^2^ ++ctrl+alt++ (c) --> 1/2",
    "$x$ \\(x\\) [[wiki]]",
    "<!-- no comment -->",
    "&lt;b&gt; &#60;b&#62; &amp; &nbsp;",
    "<b onmouseover=window.pwned=1>x</b>",
    '" onmouseover="window.pwned=1" x="',
    "' onmouseover='window.pwned=1' x='",
    "wzxhzdk:0 \x02klzzwxh:0000\x03".replace("\x02", "").replace("\x03", ""),
]
"""One text a line; none of them may do, include or become anything."""

MARKED_UP = [
    '<a href=http://foo.example/#x=`y></a><img alt="`><img src=x:x onerror=window.pwned=1>">',
    "x `a<b` http://x.example/`<img src=x onerror=window.pwned=1>`",
    "[a](<http://x.example/<img src=x onerror=window.pwned=1>>)",
    "``a```` <b>x`",
    "http://x.example/[`<img src=x onerror='window.pwned=1'>`",
    "WWW.x.example/\u3000(`<img src=x onerror='window.pwned=1'>`",
    "http://x.example/*`<img src=x onerror='window.pwned=1'>`*",
    "[`<img src=x onerror='window.pwned=1'>`](http://x.example/`) `<img src=x onerror='window.pwned=1'>`",
    "` # a`b",
    "` - [x] a`b",
    "`     a`b `",
]
"""The same among marks of the inline markup, which a page shows as what they mean."""

SEEN_BY_FEW = [
    "___",  # a rule
    "_ _ _",
    "$x",  # twice in a line: a formula
    "$a *$b*",
    "a\u3000$ $b",
    "[x]",  # a box, also as a reference, where a renderer looks for it in what it has read
    "[ ] a",
    "[-] a",
    "[=50%](a)",  # a progress bar
    "[@a](b)",
    "-# a",  # small words
    "javascript://%0aalert(1)",  # an address without being a link
    "x JavaScript://%0aalert(1) data://x",
    "axhttp://example.org",
]
"""Texts that mean something to one renderer or extension only."""


def hostile_roadmap(folder: Path, text: str) -> Iterator[tuple[str, str]]:
    """The files of a roadmap with a text in place of every text that the model lets be any text.

    Args:
        folder: a valid roadmap.
        text: what to put in.

    Yields:
        Name and content of each file.
    """
    for kind in FILE_KINDS:
        for file in sorted(folder.glob(kind.path)):
            values = texts_in(file)
            _number_levels(values, folder)
            for path in list(leaves(values)):
                _poison(values, path, text, kind.model)
            yield file.relative_to(folder).as_posix(), written(values)


def texts_in(file: Path) -> Any:
    """What a file of a roadmap that nobody changes says, all of it as text; parsed once, and given anew each time."""
    return deepcopy(_parsed(file))


@cache
def _parsed(file: Path) -> Any:
    return yaml.load(file.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506  (it makes only text)


_NAMES_OF_LEVELS = {(key, axis) for key in ("assessment", "after") for axis in ("risk", "impact")}
"""Where words are those of a scale, and no others."""


def _number_levels(values: Any, folder: Path) -> None:
    """Put the numbers of levels in place of their titles, which become others."""
    scoring = texts_in(folder / "roadmap.yml").get("scoring") or {}
    for name, scale in scoring.items():
        for key in ("assessment", "after"):
            said = values.get(key, {}).get(name)
            for level in scale["levels"] if isinstance(scale, dict) and said else ():
                if said.lower() == level["title"].lower():
                    values[key][name] = level["value"]


def _poison(values: Any, path: tuple[Any, ...], text: str, model: type[Node]) -> None:
    if path[-2:] in _NAMES_OF_LEVELS:
        return
    *way, last = path
    holder = values
    for step in way:
        holder = holder[step]
    before = holder[last]
    if before in {"", "null", "~"}:
        return
    # People with one name would be one person in many places.
    own = f"{text} {'-'.join(str(step) for step in way if isinstance(step, int))}" if path[-1] == "name" and "people" in way else text
    # A field that takes any text takes this one; an estimate takes it as a remark.
    for attempt in (own, f"{before} {text}"):
        holder[last] = attempt
        if is_valid(model, values):
            return
    holder[last] = before


def is_valid(model: type[Node], values: Any) -> bool:
    """Whether values are a file of the model, as `validate` says; which mistakes there are, and in what words, nobody asks."""
    try:
        model.model_validate(values)
    except ValidationError:
        return False
    return True


def written(values: Any) -> str:
    """The text of a file."""
    return str(yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False))
