"""Arguments and environment → settings, or a sentence; the folders of a home are its owner's alone."""

import os
import stat
import tempfile
from pathlib import Path

import pytest

from layerloom.settings import Settings, Unusable


def test_an_argument_stands_above_its_variable_and_that_above_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAYERLOOM_PORT", "9000")
    assert Settings.from_env(tmp_path).port == 9000
    assert Settings.from_env(tmp_path, port=9001).port == 9001
    monkeypatch.delenv("LAYERLOOM_PORT")
    assert Settings.from_env(tmp_path).port == 8765


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("LAYERLOOM_PORT", "http"),
        ("LAYERLOOM_RUNS_AT_ONCE", "1.5"),
        ("LAYERLOOM_SILENCE_SECONDS", "nan"),
        ("LAYERLOOM_SILENCE_SECONDS", "-1"),
        ("LAYERLOOM_MEMORY_BYTES", "2GB"),
    ],
)
def test_a_variable_that_is_no_number_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(Unusable, match=f"{variable}.*{value}"):
        Settings.from_env(tmp_path)


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unusable, match="--home"):
        Settings.from_env(tmp_path / "file" / "home").prepare()


def test_a_home_may_be_called_anything() -> None:
    # A short way there, whoever runs the tests: a socket's path holds about a hundred bytes.
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.from_env(Path(folder) / "my models ünï 目").prepare()
        assert settings.runs.is_dir()
        assert stat.S_IMODE(settings.home.stat().st_mode) == 0o700
        assert settings.socket.parent == settings.home


@pytest.fixture
def deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return Settings.from_env(tmp_path / ("deep" * 20) / ("deeper" * 10))


def test_a_home_too_deep_for_a_socket_gets_a_private_folder_for_it(deep: Settings, tmp_path: Path) -> None:
    place = deep.prepare().socket
    assert place.parent.parent == tmp_path
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert deep.prepare().socket == place


@pytest.mark.parametrize("way", ["open to others", "a link"])
def test_a_socket_folder_that_somebody_else_could_have_made_is_refused(
    deep: Settings, tmp_path: Path, way: str
) -> None:
    place = deep.socket.parent
    if way == "a link":
        (tmp_path / "elsewhere").mkdir(mode=0o700)
        os.symlink(tmp_path / "elsewhere", place)
    else:
        place.mkdir()
        place.chmod(0o777)
    with pytest.raises(Unusable, match="yours alone"):
        deep.prepare()
