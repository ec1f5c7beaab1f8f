"""In front of the server's application: answers the pages' requests to edit, and tells pages which state they were made from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from enhancement_roadmap.hosts.live.editor import Editor
from enhancement_roadmap.hosts.live.gate import Gate, Refusal
from enhancement_roadmap.hosts.live.page_states import Application, PageStates, StartResponse

EDIT_PATH = ".edit"
"""The folder below that of a roadmap in the site; no page has a name that starts with a dot."""

_ACTIONS = ("do", "undo", "ask")


class GuardedEditor(NamedTuple):
    """The editor of a roadmap, and who may use it."""

    gate: Gate
    editor: Editor


class LiveApplication:
    """A WSGI application around another.

    Args:
        application: what answers everything else.
        editors: those of the roadmaps, by the path of each one's folder on the server, such as ``/roadmap/``; they may change.
        states: those that the pages were made from.
    """

    def __init__(self, application: Application, editors: Mapping[str, GuardedEditor], states: PageStates) -> None:
        self._application = application
        self._editors = editors
        self._states = states

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", "")).encode("latin-1", "replace").decode("utf-8", "replace")
        folder, is_ours, action = path.rpartition(f"{EDIT_PATH}/")
        if not is_ours or action not in _ACTIONS or folder not in self._editors:
            return self._states.answer(self._application, environ, start_response)
        status, answer = self._answer(environ, *self._editors[folder], action)
        body = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Content-Length": str(len(body)),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        start_response(status, list(headers.items()))
        return [body]

    def _answer(self, environ: Mapping[str, Any], gate: Gate, editor: Editor, action: str) -> tuple[str, Mapping[str, Any]]:
        refusal = gate.refusal(environ)
        if refusal is None:
            length = int(environ["CONTENT_LENGTH"])
            try:
                said = json.loads(environ["wsgi.input"].read(length))
            except (ValueError, RecursionError):
                refusal = Refusal("400 Bad Request", "This is no JSON.")
            else:
                return "200 OK", {"do": editor.do, "undo": editor.undo, "ask": editor.ask}[action](said)
        return refusal.status, {"ok": False, "problems": [{"field": "", "message": refusal.message}]}
