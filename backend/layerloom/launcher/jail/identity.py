"""Root in a forked child → an unprivileged user of its own, who can read (Landlock says what) but change nothing of others.

Python itself may lie where only root can read (an interpreter in its home), so the right to pass closed folders is kept and no other.
"""

import ctypes
import os
from pathlib import Path

FIRST_UID, UIDS = 61184, 4336
"""The range that systemd sets aside for users that exist as long as a process."""

_CHOWN, _DAC_OVERRIDE, _DAC_READ_SEARCH, _SETGID, _SETUID = 0, 1, 2, 6, 7
_PR_SET_PDEATHSIG, _PR_SET_KEEPCAPS, _PR_SET_CHILD_SUBREAPER, _PR_SET_NO_NEW_PRIVS = 1, 8, 36, 38
_CAP_VERSION_3 = 0x20080522


def can_drop() -> bool:
    """Whether this is root who may become somebody else: in some containers root may not, or there is nobody else."""
    if os.geteuid() != 0:
        return False
    held = int(_status("CapEff"), 16)
    if not all(held & 1 << cap for cap in (_CHOWN, _SETGID, _SETUID)):
        return False
    rows = [[int(word) for word in line.split()] for line in Path("/proc/self/uid_map").read_text().splitlines()]
    return any(first <= FIRST_UID and first + count >= FIRST_UID + UIDS for first, _, count in rows)


def drop_root(number: int, folder: Path) -> bool:
    """Gives `folder` to a user chosen by `number` and becomes that user. False where that cannot be, or this is not root.

    Of root's capabilities only the right to read closed folders is left, in either case.
    """
    if os.geteuid() != 0:
        return False
    libc, dropped = ctypes.CDLL(None, use_errno=True), can_drop()
    if dropped:
        uid = FIRST_UID + number % UIDS
        for root, names, files in os.walk(folder):
            os.chown(root, uid, uid)
            for name in (*names, *files):
                os.lchown(os.path.join(root, name), uid, uid)
        _prctl(libc, _PR_SET_KEEPCAPS, 1)
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    _keep_reading(libc)
    return dropped


def die_with_parent(parent: int) -> None:
    """SIGKILL when the parent ends; ends at once when it already has. Call it after a change of user, which forgets it."""
    _prctl(ctypes.CDLL(None, use_errno=True), _PR_SET_PDEATHSIG, 9)
    if os.getppid() != parent:
        os._exit(1)


def adopt_orphans() -> None:
    """Children of a dead child become the caller's own, to be ended."""
    _prctl(ctypes.CDLL(None, use_errno=True), _PR_SET_CHILD_SUBREAPER, 1)


def no_new_privileges() -> None:
    _prctl(ctypes.CDLL(None, use_errno=True), _PR_SET_NO_NEW_PRIVS, 1)


def _prctl(libc: ctypes.CDLL, option: int, value: int) -> None:
    if libc.prctl(option, ctypes.c_ulong(value), ctypes.c_ulong(0), ctypes.c_ulong(0), ctypes.c_ulong(0)):
        raise OSError(ctypes.get_errno(), f"prctl({option})")


def _status(name: str) -> str:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(line.split()[1] for line in lines if line.startswith(f"{name}:"))


class _Header(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


class _Sets(ctypes.Structure):
    _fields_ = [("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32)]


def _keep_reading(libc: ctypes.CDLL) -> None:
    """Of all capabilities, the one to read closed folders; in a container that lacks it, the one to pass them."""
    header, sets = _Header(_CAP_VERSION_3, 0), (_Sets * 2)()
    if libc.capget(ctypes.byref(header), sets):
        raise OSError(ctypes.get_errno(), "capget")
    held = sets[0].permitted
    kept = next((1 << cap for cap in (_DAC_READ_SEARCH, _DAC_OVERRIDE) if held & 1 << cap), 0)
    sets = (_Sets * 2)(_Sets(kept, kept, 0), _Sets(0, 0, 0))
    if libc.capset(ctypes.byref(header), sets):
        raise OSError(ctypes.get_errno(), "capset")
