"""Findings for people, programs and GitHub; whatever the data says, it steers neither a terminal nor a log."""

from __future__ import annotations

import json

from enhancement_roadmap.findings import (
    FORMATS,
    MOST,
    WHOLE_FORMATS,
    Finding,
    Place,
    as_github,
    as_gitlab,
    as_json,
    as_text,
    closest,
    suggestion,
)

ESCAPE = "\x1b[31m"
PLAIN = Finding(Place("data/roadmap.yml", 3, 7), "RM304", "title is empty", "Write some text.")
WARNING = Finding(Place("data/a,b:c.yml"), "RM602", "50% of ‘x’", severity="warning")
HOSTILE = Finding(
    Place(f"data/{ESCAPE}\n::error::x\udcff.yml", 1, 1), "RM301", f"‘{ESCAPE}\u202e’ is not a key\n::error::x", f"\x9b\r{ESCAPE}"
)


def test_text_is_a_block_a_finding_and_a_count() -> None:
    assert as_text([PLAIN, WARNING]).splitlines() == [
        "data/roadmap.yml:3:7: error RM304: title is empty",
        "    Write some text.",
        "data/a,b:c.yml: warning RM602: 50% of ‘x’",
        "1 error, 1 warning in 2 files.",
    ]


MANY = [Finding(Place("data/roadmap.yml", line), "RM304", "title is empty") for line in range(1, MOST + 1201)]


def test_a_file_with_thousands_of_mistakes_buries_no_other() -> None:
    others = [Finding(Place("data/zebra.yml", line), "RM305", "x has no value") for line in (1, 2)]
    lines = as_text([*MANY, *others]).splitlines()
    assert [line for line in lines if "zebra" in line] == [f"data/zebra.yml:{line}: error RM305: x has no value" for line in (1, 2)]
    assert sum(line.startswith("data/") for line in lines) == MOST
    assert lines[-2:] == ["… and 1,202 more: 1,202 errors in 1 file", "1,502 errors in 2 files."]


def test_what_people_see_of_thousands_is_the_first_and_a_count_of_the_others() -> None:
    assert as_text([*MANY, WARNING]).splitlines()[-3:] == [
        "data/a,b:c.yml: warning RM602: 50% of ‘x’",
        "… and 1,201 more: 1,201 errors in 1 file",
        "1,500 errors, 1 warning in 2 files.",
    ]
    assert as_text(MANY[:MOST]).splitlines()[-2:] == [f"data/roadmap.yml:{MOST}: error RM304: title is empty", "300 errors in 1 file."]


def test_the_check_says_how_to_see_them_all() -> None:
    told = "… and 1,200 more: 1,200 errors in 1 file; --all shows them"
    assert [FORMATS[name](MANY).count("\n") for name in ("text", "github")] == [MOST + 1, MOST]
    assert told in FORMATS["text"](MANY).splitlines()
    assert told in FORMATS["github"](MANY).splitlines()
    assert WHOLE_FORMATS["text"](MANY).count("error RM304") == WHOLE_FORMATS["github"](MANY).count("::error ") == len(MANY)


def test_programs_are_given_all_of_them_anyway() -> None:
    for forms in (FORMATS, WHOLE_FORMATS):
        assert len(json.loads(forms["json"](MANY))["findings"]) == len(json.loads(forms["gitlab"](MANY))) == len(MANY)


def test_a_finding_that_stands_for_many_counts_as_many() -> None:
    tabs = Finding(Place("data/plan.yml", 1000), "RM202", "a tab is used for indentation, and on 4,000 lines below", times=4001)
    assert as_text([tabs]).splitlines()[-1] == "4,001 errors in 1 file."


def test_text_without_findings_says_so() -> None:
    assert as_text([]) == "No findings."


def test_json_has_everything_and_is_readable() -> None:
    read = json.loads(as_json([PLAIN, WARNING]))
    assert read["schema_version"] == 1
    assert read["findings"][0] == {
        "code": "RM304",
        "name": "empty-text",
        "severity": "error",
        "message": "title is empty",
        "hint": "Write some text.",
        "file": "data/roadmap.yml",
        "line": 3,
        "column": 7,
    }
    assert "‘x’" in as_json([WARNING])


def test_github_gets_a_command_a_finding_with_its_marks_escaped() -> None:
    assert as_github([PLAIN, WARNING]).splitlines() == [
        "::error file=data/roadmap.yml,line=3,col=7,title=RM304 empty-text::title is empty. Write some text.",
        "::warning file=data/a%2Cb%3Ac.yml,title=RM602 broken-link::50%25 of ‘x’",
    ]


def test_gitlab_gets_a_report_in_which_each_finding_has_a_fingerprint_of_its_own() -> None:
    moved = Finding(Place("data/roadmap.yml", 9, 7), "RM304", "title is empty", "Write some text.")
    plain, warning, again = json.loads(as_gitlab([PLAIN, WARNING, moved]))
    assert plain.pop("fingerprint") != again["fingerprint"] != warning["fingerprint"]
    assert plain == {
        "description": "RM304 empty-text: title is empty. Write some text.",
        "check_name": "RM304",
        "severity": "major",
        "location": {"path": "data/roadmap.yml", "lines": {"begin": 3}},
    }
    assert (warning["severity"], warning["location"]["lines"]) == ("minor", {"begin": 1})


def test_gitlab_knows_a_finding_again_when_its_line_has_moved() -> None:
    moved = Finding(Place("data/roadmap.yml", 9, 7), "RM304", "title is empty", "Write some text.")
    assert json.loads(as_gitlab([PLAIN]))[0]["fingerprint"] == json.loads(as_gitlab([moved]))[0]["fingerprint"]
    assert json.loads(as_gitlab([])) == []


def test_data_can_not_steer_a_terminal_or_add_lines() -> None:
    for name, form in FORMATS.items():
        one, two = form([PLAIN]), form([HOSTILE])
        assert one.count("\n") == two.count("\n"), name
        assert all(char.isprintable() or char == "\n" for char in two), name
        two.encode()


def test_json_gives_hostile_text_back_as_it_was() -> None:
    (read,) = json.loads(as_json([HOSTILE]))["findings"]
    assert (read["file"], read["message"], read["hint"]) == (HOSTILE.place.file, HOSTILE.message, HOSTILE.hint)


def test_the_nearest_choice_is_named_and_the_others_listed() -> None:
    assert suggestion("meduim", ["high", "medium", "low"]) == "Did you mean ‘medium’? Valid: high, medium, low."
    assert suggestion("MEDIUM", ["high", "medium"]) == "Did you mean ‘medium’? Valid: high, medium."
    assert suggestion("xyz", ["high", "low", "high"]) == "Valid: high, low."
    assert suggestion("xyz", []) == ""
    assert suggestion("q", [f"choice-{number}" for number in range(20)]).endswith("choice-11 and 8 more.")


def test_among_thousands_of_choices_the_nearest_is_still_found() -> None:
    choices = [f"{prefix}-{number}" for prefix in ("api", "cache", "sign-in") for number in range(3000)]
    assert closest("cahce-2999", choices) == "cache-2999"
