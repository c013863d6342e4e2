"""Apple's Core ML, by coremltools, one row a call, recurrent layers without their loop. It is written everywhere and runs on macOS alone."""

import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np

from layerloom.engine.deep import deep
from layerloom.engine.exports import Needs, Runner, Unproven, archives
from layerloom.engine.exports.signature import served, specs
from layerloom.engine.exports.subject import Arrays, Subject
from layerloom.engine.exports.unrolled import unrolled

FILE = "core_ml.zip"
SYSTEMS = {6: "iOS 15, macOS 12", 7: "iOS 16, macOS 13", 8: "iOS 17, macOS 14", 9: "iOS 18, macOS 15"}
"""Version of a file → the first systems that read it."""


def write(subject: Subject, folder: Path) -> None:
    import coremltools
    import tensorflow as tf

    function = tf.function(served(subject), input_signature=[specs(subject, batch=1)])
    # A SavedModel of Keras 3 is refused ("Only a single concrete function is supported"): it is given that function itself.
    with unrolled(subject):
        concrete = deep(function.get_concrete_function)
    model = coremltools.convert([concrete], source="tensorflow")
    spec = model.get_spec()
    given = [output.name for output in spec.description.output]
    for old, new in zip(given, sorted(subject.outputs.values()), strict=True):  # it forgets the names, not the order
        coremltools.utils.rename_feature(spec, old, new)
    made = folder / "core_ml"
    made.mkdir()
    coremltools.models.MLModel(spec, weights_dir=model.weights_dir, skip_model_load=True).save(
        str(made / "model.mlpackage")
    )
    archives.pack(made, folder / FILE)
    shutil.rmtree(made)


def runner(folder: Path) -> Runner:
    if sys.platform != "darwin":
        raise Unproven("apple")
    import coremltools

    model = coremltools.models.MLModel(str(_unpacked(folder) / "model.mlpackage"))

    def run(rows: Arrays) -> Arrays:
        count = len(next(iter(rows.values())))
        found = [model.predict({name: values[row : row + 1] for name, values in rows.items()}) for row in range(count)]
        return {name: np.concatenate([one[name] for one in found]) for name in found[0]}

    return run


def smallest(folder: Path) -> Needs:
    import coremltools

    spec = coremltools.utils.load_spec(str(_unpacked(folder) / "model.mlpackage"))
    version = spec.specificationVersion
    return Needs(SYSTEMS.get(version, ""), f"specification {version}")


def _unpacked(folder: Path) -> Path:
    place = Path(tempfile.mkdtemp(dir=folder))
    archives.unpack(folder / FILE, place)
    return place / "core_ml"
