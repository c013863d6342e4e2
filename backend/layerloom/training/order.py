"""Seed and epoch → the order in which an epoch takes its rows. Knows nothing else.

The function is copied word for word into exported scripts: it uses NumPy as `np` and nothing else.
"""

import numpy as np


def order(seed: int, epoch: int, rows: int) -> np.ndarray:
    """A permutation of the row numbers, int64 of shape (rows,); `epoch` counts from 0."""
    return np.random.default_rng([seed, epoch]).permutation(rows)
