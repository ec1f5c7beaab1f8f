"""Where the site of a preview will be read: as somebody says, or as the host that builds it does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

VARIABLE = "ROADMAP_PREVIEW_URL"
"""The environment variable that says it."""

NUMBER = "{number}"
"""Stands for the number of the pull request in an address."""

_NUMBERS = (("GITHUB_REF", re.compile(r"refs/pull/(\d+)/")), ("CI_MERGE_REQUEST_IID", re.compile(r"(\d+)$")))
_HOSTS = (
    ("NETLIFY", "DEPLOY_PRIME_URL"),
    ("CF_PAGES", "CF_PAGES_URL"),
    ("READTHEDOCS", "READTHEDOCS_CANONICAL_URL"),
)
"""For each host that builds previews the variable that says that it does, and the one that says where it will show this one.

Sources: https://docs.netlify.com/build/configure-builds/environment-variables/,
https://developers.cloudflare.com/pages/configuration/build-configuration/,
https://docs.readthedocs.com/platform/stable/reference/environment-variables.html
"""

_PLAIN = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
"""What an address is made of (https://www.rfc-editor.org/rfc/rfc3986#section-2)."""
_MARKS = str.maketrans({mark: f"%{ord(mark):02X}" for mark in "'()*[]!@"})
"""What an address may have, and Markdown has a use for."""


class AddressError(Exception):
    """An address is none; the message says what would be right."""


def preview_address(named: str, environ: Mapping[str, str]) -> str:
    """The address of the folder that the site will be in, with a slash at its end.

    Args:
        named: what somebody says: an address, in which `NUMBER` stands for that of the pull request; empty where nobody does.
        environ: the environment.

    Returns:
        The address, free of marks that Markdown has a use for; empty where nobody knows it.

    Raises:
        AddressError: it is none, or has a place for a number that nobody knows.
    """
    address = named or next((environ.get(variable, "") for host, variable in _HOSTS if environ.get(host)), "")
    if not address:
        return ""
    if NUMBER in address:
        address = address.replace(NUMBER, _number(environ, address))
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc or parts.query or parts.fragment:
        raise AddressError(f"‘{address}’ is no address of a folder of a site: write it as https://preview.example.org/")
    if not _PLAIN.fullmatch(address):
        raise AddressError(f"‘{address}’ has characters that no address has: write them as %20 and the like")
    return f"{address.rstrip('/')}/".translate(_MARKS)


def _number(environ: Mapping[str, str], address: str) -> str:
    for variable, form in _NUMBERS:
        if found := form.match(environ.get(variable, "")):
            return found[1]
    raise AddressError(f"‘{address}’ has a place for the number of a pull request, and this is the build of none")
