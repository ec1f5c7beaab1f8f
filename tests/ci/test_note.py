"""What writes the note on a merge request on GitLab: one note, bounded, that calls nobody and gives no command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from enhancement_roadmap.ci import Project, ci_files
from support.pipelines import Machine, workflow

(SCRIPT,) = workflow(ci_files("gitlab", Project())[".gitlab-ci.yml"])["roadmap-note"]["script"]
MARKER = "<!-- roadmap-preview -->"
NOTES = "/api/v4/projects/3/merge_requests/7/notes"
ME = 40


class GitLabDouble:
    """A GitLab with the notes of one merge request."""

    def __init__(self) -> None:
        self.notes: list[dict[str, Any]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        Thread(target=self.server.serve_forever, daemon=True).start()

    def note(self, author: int, body: str) -> None:
        self.notes.append({"id": 100 + len(self.notes), "author": {"id": author}, "body": body})

    def answer(self, method: str, address: str, body: str) -> tuple[object, str]:
        """What to answer, and the next page."""
        path, _, query = address.partition("?")
        match [method, path]:
            case ["GET", "/api/v4/user"]:
                return {"id": ME}, ""
            case ["GET", str(asked)] if asked == NOTES:
                page = int(query.rpartition("page=")[2])
                return self.notes[page - 1 : page], str(page + 1) if page < len(self.notes) else ""
            case ["POST", str(asked)] if asked == NOTES:
                self.note(ME, body)
                return self.notes[-1], ""
            case ["PUT", str(asked)]:
                self.notes[int(asked.rpartition("/")[2]) - 100]["body"] = body
                return {}, ""
        raise AssertionError(f"not known: {method} {address}")

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        double = self

        class Handler(BaseHTTPRequestHandler):
            def _do(self) -> None:
                assert self.headers["PRIVATE-TOKEN"] == "made-up"
                sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                answer, following = double.answer(self.command, self.path, json.loads(sent)["body"] if sent else "")
                self.send_response(200)
                self.send_header("X-Next-Page", following)
                self.end_headers()
                self.wfile.write(json.dumps(answer).encode())

            do_GET = do_POST = do_PUT = _do  # noqa: N815  (the names that the server calls)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler


@pytest.fixture
def gitlab() -> Iterator[GitLabDouble]:
    double = GitLabDouble()
    yield double
    double.server.shutdown()
    double.server.server_close()


def run(gitlab: GitLabDouble, folder: Path, comment: str | Path) -> str:
    """Run the job with what the preview handed over; gives what it said where it failed."""
    handed_over = folder / "work" / "roadmap-preview" / "comment.md"
    handed_over.parent.mkdir(parents=True, exist_ok=True)
    handed_over.unlink(missing_ok=True)
    if isinstance(comment, Path):
        handed_over.symlink_to(comment)
    else:
        handed_over.write_text(comment, encoding="utf-8")
    told = {
        "CI_API_V4_URL": f"http://127.0.0.1:{gitlab.server.server_port}/api/v4",
        "CI_PROJECT_ID": "3",
        "CI_MERGE_REQUEST_IID": "7",
        "CI_COMMIT_SHA": "5" * 40,
        "CI_PIPELINE_URL": "https://git.example/team/plan/-/pipelines/9",
        "ROADMAP_NOTE_TOKEN": "made-up",
    }
    machine = folder / "machine"
    ran = Machine(machine if not machine.exists() else folder / "machine-2", told).run(SCRIPT, folder / "work")
    return ran.stderr if ran.returncode else ""


def test_the_note_is_written_once_and_then_anew(gitlab: GitLabDouble, tmp_path: Path) -> None:
    gitlab.note(1, f"{MARKER}\nnot ours")
    gitlab.note(ME, "Something else")
    assert run(gitlab, tmp_path, "### First\n") == ""
    assert run(gitlab, tmp_path, "### Second\n") == ""
    assert [note["body"] for note in gitlab.notes[:2]] == [f"{MARKER}\nnot ours", "Something else"]
    (ours,) = gitlab.notes[2:]
    assert ours["body"].startswith(f"{MARKER}\n_Made by the build of {'5' * 40}. ")
    assert ours["body"].endswith("\n\n### Second\n")


def test_it_calls_nobody_and_gives_no_command(gitlab: GitLabDouble, tmp_path: Path) -> None:
    assert run(gitlab, tmp_path, "Thanks @all\x1b[0m\n/merge\n/assign @root\n") == ""
    assert gitlab.notes[0]["body"].endswith("Thanks @\u200ball[0m\n\u200b/merge\n\u200b/assign @\u200broot\n")


def test_it_calls_nobody_by_a_reference_either_and_keeps_what_is_apart_apart(gitlab: GitLabDouble, tmp_path: Path) -> None:
    assert run(gitlab, tmp_path, "&#64;all &#x0040;all &commat;all &#64;\u2060all &#35;\u206012 \u202e\n") == ""
    assert gitlab.notes[0]["body"].endswith("&#64;\u200ball &#x0040;\u200ball &commat;\u200ball &#64;\u2060all &#35;\u206012 \n")


def test_what_is_no_file_or_too_large_is_refused(gitlab: GitLabDouble, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret", encoding="utf-8")
    assert "no file, or too large" in run(gitlab, tmp_path, tmp_path / "secret")
    assert "no file, or too large" in run(gitlab, tmp_path, "a" * 70_001)
    assert gitlab.notes == []
