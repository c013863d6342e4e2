"""A launcher for tests that preloads the doubles alone: ready in half a second."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from layerloom.launcher.client import Launcher

HERE = str(Path(__file__).parent)


@contextmanager
def running(scratch: Path, preload: tuple[str, ...] = ("doubles", "numpy")) -> Iterator[Launcher]:
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = HERE
    launcher = Launcher(scratch, preload=preload).start()
    try:
        yield launcher
    finally:
        launcher.close()
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before


def eventually(true: Callable[[], bool], seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.02)
    return true()


def gone(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True
