"""Rows, noise and a seed → pictures of balls, how far away each was, and which ball it is."""

import numpy as np


def balls(rows: int, noise: float, seed: int) -> dict[str, np.ndarray]:
    """A small ball close by looks like a large one far away: only picture and distance together tell."""
    rng = np.random.default_rng(seed)
    ball = np.arange(rows, dtype="int32") % 3
    size = np.array([4.3, 6.7, 9.7])[ball]  # centimetres across: golf, tennis, softball
    radius = rng.uniform(2, 7, rows)  # pixels in the picture
    distance = size / radius / 4 * np.exp(rng.normal(0, noise, rows))  # metres
    room = 7.5 - radius
    across, down = (7.5 + rng.uniform(-1, 1, rows) * room for _ in range(2))
    y, x = np.mgrid[:16, :16]
    away = np.hypot(x - across[:, None, None], y - down[:, None, None])
    photo = np.clip(radius[:, None, None] - away + 0.5, 0, 1)
    photo *= rng.uniform(0.6, 1, rows)[:, None, None]  # the light of the day
    photo = np.clip(photo + rng.normal(0, noise, photo.shape), 0, 1)
    return {"photo": photo[..., np.newaxis], "distance": distance, "ball": ball}
