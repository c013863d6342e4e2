"""ONNX, by tf2onnx, run again by ONNX Runtime."""

from pathlib import Path
from typing import Any

import numpy as np

from layerloom.engine.deep import deep
from layerloom.engine.exports import Needs, Runner
from layerloom.engine.exports.signature import served, specs
from layerloom.engine.exports.subject import Arrays, Subject

FILE = "model.onnx"
RUNTIMES = {
    7: "1.0",
    11: "1.0",
    12: "1.3",
    13: "1.6",
    14: "1.8",
    15: "1.9",
    16: "1.11",
    17: "1.12",
    18: "1.14",
    19: "1.15",
    20: "1.17",
    21: "1.18",
    22: "1.20",
    23: "1.23",
}
"""Operator set → the first ONNX Runtime that has it, from its own table of versions."""


def write(subject: Subject, folder: Path) -> None:
    import onnx
    import tensorflow as tf
    import tf2onnx
    from keras.src.export.tf2onnx_lib import patch_tf2onnx

    patch_tf2onnx()  # tf2onnx 1.17 uses names that NumPy 2 no longer has
    signature = [specs(subject)]
    function = tf.function(served(subject), input_signature=signature)
    model, _ = deep(lambda: tf2onnx.convert.from_function(function, signature))
    # tf2onnx 1.17 takes constants that a layer holds (Normalization's mean) for inputs of the model.
    graph = function.get_concrete_function().graph
    for one in [one for one in model.graph.input if one.name not in subject.inputs.values()]:
        value = tf.get_static_value(graph.get_tensor_by_name(one.name))
        model.graph.initializer.append(onnx.numpy_helper.from_array(value, one.name))
        model.graph.input.remove(one)
    onnx.save(model, folder / FILE)


def runner(folder: Path) -> Runner:
    import onnxruntime

    session = onnxruntime.InferenceSession(str(folder / FILE), providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    kinds = {input.name: _KINDS[input.type] for input in session.get_inputs()}

    def run(rows: Arrays) -> Arrays:
        given = {name: values.astype(kinds[name]) for name, values in rows.items() if name in kinds}
        return dict(zip(names, map(np.asarray, session.run(names, given)), strict=True))

    return run


def smallest(folder: Path) -> Needs:
    import onnx

    model = onnx.load(folder / FILE, load_external_data=False)
    opset = max(entry.version for entry in model.opset_import if entry.domain in ("", "ai.onnx"))
    return Needs(RUNTIMES[min(known for known in RUNTIMES if known >= opset)], f"opset {opset}, IR {model.ir_version}")


_KINDS: dict[str, Any] = {
    "tensor(float)": np.float32,
    "tensor(double)": np.float64,
    "tensor(float16)": np.float16,
    "tensor(int8)": np.int8,
    "tensor(int16)": np.int16,
    "tensor(int32)": np.int32,
    "tensor(int64)": np.int64,
    "tensor(uint8)": np.uint8,
    "tensor(bool)": np.bool_,
    "tensor(string)": np.object_,
}
