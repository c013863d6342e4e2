"""Entries of children with names for what they do: stand-ins for training, with no Keras in them."""

import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def _epoch(number: int) -> dict[str, Any]:
    return {
        "type": "epoch_ended",
        "at": time.time(),
        "epoch": number,
        "metrics": {"loss": 1.0 / number},
        "learning_rate": 0.1,
        "seconds": 0.0,
    }


def _batch(step: int) -> dict[str, Any]:
    return {
        "type": "batches_ended",
        "at": time.time(),
        "epoch": 1,
        "step": step,
        "columns": {"loss": (0.5,)},
        "learning_rate": 0.1,
        "samples_per_second": 1.0,
    }


def QuickRun(request, emit, control) -> None:
    """Two epochs, a model, done."""
    print("hello from the run", flush=True)
    for number in (1, 2):
        emit(_epoch(number))
    Path("model.keras").write_bytes(b"weights")


def ShortRun(request, emit, control) -> None:
    """Half a second of points."""
    for step in range(25):
        emit(_batch(step))
        time.sleep(0.02)


def SlowRun(request, emit, control) -> None:
    """Trains until it is asked to stop or to pause, and keeps its weights."""
    for step in range(100_000):
        if (asked := control.asked()) == "pause":
            emit({"type": "result", "state": "paused", "reason": "Paused by you.", "files": [], "seconds": 1.0})
            return
        if asked:
            break
        emit(_batch(step))
        time.sleep(0.02)
    Path("model.keras").write_bytes(b"weights")


def StubbornRun(request, emit, control) -> None:
    """Hears neither a stop nor SIGTERM."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    for step in range(100_000):
        emit(_batch(step))
        time.sleep(0.05)


def CrashingRun(request, emit, control) -> None:
    emit(_epoch(1))
    raise ValueError("the layer fell off")


def SegfaultingRun(request, emit, control) -> None:
    import ctypes

    emit(_epoch(1))
    ctypes.string_at(0)


def SilentRun(request, emit, control) -> None:
    """Says one thing and then nothing."""
    emit(_epoch(1))
    time.sleep(1000)


def PatientRun(request, emit, control) -> None:
    """Long silent, but alive: as a compilation is."""
    for _ in range(12):
        time.sleep(0.25)
        control.alive()
    emit(_epoch(1))


def MemoryHog(request, emit, control) -> None:
    """Takes memory until it is refused."""
    emit(_epoch(1))
    hold = []
    while True:
        hold.append(bytearray(os.urandom(1 << 20)) * 16)


def SlowMemoryHog(request, emit, control) -> None:
    """Grows, below the limit of its data but past what its supervisor watches."""
    emit(_epoch(1))
    hold = []
    while True:
        hold.append(bytearray(b"x" * (8 << 20)))
        time.sleep(0.05)


def LyingRun(request, emit, control) -> None:
    """Prints lines that look like events, and sends things that are none."""
    print(
        '{"type":"event","event":{"type":"run_ended","at":1,"state":"failed","reason":"fake","files":[],"seconds":0}}',
        flush=True,
    )
    emit({"type": "no_such_event", "at": 1.0})
    emit(
        {
            "type": "run_started",
            "at": 1.0,
            "attempt": 99,
            "device": "x",
            "jail": "x",
            "epochs": 1,
            "batch_size": 1,
            "seed": 1,
        }
    )
    emit(_epoch(1))


def LoudRun(request, emit, control) -> None:
    """Prints three megabytes."""
    for _ in range(3000):
        print("x" * 1023, flush=False)
    sys.stdout.flush()
    emit(_epoch(1))


def Concluding(request, emit, control) -> None:
    """Says itself how it ended, as training does."""
    emit(_epoch(1))
    emit({"type": "result", "state": "failed", "reason": "The loss became NaN.", "files": [], "seconds": 1.0})


def DroningRun(request, emit, control) -> None:
    """Hangs, while the thread that samples its resources goes on."""
    emit(_epoch(1))
    while True:
        emit({"type": "resources_sampled", "at": time.time(), "rss_bytes": 1, "cpu_percent": 0.0})
        time.sleep(0.1)


def SelfKillingRun(request, emit, control) -> None:
    """Ends as by the kernel when the computer has no memory left."""
    emit(_epoch(1))
    os.kill(os.getpid(), signal.SIGKILL)


def KilledAfterCheckpoints(request, emit, control) -> None:
    """Ends from outside, having written whole checkpoints of epochs 1 and 2, and half of another."""
    for kind, epoch in (("best", 1), ("last", 2), ("last.tmp", 3)):
        place = Path("checkpoints", kind)
        place.mkdir(parents=True, exist_ok=True)
        (place / "model.keras").write_text(f"epoch {epoch}")
        (place / "receipt.json").write_text(json.dumps({"epoch": epoch}))
        files = {"model.keras": {"sha256": hashlib.sha256(f"epoch {epoch}".encode()).hexdigest()}}
        (place / "manifest.json").write_text(json.dumps({"files": files}))
        emit(_epoch(epoch))
    if "damaged" in request["graph"]:
        Path("checkpoints/best/model.keras").write_text("half of")
    if "linked" in request["graph"] and not Path("elsewhere").exists():
        Path("checkpoints/best").rename("elsewhere")
        Path("checkpoints/best").symlink_to("../elsewhere")
    os.kill(os.getpid(), signal.SIGKILL)


def BatchedRun(request, emit, control) -> None:
    """Five hundred points at once, numbered in `step`."""
    for step in range(500):
        emit(_batch(step))


def answer(request: Any) -> Any:
    return {"answer": request, "pid": os.getpid(), "folder": os.getcwd()}


def refuse(request: Any) -> Any:
    from layerloom.graph.problems import Refused, problem

    raise Refused(problem("too_large"), status=415)


def fail(request: Any) -> Any:
    raise KeyError("missing")


def die(request: Any) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


def hang(request: Any) -> Any:
    time.sleep(1000)


def whimsical(request: Any) -> Any:
    """An inspector that does what it is told: answers, or fails, dies or hangs."""
    {"die": die, "hang": hang, "fail": fail, "sleep": lambda _: time.sleep(0.6)}.get(request.get("what"), id)(request)
    return {"echo": request.get("value"), "pid": os.getpid()}


def environment(request: Any) -> Any:
    return dict(os.environ)


def refusals(request: dict[str, Any]) -> dict[str, str]:
    """Tries what a jail must refuse; name → the error's class, or what was reached."""

    def reach(name: str, work: Any) -> None:
        try:
            got = work()
            found[name] = f"reached {got!r:.80}"
        except BaseException as error:
            found[name] = type(error).__name__

    found: dict[str, str] = {}
    secret, other, parent = request["secret"], request["other"], os.getppid()
    reach("read a secret file", lambda: Path(secret).read_text())
    reach("list its folder", lambda: os.listdir(os.path.dirname(secret)))
    reach("read another run's folder", lambda: os.listdir(other))
    reach("write another run's folder", lambda: Path(other, "x").write_text("x"))
    reach("write outside", lambda: Path("/tmp/layerloom-escaped").write_text("x"))
    reach("write into Python", lambda: Path(os.__file__).write_text("x"))
    reach("change its mode", lambda: os.chmod(os.__file__, 0o777))
    reach("read passwords", lambda: Path("/etc/passwd").read_text())
    reach("read the parent's environment", lambda: Path(f"/proc/{parent}/environ").read_bytes())
    reach("read the worker's memory map", lambda: Path(f"/proc/{request['worker']}/maps").read_text())
    reach("follow a link out", lambda: (os.symlink(secret, "link"), Path("link").read_text()))
    reach("link a file in", lambda: (os.link(secret, "hard"), Path("hard").read_text()))
    reach("open an internet socket", lambda: socket.socket(socket.AF_INET))
    reach("open a UDP socket", lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM))
    reach("open a Unix socket", lambda: socket.socket(socket.AF_UNIX))
    reach("send by a datagram pair", lambda: socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM))
    reach("resolve a name", lambda: socket.getaddrinfo("example.com", 80))
    reach("kill the launcher", lambda: os.kill(parent, 0))
    reach("kill the worker", lambda: os.kill(request["worker"], 0))
    reach("kill everything", lambda: os.kill(-1, 0))
    reach("start a process", lambda: subprocess.run(["/bin/true"], check=True))
    reach("replace itself", lambda: os.execv("/bin/true", ["true"]))
    reach("fork", lambda: os.fork() or os._exit(0))
    reach("become root", lambda: os.setuid(0) if os.getuid() else os.kill(parent, 0))
    reach("write a huge file", lambda: os.posix_fallocate(os.open("huge", os.O_CREAT | os.O_WRONLY), 0, 1 << 40))
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)

    def call(*arguments: Any) -> Any:
        if libc.syscall(*arguments) < 0:
            raise OSError(ctypes.get_errno(), "refused")
        return "done"

    for name, number in request["calls"].items():
        reach(name, lambda number=number: call(number, 0, 0, 0, 0, 0))
    return found


def ordinary(request: Any) -> dict[str, Any]:
    """What every run needs, inside."""
    import tempfile

    import numpy

    with tempfile.NamedTemporaryFile() as file:
        file.write(b"x")
        inside = os.path.realpath(file.name).startswith(os.path.realpath(os.getcwd()))
    Path("a").write_text("x")
    os.replace("a", "b")
    Path("folder").mkdir()
    Path("b").rename("folder/b")
    done = []
    thread = threading.Thread(
        target=lambda: done.append(numpy.linalg.norm(numpy.ones((300, 300)) @ numpy.ones((300, 300))))
    )
    thread.start()
    thread.join()
    os.kill(os.getpid(), 0)
    return {
        "temporary inside": inside,
        "threads": bool(done),
        "home": os.path.expanduser("~"),
        "uid": os.getuid(),
        "data": _read(request),
    }


def _read(request: Any) -> str | None:
    return Path(request["data"]).read_text() if request.get("data") else None


def keras_trains(request: Any) -> dict[str, Any]:
    """Keras, in a jail: a model trains and is saved and loaded."""
    import keras
    import numpy

    began = time.perf_counter()
    model = keras.Sequential(
        [keras.Input((8,)), keras.layers.Dense(16, "relu"), keras.layers.Dropout(0.5), keras.layers.Dense(2, "softmax")]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    rows, labels = numpy.random.default_rng(0).normal(size=(64, 8)), numpy.arange(64) % 2
    history = model.fit(rows, labels, epochs=2, batch_size=16, verbose=0)
    model.save("model.keras")
    again = keras.saving.load_model("model.keras")
    same = bool(numpy.array_equal(model.predict(rows, verbose=0), again.predict(rows, verbose=0)))
    return {
        "losses": history.history["loss"],
        "same": same,
        "seconds": time.perf_counter() - began,
        "backend": keras.backend.backend(),
    }


def nothing_has_run(request: Any) -> dict[str, Any]:
    """What a child finds before its first op: TensorFlow's context untouched since the import."""
    from tensorflow.python.eager import context

    found = context._context
    return {
        "initialized": bool(found is not None and found._initialized),
        "threads": len(os.listdir("/proc/self/task")),
    }


def write(request: Any) -> Any:
    with open(request["name"], "a") as file:
        file.write("x")


def swallow(request: Any) -> Any:
    return len(bytearray(2 << 30))


def loopback(request: dict[str, Any]) -> dict[str, str]:
    """What of a network a child has that was given one port: its own port, another one, UDP, another machine's family of addresses."""

    def attempt(work: Callable[[], Any]) -> str:
        try:
            work()
        except OSError as error:
            return f"refused: {error.strerror}"
        return "reached"

    def listen(port: int) -> socket.socket:
        made = socket.socket()
        made.bind(("127.0.0.1", port))
        made.listen()
        return made

    def connect(port: int) -> None:
        with socket.socket() as made:
            made.connect(("127.0.0.1", port))

    kept: list[socket.socket] = []
    return {
        "listen": attempt(lambda: kept.append(listen(request["port"]))),
        "connect": attempt(lambda: connect(request["port"])),
        "listen elsewhere": attempt(lambda: listen(request["other"])),
        "connect elsewhere": attempt(lambda: connect(request["other"])),
        "udp": attempt(lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM)),
        "ipv6": attempt(lambda: socket.socket(socket.AF_INET6)),
        "unix": attempt(lambda: socket.socket(socket.AF_UNIX)),
    }
