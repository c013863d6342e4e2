"""Python that scripts contain word for word. Where a run calls the same function, a test holds the two texts against each other.

Copies, because this package may import neither `datasets` nor `training`, and because a script has to stand alone. (What makes
a whole data set is read from its file: `made`.)
"""

SPLIT_ROWS = '''\
def split_rows(labels: np.ndarray, share: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Row numbers (training, validation): the same share of every class is held out."""
    rows = np.random.default_rng(seed).permutation(len(labels))
    rows = rows[np.argsort(labels[rows], kind="stable")]  # class by class, shuffled within
    held_out = np.diff(np.floor(np.arange(len(rows) + 1) * share + 0.5)) > 0
    return np.sort(rows[~held_out]), np.sort(rows[held_out])
'''

LAST_ROWS = '''\
def last_rows(rows: int, share: float) -> tuple[np.ndarray, np.ndarray]:
    """Row numbers (training, validation): the last rows are held out, because rows follow one another."""
    first = rows - int(np.floor(rows * share + 0.5))
    return np.arange(first), np.arange(first, rows)
'''

ORDER = '''\
def order(seed: int, epoch: int, rows: int) -> np.ndarray:
    """A permutation of the row numbers, int64 of shape (rows,); `epoch` counts from 0."""
    return np.random.default_rng([seed, epoch]).permutation(rows)
'''

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

VOCABULARY = '''\
def vocabulary(texts: np.ndarray, most: int) -> list[str]:
    """The commonest words, for ids from 2 on: 0 and 1 count among the `most`."""
    counts = collections.Counter(word for text in texts for word in text.lower().split())
    return sorted(counts, key=lambda word: (-counts[word], word))[: most - 2]
'''

TOKEN_IDS = '''\
def token_ids(texts: np.ndarray, known: list[str], length: int) -> np.ndarray:
    """int32 (rows, length): 0 pads at the end, 1 is a word that is not known."""
    places = {word: place for place, word in enumerate(known, 2)}
    ids = np.zeros((len(texts), length), "int32")
    for row, text in enumerate(texts):
        found = [places.get(word, 1) for word in text.lower().split()[:length]]
        ids[row, : len(found)] = found
    return ids
'''

TENSORS = '''\
def tensors(arrays):
    """As `fit` takes them: it knows texts only as tensors."""
    return keras.tree.map_structure(keras.ops.convert_to_tensor, arrays)
'''

TEXTS = '''\
def texts(cells: tuple[str, ...]) -> np.ndarray:
    """Texts as they stand; empty where there is none."""
    return np.array(["" if cell.strip().lower() in MISSING else cell.strip() for cell in cells], object)
'''

CATEGORY_NAMES = '''\
def category_names(codes: np.ndarray, categories: list[str]) -> np.ndarray:
    """Categories by their names; what Keras' lookups take for unknown where there is none."""
    return np.array([*categories, "[UNK]"], object)[codes]
'''

BEGIN_WITH = '''\
def begin_with(model: keras.Model, path: str) -> None:
    """The weights that came with an imported model, and what its optimizer knew."""
    model.optimizer.build(model.trainable_variables)
    with np.load(path) as stored:
        for place, variable in enumerate([*model.weights, *model.optimizer.variables]):
            variable.assign(stored[str(place)])
    for layer in model.layers:
        if isinstance(layer, keras.layers.Normalization):
            layer.finalize_state()  # it works with a copy of its variables
'''

UNFREEZE = '''\
def unfreeze(backbone: keras.Model, last: int) -> None:
    """Its last layers learn too; normalisation stays as in inference."""
    learning = {layer.name for layer in backbone.layers if layer.trainable}
    learning |= {layer.name for layer in backbone.layers[-last:]}
    backbone.trainable = True
    for layer in backbone.layers:
        still = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = layer.name in learning and not still
'''

ONCE = '''\
def once(made, name, make):
    """The layer of that name: made where it is called first, the same one wherever it is called again."""
    if name not in made:
        made[name] = make()
    return made[name]
'''

CALLED = {
    "once(": ONCE,
    "unfreeze(": UNFREEZE,
    "begin_with(": BEGIN_WITH,
    "decimal_commas(": DECIMAL_COMMAS,
    "numbers(": NUMBERS,
    "codes(": CODES,
    "take(": TAKE,
    "filled(": FILLED,
    "median(": MEDIAN,
    "standardised(": STANDARDISED,
    "unit(": UNIT,
    "one_hot(": ONE_HOT,
    "vocabulary(": VOCABULARY,
    "token_ids(": TOKEN_IDS,
    "tensors(": TENSORS,
    "texts(": TEXTS,
    "category_names(": CATEGORY_NAMES,
}
"""Functions that stand in a script only when it calls them."""
