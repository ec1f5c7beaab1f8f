"""Where a preview will be read: as somebody says, or as the host that builds it does; and nothing else than an address."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from enhancement_roadmap.preview import AddressError, preview_address

KNOWN: Mapping[str, tuple[str, Mapping[str, str], str]] = {
    "nobody knows": ("", {}, ""),
    "said": (
        "https://preview.example/plan",
        {"NETLIFY": "true", "DEPLOY_PRIME_URL": "https://other.example"},
        "https://preview.example/plan/",
    ),
    "Netlify": ("", {"NETLIFY": "true", "DEPLOY_PRIME_URL": "https://deploy-preview-7--x.example"}, "https://deploy-preview-7--x.example/"),
    "Cloudflare Pages": ("", {"CF_PAGES": "1", "CF_PAGES_URL": "https://1f2e.x.pages.dev"}, "https://1f2e.x.pages.dev/"),
    "Read the Docs": ("", {"READTHEDOCS": "True", "READTHEDOCS_CANONICAL_URL": "https://x--7.example/en/7/"}, "https://x--7.example/en/7/"),
    "a name of a variable that another host has": ("", {"DEPLOY_PRIME_URL": "https://x.example"}, ""),
    "a number on GitHub": ("https://{number}.example/{number}", {"GITHUB_REF": "refs/pull/12/merge"}, "https://12.example/12/"),
    "a number on GitLab": ("https://x.example/mr-{number}", {"CI_MERGE_REQUEST_IID": "12"}, "https://x.example/mr-12/"),
    "marks of Markdown": ("https://x.example/a(b)*c*!d'", {}, "https://x.example/a%28b%29%2Ac%2A%21d%27/"),
    "references and formulas": ("https://x.example/&commat;team/$x$", {}, "https://x.example/%26commat%3Bteam/%24x%24/"),
}


@pytest.mark.parametrize(("named", "environ", "address"), KNOWN.values(), ids=KNOWN)
def test_an_address_is_known(named: str, environ: Mapping[str, str], address: str) -> None:
    assert preview_address(named, environ) == address


@pytest.mark.parametrize(
    "named",
    [
        "javascript:alert(1)",
        "//x.example",
        "/plan",
        "https://",
        "https://a@x.example",
        "https://x.example/?q",
        "https://x.example/#a",
        "https://[x",
    ],
)
def test_what_is_no_address_of_a_folder_is_refused(named: str) -> None:
    with pytest.raises(AddressError, match=re.escape(f"‘{named}’ is no address of a folder of a site")):
        preview_address(named, {})


@pytest.mark.parametrize(
    "named", ["https://x.example/a b", "https://x.example/>", 'https://x.example/"', "https://x.example/\u202e", "https://ü.example"]
)
def test_marks_that_no_address_has_are_refused(named: str) -> None:
    with pytest.raises(AddressError, match="has characters that no address has"):
        preview_address(named, {})


def test_an_address_that_is_too_long_is_refused() -> None:
    with pytest.raises(AddressError, match="an address of 10018 characters is too long"):
        preview_address(f"https://x.example/{'a' * 10_000}", {})


@pytest.mark.parametrize("environ", [{}, {"GITHUB_REF": "refs/heads/main"}, {"CI_MERGE_REQUEST_IID": "7;x"}])
def test_a_number_that_nobody_knows_is_said(environ: Mapping[str, str]) -> None:
    with pytest.raises(AddressError, match="this is the build of none"):
        preview_address("https://{number}.example", environ)
