"""Who is in a room and what their page says of them: cursor, selection, what is being dragged. Never stored.

The bytes are those of Yjs' awareness: a count, then for each page its number, a clock and a JSON text. A page speaks for itself
alone; its person's name, colour and part are written in here and taken from nobody.
"""

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from layerloom.documents.guard import number
from layerloom.documents.parts import Part
from layerloom.documents.writing import Writer
from layerloom.graph.problems import Refused, problem
from layerloom.graph.reading import read

BYTES = 16_000
COLORS = 8
"""The page's own palette has as many (`frontend/src/presence`)."""


@dataclass
class Member:
    """One open page of one person."""

    writer: Writer
    part: Part
    color: int
    client: int | None = None
    """The page's number in the shared document; None for one that does not show itself."""
    heard: int = -1
    """The page's own clock: what was said earlier and arrives later is dropped."""
    clock: int = 0
    """Ours, as the others see it: it only grows, also when a page comes back or this process is another."""
    state: dict[str, Any] | None = None

    def say(self, state: dict[str, Any] | None) -> None:
        self.state = state
        self.clock = max(self.clock + 1, int(time.time() * 1000))

    def text(self) -> bytes:
        if self.state is None:
            return b"null"
        who = {
            "id": self.writer.user,
            "name": self.writer.name,
            "role": self.writer.role,
            "color": self.color,
        }
        return json.dumps(self.state | {"user": who}, ensure_ascii=False, separators=(",", ":")).encode()


def color_for(user: str, members: Iterable[Member]) -> int:
    """A person keeps one colour in all their pages; the first that nobody else has, as long as there are any."""
    taken: dict[str, int] = {each.writer.user: each.color for each in members}
    if user in taken:
        return taken[user]
    free = [color for color in range(COLORS) if color not in taken.values()]
    return free[0] if free else len(taken) % COLORS


def hear(member: Member, update: object) -> bool:
    """Takes in what a page says of itself; False when it is older than what it said before. Raises Refused (422)."""
    if not isinstance(update, bytes) or len(update) > BYTES:
        raise _bad("size")
    count, at = number(update, 0)
    client, at = number(update, at)
    clock, at = number(update, at)
    length, at = number(update, at)
    if count != 1 or member.client is None or client != member.client:
        raise _bad("others", f"{count} pages, {client}")
    if min(clock, length) < 0 or at + length != len(update):
        raise _bad("bytes")
    state = read(update[at:])
    if state is not None and not isinstance(state, dict):
        raise _bad("state")
    if clock <= member.heard:
        return False
    member.heard = clock
    member.say(state)
    return True


def told(members: Iterable[Member]) -> bytes:
    """What some pages said last."""
    entries = [(each.client, each.clock, each.text()) for each in members if each.client is not None and each.clock]
    parts = [_var(len(entries))]
    for client, clock, text in entries:
        parts += [_var(client), _var(clock), _var(len(text)), text]
    return b"".join(parts)


def _var(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(128 | (value & 127))
        value >>= 7
    found.append(value)
    return bytes(found)


def _bad(form: str, evidence: str = "") -> Refused:
    return Refused(problem("bad_awareness", form=form, evidence=evidence[:100]))
