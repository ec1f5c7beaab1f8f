"""What YAML calls a mistake is a finding, but for the few things that can not be misread (`docs/explanation/data-in-git.md`)."""

from __future__ import annotations

from typing import Any

import pytest

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.strict_yaml import Positions, read_values

MISTAKES = {
    "a directive with words behind it": b"%YAML 1.1#...\n---\na: 1\n",
    "two versions": b"%YAML 1.2\n%YAML 1.2\n---\na: b\n",
    "words behind the end of a document": b"a: 1\n... x\n",
    "an empty entry": b"a: [b,,c]\n",
    "an anchor twice": b"a: &x 1\nb: &x 2\nc: *x\n",
    "an anchor on an alias": b"a: &x 1\nb: &y *x\n",
    "a tab before a key": b"a:\n\tb: c\n",
    "a tab behind a hyphen": b"a:\n-\tb: c\n  d: e\n",
    "a key over two lines": b"a\nb: c\n",
    "an unknown escape": b'a: "\\q"\n',
    "a byte order mark inside": b"a: 1\n\xef\xbb\xbfb: 2\n",
    "a document in quotes": b'a: "x\n--- y"\n',
    "a broken tag": b"a: !<x y> b\n",
    "words behind a block's sign": b"a: | x\n y\n",
    "two colons": b"a: b: c\n",
    "a list that ends at another column": b"- - a\n -b\n",
}
NOT_MINDED: dict[str, tuple[bytes, Any]] = {
    "a comment right behind a quote": (b'a: "x"#c\n', {"a": "x"}),
    "a comment right behind a comma": (b"a: [b,#c\nd]\n", {"a": ["b", "d"]}),
    "a quoted text that goes on at the margin": (b'a: "x\ny"\n', {"a": "x y"}),
    "a list in brackets that goes on at the margin": (b"a: [b,\nc]\n", {"a": ["b", "c"]}),
}


def read(data: bytes) -> tuple[Any, list[Finding]]:
    findings: list[Finding] = []
    return read_values(data, Positions("case", data), findings), findings


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_a_finding(name: str) -> None:
    assert read(MISTAKES[name])[1]


@pytest.mark.parametrize("name", NOT_MINDED)
def test_what_is_not_minded_means_what_it_looks_like(name: str) -> None:
    data, values = NOT_MINDED[name]
    assert read(data) == (values, [])
