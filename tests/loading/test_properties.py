"""Whatever the bytes are, loading answers with findings that have a place in the file and an explanation."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from enhancement_roadmap.findings import catalogue
from enhancement_roadmap.loading import load
from support.plain_plan import PLAN, make_folder

FILES = sorted(PLAN)
PIECES = st.one_of(
    st.binary(max_size=12),
    st.text(max_size=8).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(
        [
            b"\t",
            b"\n",
            b"\r",
            b"\r\n",
            b": ",
            b"- ",
            b"? ",
            b"---\n",
            b"...\n",
            b"[",
            b"]",
            b"{",
            b"}",
            b"&a ",
            b"*a",
            b"<<: *a",
            b"!x ",
            b"'",
            b'"',
        ],
    ),
    st.sampled_from(
        [b"|\n", b">\n", b"%YAML 9.9\n", b"#", b"\xef\xbb\xbf", b"\xc2\x85", b"\xe2\x80\xa8", b"\xff", b"\x00", b'"\\x00"', b"~", b"null"]
    ),
)
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), PIECES), max_size=4)


def changed(text: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """A text with pieces put in, each at a place, over some bytes."""
    for place, length, piece in changes:
        start = int(place * len(text))
        text = text[:start] + piece + text[start + length :]
    return text


def assert_answered(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        loaded = load(make_folder(Path(folder), {**PLAN, name: content}), shown="")
    lines = [line.removesuffix("\r") for line in content.decode("utf-8", "replace").replace("\ufeff", "").split("\n")]
    for finding in loaded.findings:
        assert finding.code in catalogue()
        assert finding.message
        assert "\n" not in finding.message
        assert finding.place.file in PLAN
        if finding.place.file == name:
            assert 0 <= finding.place.line <= len(lines)
            if finding.place.line:
                assert 0 < finding.place.column <= len(lines[finding.place.line - 1]) + 1
    assert (loaded.roadmap is None) == bool(loaded.findings)


@settings(max_examples=400)
@given(name=st.sampled_from(FILES), changes=CHANGES)
def test_a_changed_file_is_answered(name: str, changes: list[tuple[float, int, bytes]]) -> None:
    assert_answered(name, changed(PLAN[name].encode(), changes))


@settings(max_examples=200)
@given(name=st.sampled_from(FILES), content=st.binary(max_size=200))
@example(name="roadmap.yml", content=b"\xfe\xff\x00a")
@example(name="metrics.yml", content=b"? ? ?")
def test_any_bytes_are_answered(name: str, content: bytes) -> None:
    assert_answered(name, content)


@settings(max_examples=200)
@given(name=st.sampled_from(FILES), line=st.integers(0, 12), value=st.text(max_size=30))
def test_any_text_in_quotes_is_answered(name: str, line: int, value: str) -> None:
    lines = PLAN[name].splitlines()
    key = lines[line % len(lines)].partition(":")[0]
    quoted = "".join(f"\\U{ord(char):08X}" for char in value)
    lines[line % len(lines)] = f'{key}: "{quoted}"'
    assert_answered(name, "\n".join(lines).encode())


@given(name=st.sampled_from(FILES), changes=CHANGES)
def test_the_same_bytes_have_the_same_findings(name: str, changes: list[tuple[float, int, bytes]]) -> None:
    content = changed(PLAN[name].encode(), changes)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        findings = [load(make_folder(Path(folder), {**PLAN, name: content}), shown="data").findings for folder in (one, two)]
    assert findings[0] == findings[1]
