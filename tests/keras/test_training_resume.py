"""A run that is killed after any epoch goes on from its checkpoint and ends as if nothing had happened: weights, curves, receipt."""

import json
import shutil
from pathlib import Path

import keras
import numpy as np
import pytest

import layerloom
from layerloom.datasets import registry
from layerloom.graph import upgrades
from layerloom.training import checkpoints, child

# Keras 3.15's own way to NumPy, `np.array(tf.Variable)`, is deprecated since NumPy 2: every save says so.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")

TEMPLATES = Path(layerloom.__file__).parent / "templates"
EPOCHS = 4
STOPPING = {"monitor": "val_loss", "patience": 1, "min_delta": 0.5, "restore_best": True}
PLATEAU = {"monitor": "val_loss", "patience": 1, "factor": 0.5, "min_learning_rate": 0.0}

RUNS = {
    "adam": {},
    "momentum": {"optimizer": {"name": "SGD", "params": {"learning_rate": 0.05, "momentum": 0.9}}},
    "schedule": {
        "optimizer": {
            "name": "Adam",
            "params": {
                "learning_rate": {
                    "name": "ExponentialDecay",
                    "params": {"initial_learning_rate": 0.01, "decay_steps": 3, "decay_rate": 0.9},
                }
            },
        }
    },
    "plateau": {"reduce_on_plateau": PLATEAU | {"factor": 0.1}},
    "early stop": {"early_stopping": STOPPING},
}


class Killed(BaseException):
    pass


class Control:
    def __init__(self, after=10**9, wants="stop"):
        self.after, self.wants = after, wants

    def asked(self):
        self.after -= 1
        return self.wants if self.after < 0 else None


@pytest.fixture(autouse=True)
def every_epoch_is_saved(monkeypatch):
    monkeypatch.setattr(checkpoints, "SECONDS", 0.0)
    monkeypatch.setattr(checkpoints, "SHARE", 0)


def graph_of(template, **training):
    graph = json.loads((TEMPLATES / f"{template}.json").read_text())
    graph["training"] |= {"epochs": EPOCHS, "early_stopping": None, "reduce_on_plateau": None} | training
    return graph


def layers(graph, *more):
    """Puts layers that keep a state of their own behind the first Dense."""
    first = next(id for id, node in graph["nodes"].items() if node.get("layer") == "Dense")
    (edge,) = [edge for edge in graph["edges"].values() if edge["source"] == first]
    for number, (layer, params) in enumerate(more):
        graph["nodes"][f"more{number}"] = {"type": "layer", "name": f"more_{number}", "layer": layer, "params": params}
        onward = edge | {"source": f"more{number}"}
        edge |= {"target": f"more{number}", "target_port": "input"}
        graph["edges"][f"more{number}"] = edge = onward
    return graph


def run(home, graph, attempt=1, die_after=None, control=None, parent=None):
    """Trains in `home`, from the last checkpoint of the run in `parent` if there is one; with `die_after` the process is as good as killed right after the checkpoint of that epoch."""
    spec = registry.spec(upgrades.open_graph(graph).training.data, home).model_dump(mode="json")
    folder = home / "run"
    folder.mkdir(parents=True, exist_ok=True)
    said = []

    def emit(event):
        said.append(event)
        if die_after is not None and (event["type"], event.get("kind"), event.get("epoch")) == (
            "checkpoint_saved",
            "last",
            die_after,
        ):
            raise Killed

    (folder / "graph.json").write_text(json.dumps(graph))
    request = {
        "run": home.name,
        "attempt": attempt,
        "graph": graph,
        "data": spec,
        "folder": str(folder),
        "device": "CPU",
    }
    if parent:
        request["parent"] = {"run": parent.name, "folder": str(parent / "run"), "kind": "last"}
    child.main(request | {"home_datasets": str(home / "datasets")}, emit, control or Control())
    return said


def left(folder):
    """What a run leaves that must not depend on how often it was killed."""
    model = keras.saving.load_model(folder / "model.keras")
    receipt = json.loads((folder / "receipt.json").read_text())
    arrays = [*model.get_weights(), *[np.asarray(variable.value) for variable in model.optimizer.variables]]
    same = {name: receipt[name] for name in ("metrics", "epoch", "step", "optimizer")}
    same["seeds"] = [*receipt["dropout_seeds"].values()]  # Keras numbers their names through a whole process
    return arrays, (folder / "curves.csv").read_text(), same


def assert_same(one, other):
    assert len(one[0]) == len(other[0])
    for mine, theirs in zip(one[0], other[0], strict=True):
        assert np.array_equal(mine, theirs)
    assert one[1:] == other[1:]


@pytest.mark.parametrize("name", RUNS)
def test_killed_after_every_epoch_it_ends_as_if_undisturbed(tmp_path, name):
    graph = layers(
        graph_of("iris-mlp", **RUNS[name]),
        ("BatchNormalization", {}),
        ("Dropout", {"rate": 0.3}),
        ("GaussianNoise", {"stddev": 0.1}),
    )
    run(tmp_path / "whole", graph)
    expected = left(tmp_path / "whole" / "run")
    for attempt in range(1, EPOCHS + 1):
        try:
            run(tmp_path / "killed", graph, attempt, die_after=attempt)
        except Killed:
            continue
        break
    said = run(tmp_path / "killed", graph, attempt + 1)
    assert said[-1]["state"] == "succeeded"
    assert_same(left(tmp_path / "killed" / "run"), expected)


def test_it_says_from_where_it_goes_on(tmp_path):
    graph = graph_of("iris-mlp")
    with pytest.raises(Killed):
        run(tmp_path, graph, die_after=2)
    said = run(tmp_path, graph, attempt=2)
    (resumed,) = [event for event in said if event["type"] == "run_resumed"]
    assert (resumed["epoch"], resumed["batch"]) == (2, 0)
    assert [event["epoch"] for event in said if event["type"] == "epoch_ended"] == [3, 4]


def test_a_run_that_was_killed_in_the_middle_of_an_epoch_goes_on_there(tmp_path):
    graph = graph_of("digits-cnn", epochs=2)
    run(tmp_path / "whole", graph)
    run(tmp_path / "stopped", graph, control=Control(after=3))
    said = run(tmp_path / "stopped", graph, attempt=2)
    (resumed,) = [event for event in said if event["type"] == "run_resumed"]
    assert resumed["batch"] > 0
    assert_same(left(tmp_path / "stopped" / "run"), left(tmp_path / "whole" / "run"))


def test_a_damaged_checkpoint_falls_back_on_the_best_one(tmp_path):
    graph = graph_of("iris-mlp")
    run(tmp_path / "whole", graph)
    with pytest.raises(Killed):
        run(tmp_path / "killed", graph, die_after=3)
    (tmp_path / "killed/run/checkpoints/last/state.npz").write_bytes(b"flipped")
    said = run(tmp_path / "killed", graph, attempt=2)
    assert any(event["type"] == "run_resumed" for event in said)
    assert_same(left(tmp_path / "killed" / "run"), left(tmp_path / "whole" / "run"))


def test_a_checkpoint_of_another_graph_is_left_alone(tmp_path):
    with pytest.raises(Killed):
        run(tmp_path, graph_of("iris-mlp"), die_after=1)
    said = run(tmp_path, layers(graph_of("iris-mlp"), ("Dropout", {"rate": 0.2})), attempt=2)
    assert not any(event["type"] == "run_resumed" for event in said)


@pytest.mark.parametrize("template", ["iris-mlp", "digits-cnn"])
def test_paused_and_taken_up_it_ends_as_if_undisturbed(tmp_path, template):
    graph = graph_of(template, epochs=3)
    run(tmp_path / "whole", graph)
    said = run(tmp_path / "paused", graph, control=Control(after=4, wants="pause"))
    assert (said[-1]["state"], said[-1]["files"]) == ("paused", [])
    said = run(tmp_path / "paused", graph, attempt=2)
    assert said[-1]["state"] == "succeeded"
    assert_same(left(tmp_path / "paused" / "run"), left(tmp_path / "whole" / "run"))


def test_three_epochs_and_two_more_are_five(tmp_path):
    layered = [("BatchNormalization", {}), ("Dropout", {"rate": 0.3})]
    run(tmp_path / "five", layers(graph_of("iris-mlp", epochs=5), *layered))
    run(tmp_path / "three", layers(graph_of("iris-mlp", epochs=3), *layered))
    said = run(tmp_path / "two", layers(graph_of("iris-mlp", epochs=2), *layered), parent=tmp_path / "three")
    assert [event["epoch"] for event in said if event["type"] == "epoch_ended"] == [4, 5]
    (expected, _, same), (found, curves, more) = left(tmp_path / "five/run"), left(tmp_path / "two/run")
    for mine, theirs in zip(found, expected, strict=True):
        assert np.array_equal(mine, theirs)
    assert more == same
    assert json.loads((tmp_path / "two/run/receipt.json").read_text())["parent_run"] == "three"
    assert curves.splitlines()[1].split(",")[1] == "4"


def test_a_run_that_goes_on_from_another_is_killed_and_goes_on_from_its_own_checkpoint(tmp_path):
    run(tmp_path / "first", graph_of("iris-mlp", epochs=2))
    run(tmp_path / "whole", graph_of("iris-mlp", epochs=3), parent=tmp_path / "first")
    with pytest.raises(Killed):
        run(tmp_path / "killed", graph_of("iris-mlp", epochs=3), parent=tmp_path / "first", die_after=4)
    run(tmp_path / "killed", graph_of("iris-mlp", epochs=3), attempt=2, parent=tmp_path / "first")
    assert_same(left(tmp_path / "killed" / "run"), left(tmp_path / "whole" / "run"))


def test_a_new_learning_rate_holds_in_the_run_that_goes_on(tmp_path):
    run(tmp_path / "first", graph_of("iris-mlp", epochs=2))
    slower = {"name": "Adam", "params": {"learning_rate": 0.0005}}
    run(tmp_path / "second", graph_of("iris-mlp", epochs=1, optimizer=slower), parent=tmp_path / "first")
    receipt = json.loads((tmp_path / "second/run/receipt.json").read_text())
    assert receipt["optimizer"]["learning_rate"] == pytest.approx(0.0005)
    assert (
        receipt["optimizer"]["iterations"]
        == json.loads((tmp_path / "first/run/receipt.json").read_text())["step"] * 3 // 2
    )


def test_going_on_with_other_layers_is_refused_in_words(tmp_path):
    run(tmp_path / "first", graph_of("iris-mlp", epochs=1))
    other = layers(graph_of("iris-mlp", epochs=1), ("BatchNormalization", {}))
    said = run(tmp_path / "second", other, parent=tmp_path / "first")
    assert said[-1]["state"] == "failed"
    assert [event["problem"]["code"] for event in said if event["type"] == "problem_raised"] == ["other_layers"]


def test_going_on_from_a_checkpoint_that_is_gone_is_refused_in_words(tmp_path):
    run(tmp_path / "first", graph_of("iris-mlp", epochs=1))
    shutil.rmtree(tmp_path / "first/run/checkpoints")
    said = run(tmp_path / "second", graph_of("iris-mlp", epochs=1), parent=tmp_path / "first")
    assert [event["problem"]["code"] for event in said if event["type"] == "problem_raised"] == ["no_checkpoint"]
