"""TensorFlow's own format: a folder, zipped, with one signature."""

import shutil
import tempfile
from pathlib import Path

import numpy as np

from layerloom.engine.exports import Needs, Runner, archives
from layerloom.engine.exports.signature import ENDPOINT, near, write_signature
from layerloom.engine.exports.subject import Arrays, Subject

FILE = "saved_model.zip"


def write(subject: Subject, folder: Path) -> None:
    made = folder / "saved_model"
    write_signature(subject, made)
    (made / "fingerprint.pb").unlink(missing_ok=True)
    archives.pack(made, folder / FILE)
    shutil.rmtree(made)


def runner(folder: Path) -> Runner:
    import tensorflow as tf

    place = Path(tempfile.mkdtemp(dir=folder))
    archives.unpack(folder / FILE, place)
    loaded = tf.saved_model.load(near(place / "saved_model"))
    signature = loaded.signatures[ENDPOINT] if ENDPOINT in loaded.signatures else loaded.signatures["serving_default"]

    def run(rows: Arrays) -> Arrays:
        kept = loaded  # the signature holds its model weakly
        found = signature(**{name: tf.constant(values) for name, values in rows.items()})
        assert kept is not None
        return {name: np.asarray(value) for name, value in found.items()}

    return run


def smallest(folder: Path) -> Needs:
    """The file says only which TensorFlow wrote it."""
    from tensorflow.core.protobuf import saved_model_pb2

    place = Path(tempfile.mkdtemp(dir=folder))
    archives.unpack(folder / FILE, place)
    model = saved_model_pb2.SavedModel.FromString((place / "saved_model" / "saved_model.pb").read_bytes())
    graph = model.meta_graphs[0]
    shutil.rmtree(place)
    return Needs("", f"TensorFlow {graph.meta_info_def.tensorflow_version}")
