"""What a launcher imports leaves it fit to fork: one thread, no device touched, no operation run, no setting that changes sums."""

import json
import os
import subprocess
import sys

import pytest

ASK = """
import json, os, threading
before = dict(os.environ)
import layerloom.engine.preload
import sys
from tensorflow.python.eager import context
running = context._context
tasks = os.listdir("/proc/self/task") if os.path.exists("/proc/self/task") else ["1"]
print(json.dumps({
    "threads": threading.active_count(), "tasks": len(tasks),
    "initialised": bool(running and running._initialized),
    "training": "layerloom.training.run" in sys.modules,
    "environment": sorted(key for key in os.environ if os.environ[key] != before.get(key)),
}))
"""


@pytest.fixture(scope="module")
def told():
    # Else NumPy's OpenBLAS starts threads when it is imported; the launcher says the same.
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, env=environment, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_one_thread_and_no_operation_run(told):
    assert (told["threads"], told["tasks"]) == (1, 1)
    assert not told["initialised"]


def test_everything_a_run_needs_is_there(told):
    assert told["training"]


def test_nothing_is_set_that_could_change_a_sum(told):
    assert set(told["environment"]) <= {
        "TF_CPP_MIN_LOG_LEVEL",
        "TF2_BEHAVIOR",
        "KMP_INIT_AT_FORK",
        "KMP_DUPLICATE_LIB_OK",
    }
