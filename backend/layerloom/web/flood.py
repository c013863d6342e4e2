"""Events per second of one socket, counted before they are read: what is too much is dropped, and the sender is told once a second.

A dropped edit was not acknowledged, so its page sends it again; awareness and the like is simply newer the next time.
"""

import time
from collections.abc import Callable
from typing import Any

PER_SECOND = 100.0
BURST = 300.0


class Flood:
    """Stands before Socket.IO's own reader of messages. `tell(eio_sid)` is called when something was dropped, at most once a second."""

    def __init__(self, inner: Callable[[str, Any], Any], tell: Callable[[str], None]) -> None:
        self._inner, self._tell = inner, tell
        self._budgets: dict[str, list[float]] = {}
        self._skipping: dict[str, int] = {}

    def __call__(self, eio_sid: str, data: Any) -> Any:
        if isinstance(data, bytes):
            # An attachment belongs to the text before it: both go through, or neither.
            left = self._skipping.get(eio_sid, 0)
            if left:
                self._skipping[eio_sid] = left - 1
                return None
            return self._inner(eio_sid, data)
        now = time.monotonic()
        budget = self._budgets.setdefault(eio_sid, [BURST, now, 0.0])  # left, counted at, told at
        budget[0] = min(BURST, budget[0] + (now - budget[1]) * PER_SECOND)
        budget[1] = now
        if budget[0] >= 1:
            budget[0] -= 1
            self._skipping.pop(eio_sid, None)
            return self._inner(eio_sid, data)
        self._skipping[eio_sid] = _attachments(data)
        if now - budget[2] >= 1:
            budget[2] = now
            self._tell(eio_sid)
        return None

    def keep(self, eio_sids: set[str]) -> None:
        """Forgets every other socket."""
        for kept in (self._budgets, self._skipping):
            for eio_sid in [each for each in list(kept) if each not in eio_sids]:
                kept.pop(eio_sid, None)


def _attachments(text: str) -> int:
    """How many binary messages follow a dropped one: `51-[…` is an event with one."""
    if not isinstance(text, str) or text[:1] not in ("5", "6"):
        return 0
    digits = text[1 : text.find("-")] if "-" in text[1:4] else ""
    return int(digits) if digits.isdigit() else 0
