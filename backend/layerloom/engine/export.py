"""Plan → a `.keras` file with freshly drawn weights, for those who want to train elsewhere. Runs in a child."""

from pathlib import Path
from typing import Any

from layerloom.engine import compile as compiling
from layerloom.engine.build import build
from layerloom.engine.infer import check
from layerloom.graph import plan_json


def keras_file(request: dict[str, Any]) -> dict[str, Any]:
    """{"plan", "path"} → {"bytes"}: the model, compiled where every output has a loss, written to `path` (ends in `.keras`).

    Raises Refused where shapes do not fit.
    """
    plan = plan_json.load(request["plan"])
    check(plan)
    path = Path(request["path"])
    model = build(plan, plan.training.seed)
    if all(output.loss for output in plan.outputs):
        model.compile(**compiling.arguments(plan))
        model.optimizer.build(model.trainable_variables)  # a saved optimizer without its slots cannot be loaded again
    model.save(path)
    return {"bytes": path.stat().st_size}
