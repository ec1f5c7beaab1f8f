"""The CI files of a site that Zensical makes: what they have a shell do, in a clone."""

from __future__ import annotations

import re
from pathlib import Path

from enhancement_roadmap.ci import Project, ci_files
from support.pipelines import Machine, shell_steps, workflow
from support.plain_plan import PLAN, make_folder
from support.repository import make_repository

ONE = "enhancements/01-database-security.yml"
SITE = '[project]\nsite_name = "Plan"\nextra_css = ["roadmap/assets/roadmap.css"]\nextra_javascript = ["roadmap/assets/roadmap.js"]\n'
FILES = ci_files("github", Project(generator="zensical"))
GITLAB = workflow(ci_files("gitlab", Project(generator="zensical"))[".gitlab-ci.yml"])


def test_a_pull_request_is_previewed_and_the_site_is_published(tmp_path: Path) -> None:
    origin = make_repository(tmp_path / "origin")
    make_folder(origin.path, {"zensical.toml": SITE, "docs/index.md": "# Home\n"})
    origin.commit(dict(PLAN))
    origin.branch("change")
    origin.commit({ONE: PLAN[ONE].replace("priority: high", "priority: low")})
    clone = origin.clone(tmp_path / "clone")
    temp = tmp_path / "temp"
    temp.mkdir()
    address = "https://preview.example.org/"
    told = {"RUNNER_TEMP": str(temp), "GITHUB_BASE_REF": "main", "ROADMAP_DATA": "roadmap-data", "ROADMAP_PREVIEW_URL": address}
    machine = Machine(tmp_path / "machine", told)
    steps = {
        **shell_steps(workflow(FILES[".github/workflows/roadmap.yml"])["jobs"]["preview"]),
        **shell_steps(workflow(FILES[".github/workflows/roadmap-publish.yml"])["jobs"]["build"]),
    }
    assert steps["Install"] == "python -m pip install mkdocs-enhancement-roadmap zensical"
    for name in ("Compare and build the preview", "Build the site"):
        ran = machine.run(steps[name], clone.path)
        assert ran.returncode == 0, ran.stdout + ran.stderr
    made = temp / "roadmap-preview"
    linked = set(re.findall(r"\]\(<([^>]*)>\)", (made / "comment.md").read_text(encoding="utf-8")))
    assert f"{address}roadmap/changes/index.html" in linked
    for link in linked:
        assert "Preview of a change</strong>" in (made / "site" / link.removeprefix(address)).read_text(encoding="utf-8")
    published = (temp / "site" / "roadmap" / "enhancements" / "database-security" / "index.html").read_text(encoding="utf-8")
    assert "Preview of a change" not in published
    assert not (temp / "site" / "roadmap" / "changes").exists()


def test_gitlab_runs_the_same() -> None:
    install, *_, run = GITLAB["roadmap-preview"]["script"]
    assert install == "python -m pip install mkdocs-enhancement-roadmap zensical"
    pages, site, preview = run.split(" && ")
    assert pages == 'roadmap build --compare "$base" --out docs/roadmap "$ROADMAP_DATA"'
    assert site == "zensical build --clean"
    assert preview == 'roadmap preview --base "$base" --site site --out roadmap-preview "$ROADMAP_DATA"'
    assert GITLAB["pages"]["script"][-1] == (
        'roadmap build --out docs/roadmap "$ROADMAP_DATA" && zensical build --clean --strict && mv site public'
    )


def test_each_of_several_roadmaps_has_a_folder_of_its_own() -> None:
    text = ci_files("github", Project("a", others=("b",), generator="zensical"))[".github/workflows/roadmap-publish.yml"]
    build = workflow(text)["jobs"]["build"]
    assert build["env"].items() >= {"ROADMAP_DATA_1": "a", "ROADMAP_DATA_2": "b"}.items()
    first, second, *_ = shell_steps(build)["Build the site"].split(" && ")
    assert first == 'roadmap build --out docs/roadmap-1 "$ROADMAP_DATA_1"'
    assert second == 'roadmap build --out docs/roadmap-2 "$ROADMAP_DATA_2"'
