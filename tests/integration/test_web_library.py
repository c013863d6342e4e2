"""A person's library of blocks over HTTP: kept, listed, handed out whole, deleted; and nobody else's."""

from typing import Any

import pytest
from flask import Flask

from layerloom.documents import library
from sites import Person, codes, open_site, stranger

BLOCK: dict[str, Any] = {
    "version": 2,
    "keras_version": "3.15.1",
    "nodes": {
        "b": {"type": "block", "name": "stage", "repeat": 2, "varying": {"d": {"units": [4, 8]}}},
        "x": {"type": "input", "name": "x", "block": "b"},
        "d": {"type": "layer", "name": "dense", "layer": "Dense", "params": {"units": 4}, "block": "b"},
        "y": {"type": "output", "name": "y", "block": "b"},
    },
    "edges": {"e1": {"source": "x", "target": "d"}, "e2": {"source": "d", "target": "y"}},
    "layout": {"b": {"x": 1, "y": 2}},
}


@pytest.fixture
def app(tmp_path):
    with open_site(tmp_path) as app:
        yield app


@pytest.fixture
def me(app: Flask) -> Person:
    return Person(app)


def keep(me: Person, name: str = "stage", graph: dict[str, Any] = BLOCK) -> Any:
    return me.post("/api/blocks", json={"name": name, "graph": graph})


def test_a_kept_block_comes_back_whole_under_its_name(me: Person):
    kept = keep(me, "  Residual stage ")
    assert (kept.status_code, kept.json["name"], kept.json["layers"]) == (201, "Residual stage", 1)
    keep(me, "Attention")
    assert [one["name"] for one in me.get("/api/blocks").json["blocks"]] == ["Attention", "Residual stage"]
    whole = me.get(f"/api/blocks/{kept.json['id']}").json
    assert whole["graph"]["nodes"]["b"]["varying"] == {"d": {"units": [4, 8]}}
    assert whole["graph"]["nodes"]["d"]["block"] == "b"
    assert whole["graph"]["edges"]["e2"]["target"] == "y"


def test_a_deleted_block_is_gone_and_deleting_it_again_changes_nothing(me: Person):
    id = keep(me).json["id"]
    for _ in range(2):
        assert me.ask("DELETE", f"/api/blocks/{id}").status_code == 204
    gone = me.get(f"/api/blocks/{id}")
    assert (gone.status_code, codes(gone)) == (404, ["unknown_saved_block"])


def test_a_library_takes_one_block_and_nothing_else(me: Person):
    two = {**BLOCK, "nodes": {**BLOCK["nodes"], "c": {"type": "block", "name": "other"}}}
    none = {**BLOCK, "nodes": {"d": {"type": "layer", "name": "dense", "layer": "Dense"}}, "edges": {}, "layout": {}}
    for graph in (two, none, {**BLOCK, "nodes": {}, "edges": {}, "layout": {}}):
        refused = keep(me, graph=graph)
        assert (refused.status_code, codes(refused)) == (422, ["no_block_to_save"])
    assert keep(me, "\n").status_code == 422
    assert me.get("/api/blocks").json == {"blocks": []}


def test_a_library_is_full_some_day(me: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(library, "MOST", 1)
    keep(me)
    full = keep(me)
    assert (full.status_code, codes(full)) == (409, ["too_many_saved_blocks"])


def test_nobody_sees_anothers_library(app: Flask, me: Person):
    id = keep(me).json["id"]
    other = stranger(app)
    assert other.get("/api/blocks").json == {"blocks": []}
    assert other.get(f"/api/blocks/{id}").status_code == 404
    assert other.ask("DELETE", f"/api/blocks/{id}").status_code == 204
    assert me.get(f"/api/blocks/{id}").status_code == 200
