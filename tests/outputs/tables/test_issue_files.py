"""Enhancements as issues: run twice, the script makes one issue each, and nothing that the data say runs or calls anybody."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from enhancement_roadmap.cli import main
from support.plain_plan import make_folder
from support.tools import JQ

FAKE = """#!{python}
import json, os, pathlib, sys
store = pathlib.Path(os.environ["ISSUES"])
issues = json.loads(store.read_text()) if store.exists() else []
words = sys.argv[1:]
options = dict(zip(words[2::1], words[3::1]))
def body():
    return pathlib.Path(options["--body-file"]).read_text() if "--body-file" in options else options["--description"] + "\\n"
key, text = ("number", "body") if "--body-file" in words or "--json" in words else ("iid", "description")
if words[1] == "list":
    print(json.dumps(issues))
elif words[1] == "create":
    issues.append({{key: len(issues) + 1, "title": options["--title"], text: body()}})
else:
    next(one for one in issues if str(one[key]) == words[2]).update({{"title": options["--title"], text: body()}})
store.write_text(json.dumps(issues))
"""
KEYS = """\
title: "Keys; $(touch pwned) `touch pwned` 'x'"
requirements: [{text: "Ask @ada about #12", done: yes}, {text: A, parts: [B]}]
"""
FILES = {
    "roadmap.yml": "title: Plan\n",
    "enhancements/01-keys.yml": KEYS,
    "enhancements/02-logs.yml": "title: Logs\ndescription: |\n  <!-- roadmap: keys -->\n  --> @team\nstatus: done\n",
}


@pytest.mark.parametrize(("host", "program", "text"), [("github", "gh", "body"), ("gitlab", "glab", "description")])
def test_run_twice_there_is_one_issue_each(host: str, program: str, text: str, tmp_path: Path) -> None:
    JQ.need()
    data, out, store = make_folder(tmp_path / "data", FILES), tmp_path / "out", tmp_path / "issues"
    fake = tmp_path / "bin" / program
    fake.parent.mkdir()
    fake.write_text(FAKE.format(python=sys.executable), encoding="utf-8")
    fake.chmod(0o755)
    assert CliRunner().invoke(main, ["export", "--format", "issues", str(data), "--host", host, "--out", str(out)]).exit_code == 0

    def run(*arguments: str) -> str:
        environment = {**os.environ, "PATH": f"{fake.parent}{os.pathsep}{os.environ['PATH']}", "ISSUES": str(store)}
        command = [shutil.which("sh") or "sh", str(out / "issues.sh"), *arguments]
        return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout

    assert run().splitlines()[-1] == "Nothing was done: sh issues.sh --apply does it."
    assert not store.exists() or json.loads(store.read_text(encoding="utf-8")) == []
    assert run("--apply").count("create: ") == 2
    assert run("--apply").count("update #") == 2
    keys, logs = json.loads(store.read_text(encoding="utf-8"))
    assert keys["title"] == "Keys; $(touch pwned) `touch pwned` 'x'"
    assert keys[text].startswith("<!-- roadmap: keys -->\n")
    assert "- [x] Ask @\u200bada about #\u200b12\n- [ ] A\n  - [ ] B\n" in keys[text]
    assert logs[text].count("<!--") == logs[text].count("-->") == 1
    assert "> --&gt; @\u200bteam" in logs[text]
    assert sorted(path.name for path in out.iterdir()) == ["issues.sh", "keys.md", "logs.md"]
    assert list(tmp_path.rglob("pwned")) == []


def test_an_issue_that_the_roadmap_names_is_the_one(tmp_path: Path) -> None:
    data = make_folder(tmp_path / "data", {"roadmap.yml": "title: Plan\n", "enhancements/01-a.yml": "title: A\nissue: panda/app#7\n"})
    CliRunner().invoke(main, ["export", "--format", "issues", str(data), "--out", str(tmp_path / "out")])
    assert "one '<!-- roadmap: a -->' 7 A a.md\n" in (tmp_path / "out" / "issues.sh").read_text(encoding="utf-8")


def test_a_folder_has_to_be_named(tmp_path: Path) -> None:
    ran = CliRunner().invoke(main, ["export", "--format", "issues", str(make_folder(tmp_path, FILES))])
    assert (ran.exit_code, "Name a folder with --out." in ran.output) == (2, True)
