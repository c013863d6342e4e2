"""What a data set offers to a graph, as plain data: features and targets with shapes, and the constants fitted on the training part.

Knows no file and no library; `datasets` fills these in, `validate`, `source` and `training` read them.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from layerloom.catalog.types import Strict
from layerloom.words import Phrase, phrase

ColumnKind = Literal["number", "category", "picture", "series", "text", "constant", "identifier"]


class Column(Strict):
    """One column: what is known of its cells before a run. Of an uploaded table, as inferred from the whole file."""

    name: str
    kind: ColumnKind
    shape: tuple[int, ...] | None = None
    """Of one cell that is a tensor by itself: a picture (height, width, channels), a series (steps, channels), a text (words,).
    A text without a shape is not read."""
    words: int | None = None
    """Of a text that is read: the most entries of its vocabulary, padding (0) and unknown words (1) included."""
    missing: int = 0
    """Rows in which the cell is empty."""
    categories: tuple[str, ...] = ()
    """Distinct values, sorted; of a `category`, and the one value of a `constant` that is no number."""
    counts: Annotated[tuple[int, ...], Field(exclude_if=lambda counts: not counts)] = ()
    """Rows of each category, where they are counted."""
    minimum: float | None = None
    maximum: float | None = None
    integral: bool = False
    """Every number is an integer."""
    note: str = ""
    """What was done to it: renamed, infinite values, too many categories."""
    notes: tuple[Phrase, ...] = ()
    """What the note is made of."""
    decimal_comma: bool = False
    """Its numbers are written 3,14."""

    @property
    def flat(self) -> bool:
        """A cell becomes numbers that stand side by side with those of other columns."""
        return self.kind in ("number", "category")

    @property
    def whole(self) -> bool:
        """A cell is a tensor of its own, which fills an Input alone."""
        return self.shape is not None


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
    row: Literal["row", "picture", "pair", "sentence", "day"] = "row"
    """What one row is, to say how many there are."""
    rows: int
    most_rows: int | None = None
    """Of a generated set: how many can be asked for."""
    columns: tuple[Column, ...] = ()
    """Every column, the default target included."""
    target: str | None = None
    """The default target column."""
    held_out: Literal["drawn", "last"] = "drawn"
    """Which rows validate: some drawn at random, or the last ones, because rows follow one another."""
    problems: tuple[str, ...] = ()
    """Report in sentences: what was missing, dropped, renamed."""
    words: tuple[Phrase, ...] = ()
    """What the report is made of, sentence by sentence."""
    doc: str = ""
    dropped_rows: int = 0
    csv: CsvForm | None = None
    """Of an uploaded file."""

    @model_validator(mode="before")
    @classmethod
    def _as_stored_before(cls, given: Any) -> Any:
        """Uploads of older releases were described with a form, which is told by their columns now."""
        if not isinstance(given, dict) or "form" not in given:
            return given
        return {name: value for name, value in given.items() if name not in _DROPPED}

    @property
    def called(self) -> Phrase:
        """Its title, as part of a sentence: sets that come along have one in every language."""
        return phrase("dataset", id=self.id, title=self.title)

    def column(self, name: str | None) -> Column | None:
        return next((one for one in self.columns if one.name == name), None)


_DROPPED = frozenset({"form", "image_shape", "image_range", "targets"})


class FittedColumn(Strict):
    """How one source column becomes numbers; constants were fitted on the training part alone."""

    name: str
    kind: Literal["number", "category", "picture", "series", "text"]
    fill: float | None = None
    """Number put in place of a missing cell: the training part's median."""
    mean: float = 0.0
    scale: float = 1.0
    """(x - mean) / scale; of pictures in float32, of numbers and series in float64 and float32 at the end."""
    late: bool = False
    """Of pictures: they stay bytes, and are shifted and scaled batch by batch."""
    categories: tuple[str, ...] = ()
    """One-hot positions; an unknown or missing category is all zeros."""
    vocabulary: tuple[str, ...] = ()
    """Of a text: words by id, from 2 on; 0 pads, 1 is any other word."""
    length: int = 0
    """Of a text: how many words are read."""


class FittedInput(Strict):
    """One Input node's tensor: float32 of shape (rows, width) from columns in order, or what its single column holds.

    Pictures and series keep their shape, texts become int32 ids (rows, length).
    """

    node: str
    name: str
    columns: tuple[FittedColumn, ...]
    raw: Literal["", "string", "int64"] = ""
    """Cells flow in as they stand, (rows, columns): texts, or whole numbers."""
    alone: bool = False
    """The one column has no axis of its own: (rows,)."""


class FittedTarget(Strict):
    """One Output node's target. Classes: int32 indices (rows,), or float32 one-hot when `one_hot`. Numbers: float32 (rows, 1).

    Pictures: float32, brought to 0…1 by what their pixels can be.
    """

    node: str
    name: str
    column: str
    kind: Literal["class", "number", "picture"]
    classes: tuple[str, ...] = ()
    one_hot: bool = False
    mean: float = 0.0
    scale: float = 1.0
    """(x - mean) / scale."""


class Fitted(Strict):
    """Preprocessing with its constants: with the rows and the split, the exact arrays a run trains on."""

    inputs: tuple[FittedInput, ...]
    targets: tuple[FittedTarget, ...]
    train_rows: int
    validation_rows: int
    data_hash: str
