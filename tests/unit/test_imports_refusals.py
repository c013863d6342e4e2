"""Bad models: each is refused with a problem of its own, and nothing in it is run, followed, written or unpacked."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import bad_models
from layerloom.graph.problems import Refused
from layerloom.imports import child

FORBIDDEN = ("exec", "marshal.load", "marshal.loads", "os.system", "os.exec", "os.fork", "pickle.find_class")
_watched: list[tuple[str, Any]] | None = None


def _audit(event: str, arguments: Any) -> None:
    if _watched is None:
        return
    writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    looked_for = writes or event in FORBIDDEN or event.startswith(("socket.", "subprocess.", "ctypes.dlopen"))
    if looked_for and not _importing():
        _watched.append((event, arguments[0] if arguments else None))


def _importing() -> bool:
    """Modules of ours that are imported late are run too; that is not what is looked for."""
    frame = sys._getframe()
    while frame.f_back is not None:
        frame = frame.f_back
        if frame.f_code.co_filename == "<frozen importlib._bootstrap>":
            return True
    return False


sys.addaudithook(_audit)


@contextmanager
def watched() -> Iterator[list[tuple[str, Any]]]:
    """What Python itself says was run, connected to or opened for writing."""
    global _watched
    _watched = seen = []
    try:
        yield seen
    finally:
        _watched = None


def read(path: Path, out: Path, **more: Any) -> dict[str, Any]:
    out.mkdir(exist_ok=True)
    return child.read({"path": str(path), "file_name": path.name, "out": str(out), **more})


@pytest.mark.parametrize("what", bad_models.BAD)
def test_a_bad_model_is_refused_by_its_own_name_and_touches_nothing(what: str, tmp_path: Path) -> None:
    make, code, status = bad_models.BAD[what]
    path, out = make(tmp_path), tmp_path / "out"
    before = sorted(tmp_path.iterdir())
    with watched() as seen, pytest.raises(Refused) as refused:
        read(path, out)
    first = refused.value.problems[0]
    assert (first.code, refused.value.status) == (code, status), first.message
    assert "Received:" in first.message or code in ("not_json", "archive_damaged")
    assert len(first.message) < 900
    assert [one for one in seen if not str(one[1]).startswith(str(out))] == []
    assert sorted({*tmp_path.iterdir()} - {out}) == before
    assert [one for one in out.iterdir() if one.name != "weights.npz"] == []


def test_there_are_many_kinds_of_bad_models() -> None:
    assert len({code for _, code, _ in bad_models.BAD.values()}) >= 20


def test_a_layer_with_code_comes_as_a_placeholder_when_that_is_asked_for(tmp_path: Path) -> None:
    make, _, _ = bad_models.BAD["bytecode"]
    found = read(make(tmp_path), tmp_path / "out", placeholders=True)
    assert found["graph"]["nodes"]["evil"]["type"] == "custom"
    assert "4wEAAAA" not in str(found)
    assert [one["kind"] for one in found["report"]["remarks"]] == ["placeholder"]


def test_numbers_that_are_not_finite_are_told_of(tmp_path: Path) -> None:
    found = read(bad_models.in_weights(bad_models.not_finite)(tmp_path), tmp_path / "out")
    assert found["report"]["weights"]["arrays"] == 2
    assert "not finite" in found["report"]["remarks"][0]["text"]


def test_words_that_a_layer_had_learned_come_along(tmp_path: Path) -> None:
    lookup = bad_models.layer("StringLookup", "words", "in")
    members = {"assets/layers/string_lookup/vocabulary.txt": "[UNK]\nдом\n家\n".encode()}
    found = read(bad_models.archive(tmp_path, bad_models.functional(lookup), **members), tmp_path / "out")
    assert found["graph"]["nodes"]["words"]["params"] == {"vocabulary": ["[UNK]", "дом", "家"]}


def test_a_good_model_is_read_and_its_arrays_are_kept(tmp_path: Path) -> None:
    found = read(bad_models.archive(tmp_path), tmp_path / "out")
    assert found["graph"]["nodes"]["dense"]["params"] == {"units": 2}
    assert found["places"]["dense"] == {"store": "layers/dense", "node": "dense"}
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["weights.npz"]
