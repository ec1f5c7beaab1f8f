"""Programs that some tests need beside Python and git. Without one its tests are left out, which the run says; in CI they fail."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from ctypes.util import find_library
from dataclasses import dataclass
from pathlib import Path

import pytest

_MISSING = re.compile(r"this machine has no (.+? \[.+?\])")


@dataclass(frozen=True)
class Tool:
    """A program that some tests need.

    Attributes:
        name: what it is.
        how: how to get it.
        find: gives the program, if it is there.
        is_extra: whether CI does without it too: it tries once more what is tried anyway.
    """

    name: str
    how: str
    find: Callable[[], Path | str | None]
    is_extra: bool = False

    @property
    def missing(self) -> str:
        """What to say where it is not."""
        return f"this machine has no {self.name} [{self.how}]"

    def need(self) -> Path:
        """The program; without it the test is skipped, and fails in CI."""
        found = self.find()
        if found is None:
            stop = pytest.fail if os.environ.get("CI") == "true" and not self.is_extra else pytest.skip
            stop(self.missing)
        return Path(found)


JAVA = Tool("Java", "Debian: apt-get install default-jre-headless", lambda: shutil.which("java"))
JQ = Tool("jq", "Debian: apt-get install jq", lambda: shutil.which("jq"))
UNZIP = Tool("unzip", "Debian: apt-get install unzip", lambda: shutil.which("unzip"))
PANGO = Tool("Pango", "Debian: apt-get install libpangoft2-1.0-0", lambda: find_library("pangoft2-1.0"))


@pytest.fixture(scope="session")
def programs_of_github() -> None:
    """What the scripts of the workflows find on GitHub's machines."""
    for tool in (JQ, UNZIP):
        tool.need()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """Say in one line, below all else, what was left out and how to get what it needs."""
    yield
    reasons = [_MISSING.search(str(result.longrepr)) for result in terminalreporter.stats.get("skipped", [])]
    counts = Counter(reason[1] for reason in reasons if reason)
    if counts:
        parts = (f"{count} for want of {tool}" for tool, count in counts.items())
        terminalreporter.line(f"{counts.total()} tests did NOT run: {'; '.join(parts)}.", yellow=True, bold=True)
