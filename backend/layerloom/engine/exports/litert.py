"""LiteRT with 32-bit weights."""

from pathlib import Path

from layerloom.engine.exports import Needs, Runner, tflite
from layerloom.engine.exports.subject import Subject

FILE = "model.tflite"


def write(subject: Subject, folder: Path) -> None:
    tflite.convert(subject, folder / FILE)


def runner(folder: Path) -> Runner:
    return tflite.runner(folder / FILE)


def smallest(folder: Path) -> Needs:
    return tflite.smallest(folder / FILE)
