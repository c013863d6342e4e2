"""The real launcher: Keras and TensorFlow preloaded, and nothing of them executed."""

import importlib.util
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import launchers
from layerloom.launcher.client import Launcher
from layerloom.launcher.once import do
from layerloom.worker.serve import PRELOAD

if importlib.util.find_spec("tensorflow") is None:
    pytest.skip("the Keras side is not installed", allow_module_level=True)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scratch")


@pytest.fixture(scope="module")
def launcher(scratch: Path) -> Iterator[Launcher]:
    with launchers.running(scratch, preload=(*PRELOAD, "doubles")) as launcher:
        launcher.wait_ready(120)
        yield launcher


def test_the_launcher_has_imported_keras_and_run_nothing(launcher: Launcher, scratch: Path) -> None:
    found = do(launcher, "doubles:nothing_has_run", None, scratch=scratch, timeout=30)
    assert found == {"initialized": False, "threads": 1}
    assert launcher.threads == 1


def test_keras_trains_saves_and_loads_inside_the_jail(launcher: Launcher, scratch: Path) -> None:
    began = time.monotonic()
    for _ in range(2):
        found = do(launcher, "doubles:keras_trains", None, scratch=scratch, timeout=120)
        assert found["same"] is True
        assert len(found["losses"]) == 2
        assert found["backend"] == "tensorflow"
    assert time.monotonic() - began < 60, "a fresh import in each child: is the preload lost?"
