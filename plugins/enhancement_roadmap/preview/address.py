"""Where the site of a preview will be read: as somebody says, or as the host that builds it does."""

from __future__ import annotations

import re
from collections.abc import Mapping

from enhancement_roadmap.links import folder_address

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
        return folder_address(address)
    except ValueError as error:
        raise AddressError(str(error)) from error


def _number(environ: Mapping[str, str], address: str) -> str:
    for variable, form in _NUMBERS:
        if found := form.match(environ.get(variable, "")):
            return found[1]
    raise AddressError(f"‘{address}’ has a place for the number of a pull request, and this is the build of none")
