"""Plan + memo → Inference: shapes, dtypes, parameters and memory for every step, without Keras.

The memo's unit is one layer with all its calls so far; keys hold no names. What the memo lacks is asked for, not guessed.
"""

from layerloom.catalog.types import Strict
from layerloom.graph.problems import Problem
from layerloom.graph.schema import NodeId


class TensorSpec(Strict):
    shape: tuple[int | None, ...]
    """Batch axis first, as None."""
    dtype: str


class NodeInference(Strict):
    outputs: dict[str, TensorSpec]
    """By output port."""
    params: int = 0
    trainable_params: int = 0
    weight_bytes: int = 0
    activation_bytes: int = 0
    """Of its outputs, for one sample."""
    stale: bool = False
    """Shown from before: the node's own inference has failed or is not known yet."""


class Totals(Strict):
    params: int = 0
    trainable_params: int = 0
    weight_bytes: int = 0
    activation_bytes: int = 0
    """One sample, forward, all steps."""
    training_bytes: int = 0
    """Estimate at the batch size: weights, gradients, optimizer slots and activations."""


class Inference(Strict):
    nodes: dict[NodeId, NodeInference]
    problems: tuple[Problem, ...]
    totals: Totals
