"""Pasted code: every model in it becomes a graph, what it trained with its settings; what fails is told with its line."""

import textwrap
from typing import Any

import pytest

from layerloom.engine import pasted
from layerloom.graph.problems import Refused
from layerloom.graph.saved.report import Imported
from layerloom.graph.schema import OutputNode


def read(source: str) -> list[Imported]:
    answer = pasted.read({"source": textwrap.dedent(source)})
    return [Imported.model_validate(one) for one in answer["models"]]


MNIST = """
    import numpy as np
    import keras
    from keras import layers

    (x_train, y_train), (x_test, y_test) = load_the_data()
    x_train = x_train.astype("float32") / 255

    model = keras.Sequential([
        keras.Input(shape=(28, 28, 1)),
        layers.Conv2D(32, kernel_size=(3, 3), activation="relu"),
        layers.MaxPooling2D(pool_size=(2, 2)),
        layers.Flatten(),
        layers.Dropout(0.5),
        layers.Dense(10, activation="softmax"),
    ])
    model.summary()
    model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.Adam(1e-2), metrics=["accuracy"])
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=7, restore_best_weights=True)
    x_train, y_train = np.zeros((4, 28, 28, 1)), np.zeros((4, 10))
    history = model.fit(x_train, y_train, batch_size=128, epochs=15, validation_split=0.1, callbacks=[stop])
    print(history.history["loss"])
"""


def test_a_tutorial_becomes_a_graph_with_its_training() -> None:
    (found,) = read(MNIST)
    assert [node.type for node in found.graph.nodes.values()] == ["input", *["layer"] * 5, "output"]
    training = found.graph.training
    assert training.optimizer.model_dump() == {"name": "Adam", "params": {"learning_rate": 0.01}}
    assert (training.epochs, training.batch_size, training.split.validation) == (15, 128, 0.1)
    assert training.early_stopping is not None
    assert (training.early_stopping.patience, training.early_stopping.restore_best) == (7, True)
    output = found.graph.nodes["output"]
    assert isinstance(output, OutputNode)
    assert output.loss is not None
    assert output.loss.name == "CategoricalCrossentropy"
    assert found.graph.name == "model"
    lines = [one.text for one in found.report.remarks if one.kind == "left_out"]
    assert any(one.startswith("Line 6 ") and "load_the_data" in one for one in lines)
    assert any(one.startswith("Line 22 ") and "KeyError" in one for one in lines)


def test_every_model_becomes_a_graph_those_in_functions_too() -> None:
    found = read(
        """
        from keras import Input, Model, Sequential, layers
        code = Input((3,), name="code")
        decoder = Model(code, layers.Dense(8)(code), name="decoder")
        picture = Input((8,), name="picture")
        encoder = Model(picture, layers.Dense(3)(picture), name="encoder")
        autoencoder = Model(picture, decoder(encoder(picture)), name="autoencoder")
        several = [Sequential([Input((2,)), layers.Dense(1)])]

        def train():
            hidden = Sequential([Input((5,)), layers.Dense(2)], name="hidden")
            hidden.compile("sgd", "mse")
            hidden.fit(None)

        if __name__ == "__main__":
            train()
        """
    )
    assert [one.graph.name for one in found] == ["decoder", "encoder", "autoencoder", "several", "hidden"]
    assert found[-1].graph.training.optimizer.name == "SGD"


def test_rows_that_the_code_does_not_have_are_not_missed() -> None:
    source = """import keras
        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.compile("sgd", "mse")
        history = model.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=9, batch_size=8)
        print(x_train)
    """
    (found,) = read("        " + source)
    assert (found.graph.training.epochs, found.graph.training.batch_size) == (9, 8)
    (left_out,) = [one.text for one in found.report.remarks if one.kind == "left_out"]
    assert left_out.startswith("Line 5"), "the rows are lent to fit alone"


def test_a_model_without_a_shape_takes_it_from_what_it_is_fitted_to() -> None:
    (found,) = read(
        """
        import numpy as np, keras
        model = keras.Sequential([keras.layers.Dense(3), keras.layers.Dense(1)])
        model.compile("adam", "mse")
        model.fit(np.zeros((10, 7)), np.zeros((10, 1)), epochs=2)
        """
    )
    first = next(iter(found.graph.nodes.values()))
    assert first.type == "input"
    assert first.shape == (7,)


def test_a_class_of_the_code_keeps_its_text_in_its_place() -> None:
    (found,) = read(
        """
        import keras
        @keras.saving.register_keras_serializable()
        class Twice(keras.layers.Layer):
            def call(self, x):
                return x * 2
        model = keras.Sequential([keras.Input((3,)), Twice(name="twice"), keras.layers.Lambda(lambda x: x + 1)])
        """
    )
    custom = found.graph.nodes["twice"]
    assert custom.type == "custom"
    assert "return x * 2" in custom.source
    assert [one.kind for one in found.report.remarks] == ["placeholder", "placeholder"]
    assert "4wEAAA" not in found.model_dump_json()


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("import keras\nmodel = keras.Sequential([\n", "code_not_python", 2),
        ("x = 1\n", "code_without_model", None),
        (
            "import keras\n\ndef make(n):\n    return keras.layers.Dense(n)\n\nmodel = keras.Sequential([make('x')])\n",
            "code_failed",
            4,
        ),
        ("import surely_not_installed_here\n", "code_failed", 1),
        ("x = {}\nx['no such key']\n", "code_failed", 2),
        ("import keras\nclass Own(keras.Model):\n    pass\nmodel = Own()\n", "code_model_unread", None),
    ],
    ids=[
        "syntax",
        "nothing",
        "a line in a function",
        "a package that is not here",
        "an error",
        "a class without layers",
    ],
)
def test_code_without_a_model_says_why_and_where(source: str, code: str, line: int | None) -> None:
    with pytest.raises(Refused) as refused:
        pasted.read({"source": source})
    first = refused.value.problems[0]
    assert first.code == code
    assert line is None or first.place == f"line {line}"
    assert "Received:" in first.message


def test_code_that_never_ends_is_stopped_at_its_line(monkeypatch: Any) -> None:
    monkeypatch.setattr(pasted, "SECONDS", 1)
    source = "import keras\nmodel = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])\nwhile True:\n    try:\n        pass\n    except Exception:\n        pass\n"
    (found,) = read(source)
    assert any("1 seconds" in one.text or "1 s" in one.text for one in found.report.remarks)


def test_keras_is_as_before_afterwards() -> None:
    import keras

    before = (keras.Model.fit, keras.Model.compile, keras.Model.evaluate)
    read("import keras\nmodel = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])\n")
    assert (keras.Model.fit, keras.Model.compile, keras.Model.evaluate) == before
