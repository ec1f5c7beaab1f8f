"""Splits a process off for each call of a program whose modules are imported already: it starts in a few milliseconds.

Run as ``python -P split_off.py SOCKET MODULE…`` with a pipe as standard input: it ends when the pipe does. A call says what a shell
would say: the program, its words, its folder, its environment, and three files. This needs nothing but Python itself, so that it
runs in any environment; `support.prepared` starts it.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import pkgutil
import select
import signal
import socket
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.metadata import entry_points


class _End:
    """Ends a process without taking it apart, after all else that it does at its end."""

    def __init__(self) -> None:
        self.tell: Callable[[], object] | None = None
        atexit.register(self._leave)

    def _leave(self) -> None:
        if self.tell is not None:
            self.tell()
            os._exit(0)


def main(address: str, modules: Sequence[str]) -> None:
    """Answer calls; the first waits until the modules are imported."""
    end, wanted = _End(), list(modules)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        listening.listen()
        print("ready", flush=True)
        while sys.stdin not in select.select([listening, sys.stdin], [], [])[0]:
            call, _ = listening.accept()
            while wanted:
                _import(wanted.pop(0))
            if os.fork() == 0:
                listening.close()
                end.tell = _answer(call)
                return
            call.close()
            _gather(os.WNOHANG)
    _gather(0)


def _import(name: str) -> None:
    """Import a module, and with ``.*`` at its end all that the package holds."""
    package = importlib.import_module(name.removesuffix(".*"))
    if name.endswith(".*"):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(found.name)
    gc.freeze()


def _gather(options: int) -> None:
    """Take note of the processes that have ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, options)[0]:
            pass


def _answer(call: socket.socket) -> Callable[[], object]:
    """Do what a call says, and give what tells the caller how it ended."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    call.sendall(b"%d\n" % os.getpid())
    _, files, _, _ = socket.recv_fds(call, 1, 3)
    told = json.loads(b"".join(iter(lambda: call.recv(1 << 16), b"")))
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    sys.stdin, sys.stdout = os.fdopen(0, encoding="utf-8"), os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", 1, encoding="utf-8", errors="backslashreplace")
    os.environ.clear()
    os.environ.update(told["environment"])
    os.chdir(told["folder"])
    sys.executable = told["python"]
    sys.argv = [told["program"], *told["words"]]
    code = _code(told["program"])

    def tell() -> None:
        sys.stdout.flush()
        call.sendall(b"%d\n" % code)

    return tell


def _code(program: str) -> int:
    """Call a program, as its script does, and give its exit code."""
    try:
        (script,) = entry_points(group="console_scripts", name=program)
        sys.exit(script.load()())
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001  (as Python does with what nobody catches)
        traceback.print_exc()
        return 1


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
