"""`layerloom web` and `layerloom worker`: one process each, alone or under `up`. Imports what each needs when it is that one."""

import argparse
import logging
import signal
import sys
import threading

from layerloom.launcher.jail import identity
from layerloom.settings import Settings


def web(given: argparse.Namespace) -> int:
    from layerloom.web.serve import serve

    _follow(given.parent)
    serve(Settings.from_env(given.home, host=given.host, port=given.port))
    return 0


def worker(given: argparse.Namespace) -> int:
    from layerloom.db.migrate import upgrade
    from layerloom.db.session import Database
    from layerloom.worker.serve import Worker

    _follow(given.parent)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    settings = Settings.from_env(given.home).prepare()
    database = Database(settings.database_url)
    upgrade(database)
    leave = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: leave.set())
    here = Worker(settings, database).start()
    leave.wait()
    here.close()
    database.close()
    return 0


def _follow(parent: int | None) -> None:
    """A part of `up` does not outlive it, however it ends."""
    if parent is not None and sys.platform == "linux":
        identity.die_with_parent(parent)
