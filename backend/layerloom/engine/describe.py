"""Plan → summary and plot of the whole model, on abstract tensors. Allocates no weights; runs in a child."""

from typing import Any

import keras

from layerloom.engine.build import functional
from layerloom.engine.deep import deep
from layerloom.engine.infer import check
from layerloom.engine.plot import dot
from layerloom.engine.summary import summary
from layerloom.graph import plan_json
from layerloom.graph.plan import Plan
from layerloom.graph.source.values import snake


def describe(request: dict[str, Any]) -> dict[str, Any]:
    """{"plan"} → {"summary_text", "summary": rows, "dot"}. Raises Refused where shapes do not fit."""
    plan = plan_json.load(request["plan"])
    check(plan)
    return deep(lambda: _describe(plan))


def _describe(plan: Plan) -> dict[str, Any]:
    with keras.StatelessScope(initialize_variables=False):
        model = functional(plan, snake(plan.name))
    text, rows = summary(model)
    return {"summary_text": text, "summary": [row.model_dump(mode="json") for row in rows], "dot": dot(model)}
