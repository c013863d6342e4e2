"""`layerloom up`: web and worker as two processes under one roof. What dies is started again; Ctrl-C ends everything."""

import argparse
import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from dataclasses import dataclass

from layerloom.db import migrate
from layerloom.db.session import Database
from layerloom.launcher import rpc
from layerloom.launcher.client import Unavailable
from layerloom.settings import Settings

READY_SECONDS = 30.0
LEAVE_SECONDS = 30.0
"""For runs to stop and save their weights."""
TOO_SOON_SECONDS = 5.0
MOST_FALLS = 5


@dataclass
class Part:
    """One process that must be there."""

    name: str
    command: list[str]
    process: "subprocess.Popen[bytes] | None" = None
    began: float = 0.0
    falls: int = 0
    again_at: float = 0.0

    def start(self, environment: dict[str, str]) -> None:
        # Its own session: Ctrl-C reaches this process alone, which then ends the parts in order.
        self.process = subprocess.Popen(self.command, env=environment, start_new_session=True, stdin=subprocess.DEVNULL)
        self.began = time.monotonic()

    def fell(self) -> bool:
        return self.process is not None and self.process.poll() is not None


def up(given: argparse.Namespace) -> int:
    from layerloom.web.serve import address, check_port

    settings = Settings.from_env(given.home, host=given.host, port=given.port).prepare()
    check_port(settings)
    _check_worker(settings)
    _migrate(settings)
    leave = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: leave.set())
    parts = [Part("worker", _command("worker")), Part("web", _command("web"))]
    environment = _environment(settings)
    try:
        for part in parts:
            part.start(environment)
        url = address(settings)
        if _wait_until_served(settings, parts[1], leave):
            print(f"Layerloom is at {url}\nIts folder is {settings.home}. Ctrl-C ends it.", flush=True)
            if not given.no_browser:
                threading.Thread(target=_open, args=(url,), daemon=True).start()
        return _keep(parts, environment, leave)
    finally:
        _end(parts)


def _check_worker(settings: Settings) -> None:
    client = rpc.Client(settings.socket)
    try:
        pid = client.call("health", timeout=5)["pid"]
    except (Unavailable, TimeoutError):
        return
    finally:
        client.close()
    raise rpc.AlreadyServed(
        f"Layerloom already runs for {settings.home}: its worker is process {pid}. Open that one, or choose another folder with "
        "--home. To serve a second page for the same worker: layerloom web --port …"
    )


def _migrate(settings: Settings) -> None:
    database = Database(settings.database_url)
    try:
        migrate.upgrade(database)
    finally:
        database.close()


def _command(name: str) -> list[str]:
    return [sys.executable, "-P", "-m", "layerloom.cli", name, "--parent", str(os.getpid())]


def _environment(settings: Settings) -> dict[str, str]:
    return {
        **os.environ,
        "LAYERLOOM_HOME": str(settings.home),
        "LAYERLOOM_DATABASE_URL": settings.database_url,
        "LAYERLOOM_HOST": settings.host,
        "LAYERLOOM_PORT": str(settings.port),
    }


def _wait_until_served(settings: Settings, part: Part, leave: threading.Event) -> bool:
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::", "") else settings.host
    url = f"http://{f'[{host}]' if ':' in host else host}:{settings.port}/healthz"
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end and not part.fell() and not leave.wait(0.1):
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=2) as answer:
            if answer.status == 200:
                return True
    return False


def _keep(parts: list[Part], environment: dict[str, str], leave: threading.Event) -> int:
    while not leave.wait(0.2):
        now = time.monotonic()
        for part in parts:
            if not part.fell():
                continue
            assert part.process is not None
            if part.again_at == 0.0:
                part.falls = part.falls + 1 if now - part.began < TOO_SOON_SECONDS else 0
                if part.falls >= MOST_FALLS:
                    print(
                        f"The {part.name} process ends again and again (code {part.process.returncode}); Layerloom gives up.",
                        file=sys.stderr,
                    )
                    return 1
                print(
                    f"The {part.name} process ended (code {part.process.returncode}); it is started again.",
                    file=sys.stderr,
                )
                part.again_at = now + 0.2 * 2**part.falls
            elif now >= part.again_at:
                part.again_at = 0.0
                part.start(environment)
    return 0


def _end(parts: list[Part]) -> None:
    """The web process first, so that nobody starts anything; then the worker, whose runs save their weights."""
    running = [part.process for part in reversed(parts) if part.process is not None]
    for process in running:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
    end = time.monotonic() + LEAVE_SECONDS
    for process in running:
        try:
            process.wait(max(0.1, end - time.monotonic()))
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            process.kill()
            process.wait()


def _open(url: str) -> None:
    with contextlib.suppress(webbrowser.Error):
        webbrowser.open(url)
