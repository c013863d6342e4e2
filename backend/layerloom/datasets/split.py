"""Rows → the part that trains and the part that validates. Knows only labels, a share and a seed.

`split_rows` and `last_rows` are copied word for word into exported scripts: they use NumPy as `np` and nothing else.
"""

import numpy as np

from layerloom.graph.schema import Split


def split_rows(labels: np.ndarray, share: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Row numbers (training, validation): the same share of every class is held out."""
    rows = np.random.default_rng(seed).permutation(len(labels))
    rows = rows[np.argsort(labels[rows], kind="stable")]  # class by class, shuffled within
    held_out = np.diff(np.floor(np.arange(len(rows) + 1) * share + 0.5)) > 0
    return np.sort(rows[~held_out]), np.sort(rows[held_out])


def last_rows(rows: int, share: float) -> tuple[np.ndarray, np.ndarray]:
    """Row numbers (training, validation): the last rows are held out, because rows follow one another."""
    first = rows - int(np.floor(rows * share + 0.5))
    return np.arange(first), np.arange(first, rows)


def split(n: int, labels: np.ndarray | None, how: Split) -> tuple[np.ndarray, np.ndarray]:
    """Sorted row numbers (training, validation) of `n` rows.

    `labels`: integer class of each row, shape (n,); None, or `how.stratify` off, holds out rows without regard to class.
    """
    if labels is None or not how.stratify:
        labels = np.zeros(n, "int32")
    return split_rows(labels, how.validation, how.seed)
