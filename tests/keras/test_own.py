"""Code of one's own, from the proof to the trained file: script = build, shapes while drawing, a run, its `.keras` and its exports."""

import json
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from layerloom.datasets import registry
from layerloom.engine import custom, infer, own
from layerloom.engine.build import build
from layerloom.engine.describe import describe
from layerloom.engine.exports import keras as keras_export
from layerloom.engine.exports.subject import subject
from layerloom.engine.model import Loaded
from layerloom.graph import plan_json, rest
from layerloom.graph.memo import Memo
from layerloom.graph.plan import CustomCall, Plan
from layerloom.graph.problems import Refused
from layerloom.graph.source import script
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import plan
from layerloom.graph.walk import walk
from layerloom.training import child
from own_code import MIXED, PARTED, SCALED, code, iris, scaled_and_mixed
from own_code import own as node
from scripts import agree

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a child: a folder of its own, and nothing that another one left behind."""
    monkeypatch.chdir(tmp_path)
    keras.utils.clear_session()


def proven(source: str, **params: Any) -> dict[str, Any]:
    """As the web process keeps it."""
    found = custom.prove({"source": source, "params": params})
    return code(
        found["name"],
        found["source"],
        **{name: found[name] for name in ("kind", "params", "outputs", "defines")},
        inputs=found["ports"],
        tried=params,
    )


def graph() -> dict[str, Any]:
    return scaled_and_mixed(proven(SCALED), proven(MIXED))


def plan_of(drawn: dict[str, Any]) -> Plan:
    opened = open_graph(drawn)
    assert opened.training.data is not None
    return plan(opened, registry.spec(opened.training.data, Path()))


def test_the_script_builds_the_model_that_is_built_bit_for_bit() -> None:
    model = agree(plan_of(graph()))
    assert sorted(type(one).__name__ for one in model.layers)[-2:] == ["Scaled", "Scaled"]
    assert model.get_layer("second").factor == 0.5


def test_a_layer_in_a_repeated_block_agrees_too() -> None:
    drawn = iris(
        {"b": {"type": "block", "name": "stage", "repeat": 3}}, [("in", "b.i"), ("b.o", "last")], s=proven(SCALED)
    )
    drawn["nodes"] |= {
        "i": {"type": "input", "name": "x", "block": "b"},
        "a": {**node("s", "scaled"), "block": "b"},
        "o": {"type": "output", "name": "y", "block": "b"},
    }
    drawn["edges"] |= {
        "w1": {"source": "i", "target": "a", "target_port": "x"},
        "w2": {"source": "a", "target": "o"},
    }
    agree(plan_of(drawn))


def test_several_outputs_and_several_inputs_at_one_port() -> None:
    summed = "class Summed(keras.layers.Layer):\n    def call(self, *xs):\n        return sum(xs)\n"
    found = proven(summed), proven(PARTED)
    assert [one["many"] for one in found[0]["inputs"]] == [True]
    assert [one["name"] for one in found[1]["outputs"]] == ["output_1", "output_2"]
    drawn = iris(
        {"p": node("p"), "s": node("s", "summed")},
        [("in", "p.x"), ("p.output_1", "s.xs"), ("p.output_2", "s.xs"), ("s", "last")],
        s=found[0],
        p=found[1],
    )
    model = agree(plan_of(drawn))
    assert model.get_layer("summed").output.shape == (None, 2)


def test_shapes_come_from_a_child_of_the_codes_own_and_never_from_everybodys() -> None:
    made = plan_of(graph())
    found = walk(made, {})
    asked = json.loads(json.dumps(rest.dump(made, found)))
    assert infer.answer(asked)["entries"] == {}
    memo = Memo()
    while (found := walk(made, memo)).questions:
        asked = json.loads(json.dumps(rest.dump(made, found)))
        entries = infer.answer_own(asked)["entries"] or infer.answer(asked)["entries"]
        assert entries
        memo.add(entries)
    assert found.flows["m"]["output"].shape == (None, 5)
    assert (found.entries["one"].params, found.entries["m"].params) == (4 * 5, 0)
    assert found.flows["last"]["output"].shape == (None, 3)


def test_what_fails_on_this_shape_names_its_line() -> None:
    drawn = iris({"a": node("s")}, [("in", "a.x"), ("a", "last")], s=proven(SCALED))
    drawn["code"]["s"]["source"] = drawn["code"]["s"]["source"].replace(
        "ops.matmul(x, self.kernel)", "ops.matmul(x, ops.ones((7, 7)))"
    )
    made = plan_of(drawn)
    (entry,) = infer.answer_own(rest.dump(made, walk(made, {})))["entries"].values()
    assert entry["outputs"] is None
    assert "Line 14" in entry["error"]["message"]


def test_a_run_trains_it_saves_it_and_its_file_is_loaded_by_who_has_the_code(tmp_path: Path) -> None:
    drawn = graph()
    made = plan_of(drawn)
    said: list[dict[str, Any]] = []
    folder = tmp_path / "run"
    folder.mkdir()
    spec = made.data.model_dump(mode="json") if made.data else None
    request = {"run": "r", "attempt": 1, "graph": drawn, "data": spec, "folder": str(folder), "device": "CPU"}

    class Never:
        def asked(self) -> None:
            return None

    child.main(request | {"home_datasets": str(tmp_path / "datasets")}, said.append, Never())
    assert said[-1]["state"] == "succeeded", said[-3:]
    assert "class Scaled" in (folder / "script.py").read_text()

    asked = {"graph": drawn, "data": spec, "weights": str(folder / "model.keras"), "home": str(tmp_path)}
    exported = subject(asked)
    keras_export.write(exported, tmp_path)
    own._RAN.clear()
    answer = keras_export.runner(tmp_path)({"features": np.ones((2, 4), "float32")})
    assert next(iter(answer.values())).shape == (2, 3)


def test_a_summary_and_a_plot_know_it() -> None:
    told = describe({"plan": json.loads(json.dumps(plan_json.dump(plan_of(graph()))))})
    assert "Scaled" in told["summary_text"]


def test_a_graph_file_runs_no_code_in_ones_own_process_unasked(tmp_path: Path) -> None:
    made = plan_of(graph())
    with pytest.raises(Refused) as refused:
        Loaded(open_graph(graph()), made, tmp_path).build()
    assert [one.code for one in refused.value.problems] == ["custom_here"]
    assert Loaded(open_graph(graph()), made, tmp_path, code=True).build().count_params() == 2 * 20 + 18


def test_a_function_that_makes_layers_is_refused_at_its_line() -> None:
    with pytest.raises(Refused) as refused:
        proven("# mine\ndef deep(x):\n    return layers.Dense(4)(x)\n")
    (found,) = refused.value.problems
    assert (found.code, found.place) == ("custom_makes_layers", "line 2")


def test_a_name_of_the_script_is_refused_at_its_line() -> None:
    with pytest.raises(Refused) as refused:
        proven("\ndef main(x):\n    return x\n")
    assert refused.value.problems[0].place == "line 2"


def test_a_required_parameter_is_typed_by_what_it_was_tried_with() -> None:
    found = proven(SCALED.replace("units=4", "units"), units=3)
    assert {one["name"]: (one["type"], one["required"]) for one in found["params"]} == {
        "units": ("int", True),
        "factor": ("float", False),
    }
    assert found["tried"] == {"units": 3}


def test_what_the_prover_wrote_stands_in_the_script_once() -> None:
    text = script(plan_of(graph()))
    assert text.count("@keras.saving.register_keras_serializable()") == 1
    assert text.count("def get_config") == 1


def test_code_is_run_before_the_seed_is_set() -> None:
    drawing = SCALED + "\n_DRAWN = keras.random.normal((1,), seed=keras.random.SeedGenerator())\n"
    drawn = iris({"a": node("s")}, [("in", "a.x"), ("a", "last")], s=proven(drawing))
    own._RAN.clear()
    first = build(plan_of(drawn), 1).get_weights()
    again = build(plan_of(drawn), 1).get_weights()
    keras.utils.clear_session()
    for one, other in zip(first, again, strict=True):
        np.testing.assert_array_equal(one, other)
    assert any(isinstance(step.call, CustomCall) for step in plan_of(drawn).steps)
