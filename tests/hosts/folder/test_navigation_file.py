"""The file that lists the pages for a plugin for navigation: it holds none of the data's words, and goes when it is not wanted."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from enhancement_roadmap.hosts.folder import NAV_FORMS
from support.folder import build, contents
from support.plain_plan import make_folder
from support.roadmaps import enhancement, small


def test_the_list_is_a_summary_or_a_file_of_settings(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert build(data, out, "--nav", "literate-nav", "--no-history").exit_code == 0
    lines = (out / "SUMMARY.md").read_text(encoding="utf-8").splitlines()
    assert lines[2:7] == [
        "- [Overview](index.md)",
        "- Enhancements",
        "    - enhancements/first.md*",
        "    - enhancements/second.md*",
        "- [Checklists](checklists.md)",
    ]
    assert build(data, out, "--nav", "awesome-nav", "--no-history").stdout.endswith(": 1 new, 1 removed.\n")
    listed = yaml.safe_load((out / ".nav.yml").read_text(encoding="utf-8"))["nav"]
    items = ["enhancements/first.md", "enhancements/second.md"]
    assert listed[:3] == [{"Overview": "index.md"}, {"Enhancements": items}, {"Checklists": "checklists.md"}]
    assert build(data, out, "--no-history").stdout.endswith(": 1 removed.\n")


@pytest.mark.parametrize("form", NAV_FORMS)
def test_it_names_every_page_and_no_word_of_the_data(tmp_path: Path, form: str) -> None:
    data = make_folder(tmp_path / "data", small(first=enhancement("first", 1, "'[x](y) *: |'")))
    assert build(data, tmp_path / "out", "--nav", form, "--no-history").exit_code == 0
    files = contents(tmp_path / "out")
    (listed,) = (content.decode() for name, content in files.items() if name in {"SUMMARY.md", ".nav.yml"})
    assert [name for name in files if name.endswith(".md") and name != "SUMMARY.md" and name not in listed] == []
    assert "[x]" not in listed


def test_many_enhancements_stay_out_of_it(tmp_path: Path) -> None:
    many = {f"enhancements/e{number}.yml": enhancement(f"e{number}", number, "Thing") for number in range(3, 40)}
    data = make_folder(tmp_path / "data", {**small(), **many})
    assert build(data, tmp_path / "out", "--nav", "awesome-nav", "--no-history").exit_code == 0
    assert "enhancements/" not in (tmp_path / "out" / ".nav.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("[project]\n", "add ‘plan/assets/roadmap.css’ to extra_css and ‘plan/assets/roadmap.js’ to extra_javascript"),
        ('[project]\nextra_css = ["plan/assets/roadmap.css"]\n', "add ‘plan/assets/roadmap.js’ to extra_javascript"),
        ('[project]\nextra_javascript = [{path = "plan/assets/roadmap.js"}]\n', "add ‘plan/assets/roadmap.css’ to extra_css,"),
        ('[project]\nextra_css = "x"\ndocs_dir = "pages"\n', "Zensical shows pages below pages only; name a folder there with --out"),
        ("[project\n", ""),
        ('extra_css = ["plan/assets/roadmap.css"]\nextra_javascript = ["plan/assets/roadmap.js"]\n', ""),
    ],
)
def test_what_a_site_of_zensical_lacks_is_the_last_line(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: str, said: str
) -> None:
    (tmp_path / "zensical.toml").write_text(config, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    last = build(data, Path("docs/plan"), "--no-history").stdout.splitlines()[-1]
    assert said in last
    assert last.startswith("zensical.toml: ") == bool(said)
