"""A file of a megabyte of anything is answered: in a small multiple of the time that a small roadmap and the parser take, with
little memory, and with places that exist."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from enhancement_roadmap.findings import MOST
from enhancement_roadmap.loading import MAX_BYTES
from enhancement_roadmap.strict_yaml.limits import MAX_VALUES
from support.plain_plan import PLAN, make_folder
from support.used import forked_used, roadmap_used

FILE = "enhancements/02-large.yml"
TIMES = 6
"""Most time, as a multiple of what a check of a small roadmap and the parser alone take together."""
MEGABYTES = 200


def filled(piece: str, head: str = "", tail: str = "") -> bytes:
    """As many of a piece as a file may hold."""
    unit, around = piece.encode(), len((head + tail).encode())
    return head.encode() + unit * ((MAX_BYTES - around) // len(unit)) + tail.encode()


def numbered(line: str, head: str = "", *, values: int) -> bytes:
    """As many lines as there may be values, each with the same number of values, padded so that they fill the file."""
    most = (MAX_VALUES - 100) // values
    width = (MAX_BYTES - len(head)) // most - 1
    return (head + "".join(f"{line.format(n=n).ljust(width)}\n" for n in range(most))).encode()[:MAX_BYTES]


def twice(text: bytes) -> bytes:
    """The first half of a text two times."""
    half = text[: text.index(b"\n", len(text) // 2 - 100) + 1]
    return half + half


REQUIREMENTS = "requirements:\n"
CONDITIONS = "trigger:\n  summary: x\n  kind: growth\n  when:\n    any:\n"

KINDS: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "unknown keys": (lambda: numbered("key-{n}: value", values=2), {"RM301"}),
    "unknown keys that are nearly right": (lambda: numbered("titel{n}: x", values=2), {"RM301"}),
    "anchors": (lambda: numbered("key-{n}: &anchor-{n} value", values=2), {"RM301"}),
    "aliases": (lambda: numbered("  - *a", "owner: &a [x, y, z]\nlabels:\n", values=5), {"RM303"}),
    "duplicate keys": (lambda: numbered("title: the same", values=2), {"RM204"}),
    "duplicate keys far from each other": (lambda: twice(numbered("key-{n}: x", values=2)), {"RM301"}),
    "merge keys": (lambda: numbered("  <<: {{a: b}}", "scope:\n", values=4), {"RM206"}),
    "tags": (lambda: numbered("  - !tag value", "labels:\n", values=1), {"RM208"}),
    "bad labels": (lambda: numbered('  - "<b>no label</b>"', "labels:\n", values=1), {"RM313"}),
    "ids that name nothing": (lambda: numbered("    - no-such-{n}", "scope:\n  depends_on:\n", values=1), {"RM403"}),
    "criteria that there are not": (lambda: numbered("  unknown-{n}: yes", "readiness:\n", values=2), {"RM408"}),
    "metrics that there are not": (lambda: numbered("      - {{metric: none-{n}, above: 3}}", CONDITIONS, values=5), {"RM407"}),
    "the same metric that there is not": (lambda: numbered("      - {{metric: none, above: 3}}", CONDITIONS, values=5), {"RM407"}),
    "numbers that a comma cuts": (lambda: numbered("  - {{to: ready, on: 2025-06, why: 1,200}}", "moves:\n", values=9), {"RM320"}),
    "texts that a comma cuts": (lambda: numbered("  - {{id: a{n}, text: one, two}}", REQUIREMENTS, values=7), {"RM215"}),
    "lines of merge conflicts": (lambda: filled("<<<<<<< a\n=======\n>>>>>>> b\n"), {"RM109"}),
    "middles of merge conflicts": (lambda: filled("=======\n", "<<<<<<< a\n"), {"RM109"}),
    "check boxes": (lambda: filled("  - [ ] a thing to do\n", REQUIREMENTS), {"RM214"}),
    "words behind a #": (lambda: numbered("  - word #more", "labels:\n", values=1), {"RM212"}),
    "typographic quotes": (lambda: numbered("  - “word”", "labels:\n", values=1), {"RM213"}),
    "duplicate ids": (lambda: numbered("  - {{id: same, text: A text}}", REQUIREMENTS, values=5), {"RM401"}),
    "bad dates": (lambda: numbered("  - {{to: ready, on: 2025-02-30}}", "moves:\n", values=5), {"RM310"}),
    "empty values": (lambda: numbered("key-{n}:", values=2), {"RM301"}),
    "empty entries": (lambda: numbered("  -", REQUIREMENTS, values=1), {"RM305"}),
    "complex keys": (lambda: numbered("- {{[a]: b}}", values=5), {"RM209"}),
    "texts below a bar": (lambda: numbered("key-{n}: |\n  text", values=2), {"RM301"}),
    "one plain text": (lambda: filled("  long words\n", "short_title: a\n"), {"RM302"}),
    "one long line": (lambda: filled("a word ", "short_title: "), {"RM302"}),
    "escapes": (lambda: filled("\\u00e9", 'short_title: "', '"'), {"RM302"}),
    "broken escapes": (lambda: filled("\\q", 'title: "'), {"RM201"}),
    "control characters": (lambda: filled("\x01"), {"RM201"}),
    "escapes of control characters": (lambda: numbered('  - "\\x07"', "labels:\n", values=1), {"RM313"}),
    "quotes that nothing closes": (lambda: filled("a 'b\n", "title: '"), {"RM201"}),
    "colons": (lambda: filled("a: b: c\n"), {"RM201"}),
    "brackets in pairs": (lambda: filled("[],", "labels: ["), {"RM210"}),
    "brackets that do not fit": (lambda: filled("{a: [b, {c: d], ", "labels: "), {"RM201"}),
    "lines with a tab": (lambda: filled("\tx\n"), {"RM202"}),
    "bare carriage returns": (lambda: numbered("key-{n}: value", values=2).replace(b"\n", b"\r"), {"RM301"}),
    "line separators": (lambda: numbered("key-{n}: value\u2028", values=2), {"RM301"}),
    "many documents": (lambda: filled("---\na: b\n"), {"RM210"}),
    "ends of documents": (lambda: filled("...\n"), {"RM201"}),
    "bytes that are no UTF-8": (lambda: b"\xff\xfe\xfd" * (MAX_BYTES // 3), {"RM105"}),
    "text that was decoded wrongly": (lambda: filled("  Ã©\n", "title: |\n"), {"RM107"}),
    "deep indentation": (lambda: b"".join(b" " * n + b"a:\n" for n in range(1440)), {"RM207"}),
    "comments": (lambda: filled("# nothing\n"), {"RM108"}),
    "directives": (lambda: filled("%TAG ! x\n"), {"RM211"}),
}


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Processor time of a check of a small roadmap, the start of Python and the imports with it."""
    folder = make_folder(tmp_path_factory.mktemp("small"), PLAN)
    return min(roadmap_used("check", folder).seconds for _ in range(3))


@pytest.mark.parametrize("kind", KINDS)
def test_a_megabyte_of_anything_is_answered_in_bounded_time_and_memory(kind: str, start: float, tmp_path: Path) -> None:
    written, codes = KINDS[kind]
    text = written()
    assert len(text) <= MAX_BYTES
    used = forked_used("check", make_folder(tmp_path, {**PLAN, FILE: text}))
    assert used.exit_code == 1, used.output[-500:]
    assert codes <= set(re.findall(r": error (RM\d+): ", used.output))
    assert used.output.count(": error RM") <= MOST
    assert start + used.seconds <= TIMES * (start + parsing(text))
    assert used.megabytes <= MEGABYTES
    places = [int(line) for line in re.findall(rf"{FILE}:(\d+):\d+: error ", used.output)]
    assert max(places, default=1) <= text.count(b"\n") + 1


def parsing(text: bytes) -> float:
    """Processor time that the parser alone takes, to the end or to where it gives up."""
    begin = time.process_time()
    try:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    except yaml.YAMLError:
        pass
    return time.process_time() - begin
