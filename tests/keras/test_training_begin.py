"""A run that begins from the weights of an imported model, and the script that begins from them too."""

import json
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from alone import assert_same, run_alone
from layerloom.datasets import registry
from layerloom.graph.problems import Refused
from layerloom.graph.saved.report import Imported
from layerloom.graph.schema import BuiltinData
from layerloom.graph.validate import plan
from layerloom.imports import child, kept
from layerloom.training.run import Job, train

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")


def learned() -> keras.Model:
    """Iris, half learned."""
    inputs = keras.Input((4,), name="flower")
    x = keras.layers.Dense(8, activation="relu", name="hidden")(inputs)
    model = keras.Model(inputs, keras.layers.Dense(3, activation="softmax", name="kind")(x), name="iris")
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    rows = np.random.default_rng(0)
    model.fit(rows.normal(size=(64, 4)), rows.integers(0, 3, 64), epochs=2, verbose=0)
    return model


def brought(model: keras.Model, home: Path) -> Imported:
    """Imported and kept, its graph on the iris data."""
    model.save(home / "iris.keras")
    (home / "out").mkdir()
    answer = child.read({"path": str(home / "iris.keras"), "file_name": "iris.keras", "out": str(home / "out")})
    found = Imported.model_validate(answer)
    begin = kept.put(home, home / "out", found.places)
    training = found.graph.training.model_copy(
        update={"begin": begin, "data": BuiltinData(name="iris"), "epochs": 2, "batch_size": 16}
    )
    return found.model_copy(update={"graph": found.graph.model_copy(update={"training": training})})


def trained(graph: Any, home: Path) -> tuple[Any, list[Any], Path]:
    made = plan(graph, registry.spec(graph.training.data, home))
    folder = home / "run"
    folder.mkdir()
    events: list[Any] = []
    begin = kept.folder(home, graph.training.begin)
    result = train(Job(made, "hash", "r", 1, folder, home, begin=begin), events.append, lambda: None)
    return result, events, folder


def test_a_run_and_its_script_begin_where_the_model_had_come_to(tmp_path: Path) -> None:
    model = learned()
    found = brought(model, tmp_path)
    result, events, folder = trained(found.graph, tmp_path)
    assert result.state == "succeeded"
    assert [one for one in events if one.type == "problem_raised"] == []
    initial = np.load(folder / "initial.npz")
    assert_same(model.get_weights(), [initial[str(place)] for place in range(4)])
    (tmp_path / "initial.npz").write_bytes((folder / "initial.npz").read_bytes())
    _, first, final = run_alone((folder / "script.py").read_text(), tmp_path)
    assert_same(model.get_weights(), first)
    assert_same(keras.models.load_model(folder / "model.keras").get_weights(), final)


def test_a_new_head_begins_anew_and_is_told_of(tmp_path: Path) -> None:
    model = learned()
    found = brought(model, tmp_path)
    nodes = dict(found.graph.nodes)
    nodes["hidden"] = nodes["hidden"].model_copy(update={"params": {"units": 8, "activation": "tanh"}})
    nodes["kind"] = nodes["kind"].model_copy(
        update={"params": {"units": 3, "activation": "softmax", "use_bias": False}}
    )
    result, events, folder = trained(found.graph.model_copy(update={"nodes": nodes}), tmp_path)
    assert result.state == "succeeded"
    (told,) = [one.problem for one in events if one.type == "problem_raised"]
    assert (told.code, told.severity) == ("layers_begin_anew", "warning")
    assert "kind" in told.message
    assert "hidden" not in told.message
    assert_same(
        model.get_layer("hidden").get_weights(), [np.load(folder / "initial.npz")[str(place)] for place in range(2)]
    )


def test_numbers_that_are_gone_refuse_the_run(tmp_path: Path) -> None:
    found = brought(learned(), tmp_path)
    graph = json.loads(found.graph.model_dump_json())
    graph["training"]["begin"] = "0" * 32
    with pytest.raises(Refused) as refused:
        trained(type(found.graph).model_validate(graph), tmp_path)
    assert refused.value.problems[0].code == "unknown_import"
