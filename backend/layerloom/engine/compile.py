"""Plan → the arguments of `model.compile`: the same objects that the exported script writes, in the same order."""

from typing import Any

from layerloom.engine import objects
from layerloom.engine.build import alone
from layerloom.graph.plan import Plan


def arguments(plan: Plan) -> dict[str, Any]:
    """`optimizer`, `loss`, `metrics` and, where a weight differs from 1, `loss_weights`; by output name when there are several.

    Raises LookupError when an output has no loss.
    """
    losses, metrics = {}, {}
    for output in plan.outputs:
        if output.loss is None:
            raise LookupError(f"Output {output.name} has no loss.")
    optimizer = objects.made("optimizer", plan.training.optimizer)
    for output in plan.outputs:
        losses[output.name] = objects.made("loss", output.loss) if output.loss else None
    for output in plan.outputs:
        metrics[output.name] = [objects.made("metric", metric) for metric in output.metrics]
    compiled = {"optimizer": optimizer, "loss": alone(losses), "metrics": alone(metrics)}
    if any(output.weight != 1 for output in plan.outputs):
        weights = {output.name: output.weight for output in plan.outputs}
        compiled["loss_weights"] = list(weights.values()) if len(weights) == 1 else weights
    return compiled
