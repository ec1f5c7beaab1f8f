"""Addresses to listen on: what is wrong with one is said before a server tries it."""

from __future__ import annotations

import socket

from enhancement_roadmap.cli.output import CouldNotRunError

_MOST = 65_535
"""The last port."""


def refuse_address(address: str) -> None:
    """See to it that a server can listen there.

    Args:
        address: ``127.0.0.1:8000``, ``localhost:8000`` or ``[::1]:8000``.

    Raises:
        CouldNotRunError: it is no address, is taken, or is none of this machine.
    """
    host, colon, port = address.rpartition(":")
    is_port = port.isascii() and port.isdecimal() and 0 < int(port[:6]) <= _MOST
    if not (host and colon and is_port):
        raise CouldNotRunError(f"‘{address}’ is no address to listen on: write HOST:PORT, such as 127.0.0.1:8000")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host.strip("[]"), int(port)))
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise CouldNotRunError(f"nothing can listen on ‘{address}’: {why}; --address names another") from error
