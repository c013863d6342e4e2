"""A copy of a room's document on which every edit is tried first: what it would touch is known before anything has changed.

An edit that is refused costs the copy and nothing else: it is made anew from the document itself.
"""

from typing import Any

from pycrdt import Doc, get_update

from layerloom.documents import ydoc
from layerloom.documents.guard import number
from layerloom.documents.mirror import Mirror
from layerloom.graph.problems import Refused, problem

NOTHING = b"\x00\x00"
"""The update that changes nothing."""


class Trial:
    def __init__(self, whole: bytes) -> None:
        self._begin(whole)
        self.mirror = Mirror(self.doc)

    def again(self, whole: bytes) -> None:
        """Forgets what was tried since the mirror last read."""
        self._begin(whole)
        self.mirror.follow(self.doc)

    def _begin(self, whole: bytes) -> None:
        self.doc: Doc[Any] = ydoc.new_doc()
        with self.doc.new_transaction(timeout=10):
            self.doc.apply_update(whole)
        self._roots = set(self.doc.keys())
        self._changed = False
        self._watch = self.doc.observe(self._note)

    def _note(self, event: Any) -> None:
        self._changed = self._changed or event.update != NOTHING

    def take(self, update: bytes) -> bool:
        """Whether it changes anything at all. Raises ValueError for what is no update, Refused for one that is not whole."""
        self._changed = False
        with self.doc.new_transaction(timeout=10):
            self.doc.apply_update(update)
        if not _whole(update, self.doc.get_state()):
            raise Refused(
                problem("update_incomplete"),
                status=409,
            )
        if unheard := set(self.doc.keys()) - self._roots:
            raise Refused(problem("bad_update", form="foreign", evidence=", ".join(sorted(unheard))[:200]))
        return self._changed


def _whole(update: bytes, state: bytes) -> bool:
    """Everything in it has found its place. What waits for something else would come to life later, with another's edit."""
    left = get_update(update, state)
    if left[:1] != b"\x00":
        return False
    clocks: dict[int, int] = {}
    count, at = number(state, 0)
    for _ in range(count):
        client, at = number(state, at)
        clocks[client], at = number(state, at)
    clients, at = number(left, 1)
    for _ in range(clients):
        client, at = number(left, at)
        ranges, at = number(left, at)
        for _ in range(ranges):
            clock, at = number(left, at)
            length, at = number(left, at)
            if clock + length > clocks.get(client, 0):
                return False
    return True
