"""Python that scripts contain word for word. Where a run calls the same function, a test holds the two texts against each other.

Copies, because this package may import neither `datasets` nor `training`, and because a script has to stand alone.
"""

SPLIT_ROWS = '''\
def split_rows(labels: np.ndarray, share: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Row numbers (training, validation): the same share of every class is held out."""
    rows = np.random.default_rng(seed).permutation(len(labels))
    rows = rows[np.argsort(labels[rows], kind="stable")]  # class by class, shuffled within
    held_out = np.diff(np.floor(np.arange(len(rows) + 1) * share + 0.5)) > 0
    return np.sort(rows[~held_out]), np.sort(rows[held_out])
'''

ORDER = '''\
def order(seed: int, epoch: int, rows: int) -> np.ndarray:
    """A permutation of the row numbers, int64 of shape (rows,); `epoch` counts from 0."""
    return np.random.default_rng([seed, epoch]).permutation(rows)
'''

POINTS = {
    "moons": '''\
def moons(rows: int, noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Two half circles that reach into each other."""
    rng = np.random.default_rng(seed)
    label = np.arange(rows, dtype="int32") % 2
    angle = rng.uniform(0, np.pi, rows)
    x = np.where(label == 0, np.cos(angle), 1 - np.cos(angle))
    y = np.where(label == 0, np.sin(angle), 0.5 - np.sin(angle))
    return np.column_stack([x, y]) + rng.normal(0, noise, (rows, 2)), label
''',
    "circles": '''\
def circles(rows: int, noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """A small circle inside a large one."""
    rng = np.random.default_rng(seed)
    label = np.arange(rows, dtype="int32") % 2
    angle = rng.uniform(0, 2 * np.pi, rows)
    radius = np.where(label == 0, 1.0, 0.5)
    points = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
    return points + rng.normal(0, noise, (rows, 2)), label
''',
    "spirals": '''\
def spirals(rows: int, noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Two arms that wind around each other one and a half times."""
    rng = np.random.default_rng(seed)
    label = np.arange(rows, dtype="int32") % 2
    along = np.sqrt(rng.uniform(0, 1, rows))
    angle = 3 * np.pi * along + np.pi * label
    points = np.column_stack([along * np.cos(angle), along * np.sin(angle)])
    return points + rng.normal(0, noise, (rows, 2)), label
''',
}

NUMBERS = '''\
def numbers(cells: tuple[str, ...]) -> np.ndarray:
    """float64; a missing or infinite number is NaN."""
    texts = ["nan" if cell.strip().lower() in MISSING else cell for cell in cells]
    values = np.array([float(text) for text in texts])
    return np.where(np.isfinite(values), values, np.nan)
'''

DECIMAL_COMMAS = '''\
def decimal_commas(cells: tuple[str, ...]) -> tuple[str, ...]:
    """3,14 becomes 3.14."""
    return tuple(cell.replace(",", ".") for cell in cells)
'''

CODES = '''\
def codes(cells: tuple[str, ...], categories: list[str]) -> np.ndarray:
    """int32: where each cell stands among the categories, -1 for anything else."""
    places = {category: place for place, category in enumerate(categories)}
    return np.array([places.get(cell.strip(), -1) for cell in cells], "int32")
'''

FILLED = '''\
def filled(values: np.ndarray, number: float) -> np.ndarray:
    """Missing values are that number."""
    return np.where(np.isnan(values), number, values)
'''

MEDIAN = '''\
def median(values: np.ndarray, train: np.ndarray) -> float:
    """Of what is known in the training rows."""
    known = values[train]
    return np.median(known[~np.isnan(known)])
'''

STANDARDISED = '''\
def standardised(values: np.ndarray, train: np.ndarray) -> np.ndarray:
    """Mean 0 and spread 1 in the training rows."""
    known = values[train]
    return (values - known.mean()) / (known.std() if np.ptp(known) else 1.0)
'''

UNIT = '''\
def unit(values: np.ndarray, train: np.ndarray) -> np.ndarray:
    """From 0 to 1 in the training rows."""
    known = values[train]
    return (values - known.min()) / (np.ptp(known) or 1.0)
'''

ONE_HOT = '''\
def one_hot(codes: np.ndarray, classes: int) -> np.ndarray:
    """One column for each class; a code of -1 is all zeros."""
    return (codes[:, np.newaxis] == np.arange(classes)).astype("float32")
'''

TAKE = '''\
def take(arrays: dict[str, np.ndarray], rows: np.ndarray) -> dict[str, np.ndarray]:
    """The same rows of every array."""
    return {name: values[rows] for name, values in arrays.items()}
'''

CALLED = {
    "decimal_commas(": DECIMAL_COMMAS,
    "numbers(": NUMBERS,
    "codes(": CODES,
    "take(": TAKE,
    "filled(": FILLED,
    "median(": MEDIAN,
    "standardised(": STANDARDISED,
    "unit(": UNIT,
    "one_hot(": ONE_HOT,
}
"""Functions that stand in a script only when it calls them."""
