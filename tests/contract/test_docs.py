"""The documentation is held to the code: commands that exist, packages that exist, no address of a registry and no path of a machine."""

import re
import subprocess
from pathlib import Path

import pytest

from layerloom.cli import parser

ROOT = Path(__file__).resolve().parents[2]
ADDRESSES = re.compile(
    r"https?://(?:[a-z.]*pypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org|registry\.yarnpkg\.com)|/work/|/root/|/home/[a-z]+/"
)


def tracked() -> list[str]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in done.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_file_names_a_registry_or_a_machine() -> None:
    found = []
    for name in tracked():
        try:
            text = (ROOT / name).read_text()
        except UnicodeDecodeError:
            continue
        found += [f"{name}: {match}" for match in ADDRESSES.findall(text) if name != "tests/contract/test_docs.py"]
    assert not found


def test_every_package_is_explained() -> None:
    text = (ROOT / "docs" / "ARCHITECTURE.md").read_text()
    packages = {path.name for path in (ROOT / "backend" / "layerloom").iterdir() if (path / "__init__.py").exists()}
    assert {name for name in packages if f"`{name}`" not in text} == set()
    assert len(text.splitlines()) <= 150


def test_every_file_that_the_architecture_names_is_there() -> None:
    text = (ROOT / "docs" / "ARCHITECTURE.md").read_text()
    named = {name.replace("<backend>", "tensorflow") for name in re.findall(r"`([\w./<>-]+)`", text)}
    paths = {name for name in named if "/" in name or name.endswith((".py", ".toml", ".json"))}
    below = [ROOT, ROOT / "backend" / "layerloom", ROOT / "frontend" / "src"]
    assert paths
    assert {name for name in paths if not any((folder / name).exists() for folder in below)} == set()


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "docs").glob("*.md")))
def test_links_between_documents_lead_somewhere(name: str) -> None:
    text = (ROOT / "docs" / name).read_text()
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (ROOT / "docs" / target).exists(), target


def test_every_command_is_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text()
    (commands,) = [action.choices for action in parser()._subparsers._group_actions]  # type: ignore[union-attr]
    assert {name for name in commands if f"layerloom {name}" not in text} == set()
