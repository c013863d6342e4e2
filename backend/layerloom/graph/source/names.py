"""Names of nodes → Python identifiers that are unique, ASCII, and hide neither a keyword, a builtin nor a module."""

import builtins
import keyword
from collections.abc import Iterable

from layerloom.graph.source.values import snake

MODULES = ("collections", "csv", "keras", "layers", "math", "np", "ops", "sys")
TAKEN = frozenset({*keyword.kwlist, *keyword.softkwlist, *dir(builtins), *MODULES, "x"})


class Names:
    """One scope of the script: every name given out once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {*TAKEN, *taken}

    def inner(self) -> "Names":
        """A function's own scope: it hides nothing of what stands outside."""
        return Names(self._taken)

    def copy(self) -> "Names":
        """The same names taken; what it gives out is not taken here until `take` says so."""
        return Names(self._taken)

    def take(self, names: Iterable[str]) -> None:
        self._taken.update(names)

    def unique(self, text: str, empty: str) -> str:
        """`Conv 1` → `conv_1`; `input` → `input_`; the second `dense` → `dense_2`; text without ASCII letters → `empty`."""
        name = snake(text, empty)
        if name in TAKEN:
            name += "_"
        candidate, number = name, 1
        while candidate in self._taken:
            number += 1
            candidate = f"{name.rstrip('_')}_{number}"
        self._taken.add(candidate)
        return candidate
