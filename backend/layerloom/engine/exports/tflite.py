"""What the three LiteRT formats share: the conversion for one row a call, the interpreter, and the oldest one that takes a file.

A row a call: a fixed batch is what phones' accelerators take, and what lets a recurrent layer's lists become plain operations.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from layerloom.engine.exports import Needs, Runner
from layerloom.engine.exports.signature import ENDPOINT, near, write_signature
from layerloom.engine.exports.subject import Arrays, Subject


def convert(subject: Subject, file: Path, ask: Callable[[Any], None] = lambda converter: None) -> None:
    """`ask` says on the converter what is wanted besides. Only operations of the plain runtime are used. Raises what the converter raises."""
    import tensorflow as tf

    with tempfile.TemporaryDirectory(dir=file.parent) as place:
        write_signature(subject, Path(place), batch=1)
        converter = tf.lite.TFLiteConverter.from_saved_model(near(place), signature_keys=[ENDPOINT])
        converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS]
        ask(converter)
        file.write_bytes(converter.convert())


def runner(file: Path) -> Runner:
    from ai_edge_litert.interpreter import Interpreter

    interpreter = Interpreter(model_path=str(file))
    call = interpreter.get_signature_runner()
    wanted = {name: detail["dtype"] for name, detail in call.get_input_details().items()}

    def run(rows: Arrays) -> Arrays:
        count = len(next(iter(rows.values())))
        given = {name: values.astype(wanted[name]) for name, values in rows.items() if name in wanted}
        found = [call(**{name: values[row : row + 1] for name, values in given.items()}) for row in range(count)]
        return {name: np.concatenate([one[name] for one in found]) for name in found[0]}

    return run


def smallest(file: Path) -> Needs:
    """From the metadata that the converter writes: the newest operator version in it."""
    from ai_edge_litert import schema_py_generated as schema

    model = schema.ModelT.InitFromPackedBuf(file.read_bytes(), 0)
    for entry in model.metadata or ():
        if entry.name in (b"min_runtime_version", "min_runtime_version"):
            return Needs(bytes(model.buffers[entry.buffer].data).split(b"\0")[0].decode(), "min_runtime_version")
    return Needs("", "")
