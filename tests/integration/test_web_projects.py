"""Projects over HTTP: made, listed, renamed, copied, deleted and restored, exported and imported."""

import gzip
import json
from urllib.parse import unquote

import pytest
from flask import Flask
from sqlalchemy import event, update

from layerloom.db.tables import Run
from sites import BASE, Person, codes, stranger

pytestmark = pytest.mark.fast


def test_a_project_begins_empty_from_a_template_or_from_a_graph(me: Person):
    empty = me.project()
    assert me.get(f"/api/projects/{empty}").json["graph"]["nodes"] == {}
    iris = me.project(template="iris-mlp", name="Mine")
    shown = me.get(f"/api/projects/{iris}").json
    assert shown["name"] == shown["graph"]["name"] == "Mine"
    assert "flower" in shown["graph"]["nodes"]
    again = me.project(graph=shown["graph"])
    assert me.get(f"/api/projects/{again}").json["graph"] == shown["graph"] | {"name": "Mine 2"}


def test_an_unknown_template_is_refused_with_those_there_are(me: Person):
    answer = me.post("/api/projects", json={"template": "nope"})
    assert (answer.status_code, codes(answer)) == (422, ["unknown_template"])
    assert "iris-mlp" in answer.json["problems"][0]["message"]


def test_the_list_shows_the_newest_change_first_with_a_miniature(me: Person):
    old, new = me.project(template="iris-mlp"), me.project(name="B")
    assert [one["id"] for one in me.get("/api/projects").json] == [new, old]
    me.ask("PATCH", f"/api/projects/{old}", json={"name": "A"})
    listed = me.get("/api/projects").json
    assert [one["name"] for one in listed] == ["A", "B"]
    assert len(listed[0]["thumbnail"]["nodes"]) == 5
    assert listed[0]["last_run"] is None


def test_a_list_of_many_projects_costs_no_more_queries_than_a_short_one(me: Person):
    asked: list[str] = []
    engine = me.site.database.engine
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))

    def cost() -> int:
        me.get("/api/projects")  # writes what has changed since the last look
        asked.clear()
        listed = me.get("/api/projects").json
        assert all(one["last_run"]["number"] == 2 for one in listed)
        return len(asked)

    def trained() -> None:
        project = me.project(template="iris-mlp")
        for key in ("first", "second"):
            assert me.post(f"/api/projects/{project}/runs", json={"key": key}).status_code == 201
        with me.site.database.write() as session:
            session.execute(update(Run).values(state="stopped"))

    trained()
    of_one = cost()
    for _ in range(4):
        trained()
    assert cost() == of_one


def test_a_new_name_reaches_the_graph_and_those_who_have_it_open(me: Person):
    project = me.project(name="Old")
    socket = me.socket()
    socket.emit("document_join", {"project": project, "epoch": None}, callback=True)
    socket.get_received()
    assert me.ask("PATCH", f"/api/projects/{project}", json={"name": "  New  "}).json["name"] == "New"
    assert me.get(f"/api/projects/{project}").json["graph"]["name"] == "New"
    assert "document_update" in [message["name"] for message in socket.get_received()]


@pytest.mark.parametrize(
    "body", [{"name": ""}, {"name": 5}, {}, {"name": "a\x00b"}, {"name": "x" * 5000}, {"name": None}]
)
def test_a_name_that_cannot_be_is_refused(me: Person, body: dict):
    project = me.project(name="Old")
    answer = me.ask("PATCH", f"/api/projects/{project}", json=body)
    assert answer.status_code == 422
    assert me.get(f"/api/projects/{project}").json["name"] == "Old"


def test_a_name_of_markup_or_right_to_left_letters_is_kept_as_text(me: Person):
    for name in ("<img src=x onerror=alert(1)>", "\u202emodel", "м\u043edel", "数据", "a/b"):
        project = me.project(name=name)
        assert me.get(f"/api/projects/{project}").json["name"] == name
    answer = me.get("/api/projects")
    assert answer.headers["Content-Type"].startswith("application/json")


def test_a_deleted_project_is_gone_until_it_is_restored(me: Person):
    project = me.project(template="iris-mlp")
    assert me.ask("DELETE", f"/api/projects/{project}").status_code == 204
    assert me.get("/api/projects").json == []
    for method, path in (("GET", ""), ("GET", "/export"), ("POST", "/duplicate"), ("GET", "/source"), ("GET", "/runs")):
        assert me.ask(method, f"/api/projects/{project}{path}").status_code == 404
    assert me.ask("DELETE", f"/api/projects/{project}").status_code == 204
    assert me.post(f"/api/projects/{project}/restore").status_code == 200
    assert "flower" in me.get(f"/api/projects/{project}").json["graph"]["nodes"]


def test_edits_to_a_deleted_project_are_refused_for_those_who_have_it_open(me: Person):
    project = me.project()
    socket = me.socket()
    joined = socket.emit("document_join", {"project": project, "epoch": None}, callback=True)
    me.ask("DELETE", f"/api/projects/{project}")
    edit = {"project": project, "epoch": joined["epoch"], "update": b"\x00\x00", "id": "1"}
    assert codes(socket.emit("document_update", edit, callback=True)) == ["not_joined"]


def test_a_duplicate_is_a_project_of_its_own(me: Person):
    project = me.project(template="iris-mlp", name="Iris")
    copy = me.post(f"/api/projects/{project}/duplicate").json
    assert copy["name"] == "Iris copy"
    assert me.post(f"/api/projects/{project}/duplicate").json["name"] == "Iris copy 2"
    me.ask("DELETE", f"/api/projects/{project}")
    assert "flower" in me.get(f"/api/projects/{copy['id']}").json["graph"]["nodes"]


def test_what_is_exported_can_be_brought_in_again(me: Person):
    project = me.project(template="digits-cnn")
    exported = me.get(f"/api/projects/{project}/export")
    assert exported.headers["Content-Disposition"].startswith("attachment;")
    made = me.post("/api/projects/import", data=exported.data, headers={"Content-Type": "application/json"})
    assert made.status_code == 201
    name = made.json["name"]
    assert me.get(f"/api/projects/{made.json['id']}").json["graph"] == json.loads(exported.data) | {"name": name}


def test_projects_made_in_one_way_can_be_told_apart_by_name(me: Person):
    made = [me.post("/api/projects", json={"template": "digits-cnn"}).json for _ in range(3)]
    first = made[0]["name"]
    assert [one["name"] for one in made] == [first, f"{first} 2", f"{first} 3"]
    assert me.get(f"/api/projects/{made[2]['id']}").json["graph"]["name"] == f"{first} 3"
    me.ask("DELETE", f"/api/projects/{made[1]['id']}")
    exported = me.get(f"/api/projects/{made[2]['id']}/export").data
    brought = me.post("/api/projects/import", data=exported, headers={"Content-Type": "application/json"}).json
    assert brought["name"] == f"{first} 2"
    long = me.post("/api/projects", json={"name": "x" * 200}).json
    assert long["name"] != me.post("/api/projects", json={"name": "x" * 200}).json["name"]


@pytest.mark.parametrize(
    "name", ['"\r\nSet-Cookie: a=b', "数据 ☃", "CON", "..", "x" * 200, 'quo"te', "semi;colon", "per%cent", "../../etc"]
)
def test_a_download_has_a_safe_name_whatever_the_project_is_called(me: Person, name: str):
    kept = name.replace("\r", "").replace("\n", "")
    project = me.project(name=kept)
    header = me.get(f"/api/projects/{project}/export").headers["Content-Disposition"]
    plain, encoded = header.removeprefix('attachment; filename="').split("\"; filename*=UTF-8''")
    assert header.isascii()
    assert not set('"\\/;\r\n%') & set(plain)
    assert plain.split(".")[0].upper() not in ("CON", "")
    assert unquote(encoded) == f"{kept}.json"[-150:]


def test_a_graph_over_an_older_one_is_taken_and_over_a_newer_one_refused_with_both_kept(me: Person):
    project = me.project(template="iris-mlp")
    tag = me.get(f"/api/projects/{project}").headers["ETag"]
    graph = {"version": 1, "keras_version": "3.15.1", "nodes": {"x": {"type": "input", "name": "x"}}}
    me.ask("PATCH", f"/api/projects/{project}", json={"name": "changed meanwhile"})
    late = me.ask("PUT", f"/api/projects/{project}/graph", json=graph, headers={"If-Match": tag})
    assert (late.status_code, codes(late)) == (409, ["changed_meanwhile"])
    assert "flower" in me.get(f"/api/projects/{project}").json["graph"]["nodes"]
    assert me.post("/api/projects/import", json=graph).status_code == 201
    fresh = me.get(f"/api/projects/{project}").headers["ETag"]
    assert me.ask("PUT", f"/api/projects/{project}/graph", json=graph, headers={"If-Match": fresh}).status_code == 200
    assert set(me.get(f"/api/projects/{project}").json["graph"]["nodes"]) == {"x"}


def test_a_project_of_somebody_else_is_the_same_as_none(app: Flask, me: Person):
    project = me.project(template="iris-mlp")
    other = stranger(app)
    unknown = other.get("/api/projects/0000000000000000")
    graph = {"version": 1, "keras_version": "3.15.1"}
    for method, path, body in (
        ("GET", "", None),
        ("PATCH", "", {"name": "stolen"}),
        ("DELETE", "", None),
        ("PUT", "/graph", graph),
        ("POST", "/restore", None),
        ("POST", "/duplicate", None),
        ("GET", "/export", None),
        ("GET", "/source", None),
        ("GET", "/describe", None),
        ("GET", "/runs", None),
        ("POST", "/runs", {"key": "k"}),
    ):
        answer = other.ask(method, f"/api/projects/{project}{path}", json=body)
        assert (answer.status_code, codes(answer)) == (404, codes(unknown)), (method, path)
    assert other.get("/api/projects").json == []
    assert me.get(f"/api/projects/{project}").json["name"] != "stolen"


def test_the_catalog_is_asked_for_but_seldom_sent(me: Person):
    first = me.get("/api/catalog", headers={"Accept-Encoding": "gzip"})
    assert first.headers["Content-Encoding"] == "gzip"
    assert len(first.data) < 22_000
    again = me.get("/api/catalog", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert me.get("/api/catalog").json["keras_version"] == me.get("/api/session").json["keras_version"]


def test_templates_say_what_they_are(me: Person):
    found = {one["name"]: one for one in me.get("/api/templates").json}
    assert {"digits-cnn", "iris-mlp"} <= set(found)
    assert found["digits-cnn"]["data"] == "digits"
    assert found["iris-mlp"]["thumbnail"]["nodes"]


def test_the_script_of_a_project_is_live_and_empty_while_it_makes_no_sense(me: Person):
    found = me.get(f"/api/projects/{me.project(template='iris-mlp')}/source").json
    assert "keras" in found["source"]
    compile(found["source"], "script.py", "exec")
    empty = me.get(f"/api/projects/{me.project()}/source").json
    assert empty["source"] == ""
    assert "no_input" in codes(empty)


def test_a_description_comes_from_the_worker(me: Person):
    assert me.get(f"/api/projects/{me.project(template='iris-mlp')}/describe").json["dot"] == "digraph {}"
    assert me.get(f"/api/projects/{me.project()}/describe").status_code == 422


def test_a_page_of_the_app_is_never_cached_and_its_assets_are(app: Flask, me: Person, tmp_path, monkeypatch):
    built = tmp_path / "static"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text("<!doctype html>")
    (built / "assets" / "index-abc123.js").write_text("1")
    monkeypatch.setattr("layerloom.web.page.BUILT", built)
    assert me.get("/").headers["Cache-Control"] == "no-store"
    asset = app.test_client().get("/assets/index-abc123.js", base_url=BASE, buffered=True)
    assert "immutable" in asset.headers["Cache-Control"]
    assert app.test_client().get("/index.html", base_url=BASE).status_code == 404


def test_an_asset_is_sent_packed_to_whoever_takes_it(app: Flask, tmp_path, monkeypatch):
    assets = tmp_path / "static" / "assets"
    assets.mkdir(parents=True)
    (assets / "index-abc123.js").write_text("plain")
    (assets / "index-abc123.js.gz").write_bytes(gzip.compress(b"packed"))
    monkeypatch.setattr("layerloom.web.page.BUILT", tmp_path / "static")
    client = app.test_client()
    packed = client.get("/assets/index-abc123.js", base_url=BASE, buffered=True, headers={"Accept-Encoding": "gzip"})
    assert (packed.headers["Content-Encoding"], packed.mimetype) == ("gzip", "text/javascript")
    assert gzip.decompress(packed.data) == b"packed"
    plain = client.get("/assets/index-abc123.js", base_url=BASE, buffered=True)
    assert plain.data == b"plain"
    assert plain.headers["Vary"] == "Accept-Encoding"


def test_a_long_answer_is_sent_packed_to_whoever_takes_it(me: Person):
    plain = me.get("/api/datasets")
    packed = me.get("/api/datasets", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) < len(plain.data) / 3
    assert json.loads(gzip.decompress(packed.data)) == plain.json
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert "Content-Encoding" not in me.get("/api/session", headers={"Accept-Encoding": "gzip"}).headers
