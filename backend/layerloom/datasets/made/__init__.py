"""A generated set's name, rows, noise and seed → its columns. One file a set.

The files are copied into exported scripts from below their imports: they use NumPy as `np` and nothing else.
"""

from typing import Protocol

import numpy as np

from layerloom.datasets import builtin_arrays
from layerloom.datasets.made.balls import balls
from layerloom.datasets.made.circles import circles
from layerloom.datasets.made.moons import moons
from layerloom.datasets.made.opinions import opinions
from layerloom.datasets.made.pairs import pairs
from layerloom.datasets.made.spirals import spirals
from layerloom.datasets.made.visitors import visitors
from layerloom.graph.schema import GeneratedData


class Make(Protocol):
    def __call__(self, *, rows: int, noise: float, seed: int) -> dict[str, np.ndarray]: ...


MAKERS: dict[str, Make] = {
    "moons": moons,
    "circles": circles,
    "spirals": spirals,
    "balls": balls,
    "opinions": opinions,
    "visitors": visitors,
}


def columns(source: GeneratedData) -> dict[str, np.ndarray]:
    """One array a column, each of `source.rows` rows: numbers float64, classes int32, texts as text."""
    asked = {"rows": source.rows, "noise": source.noise, "seed": source.seed}
    if source.name == "pairs":
        digits = builtin_arrays.columns("digits")
        return pairs(digits["image"], digits["digit"], **asked)  # type: ignore[arg-type]
    return MAKERS[source.name](**asked)  # type: ignore[arg-type]
