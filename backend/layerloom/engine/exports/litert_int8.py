"""LiteRT with 8-bit weights and activations; their ranges are measured on rows of the training part. Inputs and outputs stay as they are.

What has no 8-bit form stays in 32 bits. Recurrent layers are written without their loop.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from layerloom.engine.exports import Needs, Runner, tflite
from layerloom.engine.exports.signature import ENDPOINT
from layerloom.engine.exports.subject import Subject
from layerloom.engine.exports.unrolled import unrolled

FILE = "model-int8.tflite"


def write(subject: Subject, folder: Path) -> None:
    def calibrate(converter: Any) -> None:
        import tensorflow as tf

        converter.optimizations = [tf.lite.Optimize.DEFAULT]
        converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8, tf.lite.OpsSet.TFLITE_BUILTINS]
        converter.representative_dataset = lambda: _sample(subject)

    with unrolled(subject):
        tflite.convert(subject, folder / FILE, calibrate)


def _sample(subject: Subject) -> Iterator[tuple[str, dict[str, np.ndarray]]]:
    dtypes = {one.name: object if one.dtype == "string" else one.dtype for one in subject.plan.inputs}
    for row in range(len(next(iter(subject.sample.values())))):
        given = {port: subject.sample[name][row : row + 1] for name, port in subject.inputs.items()}
        yield (
            ENDPOINT,
            {subject.inputs[name]: given[port].astype(dtypes[name]) for name, port in subject.inputs.items()},
        )


def runner(folder: Path) -> Runner:
    return tflite.runner(folder / FILE)


def smallest(folder: Path) -> Needs:
    return tflite.smallest(folder / FILE)
