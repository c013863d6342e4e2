"""What the launcher imports before it forks: Keras, its backend and our own Keras side. Imports only; no operation is run here.

A process that has run one operation must not fork (a child's first `fit` then hangs), so nothing below may create a tensor.
Only the log level is set. oneDNN and the number of threads stay at TensorFlow's defaults: an exported script, started by
hand, has to reach the same weights, and after three epochs of a small CNN these differ by 1.6e-7 without oneDNN and by 6e-8
with one thread or core instead of two (OPENBLAS_NUM_THREADS changes nothing).
"""

import importlib
import os

from layerloom import catalog

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

MODULES = (
    "keras",
    "h5py",  # Keras imports it when it first saves
    "pydot",
    "layerloom.datasets.prepare",
    "layerloom.engine.describe",
    "layerloom.engine.exports.blaming",
    "layerloom.engine.exports.making",
    "layerloom.engine.exports.proving",
    "layerloom.engine.infer",
    "layerloom.engine.pasted",
    "layerloom.engine.unfolding",
    "layerloom.engine.weights_files",
    "layerloom.imports.backbones",
    "layerloom.imports.child",
    "layerloom.training.child",
    "layerloom.training.run",
)
BACKENDS = {"tensorflow": ("tensorflow", "layerloom.training.steps_tensorflow")}

for module in (*MODULES, *BACKENDS.get(os.environ.get("KERAS_BACKEND", "tensorflow"), ())):
    importlib.import_module(module)

catalog.load()  # read once here instead of in every child
