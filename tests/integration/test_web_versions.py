"""A project's versions over HTTP: listed, kept under a name, laid over each other, and how far the live graph is from each."""

from typing import Any

import pytest
from flask import Flask

from layerloom.documents import versions
from sites import Person, codes, open_site, stranger


@pytest.fixture
def app(tmp_path):
    with open_site(tmp_path) as app:
        yield app


@pytest.fixture
def me(app: Flask) -> Person:
    return Person(app)


def listed(me: Person, project: str) -> list[tuple[str, str, int, int | None]]:
    found = me.get(f"/api/projects/{project}/versions").json["versions"]
    return [(one["type"], one["name"], one["number"], one["changes"]) for one in found]


def rewrite(me: Person, project: str, change: Any) -> None:
    """Puts an edited graph in the place of the live one."""
    shown = me.get(f"/api/projects/{project}")
    graph = shown.json["graph"]
    change(graph)
    answer = me.ask("PUT", f"/api/projects/{project}/graph", json=graph, headers={"If-Match": shown.headers["ETag"]})
    assert answer.status_code == 200, answer.json


def layer(graph: dict[str, Any], of: str) -> dict[str, Any]:
    return next(node for _, node in sorted(graph["nodes"].items()) if node.get("layer") == of)


def more_units(graph: dict[str, Any]) -> None:
    layer(graph, "Dense")["params"]["units"] += 1


def test_every_run_and_every_saved_graph_is_a_version_with_its_distance_from_the_live_one(me: Person):
    project = me.project(template="iris-mlp")
    assert me.get(f"/api/projects/{project}/versions").json == {"versions": [], "changed": []}
    me.post(f"/api/projects/{project}/runs", json={"key": "1"})
    assert listed(me, project) == [("run", "", 1, 0)]
    rewrite(me, project, more_units)
    saved = me.post(f"/api/projects/{project}/versions", json={"name": " Wide  "})
    assert (saved.status_code, saved.json["name"], saved.json["changes"]) == (201, "Wide", 0)
    assert listed(me, project) == [("saved", "Wide", 0, 0), ("run", "", 1, 1)]
    rewrite(me, project, lambda graph: graph["training"].update(epochs=3))
    assert listed(me, project) == [("saved", "Wide", 0, 1), ("run", "", 1, 2)]


def test_the_nodes_that_changed_since_the_newest_run_are_named(me: Person):
    project = me.project(template="iris-mlp")
    me.post(f"/api/projects/{project}/runs", json={"key": "1"})
    rewrite(me, project, more_units)
    me.post(f"/api/projects/{project}/versions", json={"name": "kept since"})
    graph = me.get(f"/api/projects/{project}").json["graph"]
    dense = next(id for id, node in sorted(graph["nodes"].items()) if node.get("layer") == "Dense")
    assert me.get(f"/api/projects/{project}/versions").json["changed"] == [dense]
    me.post(f"/api/projects/{project}/runs", json={"key": "2"})
    assert me.get(f"/api/projects/{project}/versions").json["changed"] == []


def test_a_saved_version_is_deleted_for_good(me: Person):
    project = me.project(template="iris-mlp")
    version = me.post(f"/api/projects/{project}/versions", json={"name": "A"}).json["id"]
    for _ in range(2):
        assert me.ask("DELETE", f"/api/projects/{project}/versions/{version}").status_code == 204
    assert listed(me, project) == []
    gone = compare(me, project, {"type": "saved", "id": version})
    assert (gone.status_code, codes(gone)) == (404, ["unknown_version"])


@pytest.mark.parametrize("body", [{"name": ""}, {"name": 5}, {}, {"name": "x" * 500}, {"name": "a\x00"}])
def test_a_version_needs_a_name(me: Person, body: dict[str, Any]):
    project = me.project()
    assert me.post(f"/api/projects/{project}/versions", json=body).status_code == 422
    assert listed(me, project) == []


def test_a_project_keeps_no_more_versions_than_can_be_looked_through(me: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(versions, "MOST", 2)
    project = me.project()
    for name in "ab":
        assert me.post(f"/api/projects/{project}/versions", json={"name": name}).status_code == 201
    full = me.post(f"/api/projects/{project}/versions", json={"name": "c"})
    assert (full.status_code, codes(full)) == (409, ["too_many_versions"])


def compare(me: Person, project: str, before: Any, after: Any = None) -> Any:
    return me.post(f"/api/projects/{project}/compare", json={"before": before, "after": after or {"type": "project"}})


def test_a_run_a_saved_version_a_template_another_project_and_a_file_are_laid_over_the_live_graph(me: Person):
    project = me.project(template="iris-mlp")
    run = me.post(f"/api/projects/{project}/runs", json={"key": "1"}).json["run"]["id"]
    saved = me.post(f"/api/projects/{project}/versions", json={"name": "A"}).json["id"]
    other = me.project(template="iris-mlp")
    rewrite(me, project, more_units)
    graph = me.get(f"/api/projects/{other}").json["graph"]
    for before in (
        {"type": "run", "id": run},
        {"type": "saved", "id": saved},
        {"type": "template", "id": "iris-mlp"},
        {"type": "project", "id": other},
        {"type": "graph", "graph": graph},
    ):
        answer = compare(me, project, before)
        assert answer.status_code == 200, (before, answer.json)
        assert answer.json["diff"]["count"] == 1, before
        (node,) = answer.json["diff"]["nodes"]
        (field,) = node["fields"]
        assert (node["type"], field["place"], field["after"]) == ("changed", "params.units", field["before"] + 1)
        assert answer.json["after"] == me.get(f"/api/projects/{project}").json["graph"]


@pytest.mark.parametrize(
    ("before", "status", "code"),
    [
        ({"type": "run", "id": "nope"}, 404, "unknown_run"),
        ({"type": "saved", "id": "nope"}, 404, "unknown_version"),
        ({"type": "project", "id": "nope"}, 404, "unknown_project"),
        ({"type": "template", "id": "nope"}, 422, "unknown_template"),
        ({"type": "graph", "graph": {"version": 99, "keras_version": "9"}}, 422, "made_with_newer_layerloom"),
        ({"type": "graph"}, 422, "bad_field"),
        ({"type": "planet"}, 422, "bad_field"),
        ({}, 422, "bad_field"),
        ("run", 422, "bad_field"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_reason(me: Person, before: Any, status: int, code: str):
    answer = compare(me, me.project(), before)
    assert (answer.status_code, codes(answer)) == (status, [code])


def test_versions_of_somebody_elses_project_are_none(app: Flask, me: Person):
    project = me.project(template="iris-mlp")
    run = me.post(f"/api/projects/{project}/runs", json={"key": "1"}).json["run"]["id"]
    saved = me.post(f"/api/projects/{project}/versions", json={"name": "A"}).json["id"]
    other = stranger(app)
    own = other.project()
    for method, path, body in (
        ("GET", "versions", None),
        ("POST", "versions", {"name": "B"}),
        ("DELETE", f"versions/{saved}", None),
        ("POST", "compare", {"before": {"type": "project"}, "after": {"type": "project"}}),
    ):
        answer = other.ask(method, f"/api/projects/{project}/{path}", json=body)
        assert (answer.status_code, codes(answer)) == (404, ["unknown_project"]), path
    for before, code in (
        ({"type": "project", "id": project}, "unknown_project"),
        ({"type": "run", "id": run}, "unknown_run"),
        ({"type": "saved", "id": saved}, "unknown_version"),
    ):
        assert codes(compare(other, own, before)) == [code]
    assert other.ask("DELETE", f"/api/projects/{own}/versions/{saved}").status_code == 204
    assert [one[1] for one in listed(me, project)] == ["A", ""]


def test_a_graph_that_was_brought_along_is_opened_without_being_kept(me: Person):
    before = me.get("/api/projects").json
    old = {"version": 0, "keras_version": "3.15.1", "nodes": {"x": {"type": "input", "name": "x"}}, "edges": []}
    opened = me.post("/api/graphs/open", json=old)
    assert opened.status_code == 200
    assert opened.json["nodes"]["x"]["scaling"] == "auto"
    broken = me.post("/api/graphs/open", data=b'{"version": ', headers={"Content-Type": "application/json"})
    assert (broken.status_code, codes(broken)) == (400, ["not_json"])
    assert me.get("/api/projects").json == before
