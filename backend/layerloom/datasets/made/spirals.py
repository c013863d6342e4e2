"""Rows, noise and a seed → points in the plane with two classes: two arms of a spiral."""

import numpy as np


def spirals(rows: int, noise: float, seed: int) -> dict[str, np.ndarray]:
    """Two arms that wind around each other one and a half times."""
    rng = np.random.default_rng(seed)
    label = np.arange(rows, dtype="int32") % 2
    along = np.sqrt(rng.uniform(0, 1, rows))
    angle = 3 * np.pi * along + np.pi * label
    points = np.column_stack([along * np.cos(angle), along * np.sin(angle)])
    points += rng.normal(0, noise, (rows, 2))
    return {"x": points[:, 0], "y": points[:, 1], "class": label}
