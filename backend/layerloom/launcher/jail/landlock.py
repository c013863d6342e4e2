"""Paths a process may read and write → the kernel's Landlock, which then refuses every other path, for good.

Applies to the calling thread and what it starts later: call it in a freshly forked child, while that has one thread.
"""

import ctypes
import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same numbers on every architecture

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, REMOVE_DIR, REMOVE_FILE = (1 << bit for bit in range(6))
MAKE_CHAR, MAKE_DIR, MAKE_REG, MAKE_SOCK, MAKE_FIFO, MAKE_BLOCK, MAKE_SYM = (1 << bit for bit in range(6, 13))
REFER, TRUNCATE, IOCTL_DEV = (1 << bit for bit in range(13, 16))

READ = READ_FILE | READ_DIR
WRITE = READ | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | REFER | TRUNCATE
"""No links, sockets, pipes or devices: whoever opens a run's files later opens plain files."""
DEVICE = READ_FILE | WRITE_FILE | IOCTL_DEV
_OF_A_FILE = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV

_KNOWN_SINCE = {1: 13, 2: 14, 3: 15, 5: 16}
"""ABI → how many of the rights above its kernel knows."""
PORTS_SINCE = 4
"""ABI that can hold a process to one TCP port."""
_BIND, _CONNECT = 1, 2
_SCOPES = 0b11
"""No signals to, and no abstract sockets of, processes outside; since ABI 6."""


class _Ruleset(ctypes.Structure):
    _fields_ = [("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = [("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32)]


class _Port(ctypes.Structure):
    _fields_ = [("allowed", ctypes.c_uint64), ("port", ctypes.c_uint64)]


def abi() -> int:
    """The kernel's Landlock version; 0 where there is none."""
    if sys.platform != "linux":
        return 0
    version = int(_libc().syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(1)))
    return max(version, 0)


def restrict(rules: Iterable[tuple[str | Path, int]], port: int = 0) -> None:
    """Allows these (path, rights) and this TCP port, and nothing else. A path that does not exist is skipped. Raises OSError.

    The caller has set no_new_privs.
    """
    libc, version = _libc(), abi()
    known = (1 << max(bits for since, bits in _KNOWN_SINCE.items() if since <= version)) - 1
    # seccomp refuses every socket where no port is given.
    ruleset = _Ruleset(known, _BIND | _CONNECT if version >= PORTS_SINCE else 0, _SCOPES if version >= 6 else 0)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    handle = libc.syscall(_CREATE, ctypes.byref(ruleset), ctypes.c_size_t(size), ctypes.c_uint32(0))
    if handle < 0:
        raise OSError(ctypes.get_errno(), "landlock_create_ruleset")
    try:
        for path, rights in rules:
            _allow(libc, handle, path, rights & known)
        if port and version >= PORTS_SINCE:
            rule = _Port(_BIND | _CONNECT, port)
            if libc.syscall(_ADD, handle, ctypes.c_uint32(2), ctypes.byref(rule), ctypes.c_uint32(0)):
                raise OSError(ctypes.get_errno(), f"landlock_add_rule port {port}")
        if libc.syscall(_RESTRICT, handle, ctypes.c_uint32(0)):
            raise OSError(ctypes.get_errno(), "landlock_restrict_self")
    finally:
        os.close(handle)


def _allow(libc: ctypes.CDLL, handle: int, path: str | Path, rights: int) -> None:
    try:
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(parent).st_mode):
            rights &= _OF_A_FILE
        rule = _PathBeneath(rights, parent)
        if libc.syscall(_ADD, handle, ctypes.c_uint32(1), ctypes.byref(rule), ctypes.c_uint32(0)):
            raise OSError(ctypes.get_errno(), f"landlock_add_rule {path}")
    finally:
        os.close(parent)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
