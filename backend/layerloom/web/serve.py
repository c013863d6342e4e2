"""Settings → a serving web process: gunicorn with one worker and many threads. A websocket holds a thread for as long as it is open.

Gunicorn's parent only watches: what serves is imported after the fork, in the worker alone, or both would hold 45 MB of it.
"""

import contextlib
import errno
import logging
import os
import socket
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.errors import AppImportError  # type: ignore[import-untyped]
from gunicorn.http import errors  # type: ignore[import-untyped]
from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]

from layerloom.launcher.jail import identity
from layerloom.settings import Settings, Unusable

if TYPE_CHECKING:
    from flask import Flask

THREADS = 240
"""Two hundred open pages, and forty requests at once."""
LEAVE_SECONDS = 1.0
STATUSES = {
    errors.LimitRequestLine: 414,
    errors.LimitRequestHeaders: 431,
    errors.ExpectationFailed: 417,
    errors.UnsupportedTransferCoding: 501,
    errors.InvalidResponseHeader: 500,
    errors.InvalidResponseHeaderName: 500,
}
"""Of what gunicorn cannot read; 400 for the rest of its own errors."""


class PortInUse(Unusable):
    """Nobody can listen there, as a rule because somebody does; the message says what to do."""


def address(settings: Settings) -> str:
    """What to open in a browser: it signs in."""
    from layerloom.web import access

    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::", "") else settings.host
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{settings.port}/?token={access.token(settings.token_file)}"


def check_port(settings: Settings) -> None:
    """Raises PortInUse before anything has been started."""
    if not 1 <= settings.port <= 65535:
        raise PortInUse(f"A port is a number from 1 to 65535. Received: {settings.port}. Choose one with --port.")
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            taken = (
                "Perhaps it is running already; then open that address. "
                f"Or choose another port: layerloom up --port {settings.port + 1}"
            )
            raise PortInUse(
                f"Layerloom cannot listen on {settings.host}:{settings.port}: {error.strerror}. "
                f"{taken if error.errno == errno.EADDRINUSE else 'Choose an address of this machine with --host, and a port with --port.'}"
            ) from None


class Worker(ThreadWorker):  # type: ignore[misc]
    """Open websockets would keep a leaving worker waiting: they are cut, and every edit is stored, before it goes."""

    def init_process(self) -> None:
        if sys.platform == "linux":
            identity.die_with_parent(self.ppid)  # else it holds the port for seconds after its parent was killed
        super().init_process()

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: Exception) -> None:
        """What is no HTTP, and what fell through the application, is answered in the one shape too."""
        from layerloom.web.failures import plain

        status = STATUSES.get(type(exc), 400 if isinstance(exc, errors.ParseException) else 500)
        if status == 500:
            self.log.exception("A request failed")
        with contextlib.suppress(OSError):
            client.sendall(plain(status, str(exc)[:200] if status != 500 else type(exc).__name__))

    def handle_exit(self, sig: int, frame: Any) -> None:
        threading.Thread(target=self._leave, daemon=True).start()
        super().handle_exit(sig, frame)

    def handle_quit(self, sig: int, frame: Any) -> None:
        self.handle_exit(sig, frame)

    def _leave(self) -> None:
        from layerloom.web.app import stop

        stop(self.app.callable)
        time.sleep(LEAVE_SECONDS)
        os._exit(0)  # everything is stored; a thread that still waits for a peer must not keep the rest


class Server(BaseApplication):  # type: ignore[misc]
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        host = f"[{self._settings.host}]" if ":" in self._settings.host else self._settings.host
        for name, value in {
            "bind": f"{host}:{self._settings.port}",
            "workers": 1,
            "worker_class": "layerloom.web.serve.Worker",
            "threads": THREADS,
            "worker_connections": 2 * THREADS,
            "timeout": 120,
            "graceful_timeout": 5,
            "keepalive": 75,
            "loglevel": "warning",
            "proc_name": "layerloom-web",
            "control_socket_disable": True,
            "limit_request_line": 8190,
        }.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> "Flask":
        """In the worker, after the fork: no thread, connection or lock is older than that. Raises AppImportError, which ends both."""
        from layerloom.db.migrate import upgrade
        from layerloom.db.session import Database
        from layerloom.launcher.rpc import Client
        from layerloom.web.app import create_app, start

        try:
            database = Database(self._settings.database_url)
            upgrade(database)
        except Unusable as error:
            raise AppImportError(str(error)) from None
        app = create_app(self._settings, database, Client(self._settings.socket))
        start(app)
        return app


def serve(settings: Settings) -> None:
    """Serves until it is told to stop. Raises PortInUse."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    check_port(settings.prepare())
    Server(settings).run()
