"""One process per Keras backend: imports Keras once, then forks a jailed child for each request. `python -m layerloom.launcher.serve`.

Has one thread, has never run an op and never touched a GPU: a child forked after an op would hang. It dies with the worker that
started it, and its children die with it.
"""

import argparse
import contextlib
import gc
import importlib
import os
import select
import signal
import socket
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from layerloom.launcher import jail, wire
from layerloom.launcher.child import Channel, live
from layerloom.launcher.jail import identity

CHILDREN = Path("/proc/self/task")


class Launcher:
    def __init__(self, channel: socket.socket) -> None:
        self._channel = channel
        self._children: dict[int, str] = {}
        """pid → the worker's name for it."""
        self._count = 0

    def serve(self) -> None:
        """Until the worker is gone."""
        woken, waker = os.pipe()
        os.set_blocking(waker, False)
        os.set_blocking(woken, False)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        poll = select.poll()
        poll.register(self._channel, select.POLLIN)
        poll.register(woken, select.POLLIN)
        while True:
            for descriptor, _ in poll.poll():
                if descriptor == woken:
                    with contextlib.suppress(BlockingIOError):
                        os.read(woken, 4096)
                else:
                    message, descriptors = wire.receive(self._channel, 2)
                    self._obey(message, descriptors)
            self._reap()

    def _obey(self, message: dict[str, Any], descriptors: list[int]) -> None:
        if "fork" in message:
            self._fork(message, descriptors)
        elif "kill" in message:
            for pid, name in self._children.items():
                if name == message["kill"]:
                    _kill(pid, message["signal"])

    def _fork(self, message: dict[str, Any], descriptors: list[int]) -> None:
        parent, self._count = os.getpid(), self._count + 1
        pid = os.fork()
        if pid == 0:
            _become_child(message, descriptors, parent, self._count)
        for descriptor in descriptors:
            os.close(descriptor)
        self._children[pid] = message["fork"]
        wire.send(self._channel, {"forked": message["fork"], "pid": pid})

    def _reap(self) -> None:
        while True:
            try:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            name = self._children.pop(pid, None)
            if name is None:
                continue
            self._end_orphans()
            scale = 1 if sys.platform == "darwin" else 1024
            code = os.waitstatus_to_exitcode(status)
            report = {
                "exited": name,
                "code": max(code, 0),
                "signal": max(-code, 0),
                "peak_rss": usage.ru_maxrss * scale,
            }
            wire.send(self._channel, report)

    def _end_orphans(self) -> None:
        """Where no filter forbids new processes, what a dead child left behind is ours (we are the subreaper): end it."""
        if sys.platform != "linux":
            return
        for listing in CHILDREN.glob("*/children"):
            for word in listing.read_text().split():
                if int(word) not in self._children:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(int(word), signal.SIGKILL)


def _kill(pid: int, number: int) -> None:
    """The child and all of its group; a child that is too young to have its own is alone."""
    try:
        os.killpg(pid, number)
    except ProcessLookupError:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


def _become_child(message: dict[str, Any], descriptors: list[int], parent: int, number: int) -> None:
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        channel = socket.socket(fileno=_only(descriptors))
        os.environ["CUDA_VISIBLE_DEVICES"] = message["cuda_visible_devices"]
        cell = message["cell"]
        said = Channel(channel)
        began = time.perf_counter()
        jail.enter(
            jail.Cell(
                folder=Path(cell["folder"]),
                read=tuple(cell["read"]),
                memory_bytes=cell["memory_bytes"],
                cpu_seconds=cell["cpu_seconds"],
                gpu=cell["gpu"],
                loopback_port=cell["loopback_port"],
            ),
            number,
            parent,
        )
        said.write({"type": "jailed", "seconds": time.perf_counter() - began})
        code = live(message["verb"], message["entry"], said)
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)  # no exit handler of the launcher's, no wait for a library's threads


def _only(descriptors: list[int]) -> int:
    """Leaves the child its channel (3) and its log (1, 2), and closes whatever else was open in the launcher."""
    channel, log = (os.dup(descriptor) for descriptor in descriptors)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (log, 1), (log, 2), (channel, 3)):
        os.dup2(source, target, inheritable=False)
    os.closerange(4, os.sysconf("SC_OPEN_MAX") if sys.platform != "linux" else 1 << 20)
    return 3


def _preload(names: list[str]) -> dict[str, Any]:
    began = time.perf_counter()
    try:
        for name in names:
            importlib.import_module(name)
    except BaseException:
        return {"ready": False, "error": traceback.format_exc()[-8000:]}
    threads = len(list(CHILDREN.iterdir())) if sys.platform == "linux" else 1
    return {
        "ready": True,
        "seconds": time.perf_counter() - began,
        "threads": threads,
        "jail": jail.level().model_dump(mode="json"),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--channel", type=int, required=True)
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--preload", action="append", default=[])
    arguments = parser.parse_args()
    channel = socket.socket(fileno=arguments.channel)
    os.set_inheritable(arguments.channel, False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the worker's to answer
    if sys.platform == "linux":
        identity.die_with_parent(arguments.parent)
        identity.adopt_orphans()
    ready = _preload(arguments.preload)
    with contextlib.suppress(wire.Closed):
        wire.send(channel, ready)
        if ready["ready"]:
            gc.collect()
            gc.freeze()  # what is imported stays shared: a collection in a child would touch, and so copy, every page of it
            Launcher(channel).serve()


if __name__ == "__main__":
    main()
