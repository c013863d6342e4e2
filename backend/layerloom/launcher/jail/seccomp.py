"""System calls a jailed process has no use for → a BPF filter that answers them with "not permitted".

Threads may be made, processes not: nothing is executed, nothing outlives the child. Signals reach the process itself only.
"""

import ctypes
import errno
import os
import platform
import struct
import sys

_ARCHITECTURES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1), "arm64": (0xC00000B7, 1)}
"""Machine → (its audit number, its column below)."""

_REFUSED: dict[str, tuple[int | None, int | None]] = {
    # No network, and no socket of another process: what is needed was inherited.
    "socket": (41, 198),
    "connect": (42, 203),
    "bind": (49, 200),
    "listen": (50, 201),
    "accept": (43, 202),
    "accept4": (288, 242),
    # No other process: none started, none looked into, none signalled.
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424),
    "kcmp": (312, 272),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    # The kernel's own surface.
    "bpf": (321, 280),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "userfaultfd": (323, 282),
    "perf_event_open": (298, 241),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "iopl": (172, None),
    "ioperm": (173, None),
    "modify_ldt": (154, None),
    "personality": (135, 92),
    "syslog": (103, 116),
    "acct": (163, 89),
    "quotactl": (179, 60),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "adjtimex": (159, 171),
    "sethostname": (170, 161),
    # Another view of the file system.
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "unshare": (272, 97),
    "setns": (308, 268),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
}
_OF_SOCKETS = ("connect", "bind", "listen", "accept", "accept4")
_AF_INET, _SOCK_STREAM = 2, 1
_OWN_PROCESS_ONLY = {"kill": (62, 129), "tgkill": (234, 131)}
_CLONE, _CLONE3, _SOCKETPAIR, _PRLIMIT = (56, 220), (435, 435), (53, 199), (302, 261)

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _AND, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
_ALLOW = 0x7FFF0000
_NUMBER, _ARCHITECTURE, _ARGUMENT_0, _ARGUMENT_1 = 0, 4, 16, 24
_CLONE_THREAD = 0x10000
_X32 = 0x40000000
_PR_SET_SECCOMP, _MODE_FILTER = 22, 2


def available() -> bool:
    """Whether this machine's system calls are known here and its kernel takes filters."""
    if sys.platform != "linux" or platform.machine() not in _ARCHITECTURES:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    # A filter at address 0 is refused either way: as a bad address by a kernel that would have read it.
    libc.prctl(_PR_SET_SECCOMP, ctypes.c_ulong(_MODE_FILTER), ctypes.c_void_p(0), ctypes.c_ulong(0), ctypes.c_ulong(0))
    return ctypes.get_errno() == errno.EFAULT


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


def restrict(sockets: bool = False) -> None:
    """Installs the filter for the calling thread and its later threads. The caller has set no_new_privs. Raises OSError.

    `sockets`: TCP over IPv4 is left to a rule of Landlock's.
    """
    code = program(os.getpid(), sockets)
    buffer = ctypes.create_string_buffer(code, len(code))
    whole = _Program(len(code) // 8, ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(
        _PR_SET_SECCOMP, ctypes.c_ulong(_MODE_FILTER), ctypes.byref(whole), ctypes.c_ulong(0), ctypes.c_ulong(0)
    ):
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_SECCOMP)")


def program(pid: int, sockets: bool = False) -> bytes:
    """BPF instructions, 8 bytes each, for the process `pid`."""
    audit, column = _ARCHITECTURES[platform.machine()]
    refuse = _return(_error(errno.EPERM))
    code = [_load(_ARCHITECTURE), _step(_EQUAL, 1, 0, audit), refuse, _load(_NUMBER)]
    if column == 0:
        code += [_step(_AT_LEAST, 0, 1, _X32), refuse]
    if sockets:
        code += [
            _step(_EQUAL, 0, 8, _REFUSED["socket"][column] or 0),
            _load(_ARGUMENT_0),
            _step(_EQUAL, 1, 0, _AF_INET),
            refuse,
            _load(_ARGUMENT_1),
            _step(_AND, 0, 0, 0xF),
            _step(_EQUAL, 1, 0, _SOCK_STREAM),
            refuse,
            _return(_ALLOW),
        ]
    for name, numbers in _REFUSED.items():
        number = numbers[column]
        if number is not None and not (sockets and name in _OF_SOCKETS):
            code += [_step(_EQUAL, 0, 1, number), refuse]
    # glibc starts threads by clone3, whose flags no filter can see, and falls back to clone when there is none.
    code += [_step(_EQUAL, 0, 1, _CLONE3[column]), _return(_error(errno.ENOSYS))]
    code += [
        _step(_EQUAL, 0, 4, _CLONE[column]),
        _load(_ARGUMENT_0),
        _step(_ANY_BIT, 1, 0, _CLONE_THREAD),
        refuse,
        _return(_ALLOW),
    ]
    for numbers in _OWN_PROCESS_ONLY.values():
        code += [
            _step(_EQUAL, 0, 4, numbers[column]),
            _load(_ARGUMENT_0),
            _step(_EQUAL, 1, 0, pid),
            refuse,
            _return(_ALLOW),
        ]
    code += [
        _step(_EQUAL, 0, 5, _PRLIMIT[column]),
        _load(_ARGUMENT_0),
        _step(_EQUAL, 2, 0, 0),
        _step(_EQUAL, 1, 0, pid),
        refuse,
        _return(_ALLOW),
    ]
    # A datagram pair could still send to any socket on disk; a stream is bound to its other end.
    code += [
        _step(_EQUAL, 0, 5, _SOCKETPAIR[column]),
        _load(_ARGUMENT_1),
        _step(_AND, 0, 0, 0xF),
        _step(_EQUAL, 1, 0, 1),
        refuse,
        _return(_ALLOW),
    ]
    return b"".join([*code, _return(_ALLOW)])


def _step(operation: int, if_true: int, if_false: int, value: int) -> bytes:
    return struct.pack("HBBI", operation, if_true, if_false, value)


def _load(offset: int) -> bytes:
    return _step(_LOAD, 0, 0, offset)


def _return(value: int) -> bytes:
    return _step(_RETURN, 0, 0, value)


def _error(number: int) -> int:
    return 0x00050000 | number
