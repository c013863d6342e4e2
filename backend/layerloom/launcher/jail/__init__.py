"""A freshly forked child → one that sees its own folder, what it was given to read, and Python; no network, no other process.

The first thing a child does, before its first line of Keras; it costs about a millisecond.
Where the kernel offers less, the level says so in words.
"""

import os
import resource
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from layerloom.launcher.jail import identity, landlock, seccomp
from layerloom.words import Phrase, phrase

SYSTEM_READABLE = (
    "/usr",
    "/lib",
    "/lib32",
    "/lib64",
    "/nix/store",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/timezone",
    "/etc/alternatives",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/proc/stat",
    "/proc/filesystems",
    "/proc/version",
    "/proc/sys/vm/overcommit_memory",
    "/sys/devices/system",
    "/sys/fs/cgroup",
    "/dev/urandom",
    "/dev/random",
    "/dev/zero",
)
GPU_DEVICES = ("/dev/nvidiactl", "/dev/nvidia-uvm", "/dev/nvidia-uvm-tools", "/dev/nvidia-modeset", "/dev/nvidia-caps")
LARGEST_FILE = 8 << 30
"""Bytes: above the largest model that may be drawn, saved with its optimizer (200 million parameters, Adam, float64: 4.8 GB)."""
MOST_THREADS = 1024


@dataclass(frozen=True)
class Cell:
    """What one child may touch."""

    folder: Path
    """Its own, readable and writable; also its working, home and temporary folder."""
    read: tuple[str, ...] = ()
    memory_bytes: int = 0
    """Of its data; 0 sets no limit. A GPU's address space would not fit, so none is set for one."""
    cpu_seconds: int = 0
    gpu: bool = False
    loopback_port: int = 0
    """A TCP port of its own machine, to listen on and to connect to, where the kernel can hold it to that one; 0: no network."""


def enter(cell: Cell, number: int, parent: int) -> None:
    """Locks the calling process in, for good; `number` tells its user apart from its neighbours'. The level it reaches is `level()`.

    Raises OSError when a lock the kernel offers does not close: then nothing may run.
    """
    os.chdir(cell.folder)
    os.umask(0o077)
    for name in ("HOME", "TMPDIR", "KERAS_HOME", "MPLCONFIGDIR", "XDG_CACHE_HOME"):
        os.environ[name] = str(cell.folder)
    tempfile.tempdir = str(cell.folder)
    sys.dont_write_bytecode = True
    _limit(cell)
    if sys.platform != "linux":
        return
    own_user = identity.drop_root(number, cell.folder)
    if own_user:
        resource.setrlimit(resource.RLIMIT_NPROC, (MOST_THREADS, MOST_THREADS))
    identity.die_with_parent(parent)
    identity.no_new_privileges()
    if landlock.abi():
        landlock.restrict(_rules(cell), cell.loopback_port)
    if seccomp.available():
        seccomp.restrict(sockets=bool(cell.loopback_port) and landlock.abi() >= landlock.PORTS_SINCE)


def level() -> Phrase:
    """What this machine's kernel gives a child of this process: "files, network, processes and signals locked (Landlock 7, seccomp); own user"."""
    if sys.platform != "linux":
        return phrase("jail-elsewhere", system=sys.platform)
    version, filtered = landlock.abi(), seccomp.available()
    if version and filtered:
        reached = phrase("jail-all", version=version)
    elif filtered:
        reached = phrase("jail-no-files")
    elif version:
        reached = phrase("jail-no-network", version=version)
    else:
        reached = phrase("jail-none")
    return phrase("jail-own-user", level=reached) if identity.can_drop() else reached


def _limit(cell: Cell) -> None:
    limits = {resource.RLIMIT_CORE: 0, resource.RLIMIT_FSIZE: LARGEST_FILE}
    if cell.memory_bytes and not cell.gpu:
        limits[resource.RLIMIT_DATA] = cell.memory_bytes
    if cell.cpu_seconds:
        limits[resource.RLIMIT_CPU] = cell.cpu_seconds
    for name, value in limits.items():
        hard = resource.getrlimit(name)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(name, (value, value))
        except (OSError, ValueError):  # macOS knows RLIMIT_DATA and refuses some values of it
            if sys.platform == "linux":
                raise


def _rules(cell: Cell) -> list[tuple[str | Path, int]]:
    readable = {*SYSTEM_READABLE, *_python(), *cell.read, f"/proc/{os.getpid()}"}
    rules: list[tuple[str | Path, int]] = [(path, landlock.READ) for path in sorted(readable)]
    rules += [(cell.folder, landlock.WRITE), ("/dev/null", landlock.READ_FILE | landlock.WRITE_FILE)]
    if cell.gpu:
        cards = [f"/dev/{name}" for name in os.listdir("/dev") if name.startswith("nvidia")]
        rules += [(path, landlock.DEVICE | landlock.READ_DIR) for path in {*GPU_DEVICES, *cards}]
        rules += [
            ("/proc", landlock.READ | landlock.WRITE_FILE),
            ("/run/nvidia-persistenced", landlock.READ),
            ("/sys", landlock.READ),
        ]
    return rules


def _python() -> set[str]:
    """Where the interpreter and its packages lie. The folder one happens to stand in (`""`) is none of them."""
    return {path for path in (sys.prefix, sys.base_prefix, sys.exec_prefix, *sys.path) if path and os.path.isabs(path)}
