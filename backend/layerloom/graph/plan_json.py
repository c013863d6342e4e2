"""Plan ⇄ JSON, so that a plan can travel to another process and be the same there."""

from typing import Any

from layerloom.graph.data import DataSpec
from layerloom.graph.plan import LayerCall, OpCall, Plan, PlanInput, PlanOutput, Ref, Step
from layerloom.graph.schema import Spec, Training

Json = dict[str, Any]


def dump(plan: Plan) -> Json:
    """Plain JSON data; nested calls are tagged `$layer`, `$op`, `$plan`, `$spec`."""
    return {
        "name": plan.name,
        "inputs": [
            {
                "node": one.node,
                "name": one.name,
                "shape": list(one.shape),
                "dtype": one.dtype,
                "columns": list(one.columns),
                "scaling": one.scaling,
            }
            for one in plan.inputs
        ],
        "steps": [dump_step(step) for step in plan.steps],
        "outputs": [
            {
                "node": one.node,
                "name": one.name,
                "source": _dump_ref(one.source),
                "target": one.target,
                "kind": one.kind,
                "classes": list(one.classes),
                "loss": _dump_value(one.loss),
                "metrics": [_dump_value(metric) for metric in one.metrics],
                "weight": one.weight,
            }
            for one in plan.outputs
        ],
        "training": {
            **plan.training.model_dump(mode="json", exclude={"optimizer"}),
            "optimizer": _dump_value(plan.training.optimizer),
        },
        "data": plan.data.model_dump(mode="json") if plan.data else None,
    }


def load(data: Json) -> Plan:
    """The plan that was dumped, equal to it. Raises KeyError or ValueError for anything else."""
    training = Training.model_validate({**data["training"], "optimizer": {"name": "Adam"}})
    return Plan(
        data["name"],
        tuple(
            PlanInput(
                one["node"], one["name"], tuple(one["shape"]), one["dtype"], tuple(one["columns"]), one["scaling"]
            )
            for one in data["inputs"]
        ),
        tuple(load_step(step) for step in data["steps"]),
        tuple(
            PlanOutput(
                one["node"],
                one["name"],
                Ref(*one["source"]),
                one["target"],
                one["kind"],
                tuple(one["classes"]),
                _load_value(one["loss"]),
                tuple(_load_value(metric) for metric in one["metrics"]),
                one["weight"],
            )
            for one in data["outputs"]
        ),
        training.model_copy(update={"optimizer": _load_value(data["training"]["optimizer"])}),
        DataSpec.model_validate(data["data"]) if data["data"] else None,
    )


def dump_call(call: LayerCall | OpCall | Plan) -> Json:
    match call:
        case LayerCall():
            return {"$layer": call.layer, "params": _dump_value(call.params), "trainable": call.trainable}
        case OpCall():
            return {"$op": call.op, "params": _dump_value(call.params)}
    return {"$plan": dump(call)}


def load_call(data: Json) -> LayerCall | OpCall | Plan:
    if "$layer" in data:
        return LayerCall(data["$layer"], _load_value(data["params"]), data["trainable"])
    if "$op" in data:
        return OpCall(data["$op"], _load_value(data["params"]))
    return load(data["$plan"])


def dump_step(step: Step) -> Json:
    return {
        "node": step.node,
        "name": step.name,
        "call": dump_call(step.call),
        "arguments": {
            port: _dump_ref(refs) if isinstance(refs, Ref) else [_dump_ref(ref) for ref in refs]
            for port, refs in step.arguments.items()
        },
        "outputs": list(step.outputs),
        "shares": step.shares,
        "options": _dump_value(step.options),
    }


def load_step(data: Json) -> Step:
    return Step(
        data["node"],
        data["name"],
        load_call(data["call"]),
        {
            port: Ref(*refs) if isinstance(refs[0], str) else tuple(Ref(*ref) for ref in refs)
            for port, refs in data["arguments"].items()
        },
        tuple(data["outputs"]),
        data["shares"],
        _load_value(data["options"]),
    )


def _dump_ref(ref: Ref) -> list[str]:
    return [ref.node, ref.port]


def _dump_value(value: Any) -> Any:
    match value:
        case LayerCall():
            return dump_call(value)
        case Spec():
            return {"$spec": value.name, "params": _dump_value(value.params)}
        case dict():
            return {key: _dump_value(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_dump_value(inner) for inner in value]
    return value


def _load_value(value: Any) -> Any:
    if isinstance(value, dict):
        if "$layer" in value:
            return load_call(value)
        if "$spec" in value:
            return Spec(name=value["$spec"], params=_load_value(value["params"]))
        return {key: _load_value(inner) for key, inner in value.items()}
    return tuple(_load_value(inner) for inner in value) if isinstance(value, list) else value
