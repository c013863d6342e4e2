"""Settings are read in one place, each is documented, and a value that cannot be is refused in a sentence."""

import re
from pathlib import Path

import pytest

from layerloom.settings import Settings, Unusable

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ROOT / "backend" / "layerloom" / "settings.py"
READ = re.compile(r"""(?:environ(?:\.get\(|\[)|getenv\(|_number\()\s*["'](LAYERLOOM_\w+)""")


def read_in(path: Path) -> set[str]:
    return set(READ.findall(path.read_text()))


def test_every_setting_is_documented_and_every_documented_one_exists() -> None:
    documented = set(re.findall(r"^\| `(LAYERLOOM_\w+)`", (ROOT / "docs" / "settings.md").read_text(), re.MULTILINE))
    assert documented == read_in(SETTINGS)


def test_the_environment_is_read_in_one_place() -> None:
    elsewhere = {path for path in SETTINGS.parent.rglob("*.py") if path != SETTINGS and read_in(path)}
    assert elsewhere == set()


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("LAYERLOOM_PORT", "eighty"),
        ("LAYERLOOM_RUNS_AT_ONCE", "0"),
        ("LAYERLOOM_SILENCE_SECONDS", "nan"),
        ("LAYERLOOM_MEMORY_BYTES", "-1"),
        ("LAYERLOOM_BACKEND", "theano"),
        ("LAYERLOOM_WEIGHTS_FROM", "on"),
        ("LAYERLOOM_WEIGHTS_FROM", "ftp://weights.example"),
    ],
)
def test_a_setting_that_cannot_be_is_named_with_what_was_received(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(Unusable, match=f"{variable} must be .*Received: '{value}'"):
        Settings.from_env()
