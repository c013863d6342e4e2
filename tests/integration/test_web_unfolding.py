"""A backbone asked for as a block over HTTP: what the worker is asked, what of its answer is kept, and who may ask."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from flask import Flask

from layerloom.graph.schema import BlockNode, Graph
from layerloom.imports import kept
from sites import AbsentWorker, AnsweringWorker, Person, codes, guest, link, open_site

NODE = {"type": "backbone", "name": "base", "application": "MobileNetV2", "params": {"weights": None}}
ASKED = {"node": NODE, "shape": [None, 96, 96, 3], "begin": None}


class UnfoldingWorker(AnsweringWorker):
    """Knows one empty block by heart, and leaves numbers of it where the backbone has weights."""

    def call(self, verb: str, request: dict[str, Any] | None = None, timeout: float = 30.0) -> Any:
        request = request or {}
        if verb != "do" or request["entry"] != "layerloom.engine.unfolding:unfold":
            return super().call(verb, request, timeout)
        self.calls.append((verb, request))
        asked = request["request"]
        trained = asked["node"]["params"].get("weights", "imagenet") is not None
        if trained:
            np.savez(Path(asked["out"]) / "weights.npz", a=np.zeros(2))
        block = BlockNode(name="base", kind="model")
        graph = Graph(version=1, keras_version="3.15.1", nodes={"b": block})
        places = {"b/conv": {"store": "b/conv", "node": "c"}} if trained else {}
        return {"unfolded": {"graph": graph.model_dump(mode="json"), "block": "b"}, "places": places}


@pytest.fixture
def app(tmp_path: Path):
    with open_site(tmp_path / "home", UnfoldingWorker()) as app:
        yield app


def ask(me: Person, project: str, **more: Any) -> Any:
    return me.post(f"/api/projects/{project}/unfold", json=ASKED | more)


def test_without_weights_nothing_is_kept(me: Person):
    answer = ask(me, me.project())
    assert answer.status_code == 200, answer.json
    assert (answer.json["block"], answer.json["begin"]) == ("b", None)
    home = me.site.settings.home
    assert list((home / "imports").glob("*/*")) == []
    asked = me.site.worker.calls[-1][1]
    assert asked["read"] == []
    assert Path(asked["request"]["out"]).parent == home / "imports" / "quarantine"


def test_its_numbers_stay_under_a_new_name_with_those_it_began_from(me: Person):
    project, home = me.project(), me.site.settings.home
    (home / "weights").mkdir()
    trained = {"node": NODE | {"params": {}}}
    first = ask(me, project, **trained).json["begin"]
    second = ask(me, project, **trained, begin=first).json["begin"]
    assert first != second
    assert me.site.worker.calls[-1][1]["read"] == [str(home / "imports" / first), str(home / "weights")]
    kept.sweep(home, 9e9)
    assert kept.folder(home, first)
    assert kept.folder(home, second)
    assert list((home / "imports" / "quarantine").iterdir()) == []


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"node": {"type": "layer", "name": "a", "layer": "Dense"}}, "node"),
        ({"node": NODE | {"freeze": 3}}, "node"),
        ({"shape": [None, 96, 96]}, "shape"),
        ({"shape": [None, 96, 96, 10**9]}, "shape"),
        ({"shape": [None, 96, True, 3]}, "shape"),
        ({"begin": 3}, "begin"),
    ],
)
def test_what_is_no_backbone_and_no_picture_is_refused_before_anybody_is_asked(me: Person, wrong: Any, place: str):
    project, before = me.project(), len(me.site.worker.calls)
    answer = ask(me, project, **wrong)
    assert (answer.status_code, answer.json["problems"][0]["place"]) == (422, place)
    assert len(me.site.worker.calls) == before


def test_a_guest_unfolds_where_they_may_draw(app: Flask, me: Person):
    project = me.project()
    _, viewing = link(me, project, "view")
    _, editing = link(me, project, "edit")
    assert codes(ask(guest(app, viewing), project)) == ["not_allowed"]
    assert ask(guest(app, editing), project).status_code == 200


def test_while_the_worker_starts_it_says_so(tmp_path: Path):
    with open_site(tmp_path / "home", AbsentWorker()) as app:
        me = Person(app)
        answer = ask(me, me.project())
        assert (answer.status_code, codes(answer)) == (503, ["worker_starting"])
        assert list((tmp_path / "home" / "imports" / "quarantine").iterdir()) == []
