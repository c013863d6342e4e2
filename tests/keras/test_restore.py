"""Weights and optimizer state of a saved model, in the model that its graph builds."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from keras import layers

from layerloom.engine import compile as compiling
from layerloom.engine import restore
from layerloom.engine.build import build
from layerloom.graph.saved.report import Imported
from layerloom.graph.validate import plan
from layerloom.imports import child

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")


def towers() -> keras.Model:
    """A model inside, called twice, with what is trained and what is not; a recurrent pair; and one layer shared."""
    inside = keras.Sequential(
        [
            layers.Input((6, 4)),
            layers.Dense(5, name="d"),
            layers.BatchNormalization(name="n"),
            layers.Dense(4, name="e"),
        ],
        name="tower",
    )
    first, second = keras.Input((6, 4), name="first"), keras.Input((6, 4), name="second")
    both = layers.Concatenate(name="both")([inside(first), inside(second)])
    read = layers.Bidirectional(layers.LSTM(3), name="read")(both)
    attended = layers.MultiHeadAttention(2, 3, name="attend")(both, both)
    pooled = layers.GlobalAveragePooling1D(name="pooled")(attended)
    shared = layers.Dense(2, name="shared")
    a, b = shared(layers.Dense(6, name="before")(read)), shared(layers.Dense(6, name="other")(pooled))
    return keras.Model([first, second], layers.Add(name="sum")([a, b]), name="towers")


def trained(model: keras.Model) -> keras.Model:
    rows = np.random.default_rng(0)
    model.compile(keras.optimizers.Adam(0.01), "mse")
    model.fit([rows.normal(size=(8, 6, 4)) for _ in range(2)], rows.normal(size=(8, 2)), epochs=2, verbose=0)
    return model


def came_in(path: Path, out: Path) -> tuple[Imported, dict[str, np.ndarray]]:
    out.mkdir()
    found = Imported.model_validate(child.read({"path": str(path), "file_name": path.name, "out": str(out)}))
    return found, restore.arrays(out / "weights.npz")


def restored(found: Imported, kept: dict[str, np.ndarray]) -> tuple[Any, restore.Restored]:
    made = plan(found.graph, None)
    model = build(made, 1)
    known = restore.layers_of(model, made)
    told = restore.weights(known, found.places, kept)
    model.compile(**compiling.arguments(made))
    model.optimizer.build(model.trainable_variables)
    order = [known[place.node] for place in found.places.values() if place.node in known]
    told.optimizer = restore.optimizer(model, order, kept)
    return model, told


@pytest.fixture(scope="module")
def model() -> keras.Model:
    return trained(towers())


@pytest.mark.parametrize("ending", ["keras", "h5"])
def test_weights_and_optimizer_come_along(model: keras.Model, ending: str, tmp_path: Path) -> None:
    model.save(tmp_path / f"towers.{ending}")
    found, kept = came_in(tmp_path / f"towers.{ending}", tmp_path / "out")
    assert found.report.weights is not None
    assert found.report.weights.optimizer
    again, told = restored(found, kept)
    assert told.anew == {}
    assert told.optimizer
    assert again.optimizer.iterations.numpy() == model.optimizer.iterations.numpy() > 0
    rows = {name: np.random.default_rng(1).normal(size=(3, 6, 4)) for name in ("first", "second")}
    before, after = model.predict(list(rows.values()), verbose=0), again.predict(rows, verbose=0)
    np.testing.assert_allclose(after, before, atol=1e-6)
    target = np.zeros((3, 2))
    model.train_on_batch(list(rows.values()), target)
    again.train_on_batch(rows, target)
    before, after = model.predict(list(rows.values()), verbose=0), again.predict(rows, verbose=0)
    np.testing.assert_allclose(
        after, before, atol=1e-6, err_msg="the next step of training goes on with the same moments"
    )


def change(found: Imported, node: str, **params: Any) -> Imported:
    nodes = dict(found.graph.nodes)
    nodes[node] = nodes[node].model_copy(update={"params": {**nodes[node].params, **params}})
    return found.model_copy(update={"graph": found.graph.model_copy(update={"nodes": nodes})})


def with_another_head(found: Imported) -> Imported:
    return change(found, "shared", units=3)


def with_another_tower(found: Imported) -> Imported:
    return change(found, "d", units=7)


@pytest.mark.parametrize(("changed", "anew"), [(with_another_head, {"shared"}), (with_another_tower, {"d", "n", "e"})])
def test_a_layer_that_was_changed_begins_anew_and_the_rest_keeps_its_weights(
    model: keras.Model, changed: Callable[[Imported], Imported], anew: set[str], tmp_path: Path
) -> None:
    model.save(tmp_path / "towers.keras")
    found, kept = came_in(tmp_path / "towers.keras", tmp_path / "out")
    again, told = restored(changed(found), kept)
    assert set(told.anew) == anew
    assert not told.optimizer
    np.testing.assert_array_equal(
        again.get_layer("before").get_weights()[0], model.get_layer("before").get_weights()[0]
    )
