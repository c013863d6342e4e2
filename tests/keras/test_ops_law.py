"""The laws over every operation: shapes, script, saving and running, each drawn in a graph by its catalog example."""

import inspect
import json
from collections import defaultdict

import keras
import numpy as np
import pytest
from keras.src.backend.common import global_state

import round_trip
from layerloom import catalog
from layerloom.engine import introspect
from layerloom.engine.build import build
from layerloom.engine.infer import answer, whole_model
from layerloom.graph import rest
from layerloom.graph.inference import Memo, conclude, walk
from layerloom.graph.plan import OpCall
from layerloom.graph.ports import outputs_with
from layerloom.graph.source import script
from layerloom.graph.validate.ops import stem
from plans import graph

OPS = catalog.members("op")
DRAWN = [op for op in OPS if op.stands_alone]
SECTIONS = sorted({op.section for op in DRAWN})
WITHOUT_ORDER = {"empty_like", "image.elastic_transform"}
"""Gives other numbers each time: what lay in memory, or chance."""


def drawn(*ops):
    """A graph in which each op stands with the inputs of its example and an output at each port; inputs alike are one."""
    nodes, edges = {}, []
    for place, op in enumerate(ops):
        nodes[f"n{place}"] = {"type": "op", "name": f"node {place}", "op": op.name, "params": op.example.params}
        for port, some in op.example.inputs.items():
            for number, one in enumerate(some):
                source = f"{one.dtype}_{'_'.join(map(str, one.shape[1:]))}_{number}"
                shape = {"type": "input", "name": source, "shape": one.shape[1:], "dtype": one.dtype}
                nodes.setdefault(source, shape | {"scaling": "none"})
                edges.append((source, f"n{place}.{port}"))
        wires = {port: len(some) for port, some in op.example.inputs.items()}
        for port in outputs_with(op, op.example.params, wires):
            nodes[f"o{place}_{port.name}"] = {"type": "output", "name": f"{op.name} {port.name}"}
            edges.append((f"n{place}.{port.name}", f"o{place}_{port.name}"))
    return graph(nodes, edges, {}, "ops")


def anew():
    """Keras counts the names of operations from the start again, as in a new process."""
    global_state.set_global_attribute("object_name_uids", defaultdict(int))


def test_every_public_name_of_keras_ops_is_drawn_or_says_why_not():
    for prefix, module in (("", keras.ops), ("image.", keras.ops.image)):
        for name, value in vars(module).items():
            if inspect.isfunction(value):
                op = catalog.get("op", prefix + name)
                assert op is not None, name
                assert op.stands_alone != bool(op.reason), name
                assert op.hidden == (not op.stands_alone), name
    for part in ("linalg", "math", "nn", "numpy"):
        module = getattr(keras.ops, part, None)
        assert module is None or {name for name in vars(module) if not name.startswith("_")} <= set(vars(keras.ops))
    assert len(DRAWN) > 300


@pytest.mark.parametrize("op", DRAWN, ids=lambda op: op.name)
def test_memoised_inference_is_the_whole_models(op):
    plan = drawn(op)
    memo = Memo()
    memo.add(answer(json.loads(json.dumps(rest.dump(plan, walk(plan, memo)))))["entries"])
    found = walk(plan, memo)
    assert not found.questions
    assert not found.failures
    assert conclude(plan, found).nodes == whole_model(plan).nodes


@pytest.mark.parametrize("op", DRAWN, ids=lambda op: op.name)
def test_a_script_builds_what_is_built(op):
    plan = drawn(op)
    anew()
    ours = build(plan, 1)
    anew()
    names = {"__name__": "imported"}
    exec(script(plan), names)
    theirs = names["build_model"]()
    assert ours.to_json() == theirs.to_json()
    (operation,) = (one for one in ours.operations if not isinstance(one, keras.layers.InputLayer))
    assert type(operation).__name__ == op.operation
    assert operation.name == stem(op.operation)


@pytest.mark.parametrize("op", DRAWN, ids=lambda op: op.name)
def test_a_model_comes_back_as_the_graph_it_was(op):
    model = build(drawn(op), 1)
    after, found = round_trip.again(model)
    assert [one.text for one in found.report.remarks if one.kind in ("placeholder", "left_out")] == []
    # Keras saves the operation, and some have two functions: `abs` comes back as `absolute`.
    assert [catalog.get("op", node.op).operation for node in found.graph.nodes.values() if node.type == "op"] == [
        op.operation
    ]
    assert list(round_trip.differences(model, after, found)) == []


@pytest.mark.parametrize("section", SECTIONS)
def test_all_run_in_one_graph_are_saved_and_come_back(section, tmp_path):
    """In graph mode with an open batch, as in training; the shapes that inference told are those that come."""
    plan = drawn(*(op for op in DRAWN if op.section == section))
    model = build(plan, 1)
    fed = {name: _numbers(one) for name, one in model.input.items()}
    given = _run(model, fed)
    model.save(tmp_path / "model.keras")
    again = _run(keras.models.load_model(tmp_path / "model.keras"), fed)
    named = {output.name: output for output in plan.outputs}
    ops = {step.node: step.call.op for step in plan.steps if isinstance(step.call, OpCall)}
    for name, spec in model.output.items():
        shape = np.shape(given[name])
        assert len(shape) == len(spec.shape), name
        assert all(size in (None, real) for size, real in zip(spec.shape, shape, strict=True)), name
        if ops[named[name].source.node] not in WITHOUT_ORDER:
            np.testing.assert_array_equal(given[name], again[name], name)


def _run(model, fed):
    import tensorflow as tf

    signature = {name: tf.TensorSpec(one.shape, one.dtype) for name, one in model.input.items()}
    return tf.function(lambda arrays: model(arrays), input_signature=[signature], autograph=False)(fed)


def _numbers(tensor):
    rng = np.random.default_rng(0)
    shape = [3 if size is None else size for size in tensor.shape]
    if tensor.dtype == "bool":
        return rng.integers(0, 2, shape).astype(bool)
    if tensor.dtype.startswith("int"):
        return rng.integers(1, 3, shape).astype(tensor.dtype)
    values = rng.uniform(0.1, 0.9, shape)
    if len(shape) > 2 and shape[-1] == shape[-2]:
        values = values @ np.swapaxes(values, -1, -2) + np.eye(shape[-1])
    return values.astype(tensor.dtype)


def test_what_layerloom_says_of_ports_is_what_keras_takes():
    for op in OPS:
        found = next(one for one in introspect.all_public() if (one.kind, one.name) == ("op", op.name))
        taken = list(inspect.signature(found.object).parameters)
        told = [name.lstrip("*") for name in op.signature]
        assert [name for name in told if name != "input"] == [name for name in taken if name in told], op.name
        assert {param.name for param in op.params} | {port.name for port in op.inputs} == set(told), op.name
