"""What a data set offers to a graph, as plain data: features and targets with shapes, and the constants fitted on the training part.

Knows no file and no library; `datasets` fills these in, `validate`, `source` and `training` read them.
"""

from typing import Literal

from layerloom.catalog.types import Strict

ColumnKind = Literal["number", "category", "text", "constant", "identifier"]


class Column(Strict):
    """One column of a table, as inferred from the whole file."""

    name: str
    kind: ColumnKind
    missing: int = 0
    """Rows in which the cell is empty."""
    categories: tuple[str, ...] = ()
    """Distinct values, sorted; of a `category`, and the one value of a `constant` that is no number."""
    minimum: float | None = None
    maximum: float | None = None
    integral: bool = False
    """Every number is an integer."""
    note: str = ""
    """What was done to it: renamed, infinite values, too many categories."""
    decimal_comma: bool = False
    """Its numbers are written 3,14."""


class CsvForm(Strict):
    """How an uploaded file was read, so that an exported script reads it the same way.

    Python's `csv.reader` with this delimiter; blank lines skipped; cells stripped; columns go by position, because names may
    have been changed.
    """

    encoding: str = "utf-8"
    """As Python's `open` takes it."""
    delimiter: str = ","
    header: bool = True
    """False: the first line holds data already, the columns were named `column_1`, …."""
    missing: tuple[str, ...] = ()
    """Words that mean "no value", besides an empty cell; compared stripped and in lower case."""


class DataSpec(Strict):
    """Everything that can be known of a data set before a run."""

    id: str
    """`digits`, `moons`, or the sha256 of an uploaded file."""
    title: str
    form: Literal["table", "image"]
    rows: int
    columns: tuple[Column, ...] = ()
    """Of a table: every column, the default target included."""
    image_shape: tuple[int, ...] | None = None
    """Of an image set: (height, width, channels); its one feature is called `image`."""
    image_range: tuple[float, float] | None = None
    target: str | None = None
    """The default target column."""
    targets: tuple[Column, ...] = ()
    """Of an image set: its target column(s). A table's targets are found among `columns`."""
    problems: tuple[str, ...] = ()
    """Report in sentences: what was missing, dropped, renamed."""
    doc: str = ""
    dropped_rows: int = 0
    csv: CsvForm | None = None
    """Of an uploaded file."""


class FittedColumn(Strict):
    """How one source column becomes numbers; constants were fitted on the training part alone."""

    name: str
    kind: Literal["number", "category"]
    fill: float | None = None
    """Number put in place of a missing cell: the training part's median."""
    mean: float = 0.0
    scale: float = 1.0
    """(x - mean) / scale."""
    categories: tuple[str, ...] = ()
    """One-hot positions; an unknown or missing category is all zeros."""


class FittedInput(Strict):
    """One Input node's tensor: float32 of shape (rows, width) from columns in order, or the pictures scaled."""

    node: str
    name: str
    columns: tuple[FittedColumn, ...] = ()
    image_offset: float = 0.0
    image_scale: float = 1.0
    """Pictures: (x - offset) / scale."""


class FittedTarget(Strict):
    """One Output node's target. Classes: int32 indices (rows,), or float32 one-hot when `one_hot`. Numbers: float32 (rows, 1)."""

    node: str
    name: str
    column: str
    kind: Literal["class", "number"]
    classes: tuple[str, ...] = ()
    one_hot: bool = False
    mean: float = 0.0
    scale: float = 1.0
    """Number targets are standardised on the training part when scaling asks for it; 0 and 1 mean untouched."""


class Fitted(Strict):
    """Preprocessing with its constants: with the rows and the split, the exact arrays a run trains on."""

    inputs: tuple[FittedInput, ...]
    targets: tuple[FittedTarget, ...]
    train_rows: int
    validation_rows: int
    data_hash: str
