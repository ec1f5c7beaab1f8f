"""What the server answers to pages that edit: it does what they may ask, and nothing for anybody else."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from enhancement_roadmap.hosts.live import Editor, Gate, GuardedEditor, LiveApplication, PageStates, is_this_machine
from enhancement_roadmap.hosts.live.gate import LARGEST
from enhancement_roadmap.loading import load
from support.editable import EDITABLE, KEYS
from support.folder import contents
from support.plain_plan import make_folder
from support.repository import make_repository

GATE = Gate(8000)
HOST = "127.0.0.1:8000"
TICK = {"operation": "tick", "enhancement": "keys", "requirement": "store"}
NAME = "enhancements/01-keys.yml"


class Client:
    """Sends requests to the application as a page would.

    Args:
        data: the roadmap folder.
        gate: who may edit.
    """

    def __init__(self, data: Path, gate: Gate = GATE) -> None:
        self.editor = Editor(data, "roadmap-data", lambda: date(2026, 11, 27))
        self.state = self.editor.saw(load(data))
        self.application = LiveApplication(_pages, {"/roadmap/": GuardedEditor(gate, self.editor)}, PageStates(gate.secret))
        self.headers: dict[str, str] = {}
        self._keys = 0

    def send(self, action: str, body: Any, **changed: str | None) -> tuple[str, Any]:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        environ = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": f"/roadmap/.edit/{action}",
            "HTTP_HOST": HOST,
            "HTTP_ORIGIN": f"http://{HOST}",
            "HTTP_X_ROADMAP_SECRET": GATE.secret,
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(content)),
            "wsgi.input": io.BytesIO(content),
            **changed,
        }
        said: dict[str, Any] = {}
        answer = self.application({key: value for key, value in environ.items() if value is not None}, _start(said))
        text = b"".join(answer)
        self.headers = said["headers"]
        return said["status"], json.loads(text) if text.startswith(b"{") else text.decode()

    def do(self, operation: Any, key: str = "", state: str = "") -> Any:
        self._keys += 1
        status, answer = self.send("do", {"do": operation, "state": state or self.state, "key": key or f"key-{self._keys:08}"})
        assert status == "200 OK"
        return answer

    def ask(self, **question: Any) -> Any:
        return self.send("ask", question)[1]

    def undo(self, number: int) -> Any:
        self._keys += 1
        return self.send("undo", {"undo": number, "key": f"key-{self._keys:08}"})[1]


def _pages(_: Mapping[str, Any], start_response: Callable[..., Any]) -> Iterator[bytes]:
    start_response("404 Not Found", [])
    yield b"a page"


def _start(said: dict[str, Any]) -> Callable[..., Any]:
    def start_response(status: str, headers: list[tuple[str, str]]) -> None:
        said.update(status=status, headers=dict(headers))

    return start_response


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "roadmap-data", EDITABLE)


@pytest.fixture
def client(data: Path) -> Client:
    return Client(data)


def unchanged(data: Path) -> bool:
    return {name: content.decode() for name, content in contents(data).items()} == dict(EDITABLE)


def test_a_tick_is_answered_with_what_it_means_and_kept_from_every_cache(client: Client, data: Path) -> None:
    answer = client.do(TICK)
    assert (answer["ok"], answer["changed"], answer["number"]) == (True, True, 1)
    assert (answer["what"], answer["warnings"]) == ("Done: Keys: Store them", [])
    assert client.headers["Cache-Control"] == "no-store"
    assert client.headers["Content-Type"] == "application/json; charset=utf-8"
    assert data.joinpath(NAME).read_text() == KEYS.replace("text: Store them}", "text: Store them, done: 2026-11-27}")


REFUSED = [
    ({"HTTP_X_ROADMAP_SECRET": None}, "403 Forbidden", "started again"),
    ({"HTTP_X_ROADMAP_SECRET": "wrong"}, "403 Forbidden", "started again"),
    ({"HTTP_X_ROADMAP_SECRET": "ä\x00"}, "403 Forbidden", "started again"),
    ({"HTTP_ORIGIN": None}, "403 Forbidden", "Only pages of this site"),
    ({"HTTP_ORIGIN": "null"}, "403 Forbidden", "Only pages of this site"),
    ({"HTTP_ORIGIN": "http://127.0.0.1:8001"}, "403 Forbidden", "Only pages of this site"),
    ({"HTTP_ORIGIN": "https://127.0.0.1:8000"}, "403 Forbidden", "Only pages of this site"),
    ({"HTTP_ORIGIN": "http://localhost:8000"}, "403 Forbidden", "Only pages of this site"),
    ({"HTTP_SEC_FETCH_SITE": "cross-site"}, "403 Forbidden", "Only pages of this site"),
    ({"HTTP_SEC_FETCH_SITE": "same-site"}, "403 Forbidden", "Only pages of this site"),
    ({"HTTP_HOST": None}, "403 Forbidden", "http://127.0.0.1:8000/"),
    ({"HTTP_HOST": "evil.example:8000", "HTTP_ORIGIN": "http://evil.example:8000"}, "403 Forbidden", "http://127.0.0.1:8000/"),
    ({"HTTP_HOST": "127.0.0.1", "HTTP_ORIGIN": "http://127.0.0.1"}, "403 Forbidden", "http://127.0.0.1:8000/"),
    ({"REQUEST_METHOD": "GET"}, "405 Method Not Allowed", "edits only"),
    ({"REQUEST_METHOD": "OPTIONS"}, "405 Method Not Allowed", "edits only"),
    ({"CONTENT_TYPE": "text/plain"}, "415 Unsupported Media Type", "JSON"),
    ({"CONTENT_TYPE": "application/x-www-form-urlencoded"}, "415 Unsupported Media Type", "JSON"),
    ({"CONTENT_LENGTH": None}, "411 Length Required", "how long"),
    ({"CONTENT_LENGTH": "-1"}, "411 Length Required", "how long"),
    ({"CONTENT_LENGTH": str(LARGEST + 1)}, "413 Content Too Large", "256 KiB"),
    ({"CONTENT_LENGTH": "9" * 5000}, "413 Content Too Large", "256 KiB"),
]


@pytest.mark.parametrize(("changed", "status", "message"), REFUSED)
def test_whoever_is_no_page_of_this_run_is_refused(
    changed: dict[str, str | None], status: str, message: str, client: Client, data: Path
) -> None:
    found, answer = client.send("do", {"do": TICK, "state": client.state, "key": "k" * 12}, **changed)
    assert found == status
    assert message in answer["problems"][0]["message"]
    assert GATE.secret not in json.dumps(answer)
    assert "Access-Control-Allow-Origin" not in client.headers
    assert unchanged(data)


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 5000, b"NaN!"])
def test_what_is_no_json_is_refused(body: bytes, client: Client, data: Path) -> None:
    assert client.send("do", body)[0] == "400 Bad Request"
    assert unchanged(data)


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        {"do": TICK},
        {"do": TICK, "state": "../../etc", "key": "k" * 12},
        {"do": {**TICK, "enhancement": "../01-keys"}, "state": "0" * 32, "key": "k" * 12},
        {"do": {**TICK, "operation": "write"}, "state": "0" * 32, "key": "k" * 12},
        {"do": TICK, "state": "0" * 32, "key": "k" * 12, "data": "elsewhere"},
    ],
)
def test_what_is_no_edit_is_told_and_writes_nothing(body: Any, client: Client, data: Path) -> None:
    status, answer = client.send("do", body)
    assert (status, answer["ok"]) == ("200 OK", False)
    assert answer["problems"]
    assert unchanged(data)


def test_all_other_addresses_are_the_servers_own(client: Client) -> None:
    for path in ("/roadmap/", "/roadmap/.edit/", "/roadmap/.edit/read", "/other/.edit/do", "/.edit/do"):
        assert client.send("", {}, PATH_INFO=path) == ("404 Not Found", "a page")


def test_pages_at_other_names_of_this_machine_may_edit_and_with_anywhere_those_of_any(data: Path) -> None:
    named = {"HTTP_HOST": "LocalHost:8000", "HTTP_ORIGIN": "http://localhost:8000"}
    assert Client(data).send("ask", {"ask": "changes"}, **named)[0] == "200 OK"
    tunnel = {"HTTP_HOST": "tunnel.example", "HTTP_ORIGIN": "https://tunnel.example"}
    assert Client(data).send("ask", {"ask": "changes"}, **tunnel)[0] == "403 Forbidden"
    anywhere = Client(data, GATE.opened(is_anywhere=True))
    assert anywhere.send("ask", {"ask": "changes"}, **tunnel)[0] == "200 OK"
    assert anywhere.send("ask", {"ask": "changes"}, HTTP_ORIGIN="https://evil.example")[0] == "403 Forbidden"
    assert [is_this_machine(host) for host in ("localhost", "127.0.0.1", "::1", "192.0.2.1", "example.org")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_an_edit_that_is_sent_again_is_made_once(client: Client, data: Path) -> None:
    add = {"operation": "add-requirement", "enhancement": "keys", "text": "Once"}
    assert client.do(add, key="the-same-one") == client.do(add, key="the-same-one")
    assert data.joinpath(NAME).read_text().count("Once") == 1


def test_a_hundred_quick_ticks_are_all_made(client: Client, data: Path) -> None:
    make_folder(data, {NAME: "title: Keys\nrequirements:\n" + "".join(f"  - Requirement {number}   # r\n" for number in range(100))})
    state = client.editor.saw(load(data))
    ticks = [{**TICK, "requirement": f"requirement-{number}"} for number in range(100)]
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda tick: client.do(tick, key=tick["requirement"], state=state), ticks))
    assert all(answer["changed"] for answer in answers)
    text = data.joinpath(NAME).read_text()
    assert (text.count("done: 2026-11-27"), text.count("# r\n")) == (100, 100)


def test_a_page_may_edit_on_from_its_own_edits_but_not_over_those_of_others(client: Client, data: Path) -> None:
    first = client.do(TICK)
    second = client.do({**TICK, "operation": "untick"}, state=first["state"])
    assert second["ok"]
    assert unchanged(data)
    make_folder(data, {NAME: KEYS.replace("title: Keys", "title: Theirs")})
    third = client.do(TICK, state=second["state"])
    refused = client.do({"operation": "set", "enhancement": "keys", "fields": {"title": "Mine"}}, state=third["state"])
    assert refused["clashes"] == [{"place": "title", "was": "Keys", "theirs": "Theirs", "yours": "Mine"}]
    assert client.do({"operation": "set", "enhancement": "keys", "fields": {"title": "Mine"}}, state=refused["state"])["ok"]
    assert "title: Mine\n" in data.joinpath(NAME).read_text()


def test_each_edit_can_be_taken_back_while_its_place_is_unchanged(client: Client, data: Path) -> None:
    tick = client.do(TICK)
    added = client.do({"operation": "add-requirement", "enhancement": "keys", "text": "One more"})
    new = client.do({"operation": "new", "title": "Brand new"})
    assert client.undo(tick["number"])["ok"]
    assert data.joinpath(NAME).read_text() == KEYS.replace("owner: Grace\n", "owner: Grace\n  - One more\n")
    assert client.undo(tick["number"])["problems"][0]["message"] == "This edit was taken back already."
    assert client.undo(added["number"])["ok"]
    assert client.undo(new["number"])["ok"]
    assert unchanged(data)
    again = client.do(TICK)
    make_folder(data, {NAME: data.joinpath(NAME).read_text().replace("2026-11-27", "2026-11-26")})
    refused = client.undo(again["number"])
    assert "has changed since" in refused["problems"][0]["message"]
    assert "2026-11-26" in data.joinpath(NAME).read_text()


def test_a_form_has_what_stands_there_now_and_only_what_is_allowed(client: Client) -> None:
    status = client.ask(ask="form", operation="status", about={"enhancement": "keys"})["form"]
    (to, why) = status["controls"]
    assert (to["name"], to["control"], to["required"], why["required"]) == ("to", "choice", True, False)
    assert "done" not in dict(to["choices"])
    assess = client.ask(ask="form", operation="assess", about={"enhancement": "keys"})["form"]
    assert {each["name"]: each["value"] for each in assess["controls"]} == {"risk": "4", "impact": "2", "why": "", "by": ""}
    assert assess["scales"]["risk"]["levels"] == [["1", "Slight", "slight"], ["4", "Severe", "severe"]]
    assert assess["scales"]["impact"]["levels"] == [["1", "Small", "1"], ["2", "Large", "2"]]
    fields = {each["name"]: each for each in client.ask(ask="form", operation="set", about={"enhancement": "keys"})["form"]["controls"]}
    assert (fields["fields.title"]["value"], fields["fields.title"]["help"]) == ("Keys", "The full name.")
    assert (fields["fields.fields.hours"]["label"], fields["fields.fields.hours"]["control"]) == ("Hours", "number")
    assert fields["fields.priority"]["choices"] == [["high", "High"], ["low", "Low"]]


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        ("assess", "Add ‘scoring’ to roadmap.yml"),
        ("readiness", "Add ‘readiness_criteria’ to roadmap.yml"),
        ("plan", "Add ‘phases’ or ‘quarters’ to plan.yml"),
    ],
)
def test_what_a_roadmap_has_nothing_to_choose_from_for_is_said_in_place_of_an_empty_form(operation: str, said: str, tmp_path: Path) -> None:
    bare = Client(make_folder(tmp_path / "bare", {"roadmap.yml": "title: Plan\n", NAME: "title: Keys\n"}))
    answer = bare.ask(ask="form", operation=operation, about={"enhancement": "keys"})
    assert answer["ok"] is False
    assert said in answer["problems"][0]["message"]


@pytest.mark.parametrize(
    "question",
    [
        {"ask": "form", "operation": "tick", "about": {"enhancement": "keys", "requirement": "gone"}},
        {"ask": "form", "operation": "tick", "about": {"enhancement": "../keys"}},
        {"ask": "form", "operation": "remove"},
        {"ask": "preview", "text": "x" * 100_001},
        {"ask": "file", "path": "/etc/passwd"},
        {},
    ],
)
def test_a_question_that_is_none_is_told(question: Any, client: Client) -> None:
    assert client.ask(**question)["ok"] is False


def test_a_preview_goes_through_the_door_for_words(client: Client) -> None:
    shown = client.ask(ask="preview", text="**Bold** <script>alert(1)</script>\n\n- [a](javascript:alert(1))")["html"]
    assert "<strong>Bold</strong>" in shown
    assert "<script" not in shown
    assert 'href="javascript' not in shown


def test_what_was_changed_since_the_last_commit_is_told_with_the_commands_for_it(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "repository", [EDITABLE])
    client = Client(repository.data)
    assert client.ask(ask="changes")["changes"] == []
    client.do(TICK)
    changes = client.ask(ask="changes")
    assert changes["changes"] == [
        {"name": "Keys", "changes": [{"what": "Requirement completed: Store them", "values": "on 27 November 2026"}]}
    ]
    assert changes["edits"] == [{"number": 1, "words": "Done: Keys: Store them"}]
    assert changes["commands"][0] == "git add -- roadmap-data"


def test_without_a_repository_that_is_said(client: Client) -> None:
    assert "repository" in client.ask(ask="changes")["note"]


def test_data_with_mistakes_are_named_and_what_is_right_can_be_changed(client: Client, data: Path) -> None:
    make_folder(data, {"plan.yml": "order: [kees]\n"})
    assert (
        "kees" in client.ask(ask="form", operation="tick", about={"enhancement": "keys", "requirement": "store"})["problems"][0]["message"]
    )
    assert client.do(TICK)["ok"]
    make_folder(data, {NAME: "title: [\n"})
    assert "mend them first" in client.do({**TICK, "operation": "untick"})["problems"][0]["message"]


def test_a_form_is_in_parts_and_lets_known_entries_be_chosen_and_a_lag_be_written(client: Client, data: Path) -> None:
    make_folder(data, {"plan.yml": "teams: ['Core, 2 people']\n"})
    make_folder(
        data, {"enhancements/02-audit.yml": "title: Audit\nowner: 'Grace, Ada'\nscope:\n  depends_on: [{id: keys, after: 2 weeks}]\n"}
    )

    def fields() -> Any:
        form = client.ask(ask="form", operation="set", about={"enhancement": "audit"})["form"]
        return {each["name"].removeprefix("fields."): each for each in form["controls"]}

    asked = fields()
    assert list(dict.fromkeys(each["group"] for each in asked.values())) == ["", "When", "What it means", "Your own fields"]
    assert asked["team"]["choices"] == [["core", "Core"]]
    assert asked["scope.depends_on"]["value"] == ["keys after 2 weeks"]
    assert asked["scope.depends_on"]["choices"] == [["keys", "1. Keys"], ["logs", "3. Logs"]]
    assert (asked["owner"]["control"], asked["owner"]["value"]) == ("lines", ["Grace, Ada"])
    assert "left" not in asked
    new = {"scope.depends_on": ["keys after 3 weeks", "logs"], "not_before": "2027-03", "owner": ["Grace, Ada", "Edsger"]}
    answer = client.do({"operation": "set", "enhancement": "audit", "fields": new}, state=client.editor.saw(load(data)))
    assert answer["what"] == "Edit: Audit: depends on, not before, owner"
    assert fields()["scope.depends_on"]["value"] == ["keys after 3 weeks", "logs"]
    assert fields()["owner"]["value"] == ["Grace, Ada", "Edsger"]
    assert "{id: keys, after: 3 weeks}" in (text := data.joinpath("enhancements/02-audit.yml").read_text()), text


def test_what_was_put_off_or_accepted_can_be_taken_back_as_a_whole(client: Client, data: Path) -> None:
    for operation, field, said in (
        ("defer", "deferred", {"why": "No one"}),
        ("accept", "acceptance", {"why": "Rare", "by": "Ada"}),
    ):
        form = client.ask(ask="form", operation=operation, about={"enhancement": "audit"})["form"]
        assert form["takesBack"] is None
        done = client.do({"operation": operation, "enhancement": "audit", **said})
        form = client.ask(ask="form", operation=operation, about={"enhancement": "audit"})["form"]
        assert form["takesBack"]["field"] == field
        client.do({"operation": "set", "enhancement": "audit", "fields": {field: ""}}, state=done["state"])
    assert unchanged(data)


@pytest.mark.parametrize(
    ("do", "problems"),
    [
        ({"operation": "new", "title": " "}, [("title", "Fill this in.")]),
        ({"operation": "new", "title": "x" * 2001}, [("title", "At most 2,000 characters.")]),
        ({"operation": "new", "title": "a\x07b"}, [("title", "It has characters that no file can hold: write letters, digits and signs.")]),
        ({"operation": "status", "enhancement": "keys", "to": ""}, [("to", "Choose one.")]),
        ({"operation": "assess", "enhancement": "keys", "why": "So"}, [("risk", "Fill this in."), ("impact", "Fill this in.")]),
        ({"operation": "review", "review": "monthly", "verdict": "perhaps"}, [("verdict", "Choose one.")]),
        ({"operation": "readiness", "enhancement": "keys", "criterion": "owner-named", "state": ""}, [("state", "Choose one.")]),
        (
            {"operation": "defer", "enhancement": "keys", "why": "So", "until": "soon"},
            [("until", "This is no day. Write a day of the calendar as 2027-03-01, or a month as 2027-03.")],
        ),
        (
            {"operation": "reading", "metric": "calls", "value": "many"},
            [("value", "‘many’ is not a plain number: write digits alone, such as 1200 or 0.5.")],
        ),
        ({"operation": "set", "enhancement": "keys", "fields": {"labels": ["x" * 2001]}}, [("fields.labels", "At most 2,000 characters.")]),
        (
            {"operation": "set", "enhancement": "audit", "fields": {"scope.depends_on": ["keys", "kays after 2 weeks"]}},
            [
                (
                    "fields.scope.depends_on",
                    "scope.depends_on[2].id: there is no enhancement ‘kays’. Did you mean ‘keys’? Valid: keys, audit, logs.",
                )
            ],
        ),
    ],
)
def test_what_is_wrong_in_a_form_is_said_beside_its_field(do: Any, problems: list[tuple[str, str]], client: Client, data: Path) -> None:
    answer = client.do(do)
    assert [(each["field"], each["message"]) for each in answer["problems"]] == problems
    assert unchanged(data)


def test_what_nobody_chooses_in_a_form_is_left_out(client: Client, data: Path) -> None:
    answer = client.do({"operation": "review", "review": "monthly", "on": "", "by": "", "verdict": "", "remark": " "})
    assert answer["what"] == "Note that it was held: monthly"
    assert "held: [{on: 2026-11-27}]" in data.joinpath("governance.yml").read_text()


def test_what_an_edit_makes_the_data_say_against_each_other_is_told_with_it(client: Client) -> None:
    answer = client.do({"operation": "set", "enhancement": "keys", "fields": {"not_before": "2027-05", "due": "2027-01"}})
    (warning,) = answer["warnings"]
    assert "2027" in warning
    assert client.do({"operation": "set", "enhancement": "keys", "fields": {"owner": "Ada"}}, state=answer["state"])["warnings"] == []
