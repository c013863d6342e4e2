"""Rows, noise and a seed → points in the plane with two classes: two half circles."""

import numpy as np


def moons(rows: int, noise: float, seed: int) -> dict[str, np.ndarray]:
    """Two half circles that reach into each other."""
    rng = np.random.default_rng(seed)
    label = np.arange(rows, dtype="int32") % 2
    angle = rng.uniform(0, np.pi, rows)
    x = np.where(label == 0, np.cos(angle), 1 - np.cos(angle))
    y = np.where(label == 0, np.sin(angle), 0.5 - np.sin(angle))
    points = np.column_stack([x, y]) + rng.normal(0, noise, (rows, 2))
    return {"x": points[:, 0], "y": points[:, 1], "class": label}
