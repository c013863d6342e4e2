"""Plan ⇄ JSON, so that a plan can travel to another process and be the same there."""

from typing import Any

from layerloom.graph import learning
from layerloom.graph.data import DataSpec
from layerloom.graph.plan import (
    BackboneCall,
    Bypass,
    CustomCall,
    LayerCall,
    OpCall,
    Plan,
    PlanBlock,
    PlanInput,
    PlanOutput,
    PlanPort,
    Ref,
    Step,
)
from layerloom.graph.schema import Spec, Training

Json = dict[str, Any]
Arguments = dict[str, Ref | tuple[Ref, ...]]


def dump(plan: Plan) -> Json:
    """Plain JSON data; nested calls are tagged `$layer`, `$op`, `$spec`."""
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
        "bypasses": [
            {"node": one.node, "name": one.name, "layer": one.layer, "source": _dump_ref(one.source), "port": one.port}
            for one in plan.bypasses
        ],
        "blocks": [_dump_block(block) for block in plan.blocks],
        "passes": {port: _dump_ref(source) for port, source in plan.passes.items()},
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
        tuple(
            Bypass(one["node"], one["name"], one["layer"], Ref(*one["source"]), one["port"]) for one in data["bypasses"]
        ),
        tuple(_load_block(block) for block in data["blocks"]),
        {port: Ref(*source) for port, source in data["passes"].items()},
    )


def _dump_block(block: PlanBlock) -> Json:
    return {
        "node": block.node,
        "name": block.name,
        "made_as": block.made_as,
        "kind": block.kind,
        "inputs": [_dump_port(port) for port in block.inputs],
        "outputs": [_dump_port(port) for port in block.outputs],
        "arguments": {step: _dump_arguments(given) for step, given in block.arguments.items()},
        "outer": block.outer,
        "of": block.of,
        "drawn": block.drawn,
        "called": block.called,
        "repeat": block.repeat,
        "times": block.times,
        "varied": {step: list(params) for step, params in block.varied.items()},
    }


def _load_block(data: Json) -> PlanBlock:
    return PlanBlock(
        data["node"],
        data["name"],
        data["made_as"],
        data["kind"],
        tuple(_load_port(port) for port in data["inputs"]),
        tuple(_load_port(port) for port in data["outputs"]),
        {step: _load_arguments(given) for step, given in data["arguments"].items()},
        data["outer"],
        data["of"],
        data["drawn"],
        data["called"],
        data["repeat"],
        data["times"],
        {step: tuple(params) for step, params in data["varied"].items()},
    )


def _dump_port(port: PlanPort) -> Json:
    shape = None if port.shape is None else list(port.shape)
    return {"node": port.node, "name": port.name, "source": _dump_ref(port.source), "shape": shape, "dtype": port.dtype}


def _load_port(data: Json) -> PlanPort:
    shape = None if data["shape"] is None else tuple(data["shape"])
    return PlanPort(data["node"], data["name"], Ref(*data["source"]), shape, data["dtype"])


def dump_call(call: LayerCall | OpCall) -> Json:
    if isinstance(call, BackboneCall):
        told = {"params": _dump_value(call.params), "freeze": call.freeze, "prepared": call.prepared}
        return {"$backbone": call.layer, **told}
    if isinstance(call, CustomCall):
        told = {"kind": call.kind, "source": call.source, "defines": list(call.defines)}
        return {"$custom": call.layer, "params": _dump_value(call.params), **told}
    if isinstance(call, LayerCall):
        learned = {"learned": call.learned} if call.learned and learning.shapes_by_size(call) else {}
        return {"$layer": call.layer, "params": _dump_value(call.params), "trainable": call.trainable, **learned}
    return {"$op": call.op, "params": _dump_value(call.params)}


def load_call(data: Json) -> LayerCall | OpCall:
    if "$backbone" in data:
        params = _load_value(data["params"])
        return BackboneCall(data["$backbone"], params, freeze=data["freeze"], prepared=data["prepared"])
    if "$custom" in data:
        own = {"kind": data["kind"], "source": data["source"], "defines": tuple(data["defines"])}
        return CustomCall(data["$custom"], _load_value(data["params"]), **own)
    if "$layer" in data:
        return LayerCall(data["$layer"], _load_value(data["params"]), data["trainable"], data.get("learned"))
    return OpCall(data["$op"], _load_value(data["params"]))


def dump_step(step: Step) -> Json:
    return {
        "node": step.node,
        "name": step.name,
        "call": dump_call(step.call),
        "arguments": _dump_arguments(step.arguments),
        "outputs": list(step.outputs),
        "shares": step.shares,
        "options": _dump_value(step.options),
    }


def load_step(data: Json) -> Step:
    return Step(
        data["node"],
        data["name"],
        load_call(data["call"]),
        _load_arguments(data["arguments"]),
        tuple(data["outputs"]),
        data["shares"],
        _load_value(data["options"]),
    )


def _dump_arguments(arguments: Arguments) -> Json:
    return {
        port: _dump_ref(refs) if isinstance(refs, Ref) else [_dump_ref(ref) for ref in refs]
        for port, refs in arguments.items()
    }


def _load_arguments(data: Json) -> Arguments:
    return {
        port: Ref(*refs) if isinstance(refs[0], str) else tuple(Ref(*ref) for ref in refs)
        for port, refs in data.items()
    }


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
