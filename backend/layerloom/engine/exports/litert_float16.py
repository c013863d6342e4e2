"""LiteRT with 16-bit weights: half the size; computes in 32 bits where the device has nothing better."""

from pathlib import Path
from typing import Any

from layerloom.engine.exports import Needs, Runner, tflite
from layerloom.engine.exports.subject import Subject

FILE = "model-float16.tflite"


def write(subject: Subject, folder: Path) -> None:
    tflite.convert(subject, folder / FILE, _halve)


def _halve(converter: Any) -> None:
    import tensorflow as tf

    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.target_spec.supported_types = [tf.float16]


def runner(folder: Path) -> Runner:
    return tflite.runner(folder / FILE)


def smallest(folder: Path) -> Needs:
    return tflite.smallest(folder / FILE)
