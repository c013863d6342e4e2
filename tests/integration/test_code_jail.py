"""What edited code may not do, tried in the very child that runs it: each is refused in its own words, and harms nothing."""

import importlib.util
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import launchers
from layerloom.graph.problems import Refused
from layerloom.launcher import jail
from layerloom.launcher.client import Launcher
from layerloom.launcher.jail import landlock, seccomp
from layerloom.launcher.once import ChildFailed, do
from layerloom.worker.serve import CODE_ANSWER_BYTES, CODE_ENTRIES, PRELOAD

if importlib.util.find_spec("tensorflow") is None:
    pytest.skip("the Keras side is not installed", allow_module_level=True)
pytestmark = pytest.mark.skipif(
    not (landlock.abi() and seccomp.available()), reason=f"this kernel cannot lock a child in: {jail.level()}"
)

MODEL = """
import keras

def build_model():
    x = keras.Input((4,), name="x")
    return keras.Model(x, keras.layers.Dense(2, name="dense")(x))
"""
READ = "layerloom.engine.edited:read"
MEMORY = 4 << 30


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scratch")


@pytest.fixture(scope="module")
def launcher(scratch: Path) -> Iterator[Launcher]:
    with launchers.running(scratch, preload=PRELOAD) as launcher:
        launcher.wait_ready(120)
        yield launcher


def run(launcher: Launcher, scratch: Path, code: str, timeout: float = 60) -> None:
    request = {"before": MODEL, "after": code + MODEL}
    do(launcher, READ, request, scratch=scratch, timeout=timeout, memory_bytes=MEMORY, longest=CODE_ANSWER_BYTES)


def test_ordinary_code_is_run(launcher: Launcher, scratch: Path) -> None:
    run(launcher, scratch, "import numpy as np\nopen('mine.txt', 'w').write('notes')\n")


@pytest.mark.parametrize(
    ("code", "line", "said"),
    [
        ("print(open('/etc/passwd').read())\n", 1, "`/etc/passwd`"),
        ("import pathlib\npathlib.Path('/tmp/theirs').write_text('x')\n", 2, "`/tmp/theirs`"),
        ("import os\nopen(f'/proc/{os.getppid()}/environ').read()\n", 2, "/environ`"),
        ("import socket\nsocket.create_connection(('127.0.0.1', 80), 2)\n", 2, "the network"),
        ("import urllib.request\nurllib.request.urlopen('http://127.0.0.1:8080/')\n", 2, "the network"),
        ("import os\nos.fork()\n", 2, "another process"),
        ("import subprocess\nsubprocess.run(['true'])\n", 2, "another process"),
        ("import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\n", 2, "another process"),
        ("import numpy as np\nx = np.ones(10**13)\n", 2, "its memory"),
        ("held = []\nwhile True:\n    held.append(bytearray(100_000_000))\n", 3, "its memory"),
    ],
    ids=[
        "a file",
        "writing",
        "the parent",
        "a socket",
        "a page",
        "fork",
        "a program",
        "kill",
        "one array",
        "bit by bit",
    ],
)
def test_what_code_may_not_do_is_refused_in_words_of_its_own(
    launcher: Launcher, scratch: Path, code: str, line: int, said: str
) -> None:
    with pytest.raises(Refused) as refused:
        run(launcher, scratch, code)
    (found,) = refused.value.problems
    assert (found.code, found.place) == ("code_failed", f"line {line}")
    assert said in found.message
    assert not Path("/tmp/theirs").exists()
    run(launcher, scratch, "")


PROVE = "layerloom.engine.custom:prove"
LAYER = "class Own(keras.layers.Layer):\n    def call(self, x):\n        {}\n        return x\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("open('/etc/passwd')", "`/etc/passwd`"),
        ("__import__('socket').create_connection(('127.0.0.1', 80), 2)", "the network"),
        ("__import__('os').fork()", "another process"),
        ("np.ones(10**13)", "its memory"),
    ],
    ids=["a file", "a socket", "fork", "memory"],
)
def test_a_layer_of_ones_own_may_do_no_more(launcher: Launcher, scratch: Path, line: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        do(launcher, PROVE, {"source": LAYER.format(line)}, scratch=scratch, timeout=60, memory_bytes=MEMORY)
    (found,) = refused.value.problems
    assert (found.code, found.place) == ("custom_failed", "line 3")
    assert said in found.message
    works = do(launcher, PROVE, {"source": LAYER.format("x = x + 1")}, scratch=scratch, timeout=60, memory_bytes=MEMORY)
    assert works["name"] == "Own"


def test_a_loop_without_end_is_ended_and_the_next_code_runs(launcher: Launcher, scratch: Path) -> None:
    """In Python the code's own clock stops it; inside a call that never comes back, the child is ended."""
    began = time.monotonic()
    with pytest.raises((ChildFailed, TimeoutError)):
        run(launcher, scratch, "sum(range(10**15))\n", timeout=4)
    assert time.monotonic() - began < 40
    run(launcher, scratch, "")


def test_a_child_that_crashes_says_so_and_takes_nobody_along(launcher: Launcher, scratch: Path) -> None:
    with pytest.raises(ChildFailed):
        run(launcher, scratch, "import ctypes\nctypes.string_at(0)\n")
    with pytest.raises(ChildFailed):
        run(launcher, scratch, "import os\nos._exit(0)\n")
    run(launcher, scratch, "")
    assert os.getpid() > 0


def test_the_worker_asks_before_it_runs_any_of_it() -> None:
    assert {READ, PROVE} <= CODE_ENTRIES
