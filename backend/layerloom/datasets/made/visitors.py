"""Rows, noise and a seed → thirty days of a swimming pool's visitors at a time, and the day after."""

import numpy as np


def visitors(rows: int, noise: float, seed: int) -> dict[str, np.ndarray]:
    """Hundreds of visitors: more in summer, more at weekends, and more while the weather holds."""
    rng = np.random.default_rng(seed)
    day = np.arange(rows + 30)
    season = 2.5 - 1.5 * np.cos(2 * np.pi * (day - 20) / 365.25)
    weekend = np.where(day % 7 >= 5, 1.6, 1.0)
    fair = np.convolve(rng.normal(0, noise, len(day) + 9), 0.7 ** np.arange(10), "valid")
    seen = season * weekend * np.maximum(1 + fair, 0)
    past = np.lib.stride_tricks.sliding_window_view(seen[:-1], 30)
    return {"past_30_days": past[..., np.newaxis].copy(), "tomorrow": seen[30:]}
