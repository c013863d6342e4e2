"""A name, a number of rows, noise and a seed → points in the plane with two classes.

The functions in `POINTS` are copied word for word into exported scripts: they use NumPy as `np` and nothing else.
Each gives points of shape (rows, 2), float64, and the class (0 or 1) of each point, int32.
"""

from collections.abc import Callable

import numpy as np

from layerloom.graph.schema import GeneratedData


def moons(rows: int, noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Two half circles that reach into each other."""
    rng = np.random.default_rng(seed)
    label = np.arange(rows, dtype="int32") % 2
    angle = rng.uniform(0, np.pi, rows)
    x = np.where(label == 0, np.cos(angle), 1 - np.cos(angle))
    y = np.where(label == 0, np.sin(angle), 0.5 - np.sin(angle))
    return np.column_stack([x, y]) + rng.normal(0, noise, (rows, 2)), label


def circles(rows: int, noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """A small circle inside a large one."""
    rng = np.random.default_rng(seed)
    label = np.arange(rows, dtype="int32") % 2
    angle = rng.uniform(0, 2 * np.pi, rows)
    radius = np.where(label == 0, 1.0, 0.5)
    points = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
    return points + rng.normal(0, noise, (rows, 2)), label


def spirals(rows: int, noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Two arms that wind around each other one and a half times."""
    rng = np.random.default_rng(seed)
    label = np.arange(rows, dtype="int32") % 2
    along = np.sqrt(rng.uniform(0, 1, rows))
    angle = 3 * np.pi * along + np.pi * label
    points = np.column_stack([along * np.cos(angle), along * np.sin(angle)])
    return points + rng.normal(0, noise, (rows, 2)), label


POINTS: dict[str, Callable[[int, float, int], tuple[np.ndarray, np.ndarray]]] = {
    "moons": moons,
    "circles": circles,
    "spirals": spirals,
}


def columns(source: GeneratedData) -> dict[str, np.ndarray]:
    """The points as columns: `x` and `y` float64, `class` int32, each of shape (rows,)."""
    points, label = POINTS[source.name](source.rows, source.noise, source.seed)
    return {"x": points[:, 0], "y": points[:, 1], "class": label}
