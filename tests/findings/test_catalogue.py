"""Every code that the program uses is explained, every explanation is of a code in use, and the examples are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import enhancement_roadmap
from enhancement_roadmap.findings import catalogue, code_for
from support.code_examples import Example, example_of, found_by

SOURCE = Path(enhancement_roadmap.__file__).parent
WITHOUT_EXAMPLE_TO_RUN = {
    "RM100",
    "RM101",
    "RM102",
    "RM103",
    "RM104",
    "RM105",
    "RM210",
    "RM504",
    "RM505",
    "RM507",
    "RM601",
    "RM602",
    "RM603",
    "RM701",
    "RM702",
    "RM703",
    "RM831",
    "RM832",
    "RM833",
    "RM834",
}
"""Codes that take more than texts in files: a missing file, permissions, a link, bytes, a site, issues. They have their own tests."""
EXAMPLES = [code for code in catalogue() if code not in WITHOUT_EXAMPLE_TO_RUN]


def used_codes() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    return {code for text in texts for code in re.findall(r'"(RM\d{3})"', text)}


def test_the_codes_in_use_are_the_codes_that_are_explained() -> None:
    assert used_codes() == set(catalogue())


def test_codes_and_names_are_each_used_once() -> None:
    files = [path.stem for path in SOURCE.joinpath("findings", "codes").glob("*.md")]
    assert len(files) == len({name.partition("-")[0] for name in files}) == len({name.partition("-")[2] for name in files})


@pytest.mark.parametrize("code", catalogue())
def test_an_explanation_says_what_is_wrong_and_what_is_right(code: str) -> None:
    entry = catalogue()[code]
    lines = entry.explanation.splitlines()
    assert lines[0] == f"# {code}: {entry.name.replace('-', ' ')}"
    assert [line for line in lines if line.startswith("## ")] == ["## Wrong", "## Right"]
    assert len(" ".join(lines[1 : lines.index("## Wrong")]).split()) >= 7


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_wrong_example_has_the_finding_and_the_right_one_has_not(code: str, tmp_path: Path) -> None:
    wrong, right = (example_of(catalogue()[code], heading) for heading in ("Wrong", "Right"))
    assert isinstance(wrong, Example)
    assert code in found_by(wrong, tmp_path / "wrong")
    assert code not in found_by(right, tmp_path / "right")


def test_a_code_is_found_by_its_code_and_by_its_name() -> None:
    assert code_for("rm301 ") is code_for("Unknown-Key") is catalogue()["RM301"]
    with pytest.raises(KeyError):
        code_for("RM999")
