"""The same script as a Jupyter notebook. Run again: every cell but the last, which trains."""

from pathlib import Path
from typing import Any

import keras

from layerloom.engine.exports import Needs, Runner, python, rebuilt
from layerloom.engine.exports.subject import Subject
from layerloom.graph.source import notebook

FILE = "notebook.ipynb"


def write(subject: Subject, folder: Path) -> None:
    (folder / FILE).write_text(notebook.notebook(python.text(subject)), encoding="utf-8")
    rebuilt.write_beside(subject, folder)


def runner(folder: Path) -> Runner:
    names: dict[str, Any] = {"__name__": "notebook"}
    for cell in notebook.code((folder / FILE).read_text(encoding="utf-8"))[:-1]:
        exec(compile(cell, FILE, "exec"), names)  # our own text, in a child that is locked in
    return rebuilt.with_weights(rebuilt.built_by(names["build_model"], folder), folder)


def smallest(folder: Path) -> Needs:
    return Needs("", f"Keras {keras.version()}, nbformat 4.5")
