"""Graphs → plans: order, names, data, shared layers, and what stands in the way."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_cases import data_of, data_sets, examine, graph, names
from layerloom.graph import plan_json
from layerloom.graph.edits import apply
from layerloom.graph.limits import Limits
from layerloom.graph.plan import Plan, Ref
from layerloom.graph.problems import (
    AddEdge,
    AddNode,
    Edit,
    Problem,
    Refused,
    RemoveEdge,
    RemoveNode,
    SetField,
    SetParam,
)
from layerloom.graph.schema import Edge, Graph, InputNode, LayerNode, OutputNode, Spec
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import Checker, Validation, plan, trainable, validate


def chain(length: int) -> Graph:
    nodes: dict[str, Any] = {"n0": InputNode(name="n0", shape=(4,))}
    nodes |= {f"n{i}": LayerNode(name=f"n{i}", layer="ReLU") for i in range(1, length + 1)}
    edges = {f"e{i}": Edge(source=f"n{i}", target=f"n{i + 1}") for i in range(length)}
    return Graph(version=1, keras_version="3.15.1", nodes=nodes, edges=edges)


def renamed(name: str) -> list[Problem]:
    valid = graph("valid", "chain")
    edited = apply(valid, (SetField(node="a", field="name", value=name),))
    return list(validate(edited, data_of(edited)).problems)


def plan_of(name: str) -> Plan:
    opened = graph("valid", name)
    return plan(opened, data_of(opened))


@pytest.mark.parametrize(
    ("node", "word"),
    [
        ({"type": "custom", "source": "import os"}, "Custom code"),
    ],
)
def test_what_a_later_layerloom_will_run_is_read_and_refused_for_now(node: dict[str, Any], word: str) -> None:
    valid = graph("valid", "chain")
    written = valid.model_dump(mode="json")
    written["nodes"]["a"] = {"name": "later", **node}
    opened = open_graph(written)
    found = validate(opened, data_of(opened))
    (problem,) = [one for one in found.problems if one.code == "not_yet"]
    assert (problem.nodes, found.plan) == (("a",), None)
    assert word in problem.message


# ── order ──


@pytest.mark.parametrize("name", names("valid"))
def test_the_plan_does_not_depend_on_the_order_in_which_a_graph_is_written(name: str) -> None:
    opened = graph("valid", name)
    expected = validate(opened, data_of(opened))
    for seed in range(5):
        shuffled = opened.model_copy(
            update={"nodes": _shuffled(opened.nodes, seed), "edges": _shuffled(opened.edges, seed), "layout": {}}
        )
        found = validate(shuffled, data_of(opened))
        assert (found.plan, found.drawing) == (expected.plan, expected.drawing)


def _shuffled(items: dict[str, Any], seed: int) -> dict[str, Any]:
    keys = list(items)
    random.Random(seed).shuffle(keys)
    return {key: items[key] for key in keys}


@pytest.mark.parametrize("name", names("valid"))
def test_a_step_comes_after_everything_it_needs(name: str) -> None:
    found = plan_of(name)
    seen = {one.node for one in found.inputs}
    for step in found.steps:
        refs = [ref for refs in step.arguments.values() for ref in ((refs,) if isinstance(refs, Ref) else refs)]
        assert {ref.node for ref in refs} <= seen
        assert step.shares is None or step.shares in seen
        seen.add(step.node)


def test_a_merge_takes_its_inputs_in_the_order_of_their_keys() -> None:
    joined = next(step for step in plan_of("two_inputs").steps if step.node == "j")
    assert joined.arguments == {"input": (Ref("a"), Ref("b"))}
    assert [step.node for step in plan_of("two_inputs").steps] == ["a", "b", "j", "d"]


def test_states_arrive_at_the_initial_state_in_order() -> None:
    decoder = next(step for step in plan_of("states").steps if step.node == "dec")
    assert decoder.arguments["initial_state"] == (Ref("enc", "state_h"), Ref("enc", "state_c"))
    encoder = next(step for step in plan_of("states").steps if step.node == "enc")
    assert encoder.outputs == ("output", "state_h", "state_c")


def test_a_layer_that_feeds_no_output_is_drawn_and_not_planned() -> None:
    opened = graph("valid", "dead_branch")
    found = validate(opened, data_of(opened))
    assert found.plan is not None
    assert found.drawing is not None
    assert "x" not in {step.node for step in found.plan.steps}
    assert "x" in {step.node for step in found.drawing.steps}


def test_without_an_output_an_error_stays_an_error() -> None:
    opened = apply(graph("valid", "chain"), (RemoveNode(node="out"), SetParam(node="a", param="units", value=0)))
    severities = {one.code: one.severity for one in validate(opened, data_of(opened)).problems}
    assert severities == {"no_output": "error", "bad_parameter": "error"}


# ── shared layers ──


def test_the_first_use_of_a_shared_layer_makes_it_under_the_owners_name() -> None:
    steps = {step.node: step for step in plan_of("shared_chain").steps}
    assert (steps["a"].name, steps["a"].shares) == ("twice", None)
    assert (steps["b"].name, steps["b"].shares) == ("first", "a")
    assert steps["a"].call == steps["b"].call


def test_removing_the_owner_of_a_shared_layer_promotes_a_sharer() -> None:
    opened = apply(graph("valid", "shared"), (RemoveNode(node="e"),))
    heir = opened.nodes["e2"]
    assert isinstance(heir, LayerNode)
    assert heir.shares is None
    assert heir.params == {"units": 6, "activation": "relu"}


# ── cycles and depth ──


def test_a_cycle_names_the_edge_that_closed_it() -> None:
    broken = graph("broken", "cycle")
    found = next(one for one in validate(broken, data_of(broken)).problems if one.code == "cycle")
    closing = broken.edges[found.edges[0]]
    assert (closing.source, closing.target) == ("b", "m")
    assert set(found.nodes) == {"m", "a", "b"}
    assert "`mix` → `hidden` → `species` → `mix`" in found.message


def test_nothing_after_a_cycle_is_blamed() -> None:
    assert examine(graph("broken", "cycle")).codes == ["cycle"]


def test_a_chain_too_deep_for_keras_is_refused_at_once() -> None:
    found = validate(chain(1_990), None)
    assert "too_deep" in {one.code for one in found.problems}
    assert (found.plan, found.drawing) == (None, None)


# ── names ──


@pytest.mark.parametrize(
    "name",
    ["", "  ", "../../x", "a/b", "a\\b", "a\0b", "a\nb", "\x1b[31m", "x" * 5_000, ".", "..", "\u200b", "\ud7ff\uffff"],
)
def test_a_name_that_cannot_be_used_is_refused_with_a_better_one(name: str) -> None:
    found = renamed(name)
    assert [one.code for one in found] == ["bad_name"]
    edit = found[0].fixes[0].edits[0]
    assert isinstance(edit, SetField)
    assert renamed(edit.value) == []


@pytest.mark.parametrize("name", ["<img onerror>", "größe", "层", "Dense layer 1", "e\u0301", "🙂", 'a"b', "'); drop"])
def test_a_strange_name_is_kept(name: str) -> None:
    assert renamed(name) == []


@pytest.mark.parametrize("name", ["a\u202eb", "a\u200bb", "\ufeffa"])
def test_a_name_with_invisible_characters_is_kept_with_a_warning(name: str) -> None:
    assert [(one.code, one.severity) for one in renamed(name)] == [("hidden_characters", "warning")]


def test_names_that_look_alike_are_one_name() -> None:
    assert [one.code for one in renamed("drop\u200b")] == ["hidden_characters", "duplicate_name"]
    composed = apply(graph("valid", "chain"), (SetField(node="d", field="name", value="é"),))
    both = apply(composed, (SetField(node="a", field="name", value="e\u0301"),))
    assert [one.code for one in validate(both, data_of(both)).problems] == ["duplicate_name"]


def test_names_reach_keras_composed() -> None:
    edited = apply(graph("valid", "chain"), (SetField(node="a", field="name", value="e\u0301"),))
    assert plan(edited, data_of(edited)).steps[0].name == "é"


# ── data ──


def test_an_input_without_columns_takes_what_no_other_input_or_output_takes() -> None:
    found = {one.node: one for one in plan_of("two_inputs").inputs}
    assert found["v"].columns == ("petal length (cm)", "petal width (cm)")
    assert found["w"].shape == (2,)


def test_a_category_is_as_wide_as_its_classes() -> None:
    opened = apply(
        graph("valid", "chain"),
        (
            SetField(node="in", field="columns", value=["species", "petal width (cm)"]),
            SetField(node="out", field="target", value="petal length (cm)"),
            SetParam(node="b", param="units", value=1),
            SetParam(node="b", param="activation", value=None),
        ),
    )
    assert plan(opened, data_of(opened)).inputs[0].shape == (4,)


def test_pictures_are_scaled_to_one_and_numbers_standardised() -> None:
    assert plan_of("picture").inputs[0].scaling == "unit"
    assert plan_of("picture").inputs[0].shape == (8, 8, 1)
    assert plan_of("chain").inputs[0].scaling == "standardise"


@pytest.mark.parametrize(
    ("name", "loss", "metric"),
    [
        ("chain", Spec(name="SparseCategoricalCrossentropy"), "SparseCategoricalAccuracy"),
        (
            "picture",
            Spec(name="SparseCategoricalCrossentropy", params={"from_logits": True}),
            "SparseCategoricalAccuracy",
        ),
        ("binary", Spec(name="BinaryCrossentropy"), "BinaryAccuracy"),
        ("number", Spec(name="MeanSquaredError"), "MeanAbsoluteError"),
        ("nested", Spec(name="CategoricalCrossentropy", params={"label_smoothing": 0.1}), "CategoricalAccuracy"),
    ],
)
def test_loss_and_metrics_suit_the_target_and_the_last_layer(name: str, loss: Spec, metric: str) -> None:
    output = plan_of(name).outputs[0]
    assert output.loss == loss
    assert output.metrics[0].name == metric


def test_without_data_an_input_needs_a_shape_and_training_needs_data() -> None:
    opened = graph("valid", "shared")
    assert [(one.code, one.severity) for one in validate(opened, None).problems] == [("no_data", "warning")]
    with pytest.raises(Refused) as refused:
        trainable(opened, None)
    assert [(one.code, one.severity) for one in refused.value.problems] == [("no_data", "error")]


# ── settings ──


@pytest.mark.parametrize(
    ("training", "place"),
    [
        ({"batch_size": 0}, "batch_size"),
        ({"batch_size": 10**9}, "batch_size"),
        ({"epochs": 10**9}, "epochs"),
        ({"epochs": 0}, "epochs"),
        ({"seed": -1}, "seed"),
        ({"split": {"validation": 0}}, "split.validation"),
        ({"split": {"validation": 1}}, "split.validation"),
        ({"early_stopping": {"patience": 0}}, "early_stopping.patience"),
        ({"reduce_on_plateau": {"factor": 1}}, "reduce_on_plateau.factor"),
        ({"optimizer": {"name": "Adam", "params": {"learning_rate": 0}}}, "optimizer.learning_rate"),
        ({"optimizer": {"name": "Adam", "params": {"learning_rate": -1}}}, "optimizer.learning_rate"),
        ({"optimizer": {"name": "Adam", "params": {"learning_rate": "fast"}}}, "optimizer.learning_rate"),
        ({"optimizer": {"name": "Adm"}}, "optimizer"),
        ({"optimizer": {"name": "Adam", "params": {"beta": 1}}}, "optimizer.beta"),
        ({"early_stopping": {"monitor": "val_acc"}}, "early_stopping.monitor"),
    ],
)
def test_a_setting_that_cannot_work_is_named(training: dict[str, Any], place: str) -> None:
    data = graph("valid", "chain").model_dump(mode="json")
    opened = open_graph({**data, "training": {**data["training"], **training}})
    with pytest.raises(Refused) as refused:
        plan(opened, data_of(opened))
    assert [one.place for one in refused.value.problems] == [place]
    assert refused.value.status == 422


def test_a_learning_rate_that_is_not_a_number_is_refused_even_past_the_file() -> None:
    opened = graph("valid", "chain")
    spec = Spec(name="Adam", params={"learning_rate": float("nan")})
    edited = opened.model_copy(update={"training": opened.training.model_copy(update={"optimizer": spec})})
    assert [one.place for one in validate(edited, data_of(opened)).problems] == ["optimizer.learning_rate"]


@pytest.mark.parametrize("monitor", ["accuracy", "val_accuracy", "loss", "val_loss"])
def test_what_epochs_report_can_be_watched(monitor: str) -> None:
    data = graph("valid", "chain").model_dump(mode="json")
    opened = open_graph({**data, "training": {**data["training"], "early_stopping": {"monitor": monitor}}})
    assert validate(opened, data_of(opened)).problems == ()


@pytest.mark.parametrize("name", ["loss", "val_loss"])
def test_with_several_outputs_only_the_whole_loss_can_be_watched(name: str) -> None:
    assert monitors("two_outputs", name) == []


@pytest.mark.parametrize("name", ["species_loss", "species_accuracy", "val_sepal_mean_absolute_error"])
def test_what_is_reported_of_one_of_several_outputs_is_known_but_has_no_direction(name: str) -> None:
    assert monitors("two_outputs", name) == ["undirected_monitor"]


@pytest.mark.parametrize(
    ("graph_name", "name"), [("two_outputs", "accuracy"), ("two_outputs", "val_kind_loss"), ("binary", "val_auc")]
)
def test_what_no_epoch_reports_cannot_be_watched(graph_name: str, name: str) -> None:
    assert monitors(graph_name, name) == ["unknown_monitor"]


def test_a_count_has_no_direction() -> None:
    metrics = ({"name": "FalsePositives", "params": {}}, {"name": "AUC", "params": {"name": "area"}})
    assert monitors("binary", "val_false_positives", metrics) == ["undirected_monitor"]
    assert monitors("binary", "val_area", metrics) == []


def monitors(name: str, monitor: str, metrics: Any = None) -> list[str]:
    """Problems of both callbacks that watch this, told once."""
    data = graph("valid", name).model_dump(mode="json")
    watching = {"monitor": monitor}
    data["training"] |= {"early_stopping": watching, "reduce_on_plateau": watching}
    if metrics is not None:
        data["nodes"]["out"]["metrics"] = metrics
    opened = open_graph(data)
    found = [one.code for one in validate(opened, data_of(opened)).problems]
    assert len(found) in (0, 2)
    return found[:1]


# ── limits ──


def test_ten_to_the_twelfth_parameters_are_refused_by_arithmetic() -> None:
    found = examine(graph("broken", "too_many_parameters"), {})
    problem = next(one for one in found.problems if one.code == "too_many_parameters")
    assert "2×10¹² parameters; limit 2×10⁸" in problem.message


def test_limits_are_settings() -> None:
    opened = graph("valid", "chain")
    assert "too_deep" in {one.code for one in validate(opened, data_of(opened), Limits(depth=2)).problems}


# ── plans travel ──


@pytest.mark.parametrize("name", names("valid"))
def test_a_plan_is_the_same_after_a_journey_as_json(name: str) -> None:
    import json

    found = plan_of(name)
    assert plan_json.load(json.loads(json.dumps(plan_json.dump(found), allow_nan=False))) == found


# ── one that remembers ──


@pytest.mark.parametrize("name", names("valid"))
def test_a_checker_that_remembers_says_what_a_fresh_one_says(name: str) -> None:
    checker, opened = Checker(), graph("valid", name)
    data = data_of(opened)
    for edit in _edits(opened):
        opened = apply(opened, (edit,))
        assert checker.validate(opened, data) == validate(opened, data)


def _edits(opened: Graph) -> list[Edit]:
    layers = [id for id, node in opened.nodes.items() if isinstance(node, LayerNode)]
    return [
        *(SetParam(node=id, param="units", value=0) for id in layers),
        *(SetParam(node=id, param="units", value=5) for id in layers),
        *(SetField(node=id, field="name", value="same") for id in layers[:2]),
        *(RemoveEdge(edge=id) for id in sorted(opened.edges)[:2]),
        *(RemoveNode(node=id) for id in layers),
    ]


NODES = st.sampled_from(["in", "a", "d", "b", "out", "x", "y"])
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.lists(st.integers(), max_size=3)
)
EDITS = st.one_of(
    st.builds(
        SetParam, node=NODES, param=st.sampled_from(["units", "activation", "rate", "layer", "axis"]), value=VALUES
    ),
    st.builds(
        SetField,
        node=NODES,
        field=st.sampled_from(
            ["name", "layer", "shares", "columns", "shape", "target", "loss", "metrics", "weight", "dtype"]
        ),
        value=st.one_of(VALUES, NODES, st.sampled_from(["Dense", "Add", "LSTM", "Bidirectional", "Lambda", "Conv2D"])),
    ),
    st.builds(
        AddEdge,
        id=st.sampled_from(["e1", "e2", "w1", "w2", "w3"]),
        edge=st.builds(Edge, source=NODES, target=NODES, source_port=st.sampled_from(["output", "state_h"])),
    ),
    st.builds(
        AddNode,
        id=NODES,
        node=st.one_of(
            st.builds(
                LayerNode,
                name=st.text(max_size=8),
                layer=st.sampled_from(["Add", "Dense", "Reshape", "Nope", "MultiHeadAttention"]),
            ),
            st.builds(InputNode, name=st.text(max_size=8), shape=st.none() | st.just((4,))),
            st.builds(OutputNode, name=st.text(max_size=8), target=st.none() | st.text(max_size=4)),
        ),
    ),
    st.builds(RemoveNode, node=NODES, heal=st.booleans()),
    st.builds(RemoveEdge, edge=st.sampled_from(["e1", "e2", "e3", "w1"])),
)


@given(st.lists(EDITS, max_size=12))
@settings(max_examples=150, deadline=None)
def test_no_sequence_of_edits_crashes_validation(edits: list[Edit]) -> None:
    opened, checker, data = graph("valid", "chain"), Checker(), data_sets()["iris"]
    for edit in edits:
        try:
            opened = apply(opened, (edit,))
        except (LookupError, ValueError):
            continue
        found: Validation = checker.validate(opened, data)
        assert found == validate(opened, data)
        assert (found.plan is None) or not any(one.severity == "error" for one in found.problems)
        examine(opened, {})
