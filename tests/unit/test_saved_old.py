"""Models that Keras 1 and 2 saved: today's names, the same layers, and a word about what is done otherwise now."""

from typing import Any

from layerloom.graph import saved
from layerloom.graph.saved.report import Imported
from layerloom.graph.schema import BlockNode, InputNode, LayerNode
from layerloom.graph.validate import plan


def old(class_name: str, name: str, *feeds: Any, **config: Any) -> dict[str, Any]:
    """A layer as Keras 1 and 2 write it into a functional model."""
    nodes = [[[one, 0, 0, {}] if isinstance(one, str) else one for one in feeds]] if feeds else []
    return {
        "class_name": class_name,
        "config": {"name": name, "trainable": True, **config},
        "name": name,
        "inbound_nodes": nodes,
    }


def functional(*layers: dict[str, Any], outputs: list[list[Any]], **more: Any) -> dict[str, Any]:
    inputs = [[one["name"], 0, 0] for one in layers if one["class_name"] == "InputLayer"]
    config = {"name": "model_1", "layers": list(layers), "input_layers": inputs, "output_layers": outputs}
    return {"class_name": "Model", "config": config, **more}


def layers(found: Imported) -> dict[str, tuple[str, dict[str, Any]]]:
    return {one.name: (one.layer, one.params) for one in found.graph.nodes.values() if isinstance(one, LayerNode)}


def test_a_sequential_of_keras_1_has_todays_names() -> None:
    config = [
        {
            "class_name": "Convolution2D",
            "config": {
                "name": "conv",
                "batch_input_shape": [None, 28, 28, 1],
                "nb_filter": 32,
                "nb_row": 3,
                "nb_col": 5,
                "subsample": [2, 2],
                "border_mode": "same",
                "dim_ordering": "tf",
                "init": "glorot_uniform",
                "activation": "relu",
                "W_regularizer": {"name": "L1L2Regularizer", "l1": 0.0, "l2": 0.5},
                "b_regularizer": None,
                "bias": True,
                "input_dtype": "float32",
                "trainable": True,
            },
        },
        {
            "class_name": "MaxPooling2D",
            "config": {"name": "pool", "pool_size": [2, 2], "border_mode": "valid", "dim_ordering": "tf"},
        },
        {"class_name": "Dropout", "config": {"name": "drop", "p": 0.25}},
        {"class_name": "Flatten", "config": {"name": "flat"}},
        {
            "class_name": "Dense",
            "config": {"name": "out", "output_dim": 10, "init": "normal", "activation": "softmax", "input_dim": None},
        },
    ]
    found = saved.read({"class_name": "Sequential", "config": config, "keras_version": "1.2.2"})
    assert layers(found) == {
        "conv": (
            "Conv2D",
            {
                "filters": 32,
                "kernel_size": [3, 5],
                "strides": [2, 2],
                "padding": "same",
                "activation": "relu",
                "kernel_regularizer": {"name": "L1L2", "params": {"l2": 0.5}},
            },
        ),
        "pool": ("MaxPooling2D", {}),
        "drop": ("Dropout", {"rate": 0.25}),
        "flat": ("Flatten", {}),
        "out": ("Dense", {"units": 10, "activation": "softmax", "kernel_initializer": "RandomNormal"}),
    }
    first = next(iter(found.graph.nodes.values()))
    assert isinstance(first, InputNode)
    assert first.shape == (28, 28, 1)
    assert found.report.remarks == ()
    assert [step.name for step in plan(found.graph, None).steps] == ["conv", "pool", "drop", "flat", "out"]


def test_a_merge_of_keras_1_is_the_layer_of_its_mode() -> None:
    found = saved.read(
        functional(
            old("InputLayer", "a", batch_input_shape=[None, 3], input_dtype="float32"),
            old("InputLayer", "b", batch_input_shape=[None, 3], input_dtype="float32"),
            old("Merge", "joined", "a", "b", mode="concat", concat_axis=1, mode_type="raw", output_shape=None),
            outputs=[["joined", 0, 0]],
        )
    )
    assert layers(found) == {"joined": ("Concatenate", {"axis": 1})}
    assert [edge.source for edge in found.graph.edges.values() if edge.target == "joined"] == ["a", "b"]


def test_recurrent_layers_of_keras_1_and_2() -> None:
    found = saved.read(
        functional(
            old("InputLayer", "words", batch_input_shape=[None, 12], dtype="int32"),
            old(
                "Embedding",
                "vectors",
                "words",
                input_dim=50,
                output_dim=8,
                init="uniform",
                input_length=12,
                dropout=0.0,
                mask_zero=False,
            ),
            old(
                "LSTM",
                "old",
                "vectors",
                output_dim=4,
                init="glorot_uniform",
                inner_init="orthogonal",
                forget_bias_init="one",
                inner_activation="hard_sigmoid",
                dropout_W=0.1,
                dropout_U=0.2,
                return_sequences=True,
                consume_less="gpu",
            ),
            old("CuDNNGRU", "fast", "old", units=3, return_sequences=False, stateful=False),
            outputs=[["fast", 0, 0]],
        )
    )
    assert layers(found) == {
        "vectors": ("Embedding", {"input_dim": 50, "output_dim": 8}),
        "old": (
            "LSTM",
            {
                "units": 4,
                "recurrent_activation": "hard_sigmoid",
                "dropout": 0.1,
                "recurrent_dropout": 0.2,
                "return_sequences": True,
            },
        ),
        "fast": ("GRU", {"units": 3}),
    }
    assert [remark.words.values["what"].id for remark in found.report.remarks] == ["saved-hard-sigmoid"]


def test_keras_2_calls_nested_models_and_names_its_keywords() -> None:
    inner = functional(
        old("InputLayer", "x", batch_input_shape=[None, 4]),
        old("Dense", "d", "x", units=2, kernel_initializer={"class_name": "GlorotUniform", "config": {"seed": 7}}),
        outputs=[["d", 0, 0]],
    )
    tower = {**inner, "name": "tower", "inbound_nodes": [[["a", 0, 0, {}]], [["b", 0, 0, {}]]]}
    attention = old(
        "MultiHeadAttention",
        "mha",
        ["tower", 1, 0, {"value": ["tower", 2, 0]}],
        num_heads=1,
        key_dim=2,
        query_shape=[None, 4],
    )
    found = saved.read(
        functional(
            old("InputLayer", "a", batch_input_shape=[None, 5, 4]),
            old("InputLayer", "b", batch_input_shape=[None, 5, 4]),
            tower,
            old(
                "BatchNormalization",
                "norm",
                ["tower", 1, 0, {}],
                axis=[2],
                momentum=0.9,
                renorm=False,
                virtual_batch_size=None,
            ),
            attention,
            outputs=[["mha", 0, 0], ["norm", 0, 0]],
        )
    )
    nodes = found.graph.nodes
    first, second, dense = nodes["tower"], nodes["tower_1"], nodes["d"]
    assert isinstance(first, BlockNode)
    assert isinstance(second, BlockNode)
    assert isinstance(dense, LayerNode)
    assert (first.kind, dense.block, second.shares) == ("model", "tower", "tower")
    assert dense.params == {"units": 2, "kernel_initializer": {"name": "GlorotUniform", "params": {"seed": 7}}}
    arriving = {(edge.source, edge.target_port) for edge in found.graph.edges.values() if edge.target == "mha"}
    assert arriving == {("tower", "query"), ("tower_1", "value")}
    assert {edge.target_port for edge in found.graph.edges.values() if edge.target in ("tower", "tower_1")} == {"x"}
    assert layers(found)["norm"] == ("BatchNormalization", {"axis": 2, "momentum": 0.9})


def test_what_a_layer_no_longer_does_is_told() -> None:
    found = saved.read(
        functional(
            old("InputLayer", "a", batch_input_shape=[16, 5, 4]),
            old("LSTM", "rnn", "a", units=3, time_major=True, stateful=True),
            old("LocallyConnected1D", "local", "rnn", filters=3),
            outputs=[["local", 0, 0]],
        )
    )
    said = {remark.kind: remark.text for remark in found.report.remarks}
    assert "batches of 16" in said["left_out"] or "stateful" in said["left_out"]
    assert "Keras has no `LocallyConnected1D` today" in said["placeholder"]
    assert found.graph.nodes["local"].type == "custom"
    assert len(found.report.remarks) == 4


def test_what_an_old_model_was_compiled_with_becomes_its_training() -> None:
    compiled = {
        "optimizer_config": {
            "class_name": "RMSprop",
            "config": {"lr": 0.0010000000474974513, "rho": 0.8999999761581421, "decay": 0.0},
        },
        "loss": "binary_crossentropy",
        "metrics": ["acc"],
        "loss_weights": None,
    }
    config = functional(
        old("InputLayer", "a", batch_input_shape=[None, 4]), old("Dense", "d", "a", units=1), outputs=[["d", 0, 0]]
    )
    found = saved.read(config, compiled)
    assert found.graph.training.optimizer.model_dump() == {"name": "RMSprop", "params": {}}
    output = found.graph.nodes["output"]
    assert output.type == "output"
    assert output.loss is not None
    assert (output.loss.name, [one.name for one in output.metrics or ()]) == ("BinaryCrossentropy", ["accuracy"])
