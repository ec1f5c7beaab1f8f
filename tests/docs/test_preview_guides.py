"""What the guides to previews have a service run makes a preview: each is run here on the service's shallow clone."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from enhancement_roadmap.diff import EFFECTS
from support.pipelines import Machine
from support.plain_plan import PLAN, make_folder
from support.repository import ScratchRepository, make_repository
from support.site import REPOSITORY

ONE = "enhancements/01-database-security.yml"
MKDOCS = """\
site_name: Plan
site_url: !ENV [SITE_URL, ""]
theme: {name: material, font: false}
plugins: [search, enhancement-roadmap]
markdown_extensions: [pymdownx.superfences]
"""
PREVIEW = "Preview of a change"
ADDRESS = "https://preview.example/7/"


def block(guide: str, path: str) -> str:
    """The block of a guide that is a file of this name."""
    text = (REPOSITORY / "docs" / "how-to" / guide).read_text(encoding="utf-8")
    found = re.search(rf"^```\w+\n# {re.escape(path)}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found, path
    return found[1]


@pytest.fixture
def origin(tmp_path: Path) -> ScratchRepository:
    """A repository with a site, a branch that changes it, and a main branch that has gone on."""
    made = make_repository(tmp_path / "origin")
    make_folder(made.path, {"mkdocs.yml": MKDOCS, "docs/index.md": "# Plan\n"})
    made.commit(dict(PLAN))
    made.branch("change")
    made.commit({ONE: PLAN[ONE].replace("priority: high", "priority: low")})
    made.switch("main")
    made.commit({"metrics.yml": PLAN["metrics.yml"].replace("API calls", "Calls of the API")})
    return made


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine on which everything is installed."""
    made = Machine(tmp_path / "machine")
    made.program("pip", "#!/bin/sh\n")
    return made


def clone_of(origin: ScratchRepository, branch: str, folder: Path) -> Path:
    """The last commit of a branch only, as services fetch it."""
    origin.switch(branch)
    clone = origin.clone(folder, depth=1)
    assert clone.git("rev-parse", "--is-shallow-repository") == "true"
    return clone.path


def assert_built(site: Path, *, preview: bool) -> None:
    page = (site / "roadmap" / "index.html").read_text(encoding="utf-8")
    assert (PREVIEW in page) is preview
    address = f"{ADDRESS}roadmap/index.html" if preview else f"{ADDRESS}roadmap/"
    assert f'<link rel="canonical" href="{address}">' in page


def run(machine: Machine, script: str, folder: Path, **environment: str) -> None:
    ran = machine.run(script, folder, **environment)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(("branch", "kind"), [("change", "external"), ("main", "branch")])
def test_read_the_docs(origin: ScratchRepository, machine: Machine, tmp_path: Path, branch: str, kind: str) -> None:
    build = yaml.safe_load(block("preview-on-read-the-docs.md", ".readthedocs.yaml"))["build"]
    clone = clone_of(origin, branch, tmp_path / "clone")
    told = {"READTHEDOCS_VERSION_TYPE": kind, "READTHEDOCS_CANONICAL_URL": ADDRESS, "READTHEDOCS_OUTPUT": str(tmp_path / "output")}
    for script in [*build["jobs"]["post_checkout"], *build["jobs"]["install"], *build["jobs"]["build"]["html"]]:
        run(machine, script, clone, **told)
    assert_built(tmp_path / "output" / "html", preview=kind == "external")


@pytest.mark.parametrize(("branch", "context"), [("change", "deploy-preview"), ("main", "production")])
def test_netlify(origin: ScratchRepository, machine: Machine, tmp_path: Path, branch: str, context: str) -> None:
    settings = tomllib.loads(block("preview-on-netlify.md", "netlify.toml"))
    clone = clone_of(origin, branch, tmp_path / "clone")
    addresses = {"DEPLOY_PRIME_URL": ADDRESS, "URL": ADDRESS}
    run(machine, settings["context"][context]["command"], clone, **addresses)
    assert_built(clone / settings["build"]["publish"], preview=context == "deploy-preview")


@pytest.mark.parametrize("branch", ["change", "main"])
def test_cloudflare_pages(origin: ScratchRepository, machine: Machine, tmp_path: Path, branch: str) -> None:
    script = block("preview-on-cloudflare-pages.md", "build-site.sh").replace("https://roadmap.example.org/", ADDRESS)
    clone = clone_of(origin, branch, tmp_path / "clone")
    run(machine, script, clone, CF_PAGES_BRANCH=branch, CF_PAGES_URL=ADDRESS)
    assert_built(clone / "site", preview=branch == "change")


def test_every_effect_that_a_guide_names_is_one() -> None:
    text = (REPOSITORY / "docs" / "how-to" / "see-what-a-change-means.md").read_text(encoding="utf-8")
    named = {name for row in re.findall(r"^\| .* \| `([a-z][a-z,-]+)` \|$", text, re.MULTILINE) for name in row.split(",")}
    assert len(named) >= 6
    assert named <= EFFECTS.keys()
