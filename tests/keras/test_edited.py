"""Code ↔ graph: a script that nobody edited changes nothing, and an edit of its text changes exactly that in the graph.

The law lets our own writer be the person: what a graph was changed to is written as a script, and the edits that come of it, put on the
graph as it was, must give that graph again.
"""

import ast
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from layerloom.datasets import registry
from layerloom.engine import edited
from layerloom.graph import edits
from layerloom.graph.plan import LayerCall, OpCall, Plan
from layerloom.graph.problems import (
    AddEdge,
    AddNode,
    Edit,
    InsertOnEdge,
    Refused,
    RemoveNode,
    SetField,
    SetParam,
    SetTraining,
)
from layerloom.graph.recode import Ran, Recoded, anchors, onto, recode
from layerloom.graph.schema import Edge, Graph, LayerNode, OpNode
from layerloom.graph.source import script
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import validate
from plans import FILES, names


def drawn(file: Path) -> tuple[Graph, Plan]:
    graph = open_graph(file.read_bytes())
    return graph, planned(graph, file.parent)


def planned(graph: Graph, folder: Path) -> Plan:
    source = graph.training.data
    plan = validate(graph, registry.spec(source, folder) if source else None).plan
    assert plan is not None
    return plan


def model(text: str) -> Graph:
    return Graph.model_validate(edited.model_of(text)["graph"])


def came_of(graph: Graph, plan: Plan, text: str) -> tuple[Edit, ...]:
    return told(graph, plan, text).edits


def told(graph: Graph, plan: Plan, text: str) -> Recoded:
    trees = ast.parse(script(plan)), edited.parsed(text)
    ran = {"before": before(script(plan)), "after": edited.model_of(text), "untold": list(edited.untold(*trees))}
    return recode(graph, plan, Ran.model_validate(ran))


@cache
def before(text: str) -> dict[str, Any]:
    return edited.model_of(text)


def meant(plan: Plan) -> Any:
    """A plan without the ids of what is new in it: calls by name, what flows by the names of what it comes from."""
    called = {one.node: one.name for part in (plan.inputs, plan.steps) for one in part}
    numbers = {
        step.node: f"{step.call.op} {place}" for place, step in enumerate(plan.steps) if isinstance(step.call, OpCall)
    }
    called |= numbers

    def flows(refs: Any) -> Any:
        return [flows(one) for one in refs] if isinstance(refs, tuple) else (called[refs.node], refs.port)

    steps = [
        (
            called[step.node],
            step.call,
            {port: flows(refs) for port, refs in step.arguments.items()},
            called.get(step.shares or ""),
            step.options,
        )
        for step in plan.steps
    ]
    ends = [(one.name, flows(one.source), one.loss, one.metrics, one.weight) for one in plan.outputs]
    inputs = [(one.name, one.shape, one.dtype, one.columns, one.scaling) for one in plan.inputs]
    return sorted(inputs), sorted(steps, key=lambda one: one[0]), ends, plan.training


def first(graph: Graph, plan: Plan, *layers: str) -> str | None:
    """The first step that calls such a layer, and nobody else does."""
    shared = {step.shares for step in plan.steps}
    found = (
        step.node
        for step in plan.steps
        if step.shares is None
        and step.node not in shared
        and isinstance(step.call, LayerCall)
        and (not layers or step.call.layer in layers)
    )
    return next(found, None)


def rename(graph: Graph, plan: Plan) -> Graph | None:
    id = first(graph, plan)
    return None if id is None else edits.apply(graph, [SetField(node=id, field="name", value="called_otherwise")])


def widen(graph: Graph, plan: Plan) -> Graph | None:
    id = first(graph, plan, "Dense", "LSTM", "GRU")
    return None if id is None else edits.apply(graph, [SetParam(node=id, param="use_bias", value=False)])


def freeze(graph: Graph, plan: Plan) -> Graph | None:
    id = first(graph, plan, "Dense", "Conv2D", "LSTM")
    return None if id is None else edits.apply(graph, [SetField(node=id, field="trainable", value=False)])


def swap(graph: Graph, plan: Plan) -> Graph | None:
    id = first(graph, plan, "Dense")
    made = [
        SetField(node=id or "", field="layer", value="GaussianNoise"),
        SetField(node=id or "", field="params", value={"stddev": 0.5}),
    ]
    return None if id is None else edits.apply(graph, made)


def wires_into(graph: Graph, plan: Plan) -> list[str]:
    """Wires that end at a step's first port or at an output, outside of blocks."""
    ends = [(step.node, next(iter(step.arguments))) for step in plan.steps] + [
        (one.node, "input") for one in plan.outputs
    ]
    return [id for end in ends for id, edge in sorted(graph.edges.items()) if (edge.target, edge.target_port) == end]


def insert(graph: Graph, plan: Plan, at: int = 0) -> Graph | None:
    found = wires_into(graph, plan)
    new = LayerNode(name="inserted", layer="Dropout", params={"rate": 0.25})
    return edits.apply(graph, [InsertOnEdge(edge=found[at], id="inserted", node=new)]) if found else None


def insert_last(graph: Graph, plan: Plan) -> Graph | None:
    return insert(graph, plan, -1)


def insert_op(graph: Graph, plan: Plan) -> Graph | None:
    found = wires_into(graph, plan)
    new = OpNode(name="inserted", op="tanh")
    return edits.apply(graph, [InsertOnEdge(edge=found[-1], id="inserted", node=new)]) if found else None


def remove(graph: Graph, plan: Plan) -> Graph | None:
    id = first(graph, plan, "Dropout", "Activation", "BatchNormalization", "Flatten", "Dense", "LayerNormalization")
    return None if id is None else edits.apply(graph, [RemoveNode(node=id)])


def branch(graph: Graph, plan: Plan) -> Graph | None:
    """What stands before the output also goes another way, and both meet again."""
    end = plan.outputs[0]
    into = next((id for id, edge in graph.edges.items() if edge.target == end.node), None)
    if into is None:
        return None
    edge = graph.edges[into]
    beside = LayerNode(name="beside", layer="ActivityRegularization", params={"l2": 0.5})
    ends = {"source": edge.source, "source_port": edge.source_port}
    made = [
        AddNode(id="beside", node=beside, near=edge.source),
        AddNode(id="meeting", node=LayerNode(name="meeting", layer="Add"), near="beside"),
        AddEdge(id="b1", edge=Edge(**ends, target="beside")),
        AddEdge(id="b2", edge=Edge(**ends, target="meeting", order="a0")),
        AddEdge(id="b3", edge=Edge(source="beside", target="meeting", order="a1")),
        AddEdge(id=into, edge=edge.model_copy(update={"source": "meeting", "source_port": "output"})),
    ]
    return edits.apply(graph, made)


def retrain(graph: Graph, plan: Plan) -> Graph | None:
    if graph.training.data is None:
        return None
    made = [
        SetTraining(field="optimizer", value={"name": "SGD", "params": {"momentum": 0.75}}),
        SetTraining(field="epochs", value=3),
        SetTraining(field="batch_size", value=7),
        SetTraining(field="split", value={**graph.training.split.model_dump(), "validation": 0.5}),
        SetTraining(field="early_stopping", value={"patience": 2}),
    ]
    return edits.apply(graph, made)


CHANGES = [rename, widen, freeze, swap, insert, insert_last, insert_op, remove, branch, retrain]


@pytest.mark.parametrize("file", FILES, ids=names())
def test_a_script_that_nobody_edited_changes_nothing_and_every_node_is_known(file: Path) -> None:
    graph, plan = drawn(file)
    made = model(script(plan))
    home = anchors.of(plan, made)
    assert len(set(home.values())) == len(home)
    assert set(home.values()) == {one.node for part in (plan.inputs, plan.steps, plan.outputs) for one in part}
    assert edits.apply(graph, came_of(graph, plan, f"# looked at\n{script(plan)}\n")) == graph


@pytest.mark.parametrize("file", FILES, ids=names())
@pytest.mark.parametrize("change", CHANGES, ids=[one.__name__ for one in CHANGES])
def test_what_the_graph_was_changed_to_comes_back_through_its_script(change: Any, file: Path) -> None:
    graph, plan = drawn(file)
    wanted = change(graph, plan)
    if wanted is None:
        pytest.skip("nothing here to change so")
    try:
        there = planned(wanted, file.parent)
    except AssertionError:
        pytest.skip("changed so, it makes no sense")
    try:
        came = came_of(graph, plan, script(there))
    except Refused:
        pytest.skip("Keras does not take it")
    found = edits.apply(graph, came)
    assert meant(planned(found, file.parent)) == meant(there)
    untouched = graph.nodes.keys() & wanted.nodes.keys()
    assert untouched <= found.nodes.keys()
    assert {id: found.layout.get(id) for id in untouched} == {id: graph.layout.get(id) for id in untouched}


def at(name: str) -> tuple[Graph, Plan, str]:
    (file,) = (one for one in FILES if one.stem == name)
    graph, plan = drawn(file)
    return graph, plan, script(plan)


def replaced(name: str, *pairs: tuple[str, str]) -> Recoded:
    graph, plan, text = at(name)
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return told(graph, plan, text)


def plain(found: Recoded) -> list[dict[str, Any]]:
    return [one.model_dump(mode="json", exclude_defaults=True) for one in found.edits]


def test_a_name_a_number_and_the_settings_change_exactly_that() -> None:
    assert plain(replaced("iris-mlp", ('name="dense_1"', 'name="wide"'))) == [
        {"node": "dense_1", "field": "name", "value": "wide"}
    ]
    assert plain(replaced("iris-mlp", ("layers.Dense(16,", "layers.Dense(48,"))) == [
        {"node": "dense_1", "param": "units", "value": 48}
    ]
    settings = replaced("iris-mlp", ("EPOCHS = 60", "EPOCHS = 3"), ("learning_rate=0.01", "learning_rate=0.5"))
    assert plain(settings) == [
        {"field": "optimizer", "value": {"name": "Adam", "params": {"learning_rate": 0.5}}},
        {"field": "epochs", "value": 3},
    ]
    assert plain(replaced("iris-mlp", ("patience=15", "patience=4")))[0]["value"]["patience"] == 4
    loss = replaced("iris-mlp", ("SparseCategoricalCrossentropy()", "SparseCategoricalCrossentropy(ignore_class=1)"))
    assert plain(loss)[0]["node"] == "label"
    assert plain(loss)[0]["value"] == {"name": "SparseCategoricalCrossentropy", "params": {"ignore_class": 1}}


def test_an_argument_that_is_taken_away_is_as_keras_has_it() -> None:
    assert plain(replaced("iris-mlp", ('16, activation="relu", name="dense_2"', '16, name="dense_2"'))) == [
        {"node": "dense_2", "param": "activation", "value": None}
    ]


def test_a_line_that_is_added_comes_between_without_a_name_of_its_own() -> None:
    graph, _, _ = at("iris-mlp")
    found = replaced("iris-mlp", ("    species = ", "    x = layers.Dense(8)(x)\n    species = "))
    (node,) = (one for one in found.edits if isinstance(one, AddNode))
    assert (node.node.name, node.near) == ("dense", "dense_2")
    assert node.node.model_dump(exclude_defaults=True) == {"name": "dense", "layer": "Dense", "params": {"units": 8}}
    after = edits.apply(graph, found.edits)
    assert after.edges["dense_2-species"].source == node.id
    assert after.nodes.keys() - graph.nodes.keys() == {node.id}
    assert after.layout.items() >= graph.layout.items()


def test_a_line_that_goes_takes_its_node_and_nothing_else() -> None:
    graph, _, text = at("digits-cnn")
    (line,) = (one for one in text.splitlines(keepends=True) if "layers.Flatten(" in one)
    found = replaced("digits-cnn", (line, "    x = layers.GlobalAveragePooling2D(name='pooled')(x)\n"))
    after = edits.apply(graph, found.edits)
    gone = graph.nodes.keys() - after.nodes.keys()
    assert [graph.nodes[id].layer for id in gone if isinstance(graph.nodes[id], LayerNode)] == ["Flatten"]
    assert {after.nodes[id].name for id in after.nodes.keys() - graph.nodes.keys()} == {"pooled"}
    assert all(after.nodes[id] == graph.nodes[id] for id in graph.nodes.keys() & after.nodes.keys())


def test_a_branch_a_loop_and_a_function_of_ones_own_are_python_like_any_other() -> None:
    graph, _, _ = at("iris-mlp")
    own = "def residual(x, n):\n    return layers.Add()([x, layers.Dense(n)(x)])\n\n\ndef build_model("
    loop = "    for _ in range(2):\n        x = residual(x, 16)\n    species = "
    found = replaced("iris-mlp", ("def build_model(", own), ("    species = ", loop))
    after = edits.apply(graph, found.edits)
    new = [after.nodes[id] for id in after.nodes.keys() - graph.nodes.keys()]
    assert sorted(one.layer for one in new if isinstance(one, LayerNode)) == ["Add", "Add", "Dense", "Dense"]
    assert len(after.edges) == len(graph.edges) + 6


def test_another_class_of_layer_under_the_same_name_keeps_its_place() -> None:
    found = replaced(
        "iris-mlp", ('layers.Dense(16, activation="relu", name="dense_2")', 'layers.Dropout(0.5, name="dense_2")')
    )
    assert plain(found) == [
        {"node": "dense_2", "field": "layer", "value": "Dropout"},
        {"node": "dense_2", "field": "params", "value": {"rate": 0.5}},
    ]


def test_edits_of_how_data_is_loaded_are_told_and_change_nothing() -> None:
    found = replaced("iris-mlp", ('.astype("float32")', '.astype("float64")'))
    assert found.edits == ()
    assert [str(one) for one in found.remarks if "make_inputs" in str(one)]


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "said"),
    [
        ("species = layers", "species = = layers", "code_not_python", ", column 15", "invalid syntax"),
        ("layers.Dense(16,", "layers.Dense(-16,", "code_failed", "", "units"),
        ("layers.Dense(16,", "layers.Dens(16,", "code_failed", "", "Dens"),
        ('name="dense_2"', 'name="dense_1"', "code_failed", "", "dense_1"),
        ("learning_rate=0.01", "learning_rat=0.01", "code_failed", "", "learning_rat"),
        ("def build_model(", "assert SEED < 0\n\n\ndef build_model(", "code_failed", "", "AssertionError"),
    ],
    ids=["syntax", "Keras refuses", "no such layer", "one name twice", "no such argument", "an exception"],
)
def test_what_is_wrong_names_its_line_and_nothing_comes_of_it(
    old: str, new: str, code: str, place: str, said: str
) -> None:
    with pytest.raises(Refused) as refused:
        replaced("iris-mlp", (old, new))
    (found,) = refused.value.problems
    _, _, text = at("iris-mlp")
    line = text[: text.index(old)].count("\n") + 1
    assert (found.code, found.place) == (code, f"line {line}{place}")
    assert said in found.message


def test_code_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layerloom.engine.pasted.SECONDS", 1)
    with pytest.raises(Refused) as refused:
        replaced("iris-mlp", ("def build_model(", "while True:\n    SEED += 1\n\n\ndef build_model("))
    assert refused.value.problems[0].code == "code_failed"


def test_what_vanished_meanwhile_is_left_out() -> None:
    graph, _, _ = at("iris-mlp")
    found = replaced("iris-mlp", ("layers.Dense(16,", "layers.Dense(48,"), ("EPOCHS = 60", "EPOCHS = 3"))
    live = edits.apply(graph, [RemoveNode(node="dense_1")])
    after, done = onto(live, found.edits)
    assert [one.type for one in done] == ["set_training"]
    assert after.nodes == live.nodes


def test_a_block_is_edited_in_its_function_and_a_round_only_where_it_varies() -> None:
    graph, plan, text = at("block_repeated")
    stage = next(id for id, node in graph.nodes.items() if node.name == "stage")
    every = told(
        graph,
        plan,
        text.replace(
            'Conv2D(filters, 3, strides=strides, padding="same"', 'Conv2D(filters, 5, strides=strides, padding="same"'
        ),
    )
    assert plain(every) == [{"node": "c", "param": "kernel_size", "value": 5}]
    last = told(graph, plan, text.replace("[4, 8, 16]", "[4, 8, 32]"))
    (edit,) = last.edits
    assert isinstance(edit, SetField)
    assert (edit.node, edit.field, edit.value["c"]["filters"]) == (stage, "varying", [4, 8, 32])
    renamed = told(graph, plan, text.replace('f"stage_{number}"', 'f"phase_{number}"'))
    assert plain(renamed) == [{"node": stage, "field": "name", "value": "phase"}]
    with pytest.raises(Refused) as refused:
        told(
            graph,
            plan,
            text.replace('name=f"{name}_drop")(x)', 'name=f"{name}_drop")(x)\n    drop = layers.ReLU()(drop)'),
        )
    assert refused.value.problems[0].code == "code_in_repeat"


def test_a_layer_put_into_a_block_stands_in_it() -> None:
    graph, plan, text = at("block")
    block = next(id for id, node in graph.nodes.items() if node.type == "block")
    start = text.index("    return ", text.index("def part("))
    tensor = text[start:].split("\n", 1)[0].removeprefix("    return ")
    found = told(graph, plan, f"{text[:start]}    {tensor} = layers.ReLU()({tensor})\n{text[start:]}")
    (node,) = (one for one in found.edits if isinstance(one, AddNode))
    assert node.node.block == block
