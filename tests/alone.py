"""A script as somebody runs it: alone, in a folder of its own, watched only where it begins and ends."""

import subprocess
import sys

import numpy as np

SPY = """
import runpy, sys
import keras, numpy as np
fit = keras.Model.fit
def spied(model, *arguments, **named):
    np.savez("initial.npz", *model.get_weights())
    fit(model, *arguments, **named)
    np.savez("final.npz", *model.get_weights())
keras.Model.fit = spied
runpy.run_path(sys.argv.pop(1), run_name="__main__")
"""


def run_alone(text, folder, *arguments):
    (folder / "script.py").write_text(text, encoding="utf-8")
    (folder / "spy.py").write_text(SPY)
    command = [sys.executable, "spy.py", "script.py", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout, *(list(np.load(folder / f"{name}.npz").values()) for name in ("initial", "final"))


def assert_same(ours, theirs):
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        np.testing.assert_array_equal(one, other, strict=True)
