"""Abstract inference: answers for layers with all their calls, in Keras' own words, without a byte of weights."""

import dataclasses
import gc
import json
import threading

import psutil
import pytest

from layerloom.engine import infer
from layerloom.engine.describe import describe
from layerloom.engine.infer import answer, whole_model
from layerloom.graph import plan_json, rest
from layerloom.graph.inference import Memo, conclude, walk
from layerloom.graph.limits import Limits
from layerloom.graph.plan import LayerCall, Plan, PlanInput, PlanOutput, Ref, Step
from layerloom.graph.problems import Refused
from plans import chain, through

WITHOUT_LIMIT = Limits(params=10**15, values=10**15)
MEGABYTE = 2**20


def asked(plan, known=None):
    request = rest.dump(plan, walk(plan, known or {}))
    return json.loads(json.dumps(answer(json.loads(json.dumps(request))), allow_nan=False))["entries"]


def dense(units, **params):
    return LayerCall("Dense", {"units": units, **params})


def grown(work):
    """Megabytes the process is larger after the work, warmed up by a small model first."""
    whole_model(chain(dense(2)))
    gc.collect()
    before = psutil.Process().memory_info().rss
    work()
    return (psutil.Process().memory_info().rss - before) / MEGABYTE


def vgg16():
    sizes = ((64, 2), (128, 2), (256, 3), (512, 3), (512, 3))
    conv = {"kernel_size": (3, 3), "padding": "same", "activation": "relu"}
    calls = [
        call
        for filters, number in sizes
        for call in [*[LayerCall("Conv2D", {"filters": filters, **conv})] * number, LayerCall("MaxPooling2D", {})]
    ]
    return chain(*calls, LayerCall("Flatten", {}), dense(4096), dense(4096), dense(1000), shape=(224, 224, 3))


def test_one_round_trip_answers_all_that_follows():
    plan = chain(dense(3), dense(5), dense(3))
    entries = asked(plan)
    assert [(value["outputs"], value["params"]) for value in entries.values()] == [
        ([{"shape": [None, 3], "dtype": "float32"}], 15),
        ([{"shape": [None, 5], "dtype": "float32"}], 20),
        ([{"shape": [None, 3], "dtype": "float32"}], 18),
    ]


def test_what_is_known_is_not_asked_again():
    plan = chain(dense(3), dense(5))
    entries = asked(plan)
    first, second = entries
    assert asked(plan, {first: entries[first]}) == {second: entries[second]}
    assert asked(plan, entries) == {}


def test_names_are_in_neither_key_nor_answer():
    here, there = (through((name, LayerCall("Flatten", {})), shape=(3, 2), name=name) for name in ("here", "there"))
    assert asked(here) == asked(there)


def test_a_refusal_is_an_answer_in_keras_own_words_without_colours():
    (value,) = asked(chain(LayerCall("Conv2D", {"filters": 2, "kernel_size": 3}))).values()
    assert value["outputs"] is None
    message = value["error"]["message"]
    assert "expected min_ndim=4, found ndim=2" in message
    assert "\x1b" not in message
    assert "Arguments received" not in message


@pytest.mark.parametrize("work", [infer.check, lambda plan: describe({"plan": plan_json.dump(plan)})])
def test_a_plan_whose_shapes_do_not_fit_is_refused_before_anything_is_built(work):
    plan = chain(LayerCall("Conv2D", {"filters": 2, "kernel_size": 3}))
    with pytest.raises(Refused) as refused:
        work(plan)
    (problem,) = refused.value.problems
    assert problem.nodes == ("n0",)
    assert "(None, 4)" in problem.message


def test_a_plan_that_fits_is_inferred_by_its_check():
    plan = chain(dense(3))
    assert infer.check(plan) == whole_model(plan)


def test_two_uses_of_a_layer_fail_only_together():
    inputs = (PlanInput("a", "a", (4,)), PlanInput("b", "b", (5,)))
    steps = (
        Step("one", "one", dense(3), {"input": Ref("a")}),
        Step("two", "two", dense(3), {"input": Ref("b")}, shares="one"),
    )
    plan = Plan("p", inputs, steps, (PlanOutput("o", "o", Ref("two"), None, None),))
    first, second = asked(plan).values()
    assert first["error"] is None
    assert "expected axis -1" in second["error"]["message"]


def test_a_mask_travels_until_a_layer_destroys_it():
    calls = (
        LayerCall("Embedding", {"input_dim": 9, "output_dim": 4, "mask_zero": True}),
        LayerCall("Dropout", {"rate": 0.1}),
        LayerCall("Flatten", {}),
    )
    embedding, dropout, flatten = asked(chain(*calls, shape=(7,), dtype="int32")).values()
    assert embedding["masks"] == dropout["masks"] == [[None, 7]]
    assert flatten["masks"] == [None]
    assert "destroy the mask" in " ".join(flatten["warnings"])
    assert embedding["warnings"] == []


def test_frozen_parameters_count_but_are_not_trained():
    call = LayerCall("Bidirectional", {"layer": LayerCall("GRU", {"units": 2})}, trainable=False)
    (value,) = asked(chain(call, shape=(5, 2))).values()
    assert value["params"] > 0
    assert value["trainable_params"] == 0
    assert value["weight_bytes"] == 4 * value["params"]


def test_every_output_of_a_layer_is_told():
    plan = chain(LayerCall("LSTM", {"units": 2, "return_state": True}), shape=(5, 3))
    plan = dataclasses.replace(
        plan, steps=(dataclasses.replace(plan.steps[0], outputs=("output", "state_h", "state_c")),)
    )
    (value,) = asked(plan).values()
    assert [output["shape"] for output in value["outputs"]] == [[None, 2]] * 3


def test_running_out_of_memory_is_no_answer(monkeypatch):
    def call(*arguments):
        raise MemoryError

    monkeypatch.setattr(infer, "called", call)
    with pytest.raises(MemoryError):
        asked(chain(dense(3)))


def test_a_hundred_and_thirty_eight_million_parameters_allocate_nothing():
    plan = vgg16()
    told = []
    growth = grown(lambda: told.extend((asked(plan), whole_model(plan), describe({"plan": plan_json.dump(plan)}))))
    assert sum(value["params"] for value in told[0].values()) < 138_357_544  # equal layers are asked about once
    assert told[1].totals.params == 138_357_544
    assert growth < 100


@pytest.mark.parametrize("width", [50_000, 10**6])
def test_a_layer_that_no_machine_can_hold_allocates_nothing(width):
    """2.5 billion parameters are 10 GB; with StatelessScope's default the process dies here. Asked without limits of our own."""
    plan = chain(dense(width), shape=(width,))
    told = {}

    def ask():
        memo = Memo()
        memo.add(infer._answer(plan, walk(plan, {}).flows, {}, WITHOUT_LIMIT)["entries"])
        told["inference"] = conclude(plan, walk(plan, memo, limits=WITHOUT_LIMIT), limits=WITHOUT_LIMIT)

    assert grown(ask) < 50
    assert told["inference"].totals.params == width * width + width


def test_three_billion_parameters_in_a_deep_model_allocate_nothing():
    plan = chain(*[dense(2600 + place) for place in range(400)], shape=(2600,))
    told = []
    assert grown(lambda: told.append(whole_model(plan))) < 100
    assert told[0].totals.params > 2.8e9


def test_a_thousand_layers_one_after_another_are_inferred():
    plan = chain(*[dense(4)] * 1000)
    assert len(asked(plan)) == 1
    assert whole_model(plan).totals.params == 20_000


def test_inference_leaves_no_thread_and_little_memory_behind():
    plan = chain(*[dense(3 + place) for place in range(50)])
    asked(plan)
    threads = threading.active_count()
    assert grown(lambda: [asked(plan) for _ in range(20)]) < 30
    assert threading.active_count() == threads


def test_what_no_rule_knows_stands_at_its_node_in_keras_words_with_the_traceback():
    plan = Plan(
        "net",
        (PlanInput("input", "input", (7, 8)),),
        (Step("n0", "crop", LayerCall("Cropping1D", {"cropping": (9, 9)}), {"input": Ref("input")}),),
        (PlanOutput("out", "out", Ref("n0"), None, None),),
    )
    memo = Memo()
    memo.add(asked(plan))
    (problem,) = conclude(plan, walk(plan, memo)).problems
    assert problem.nodes == ("n0",)
    assert problem.traceback.startswith('  File "keras/src/')
    assert problem.evidence.splitlines()[0] in problem.traceback
    assert "site-packages" not in problem.traceback
