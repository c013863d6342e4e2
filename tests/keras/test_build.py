"""Plan → Keras model: the same seed gives the same weights, depth does no harm, and Keras' own views of it can be told."""

import dataclasses
import json
import threading

import keras
import numpy as np
import pytest

import layerloom
from layerloom.engine import compile as compiling
from layerloom.engine import objects
from layerloom.engine.build import build
from layerloom.engine.deep import deep
from layerloom.engine.describe import describe
from layerloom.engine.plot import dot
from layerloom.engine.summary import rows, summary
from layerloom.graph import plan_json
from layerloom.graph.plan import LayerCall, PlanOutput, Ref
from layerloom.graph.problems import Refused
from layerloom.graph.schema import Spec
from plans import FILES, ROOT, chain, names, plan_of, through

NUMPY_WAY = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
DENSE = LayerCall("Dense", {"units": 3})


@pytest.mark.parametrize("file", FILES, ids=names())
def test_one_seed_draws_the_same_weights_twice(file):
    plan = plan_of(file)
    first, second = build(plan, 5), build(plan, 5)
    for one, other in zip(first.get_weights(), second.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_another_seed_draws_other_weights():
    one, other = (build(chain(DENSE), seed).get_weights()[0] for seed in (1, 2))
    assert (one != other).any()


def test_layers_carry_the_names_that_were_drawn():
    model = build(through(("Größe 1", DENSE), ("<b>", DENSE), shape=(4,), name="Mein Modell"))
    assert [layer.name for layer in model.layers] == ["features", "Größe 1", "<b>"]
    assert model.name == "mein_modell"


def test_two_thousand_layers_build_in_a_thread_with_room():
    model = build(chain(*[LayerCall("Activation", {"activation": "relu"})] * 2000))
    assert len(model.layers) == 2001


def test_deep_work_leaves_the_process_as_it_was_and_sees_the_callers_keras():
    stack = threading.stack_size()
    keras.config.set_dtype_policy("mixed_float16")
    try:
        assert deep(lambda: keras.config.dtype_policy().name) == "mixed_float16"
    finally:
        keras.config.set_dtype_policy("float32")
    assert threading.stack_size() == stack
    with pytest.raises(ZeroDivisionError):
        deep(lambda: 1 / 0)


@pytest.mark.parametrize(
    "call",
    [
        LayerCall("MultiHeadAttention", {"num_heads": 1, "key_dim": 2}, trainable=False),
        LayerCall("Bidirectional", {"layer": LayerCall("LSTM", {"units": 2})}, trainable=False),
        LayerCall("TimeDistributed", {"layer": LayerCall("Dense", {"units": 2}, trainable=False)}),
    ],
)
def test_a_frozen_layer_freezes_what_is_inside_it(call):
    """Its inner layers exist only once it has been called: frozen before that, attention would train on."""
    plan = chain(call, shape=(5, 2))
    if call.layer == "MultiHeadAttention":
        step = dataclasses.replace(plan.steps[0], arguments={"query": Ref("in"), "value": Ref("in")})
        plan = dataclasses.replace(plan, steps=(step,))
    model = build(plan)
    assert model.trainable_variables == []
    assert model.count_params() > 0


def test_several_inputs_and_outputs_go_by_their_names():
    plan = chain(DENSE)
    second = dataclasses.replace(plan.outputs[0], name="again")
    model = build(dataclasses.replace(plan, outputs=(*plan.outputs, second)))
    assert set(model.output) == {"result", "again"}
    assert isinstance(model.input, keras.KerasTensor)


def test_compile_arguments_are_single_or_by_output():
    plan = chain(DENSE)
    with pytest.raises(LookupError, match="has no loss"):
        compiling.arguments(plan)
    one = dataclasses.replace(
        plan.outputs[0],
        loss=Spec(name="MeanSquaredError"),
        metrics=(Spec(name="MeanAbsoluteError", params={"name": "mae"}),),
    )
    single = compiling.arguments(dataclasses.replace(plan, outputs=(one,)))
    assert isinstance(single["loss"], keras.losses.MeanSquaredError)
    assert [metric.name for metric in single["metrics"]] == ["mae"]
    assert "loss_weights" not in single
    several = compiling.arguments(
        dataclasses.replace(plan, outputs=(one, dataclasses.replace(one, name="b", weight=2.0)))
    )
    assert several["loss_weights"] == {"result": 1.0, "b": 2.0}
    assert set(several["metrics"]) == {"result", "b"}


def test_what_keras_lacks_is_named():
    with pytest.raises(LookupError, match="Keras has no layer called Dens"):
        objects.layer(LayerCall("Dens", {}))
    with pytest.raises(LookupError, match="Dense takes no object for units"):
        objects.layer(LayerCall("Dense", {"units": Spec(name="Zeros")}))


def test_summary_is_told_as_text_and_as_rows():
    plan = through(("hidden", DENSE), ("result_layer", LayerCall("Dense", {"units": 2}, trainable=False)), shape=(4,))
    model = build(plan)
    text, table = summary(model)
    assert text.startswith('Model: "chain"')
    assert "Total params: 23" in text
    assert "\x1b" not in text
    assert [(row.name, row.layer, row.output_shape, row.params, row.connected_to, row.trainable) for row in table] == [
        ("features", "InputLayer", "(None, 4)", 0, (), True),
        ("hidden", "Dense", "(None, 3)", 15, ("features",), True),
        ("result_layer", "Dense", "(None, 2)", 8, ("hidden",), False),
    ]


def test_a_shared_layer_has_one_row_with_all_that_flows_into_it():
    plan = plan_of(next(file for file in FILES if file.stem == "shared"))
    owner = next(step for step in plan.steps if any(other.shares == step.node for other in plan.steps))
    row = next(row for row in rows(build(plan)) if row.name == owner.name)
    assert len(row.connected_to) > 1


def test_what_computes_masks_is_shown_neither_in_rows_nor_in_the_plot():
    plan = plan_of(next(file for file in FILES if file.stem == "masked"))
    model = build(plan)
    assert any(type(operation).__name__ == "NotEqual" for operation in model.operations)
    assert {row.name for row in rows(model)} == {one.name for one in (*plan.inputs, *plan.steps)}
    assert "NotEqual" not in dot(model)
    assert dot(model).count("->") == sum(len(row.connected_to) for row in rows(model))


def test_a_plot_shows_names_as_text_and_is_the_same_every_time():
    plan = through(('<img src="x">&"', DENSE), ("second", DENSE), shape=(4,))
    source = dot(build(plan))
    assert "&lt;img src=&quot;x&quot;&gt;&amp;&quot;" in source
    assert "<img" not in source
    assert "n0 -> n1" in source
    assert source == dot(build(plan))


@pytest.mark.parametrize("file", FILES, ids=names())
def test_a_plan_is_described_without_weights(file):
    plan = plan_of(file)
    told = json.loads(json.dumps(describe({"plan": plan_json.dump(plan)}), allow_nan=False))
    keras.utils.clear_session()
    model = build(plan)
    assert told["summary"] == [row.model_dump(mode="json") for row in rows(model)]
    assert f"Total params: {model.count_params():,}" in told["summary_text"]
    assert told["dot"].count("->") >= len(model.layers) - len(model.inputs), "every layer is drawn under another"


def test_a_graph_file_is_loaded_and_built():
    loaded = layerloom.load(str(ROOT / "backend/layerloom/templates/digits-cnn.json"))
    assert loaded.build().count_params() == 24586
    assert loaded.plan.name == loaded.graph.name
    with pytest.raises(OSError):
        layerloom.load("nowhere.json")


def test_a_broken_graph_file_is_refused_with_its_problems(tmp_path):
    (tmp_path / "graph.json").write_text('{"version": 1, "keras_version": "3.15.1"}')
    with pytest.raises(Refused) as refused:
        layerloom.load(str(tmp_path / "graph.json"))
    assert refused.value.problems


def test_a_plan_may_end_in_an_output_without_data():
    assert chain(DENSE).outputs == (PlanOutput("out", "result", Ref("n0"), None, None),)
