"""Which loss and metrics fit a target, and which last layer fits it. The one truth: validation fills in from here, the data panel offers it.

A class target with several units: sparse cross-entropy; two classes on one unit: binary cross-entropy; a number or a picture:
squared error.
"""

from dataclasses import dataclass
from typing import Literal

from layerloom.graph.data import Column
from layerloom.graph.schema import Spec

TargetKind = Literal["class", "number", "picture"]

PROBABILITIES = ("softmax", "sigmoid", "hard_sigmoid", "sparsemax", "sparse_sigmoid")


@dataclass(frozen=True, slots=True)
class Head:
    """The last layer that shapes an output, as far as parameters tell: its units and its activation."""

    units: int | None = None
    activation: str | None = None

    @property
    def logits(self) -> bool:
        """True where nothing turns its numbers into probabilities."""
        return self.activation not in PROBABILITIES


def target_kind(column: Column) -> TargetKind:
    if column.kind == "picture":
        return "picture"
    return "class" if column.kind == "category" else "number"


@dataclass(frozen=True, slots=True)
class Suggestion:
    units: int
    activation: str
    loss: Spec
    metrics: tuple[Spec, ...]


def suggest(kind: TargetKind, classes: int = 0, width: int = 1) -> Suggestion:
    """The last layer, loss and metrics for a target of so many classes, so many numbers, or a picture of so many channels."""
    if kind != "class":
        head = Head(width, "sigmoid" if kind == "picture" else "linear")
        return Suggestion(width, head.activation or "linear", loss(kind, classes, head), metrics(kind, classes, head))
    if classes == 2:
        head = Head(1, "sigmoid")
        return Suggestion(1, "sigmoid", loss(kind, classes, head), metrics(kind, classes, head))
    head = Head(max(classes, 2), "softmax")
    return Suggestion(max(classes, 2), "softmax", loss(kind, classes, head), metrics(kind, classes, head))


def loss(kind: TargetKind, classes: int, head: Head) -> Spec:
    """The loss for that target behind that last layer; a layer without softmax or sigmoid gives logits."""
    if kind != "class":
        return Spec(name="MeanSquaredError")
    params = {"from_logits": True} if head.logits else {}
    binary = head.units == 1 and classes <= 2
    return Spec(name="BinaryCrossentropy" if binary else "SparseCategoricalCrossentropy", params=params)


def metrics(kind: TargetKind, classes: int, head: Head) -> tuple[Spec, ...]:
    if kind != "class":
        return (Spec(name="MeanAbsoluteError", params={"name": "mae"}),)
    return (accuracy(loss(kind, classes, head)),)


def accuracy(loss: Spec) -> Spec:
    """What "accuracy" means beside that loss; called `accuracy` in every report."""
    name = {
        "BinaryCrossentropy": "BinaryAccuracy",
        "BinaryFocalCrossentropy": "BinaryAccuracy",
        "CategoricalCrossentropy": "CategoricalAccuracy",
        "CategoricalFocalCrossentropy": "CategoricalAccuracy",
        "CategoricalHinge": "CategoricalAccuracy",
        "KLDivergence": "CategoricalAccuracy",
    }.get(loss.name, "SparseCategoricalAccuracy")
    params: dict[str, object] = {"name": "accuracy"}
    if name == "BinaryAccuracy" and loss.params.get("from_logits") is True:
        params["threshold"] = 0.0  # a logit of 0 is a probability of one half
    return Spec(name=name, params=params)


def one_hot(loss: str | None, classes: int) -> bool:
    """Whether a target of classes reaches this loss as one-hot rows: not for sparse losses, nor for two classes on one unit."""
    if loss is None or loss.startswith("Sparse"):
        return False
    return classes > 2 or loss.startswith("Categorical") or loss == "KLDivergence"
