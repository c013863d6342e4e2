"""The person's own script, with the run's constants in it. Run again: its `build_model`, in a process of its own, with the run's weights."""

import runpy
from pathlib import Path

import keras

from layerloom.engine.exports import Needs, Runner, rebuilt
from layerloom.engine.exports.subject import Subject
from layerloom.graph.source import script

FILE = "script.py"


def text(subject: Subject) -> str:
    return script(subject.plan, subject.fitted, keras.version())


def write(subject: Subject, folder: Path) -> None:
    (folder / FILE).write_text(text(subject), encoding="utf-8")
    rebuilt.write_beside(subject, folder)


def runner(folder: Path) -> Runner:
    names = runpy.run_path(str(folder / FILE))
    return rebuilt.with_weights(rebuilt.built_by(names["build_model"], folder), folder)


def smallest(folder: Path) -> Needs:
    return Needs("", f"Keras {keras.version()}")
