"""`layerloom prove`: what works says what it is, what does not names its line, and nothing of it runs unlocked."""

import importlib.util
from pathlib import Path

import pytest

from layerloom.cli import main
from layerloom.launcher.jail import landlock

if importlib.util.find_spec("tensorflow") is None:
    pytest.skip("the Keras side is not installed", allow_module_level=True)
if not landlock.abi():
    pytest.skip("this kernel cannot lock a child in", allow_module_level=True)

SCALED = """
class Scaled(keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor
"""


def test_a_layer_is_proven_in_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "scaled.py"
    file.write_text(SCALED)
    home = ("--home", str(tmp_path / "home"))
    assert main(["prove", str(file), *home]) == 1
    assert "`factor` needs a value" in capsys.readouterr().err
    assert main(["prove", str(file), *home, "--set", "factor=2.5"]) == 0
    said = capsys.readouterr().out
    assert "Scaled (layer) works" in said
    assert "inputs: x" in said
    assert not list((tmp_path / "home").glob("prove-*"))


def test_switched_off_nothing_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LAYERLOOM_CODE", "off")
    (tmp_path / "own.py").write_text(SCALED)
    assert main(["prove", str(tmp_path / "own.py"), "--home", str(tmp_path / "home")]) == 1
    assert "switched off" in capsys.readouterr().err
