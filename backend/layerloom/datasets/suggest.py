"""DataSpec + target → the last layer, loss and metrics that fit it, as JSON. The choice itself is `graph.suggestion`'s."""

from typing import Any

from layerloom.graph import suggestion
from layerloom.graph.data import DataSpec
from layerloom.graph.problems import Refused
from layerloom.graph.schema import OutputNode
from layerloom.graph.validate import ends


def suggest(spec: DataSpec, target: str | None) -> dict[str, Any]:
    """{"units", "activation", "loss", "metrics"}. Raises Refused where the target cannot be learned."""
    column, problems = ends.target("output", OutputNode(name="An output", target=target), spec)
    if column is None:
        raise Refused(*(one.model_copy(update={"nodes": (), "fixes": ()}) for one in problems))
    width = column.shape[-1] if column.shape else 1
    found = suggestion.suggest(suggestion.target_kind(column), len(column.categories), width)
    return {
        "units": found.units,
        "activation": found.activation,
        "loss": found.loss.model_dump(mode="json"),
        "metrics": [metric.model_dump(mode="json") for metric in found.metrics],
    }
