"""Pictures of digits, rows, noise and a seed → pairs of pictures, and whether both show the same digit."""

import numpy as np


def pairs(
    images: np.ndarray,
    digits: np.ndarray,
    rows: int,
    noise: float,
    seed: int,
) -> dict[str, np.ndarray]:
    """In half of the pairs both are the same digit, written twice.

    The pictures are taken in small lots, one after the other: pairs far from each other share none.
    """
    rng = np.random.default_rng(seed)
    images = images.reshape(-1, 8, 8, 1)
    lots = np.array_split(rng.permutation(len(images)), len(images) // 60)
    same = rng.permutation(np.arange(rows, dtype="int32") % 2)
    left, right = np.zeros(rows, int), np.zeros(rows, int)
    for row in range(rows):
        lot = lots[row * len(lots) // rows]
        left[row] = lot[rng.integers(len(lot))]
        alike = digits[lot] == digits[left[row]]
        fitting = lot[alike & (lot != left[row])] if same[row] else lot[~alike]
        right[row] = fitting[rng.integers(len(fitting))] if len(fitting) else left[row]
    smudges = 16 * rng.normal(0, noise, (2, rows, 8, 8, 1))
    return {
        "left": np.clip(images[left] + smudges[0], 0, 16),
        "right": np.clip(images[right] + smudges[1], 0, 16),
        "same": same,
    }
