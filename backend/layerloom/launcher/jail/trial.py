"""Locks a throw-away child in and lets it try the doors: what `layerloom doctor` says about this machine. Needs no Keras."""

import json
import os
import socket
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from layerloom.launcher import jail


def self_test() -> dict[str, bool]:
    """Door → whether it held. Forks: call it where there is one thread."""
    with tempfile.TemporaryDirectory() as name:
        inside, secret = Path(name, "inside"), Path(name, "secret")
        inside.mkdir()
        secret.write_text("secret")
        read, write = os.pipe()
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                jail.enter(jail.Cell(inside), parent, parent)
                os.write(write, json.dumps(_try(secret, parent)).encode())
                code = 0
            finally:
                os._exit(code)
        os.close(write)
        with os.fdopen(read, "rb") as answers:
            said = answers.read()
        os.waitpid(pid, 0)
    held: dict[str, bool] = json.loads(said) if said else {"be locked in at all": False}
    return held


def _try(secret: Path, parent: int) -> dict[str, bool]:
    doors: dict[str, Callable[[], Any]] = {
        "read other files": secret.read_text,
        "write other files": lambda: secret.write_text("x"),
        "read the parent's environment": lambda: Path(f"/proc/{parent}/environ").read_bytes(),
        "open a network socket": lambda: socket.socket(socket.AF_INET).close(),
        "signal other processes": lambda: os.kill(parent, 0),
        "start a program": lambda: subprocess.run(["/bin/true"], check=True),
    }
    return {name: _holds(door) for name, door in doors.items()}


def _holds(door: Callable[[], Any]) -> bool:
    try:
        door()
    except OSError:
        return True
    return False
