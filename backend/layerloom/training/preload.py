"""What a run child needs, imported and read once in the launcher before it forks. Runs no op and starts no thread."""

import importlib

import keras

import layerloom.training.child  # noqa: F401
from layerloom import catalog
from layerloom.training.steps import IMPLEMENTATIONS

catalog.load()  # 50 ms of reading
if keras.backend.backend() in IMPLEMENTATIONS:
    importlib.import_module(IMPLEMENTATIONS[keras.backend.backend()].split(":")[0])
