"""The bytes of an update → refused before the decoder sees them, when they would break it. Understands nothing of their meaning.

The decoder of a plain value is recursive: 120 kB of arrays in arrays ended the whole process (pycrdt 0.14.13). Nesting is therefore
measured here first, by a walk over the value's encoding without recursion.
"""

import re

from layerloom.graph.problems import Refused, problem

BYTES = 1_000_000
DEPTH = 64
_OPENER = re.compile(rb"[uv]")
_LIST, _OBJECT = 0x75, 0x76
_BYTES = {0x78: 0, 0x79: 0, 0x7E: 0, 0x7F: 0, 0x7C: 4, 0x7B: 8, 0x7A: 8}
"""Tag of a value → length of what follows: true, false, null, undefined, float32, float64, big integer."""


def check(update: object) -> bytes:
    """Raises Refused: 422 for what is no update or is nested too deep, 413 when it is too long."""
    if not isinstance(update, bytes):
        raise Refused(problem("bad_update", {"type": type(update).__name__}, form="type"))
    if len(update) > BYTES:
        raise Refused(
            problem("update_too_large", {"most": BYTES, "size": len(update)}, evidence=f"{len(update)} bytes"),
            status=413,
        )
    if _too_deep(update):
        raise Refused(problem("update_too_deep", {"most": DEPTH}))
    return update


def _too_deep(update: bytes) -> bool:
    steps, at = 50_000 + 20 * len(update), 0
    while (found := _OPENER.search(update, at)) is not None:
        at = found.start()
        end, used, deep = _walk(update, at, steps)
        steps -= used
        if deep or steps <= 0:
            return True
        at = end if end > at else at + 1
    return False


def _walk(data: bytes, at: int, steps: int) -> tuple[int, int, bool]:
    """Reads one plain value at `at` → (its end, or `at` when this is none; steps used; nested too deep)."""
    start, used = at, 0
    waiting: list[list[int]] = []  # [values still to come, whether each has a key]
    while used < steps:
        used += 1
        if waiting and waiting[-1][1]:
            length, at = number(data, at)
            at += length
            if length < 0 or at >= len(data):
                return start, used, False
        tag = data[at] if at < len(data) else 0
        at += 1
        if tag in (_LIST, _OBJECT):
            count, at = number(data, at)
            if count < 0:
                return start, used, False
            if count:
                waiting.append([count, tag == _OBJECT])
                if len(waiting) > DEPTH:
                    return start, used, True
                continue
        elif tag in (0x77, 0x74):  # text, bytes
            length, at = number(data, at)
            at += max(length, 0)
        elif tag == 0x7D:  # integer
            _, at = number(data, at)
        elif tag in _BYTES:
            at += _BYTES[tag]
        else:
            return start, used, False
        if at > len(data):
            return start, used, False
        while waiting:
            waiting[-1][0] -= 1
            if waiting[-1][0]:
                break
            waiting.pop()
        if not waiting:
            return at, used, False
    return at, used, True


def number(data: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte → (value, end); value -1 when there is none."""
    value = shift = 0
    while at < len(data) and shift < 70:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return value, at
        shift += 7
    return -1, len(data)
