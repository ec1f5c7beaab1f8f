"""What is wrong stops the build with everything that is wrong, and where."""

from __future__ import annotations

import re

import pytest

from support.roadmaps import enhancement, small
from support.site import Site

MISTAKES = """---
tags: [x]
---
# Home

```roadmap
view: tabel
```

- item

    ```roadmap
    view: table
    prioritty: high
    limit: none
    ```

```roadmap
view: facts
enhancement: thrid
```

```roadmap
just words
```

```roadmap title="x"
view: table
```

```Roadmap
view: table
```

```roadmap
view: table
"""


def test_every_mistake_in_every_fence_is_said_with_file_and_line(site: Site) -> None:
    site.page("index.md", MISTAKES)
    site.page("other.md", "# Other\n\n```roadmap\n```\n")
    lines = [line for line in site.failure().splitlines() if ": error RM" in line]
    assert lines == [
        "docs/index.md:7:7: error RM502: there is no view ‘tabel’",
        "docs/index.md:14:5: error RM301: ‘prioritty’ is not a key at the top level",
        "docs/index.md:15:12: error RM303: limit is not a whole number: ‘none’",
        "docs/index.md:20:14: error RM503: enhancement: there is no enhancement ‘thrid’",
        "docs/index.md:24:1: error RM501: the block holds no options",
        'docs/index.md:27:1: error RM504: options on the first line: ‘title="x"’',
        "docs/index.md:31:1: error RM509: the block is called ‘Roadmap’",
        "docs/index.md:35:1: error RM508: the block has no end",
        "docs/other.md:4:1: error RM501: the block holds no options",
    ]


def test_bad_data_stops_the_command_with_all_findings_and_no_traceback(site: Site) -> None:
    site.data(small(first="id: First\nnumber: x\n", second=enhancement("second", 2, "Two").replace("high", "hgih")))
    ran = site.run("build")
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert "roadmap-data/enhancements/first.yml:1:5: error RM309" in ran.stderr
    assert "roadmap-data/enhancements/first.yml:2:9: error RM303" in ran.stderr
    assert "roadmap-data/enhancements/second.yml:4:11: error RM405" in ran.stderr
    assert "Did you mean ‘high’?" in ran.stderr
    assert not (site.root / "site").exists()


def test_a_build_with_thousands_of_mistakes_says_the_first_and_counts_the_others(site: Site) -> None:
    labels = "".join(f"  - '<{number}>'\n" for number in range(2000))
    site.data({**small(), "enhancements/second.yml": f"title: Second\npriority: high\nlabels:\n{labels}"})
    said = site.failure()
    assert said.count(": error RM") == 300
    assert "… and 1,700 more: 1,700 errors in 1 file\n2,000 errors in 1 file." in said


@pytest.mark.parametrize(
    "path", ["roadmap/decisions.md", "roadmap/enhancements/first.md", "roadmap/decisions/index.md", "roadmap/README.md"]
)
def test_a_page_written_by_hand_where_one_is_generated_is_an_error(site: Site, path: str) -> None:
    site.page(path, "# Mine\n")
    assert f"docs/{path}: error RM601" in site.failure()


def test_another_folder_of_the_site_avoids_the_clash(site: Site) -> None:
    site.page("roadmap/decisions.md", "# Mine\n")
    site.plugin["path"] = "plans/security"
    built = site.build(strict=False)
    assert "Mine" in built.html("roadmap/decisions/")
    assert "Decision framework" in built.html("plans/security/decisions/")


def test_a_link_in_the_data_to_no_page_is_a_warning_with_its_place(site: Site) -> None:
    site.data(
        small(first=enhancement("first", 1, "First").replace("The one requirement", '"See [the guide](guide.md#top) and [none](gone.md)"'))
    )
    site.page("guide.md", "# Guide {#top}\n")
    site.settings["markdown_extensions"] = ["attr_list"]
    built = site.build(strict=False)
    (warning,) = [one for one in built.warnings if "RM602" in one]
    assert "roadmap-data/enhancements/first.yml:7:" in warning
    assert "gone.md" in warning
    assert 'href="../../../guide/#top"' in built.html("roadmap/enhancements/first/")


ANCHORS = """\
description: |
  See [the guide](guide.md#top), but not
  [its end](guide.md#end).

  - [One](#requirement-first-one) and
    [other](#requirement-other)
  - [its scope](#scope)
scope: {technologies: [TLS]}
"""


def test_an_anchor_that_is_not_on_its_page_is_a_warning_at_its_line(site: Site) -> None:
    site.data(small(first=enhancement("first", 1, "First", ANCHORS), second=enhancement("second", 2, "Second", ANCHORS)))
    site.page("guide.md", "# Guide {#top}\n")
    site.settings["markdown_extensions"] = ["attr_list"]
    built = site.build(strict=False)
    found = re.findall(r"enhancements/(\S+): warning RM602: (.*)", "\n".join(built.warnings))
    assert found == [
        ("first.yml:10:13", "there is no anchor ‘end’ on the page ‘guide.md’"),
        ("first.yml:12:11", "there is no anchor ‘requirement-first-one’ on the page ‘roadmap/enhancements/first.md’"),
        ("first.yml:13:13", "there is no anchor ‘requirement-other’ on the page ‘roadmap/enhancements/first.md’"),
        ("second.yml:10:13", "there is no anchor ‘end’ on the page ‘guide.md’"),
        ("second.yml:12:11", "there is no anchor ‘requirement-first-one’ on the page ‘roadmap/enhancements/second.md’"),
        ("second.yml:13:13", "there is no anchor ‘requirement-other’ on the page ‘roadmap/enhancements/second.md’"),
    ]
    assert any("Did you mean ‘requirement-one’?" in warning for warning in built.warnings)
    page = built.html("roadmap/enhancements/first/")
    assert 'href="#scope"' in page
    assert 'href="../../../guide/#top"' in page
    assert 'href="../enhancements/first/#scope"' in built.html("roadmap/document/")


@pytest.mark.parametrize("path", ["../out", "/", "..", "a/../b", "a b"])
def test_a_path_out_of_the_site_is_refused(site: Site, path: str) -> None:
    site.plugin["path"] = path
    ran = site.run("build")
    assert ran.returncode == 1
    assert "is not a folder of the site" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_missing_folder_is_said_in_a_sentence(site: Site) -> None:
    site.plugin["data_dir"] = "nowhere"
    ran = site.run("build")
    assert ran.returncode == 1
    assert "there is no such folder" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_day_that_is_none_is_said_in_a_sentence(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("support.site.DAY", "yesterday")
    ran = site.run("build")
    assert ran.returncode == 1
    assert "SOURCE_DATE_EPOCH is not a number of seconds" in ran.stderr
    assert "Traceback" not in ran.stderr
