"""What became of a saved model: what mapped, what holds a place, what was left out, and what goes by another name now."""

from typing import Literal

from pydantic import Field

from layerloom.catalog.types import Strict
from layerloom.graph.schema import Graph, NodeId
from layerloom.words import Phrase, say


class Remark(Strict):
    """One thing that is not as the file has it."""

    kind: Literal["placeholder", "left_out", "changed", "implicit"]
    """A layer that only holds its place; something of a layer or of the training that was left out; something that is said another
    way now; operations that nobody drew, and that Keras makes again by itself."""
    text: str
    words: Phrase
    """What the text is made of."""
    nodes: tuple[NodeId, ...] = ()


class Count(Strict):
    name: str
    """A layer, or an operation: `Conv2D`, `ops.add`."""
    n: int


class Weights(Strict):
    """The numbers that came along."""

    arrays: int
    numbers: int
    bytes: int
    optimizer: bool
    """Whether the optimizer's own state is among them."""


class Report(Strict):
    made_with: str
    """`Keras 3.15.1`, as far as the file says."""
    model: str
    """The model's class: `Functional`, `Sequential`."""
    layers: int
    """How many the file holds, those of nested models included."""
    mapped: tuple[Count, ...]
    """Nodes by what they are, the most frequent first."""
    remarks: tuple[Remark, ...] = ()
    weights: Weights | None = None

    @property
    def placeholders(self) -> tuple[Remark, ...]:
        return tuple(one for one in self.remarks if one.kind == "placeholder")


class Place(Strict):
    """Where a layer's numbers are, and who owns them here."""

    store: str
    """The group in a `.keras` file's HDF5."""
    node: NodeId | None = None
    """None where the layer became a placeholder."""


class Imported(Strict):
    """A graph that came from elsewhere, with its report."""

    graph: Graph
    report: Report
    places: dict[str, Place] = Field(default={})
    """Every layer of the file, in its order, by names of models and layer joined by `/`."""


class Remarks:
    """Gathers remarks while a model is read."""

    def __init__(self) -> None:
        self.found: list[Remark] = []

    def add(
        self, kind: Literal["placeholder", "left_out", "changed", "implicit"], words: Phrase, *nodes: NodeId
    ) -> None:
        self.found.append(Remark(kind=kind, text=say(words), words=words, nodes=nodes))
