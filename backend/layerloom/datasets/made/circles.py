"""Rows, noise and a seed → points in the plane with two classes: two circles."""

import numpy as np


def circles(rows: int, noise: float, seed: int) -> dict[str, np.ndarray]:
    """A small circle inside a large one."""
    rng = np.random.default_rng(seed)
    label = np.arange(rows, dtype="int32") % 2
    angle = rng.uniform(0, 2 * np.pi, rows)
    radius = np.where(label == 0, 1.0, 0.5)
    points = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
    points += rng.normal(0, noise, (rows, 2))
    return {"x": points[:, 0], "y": points[:, 1], "class": label}
