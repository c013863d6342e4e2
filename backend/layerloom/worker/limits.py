"""This machine's memory → how much of it one run may hold. A container's own limit counts before the machine's."""

import contextlib
from pathlib import Path

import psutil

SHARE = 0.85
CGROUP = Path("/sys/fs/cgroup/memory.max")


def memory_bytes(runs_at_once: int) -> int:
    whole = int(psutil.virtual_memory().total)
    with contextlib.suppress(OSError, ValueError):  # no such group, or "max"
        whole = min(whole, int(CGROUP.read_text()))
    return int(whole * SHARE) // runs_at_once
