"""Layers at real shapes, each as a graph of its own, with what Keras gives and counts: what the sums on layer cards are held to."""

import json
from pathlib import Path
from typing import Any

from layerloom import catalog
from layerloom.catalog import cards
from layerloom.engine.infer import answer
from layerloom.graph import rest
from layerloom.graph.inference import Inference, conclude, walk
from layerloom.graph.plan import LayerCall, Plan
from layerloom.graph.schema import Graph
from layerloom.graph.source import objects
from layerloom.graph.source.layout import flat, quoted
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import validate

EXAMPLES = Path(cards.__file__).parent / "examples.json"
RECORD = Path(__file__).parent / "cards.json"
PICTURE, SEQUENCE, LIST = [28, 30, 16], [20, 24], [48]
Inputs = dict[str, list[list[int]]]


def pictures(layer: str, **params: Any) -> list[tuple[str, dict[str, Any], Inputs]]:
    """The window laid in each way that the layer knows."""
    ways: list[dict[str, Any]] = [
        {},
        {"padding": "same"},
        {"padding": "same", "strides": [2, 2]},
        {"strides": [3, 2]},
        {"strides": 2},
    ]
    return [(layer, params | way, {"input": [PICTURE]}) for way in ways]


def cases() -> list[tuple[str, dict[str, Any], Inputs]]:
    picture, sequence, row = ({"input": [shape]} for shape in (PICTURE, SEQUENCE, LIST))
    conv = {"filters": 32, "kernel_size": [3, 5]}
    read = {"units": 12}
    attend: Inputs = {"query": [SEQUENCE], "value": [[9, 10]]}
    return [
        ("Dense", {"units": 10, "activation": "softmax"}, row),
        ("Dense", {"units": 10, "use_bias": False}, sequence),
        *pictures("Conv2D", **conv, activation="relu"),
        ("Conv2D", conv | {"use_bias": False, "dilation_rate": [2, 1]}, picture),
        ("Conv2D", conv | {"groups": 4, "dilation_rate": 2, "padding": "same"}, picture),
        ("Conv2D", {"filters": 8, "kernel_size": 3, "activation": "linear"}, {"input": [[28, 28, 1]]}),
        *pictures("MaxPooling2D"),
        *pictures("MaxPooling2D", pool_size=[3, 2]),
        *pictures("AveragePooling2D", pool_size=3),
        *pictures("DepthwiseConv2D", kernel_size=[3, 3]),
        ("DepthwiseConv2D", {"kernel_size": 5, "depth_multiplier": 2, "use_bias": False}, picture),
        *pictures("SeparableConv2D", **conv),
        ("SeparableConv2D", conv | {"depth_multiplier": 3, "use_bias": False, "strides": 1}, picture),
        *pictures("Conv2DTranspose", **conv),
        ("Conv2DTranspose", {"filters": 4, "kernel_size": 2, "strides": 4, "use_bias": False}, picture),
        ("Conv1D", {"filters": 32, "kernel_size": 5}, sequence),
        ("Conv1D", {"filters": 32, "kernel_size": 5, "strides": 2, "padding": "same", "use_bias": False}, sequence),
        ("Conv1D", {"filters": 32, "kernel_size": [3], "padding": "causal", "dilation_rate": 4, "groups": 8}, sequence),
        ("Conv1D", {"filters": 6, "kernel_size": 3, "dilation_rate": [2]}, sequence),
        ("MaxPooling1D", {}, sequence),
        ("MaxPooling1D", {"pool_size": 3, "strides": 2, "padding": "same"}, sequence),
        ("MaxPooling1D", {"pool_size": 3, "strides": 2}, sequence),
        ("Dropout", {"rate": 0.25}, row),
        ("SpatialDropout2D", {"rate": 0.2}, picture),
        ("GaussianNoise", {"stddev": 0.1}, row),
        ("Flatten", {}, picture),
        ("Flatten", {}, sequence),
        ("Reshape", {"target_shape": [6, -1, 2]}, row),
        ("Reshape", {"target_shape": [28, 30, 16, 1]}, picture),
        ("Permute", {"dims": [2, 1]}, sequence),
        ("RepeatVector", {"n": 7}, row),
        ("BatchNormalization", {}, picture),
        ("BatchNormalization", {"scale": False, "axis": 1}, sequence),
        ("BatchNormalization", {"center": False, "momentum": 0.9}, row),
        ("LayerNormalization", {}, sequence),
        ("LayerNormalization", {"axis": [1, 2], "center": False, "epsilon": 1e-6}, sequence),
        ("GroupNormalization", {"groups": 4}, picture),
        ("GroupNormalization", {"groups": 8, "scale": False}, picture),
        ("Normalization", {}, row),
        ("Normalization", {"mean": [0.5], "variance": [4.5]}, {"input": [[1]]}),
        ("Embedding", {"input_dim": 1000, "output_dim": 16, "mask_zero": True}, {"input": [[20]]}),
        *[
            (layer, read | {"return_sequences": whole}, sequence)
            for layer in ("SimpleRNN", "GRU", "LSTM")
            for whole in (False, True)
        ],
        *[(layer, read | {"use_bias": False}, sequence) for layer in ("SimpleRNN", "GRU", "LSTM")],
        ("GRU", read | {"reset_after": False}, sequence),
        ("Bidirectional", {"layer": {"name": "LSTM", "params": read}}, sequence),
        ("Bidirectional", {"layer": {"name": "GRU", "params": read}, "merge_mode": "sum"}, sequence),
        ("TimeDistributed", {"layer": {"name": "Dense", "params": {"units": 5}}}, sequence),
        ("TimeDistributed", {"layer": {"name": "Conv2D", "params": conv}}, {"input": [[4, *PICTURE]]}),
        ("TimeDistributed", {"layer": {"name": "SeparableConv2D", "params": conv}}, {"input": [[4, *PICTURE]]}),
        ("TimeDistributed", {"layer": {"name": "Flatten", "params": {}}}, {"input": [[4, *PICTURE]]}),
        ("MultiHeadAttention", {"num_heads": 4, "key_dim": 6}, {"query": [SEQUENCE], "value": [SEQUENCE]}),
        ("MultiHeadAttention", {"num_heads": 3, "key_dim": 5, "value_dim": 7}, attend),
        ("MultiHeadAttention", {"num_heads": 3, "key_dim": 5, "use_bias": False}, attend | {"key": [[9, 11]]}),
        ("Attention", {}, {"input": [[6, 8], [9, 8]]}),
        ("Attention", {"use_scale": True}, {"input": [[6, 8], [9, 8]]}),
        ("Attention", {"use_scale": True, "score_mode": "concat"}, {"input": [[6, 8], [9, 8], [9, 8]]}),
        ("Add", {}, {"input": [PICTURE, PICTURE, PICTURE]}),
        ("Multiply", {}, {"input": [LIST, LIST]}),
        ("Concatenate", {}, {"input": [[14, 14, 8], [14, 14, 24], [14, 14, 1]]}),
        ("Concatenate", {"axis": 1}, {"input": [[5, 8], [9, 8]]}),
        ("UpSampling2D", {"size": [2, 3], "interpolation": "bilinear"}, picture),
        ("ZeroPadding2D", {"padding": [1, 2]}, picture),
        ("ZeroPadding2D", {"padding": 3}, picture),
        ("ZeroPadding2D", {"padding": [[1, 2], [3, 4]]}, picture),
        *[(layer, {}, picture) for layer in ("GlobalAveragePooling2D", "GlobalMaxPooling2D", "RandomFlip")],
        *[(layer, {}, sequence) for layer in ("GlobalAveragePooling1D", "GlobalMaxPooling1D")],
        ("RandomRotation", {"factor": 0.1}, picture),
        ("Rescaling", {"scale": 1 / 255, "offset": -0.5}, picture),
        ("Activation", {"activation": "tanh"}, row),
        ("ReLU", {"max_value": 6.0}, row),
        ("LeakyReLU", {"negative_slope": 0.1}, row),
        ("Softmax", {}, row),
    ]


EXAMPLE_INPUTS: dict[str, list[list[int]]] = {
    **{layer: [[28, 28, 1]] for layer in ("Conv2D", "RandomFlip", "RandomRotation", "Rescaling")},
    **{layer: [[64], [64]] for layer in ("Add", "Multiply")},
    "Concatenate": [[32], [16]],
    "Attention": [[12, 32], [12, 32]],
    "Embedding": [[40]],
    "GroupNormalization": [[14, 14, 32]],
}
"""Of those that are not shown on the usual shape of their rank."""
USUAL = {2: [100], 3: [20, 32], 4: [28, 28, 16], 5: [10, 28, 28, 1]}


def examples() -> dict[str, dict[str, Any]]:
    """A new layer of each card, at sizes of its kind."""
    found = {}
    for layer in cards.written("en"):
        member = catalog.get("layer", layer)
        assert member is not None
        assert member.example is not None
        usual = {
            port: [USUAL[len(tensor.shape)] for tensor in tensors] for port, tensors in member.example.inputs.items()
        }
        inputs = {"input": EXAMPLE_INPUTS[layer]} if layer in EXAMPLE_INPUTS else usual
        start = member.example.params | member.start
        known = concluded(graph_of(layer, start, inputs))[1].nodes["layer"]
        shapes = {port: [[None, *shape] for shape in given] for port, given in inputs.items()}
        output = next(iter(known.outputs.values())).shape
        found[layer] = {"params": start, "inputs": shapes, "output": list(output), "count": known.params}
    return found


def concluded(graph: Graph) -> tuple[Plan, Inference]:
    drawn = validate(graph, None).drawing
    assert drawn is not None, graph
    known = walk(drawn, answer(rest.dump(drawn, walk(drawn, {})))["entries"])
    assert not known.failures, known.failures
    return drawn, conclude(drawn, known, graph)


def graph_of(layer: str, params: dict[str, Any], inputs: Inputs) -> Graph:
    nodes: dict[str, Any] = {"layer": {"type": "layer", "name": "it", "layer": layer, "params": params}}
    edges: dict[str, Any] = {}
    for port, shapes in inputs.items():
        for shape in shapes:
            name = f"in{len(edges)}"
            dtype = "int32" if layer == "Embedding" else "float32"
            nodes[name] = {"type": "input", "name": name, "shape": shape, "dtype": dtype}
            edges[f"e{len(edges)}"] = {
                "source": name,
                "target": "layer",
                "target_port": port,
                "order": f"a{len(edges)}",
            }
    return open_graph(json.dumps({"version": 1, "keras_version": "3.15.1", "nodes": nodes, "edges": edges}).encode())


def record() -> list[dict[str, Any]]:
    found = []
    for layer, params, inputs in cases():
        graph = graph_of(layer, params, inputs)
        drawn, inference = concluded(graph)
        (step,) = drawn.steps
        assert isinstance(step.call, LayerCall)
        found.append(
            {
                "nodes": {id: node.model_dump(mode="json") for id, node in graph.nodes.items()},
                "edges": {id: edge.model_dump(mode="json") for id, edge in graph.edges.items()},
                "inference": {id: node.model_dump(mode="json") for id, node in inference.nodes.items()},
                "code": flat(objects.layer(step.call, quoted(step.name))),
            }
        )
    return found
