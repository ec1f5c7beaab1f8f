"""Who may change files through the server: only a page of this run of it, opened at an address of this machine.

Another site can send requests here, and by DNS rebinding even read pages under a name of its own. It can not say that it is
this origin, does not know the secret where it can not read the page, and under another name is no address of this machine.
"""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from enhancement_roadmap.records import dataclass

LARGEST = 256 * 1024
"""Bytes that a request may have."""

_DIGITS = 7
"""Digits that the length of a request may have."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not looked at.

    Attributes:
        status: of HTTP, with its words.
        message: for the page to show.
    """

    status: str
    message: str


@dataclass(frozen=True)
class Gate:
    """Looks at a request before anything of it is read.

    Attributes:
        port: the port that the server listens on.
        host: the name or address that it listens on, as its configuration has it.
        is_anywhere: whether pages at any address may edit, since the site's author says so.
        secret: what pages of this run know.
    """

    port: int
    host: str = "127.0.0.1"
    is_anywhere: bool = False
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @property
    def hosts(self) -> list[str]:
        """Names and addresses at which pages may edit, with the port; empty for any."""
        if self.is_anywhere:
            return []
        names = dict.fromkeys([_in_address(self.host), "127.0.0.1", "localhost", "[::1]"])
        return [f"{name.lower()}:{self.port}" for name in names] + ([name.lower() for name in names] if self.port == _HTTP else [])

    def opened(self, *, is_anywhere: bool) -> Gate:
        """The same, with the same secret, for pages of this machine or at any address."""
        return replace(self, is_anywhere=is_anywhere)

    def refusal(self, environ: Mapping[str, Any]) -> Refusal | None:
        """Why a request is refused; None where it is not.

        Args:
            environ: the request, as WSGI has it.
        """
        host = str(environ.get("HTTP_HOST", "")).lower()
        origin = str(environ.get("HTTP_ORIGIN", "")).lower()
        schemes = ("http", "https") if self.is_anywhere else ("http",)
        if not host or (self.hosts and host not in self.hosts):
            return Refusal("403 Forbidden", f"Editing works only at http://{(self.hosts or [''])[0]}/.")
        if origin not in {f"{scheme}://{host}" for scheme in schemes}:
            return Refusal("403 Forbidden", "Only pages of this site may edit it.")
        if str(environ.get("HTTP_SEC_FETCH_SITE", "same-origin")) != "same-origin":
            return Refusal("403 Forbidden", "Only pages of this site may edit it.")
        given = str(environ.get("HTTP_X_ROADMAP_SECRET", "")).encode("utf-8", "replace")
        if not secrets.compare_digest(given, self.secret.encode()):
            return Refusal("403 Forbidden", "The server was started again since this page was loaded. Reload the page.")
        return _of_form(environ)


def _of_form(environ: Mapping[str, Any]) -> Refusal | None:
    if environ.get("REQUEST_METHOD") != "POST":
        return Refusal("405 Method Not Allowed", "This address takes edits only.")
    if str(environ.get("CONTENT_TYPE", "")).partition(";")[0].strip().lower() != "application/json":
        return Refusal("415 Unsupported Media Type", "An edit is JSON.")
    length = str(environ.get("CONTENT_LENGTH", ""))
    if not (length.isascii() and length.isdecimal()):
        return Refusal("411 Length Required", "An edit says how long it is.")
    if len(length) > _DIGITS or int(length) > LARGEST:
        return Refusal("413 Content Too Large", f"An edit has at most {LARGEST // 1024} KiB.")
    return None


def is_this_machine(host: str) -> bool:
    """Whether what listens there is reached from this machine only."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


_HTTP = 80
"""The port that browsers leave out."""
