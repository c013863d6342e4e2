"""A whole Layerloom as its user starts it, on a port of its own: what browser tests and benchmarks stand on."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Served:
    """One running `layerloom up`."""

    url: str
    home: Path
    process: subprocess.Popen[str]

    @property
    def address(self) -> str:
        return self.url.split("?")[0]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(home: Path, port: int) -> Served:
    """`layerloom up`, ready to serve: the printed URL answers; Keras may still be loading."""
    log = home.parent / f"{home.name}.log"
    with log.open("a") as sink:
        process = subprocess.Popen(
            [sys.executable, "-m", "layerloom.cli", "up", "--home", str(home), "--port", str(port), "--no-browser"],
            stdout=sink,
            stderr=subprocess.STDOUT,
            text=True,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
    deadline = time.monotonic() + 120
    url = None
    while time.monotonic() < deadline and process.poll() is None:
        found = re.findall(r"http://\S+token=\S+", log.read_text())
        if found:
            url = found[-1]
            if answers(url.split("?")[0]):
                return Served(url, home, process)
        time.sleep(0.3)
    raise RuntimeError(f"layerloom up did not get ready (url {url}):\n{log.read_text()[-4000:]}")


def answers(address: str) -> bool:
    """Its web process is there."""
    try:
        with urllib.request.urlopen(address + "healthz", timeout=2) as answer:
            return b'"ok"' in answer.read()
    except OSError:
        return False


def end(served: Served) -> None:
    served.process.terminate()
    try:
        served.process.wait(20)
    except subprocess.TimeoutExpired:
        served.process.kill()
