"""Each page is told, as it is handed out, which state of its roadmap it was made from; all else passes as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from enhancement_roadmap.hosts.live import PageStates

STATES = PageStates("secret")
STATES.publish({"roadmap": "abc", "plans/second": "defg"})
PAGE = f"<p>{STATES.placeholder('roadmap')} {STATES.placeholder('plans/second')} {STATES.placeholder('gone')}</p>".encode()
TOLD = f"<p>abc defg {STATES.placeholder('gone')}</p>".encode()


def answered(kind: str, how: str = "list") -> tuple[list[tuple[str, str]], bytes, list[str]]:
    """Headers and body of an answer, and what was closed."""
    said: list[tuple[str, str]] = []
    closed: list[str] = []

    class Body(list[bytes]):
        def close(self) -> None:
            closed.append(how)

    def generated(_: Any, start: Callable[..., Any]) -> Iterator[bytes]:
        start("200 OK", [("Content-Type", kind), ("content-length", str(len(PAGE)))])
        yield PAGE[:40]
        yield PAGE[40:]

    def listed(_: Any, start: Callable[..., Any]) -> list[bytes]:
        start("200 OK", [("Content-Type", kind), ("content-length", str(len(PAGE)))])
        return Body([PAGE[:40], PAGE[40:]])

    def written(_: Any, start: Callable[..., Any]) -> list[bytes]:
        start("200 OK", [("Content-Type", kind)])(PAGE[:40])
        return [PAGE[40:]]

    application = {"list": listed, "generator": generated, "write": written}[how]
    body = b"".join(STATES.answer(application, {}, lambda _, headers: said.extend(headers)))
    return said, body, closed


@pytest.mark.parametrize("how", ["list", "generator"])
def test_a_page_is_told_the_states_and_has_its_length(how: str) -> None:
    headers, body, closed = answered("text/html; charset=utf-8", how)
    assert body == TOLD
    assert dict(headers)["content-length"] == str(len(TOLD))
    assert closed == (["list"] if how == "list" else [])


def test_what_is_written_before_the_body_is_told_too() -> None:
    assert answered("text/html", "write")[1] == TOLD


@pytest.mark.parametrize("how", ["list", "generator"])
def test_other_files_pass_as_they_are(how: str) -> None:
    headers, body, _ = answered("application/json", how)
    assert (body, dict(headers)["content-length"]) == (PAGE, str(len(PAGE)))


def test_nobody_without_the_secret_knows_what_stands_for_a_state() -> None:
    assert PageStates("another").placeholder("roadmap") != STATES.placeholder("roadmap")
