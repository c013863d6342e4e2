"""Uploaded tables over HTTP: read in a child, kept by their hash, refused with their lines."""

import hashlib

import pytest
from flask import Flask

import pictures
from sites import AbsentWorker, Person, codes, open_site, stranger

TABLE = b"width,height,kind\n" + b"".join(f"{i},{i * 2},{'ab'[i % 2]}\n".encode() for i in range(40))


def upload(me: Person, content: bytes = TABLE, name: str = "flowers.csv"):
    head = f'--cut\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n'
    body = head.encode() + content + b"\r\n--cut--\r\n"
    return me.post("/api/datasets", data=body, headers={"Content-Type": "multipart/form-data; boundary=cut"})


def quarantine(me: Person) -> list:
    folder = me.site.settings.datasets / "quarantine"
    return list(folder.iterdir()) if folder.exists() else []


def test_an_uploaded_table_is_read_kept_and_listed(me: Person):
    answer = upload(me)
    assert answer.status_code == 201, answer.json
    id = hashlib.sha256(TABLE).hexdigest()
    assert answer.json["source"] == {"type": "csv", "id": id, "file_name": "flowers.csv", "missing": "fill"}
    assert [column["kind"] for column in answer.json["spec"]["columns"]] == ["number", "number", "category"]
    listed = me.get("/api/datasets").json
    assert listed[0] == answer.json
    assert {one["source"]["name"] for one in listed[1:]} >= {"digits", "iris", "moons"}
    assert quarantine(me) == []


def test_a_table_can_be_looked_at(me: Person):
    id = upload(me).json["source"]["id"]
    shown = me.get(f"/api/datasets/{id}/preview?rows=2").json
    assert shown["columns"] == ["width", "height", "kind"]
    assert len(shown["rows"]) == 2
    assert me.get(f"/api/datasets/{id}/preview?rows=999").status_code == 200
    for rows in ("-1", "x", "1e3", "999999999999"):
        assert me.get(f"/api/datasets/{id}/preview?rows={rows}").status_code == 422


def test_the_same_file_twice_is_one_entry(me: Person):
    upload(me)
    assert upload(me, name="again.csv").status_code == 201
    own = [one for one in me.get("/api/datasets").json if one["source"]["type"] == "csv"]
    assert [one["source"]["file_name"] for one in own] == ["again.csv"]


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 422),
        (b"a,b\n", 422),
        (b"a,b\n1,2\n1,2,3\n", 422),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 500, 415),
        (b"a,b\n1," + b"x" * 1_000_001 + b"\n", 422),
        (b",".join(b"c%d" % i for i in range(100_000)) + b"\n" + b",".join(b"1" for _ in range(100_000)) + b"\n", 413),
        (b'a,b\n1,"never closed\n2,3\n', 422),
        (b"a,b\n1,\x00\n2,3\n", 422),
    ],
    ids=["empty", "header only", "ragged", "picture", "cell of 1 MB", "100,000 columns", "open quote", "NUL"],
)
def test_a_bad_table_is_refused_and_leaves_nothing(me: Person, content: bytes, status: int):
    before = len(me.get("/api/datasets").json)
    answer = upload(me, content)
    assert (answer.status_code, list(answer.json)) == (status, ["problems"]), answer.json
    assert len(me.get("/api/datasets").json) == before
    assert quarantine(me) == []
    assert [one for one in me.site.settings.datasets.iterdir() if one.name != "quarantine"] == []


def test_a_file_past_the_limit_is_refused_while_it_arrives(me: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("layerloom.datasets.uploads.receive.__defaults__", (10_000,))
    answer = upload(me, b"a,b\n" + b"1,2\n" * 10_000)
    assert (answer.status_code, codes(answer)) == (413, ["upload_too_large"])
    assert quarantine(me) == []


@pytest.mark.parametrize(
    ("data", "kind", "status"),
    [
        (b"a,b\n1,2\n", "text/csv", 415),
        (b"--x\r\n\r\n", "multipart/form-data", 415),
        (b"nothing here", "multipart/form-data; boundary=x", 400),
        (
            b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
            "multipart/form-data; boundary=x",
            400,
        ),
        (
            b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b\n1',
            "multipart/form-data; boundary=x",
            400,
        ),
    ],
    ids=["no form", "no boundary", "no parts", "no file", "cut off"],
)
def test_a_form_that_is_none_is_refused(me: Person, data: bytes, kind: str, status: int):
    answer = me.post("/api/datasets", data=data, headers={"Content-Type": kind})
    assert (answer.status_code, list(answer.json)) == (status, ["problems"]), answer.json
    assert quarantine(me) == []


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\x\\y.csv", "数据.csv", "", "a" * 500])
def test_a_files_name_is_only_shown(me: Person, name: str):
    answer = upload(me, TABLE, name or "x")
    assert answer.status_code == 201
    assert "/" not in answer.json["source"]["file_name"]
    assert len(answer.json["source"]["file_name"]) <= 100


def test_an_upload_while_the_engine_starts_says_so_and_leaves_nothing(tmp_path):
    with open_site(tmp_path, AbsentWorker()) as app:
        me = Person(app)
        answer = upload(me)
        assert (answer.status_code, codes(answer)) == (503, ["worker_starting"])
        assert quarantine(me) == []


def test_what_fits_a_target_is_suggested(me: Person):
    iris = {"type": "builtin", "name": "iris"}
    found = me.post("/api/suggest", json={"data": iris, "target": None}).json
    assert (found["units"], found["activation"]) == (3, "softmax")
    source = upload(me).json["source"]
    assert me.post("/api/suggest", json={"data": source, "target": "kind"}).json["activation"] == "sigmoid"
    for body in (
        {"data": {"type": "nope"}},
        {},
        {"data": iris, "target": "nope"},
        {"data": {"type": "builtin", "name": "x"}},
    ):
        assert me.post("/api/suggest", json=body).status_code == 422


def graph_on(id: str) -> dict:
    return {
        "version": 1,
        "keras_version": "3.15.1",
        "nodes": {
            "i": {"type": "input", "name": "i"},
            "d": {"type": "layer", "name": "d", "layer": "Dense", "params": {"units": 1, "activation": "sigmoid"}},
            "o": {"type": "output", "name": "o", "target": "kind"},
        },
        "edges": {"a": {"source": "i", "target": "d"}, "b": {"source": "d", "target": "o"}},
        "training": {"data": {"type": "csv", "id": id, "file_name": "flowers.csv"}},
    }


def test_a_file_that_a_run_waits_for_cannot_be_deleted(me: Person):
    id = upload(me).json["source"]["id"]
    project = me.project(graph=graph_on(id))
    run = me.post(f"/api/projects/{project}/runs", json={"key": "k"})
    assert run.status_code == 201, run.json
    answer = me.ask("DELETE", f"/api/datasets/{id}")
    assert (answer.status_code, codes(answer)) == (409, ["dataset_in_use"])
    me.post(f"/api/runs/{run.json['run']['id']}/stop")
    assert me.ask("DELETE", f"/api/datasets/{id}").status_code == 204
    again = me.post(f"/api/projects/{project}/runs", json={"key": "later"})
    assert again.status_code == 422
    assert "unknown_dataset" in codes(again)
    assert me.ask("DELETE", f"/api/datasets/{id}").status_code == 404


def test_a_file_of_somebody_else_is_the_same_as_none(app: Flask, me: Person):
    id = upload(me).json["source"]["id"]
    other = stranger(app)
    assert [one for one in other.get("/api/datasets").json if one["source"]["type"] == "csv"] == []
    assert other.get(f"/api/datasets/{id}/preview").status_code == 404
    assert other.ask("DELETE", f"/api/datasets/{id}").status_code == 404
    project = other.project(graph=graph_on(id))
    refused = other.post(f"/api/projects/{project}/runs", json={"key": "k"})
    assert refused.status_code == 422
    assert "unknown_dataset" in codes(refused)
    source = {"type": "csv", "id": id}
    assert other.post("/api/suggest", json={"data": source, "target": "kind"}).status_code == 422
    assert upload(other).status_code == 201
    assert me.ask("DELETE", f"/api/datasets/{id}").status_code == 204
    assert other.get(f"/api/datasets/{id}/preview").status_code == 200


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (TABLE.replace(b",a\n", b",b\n"), "kind"),
        (b"width,kind\n" + b"".join(f",{'ab'[i % 2]}\n".encode() for i in range(40)), "No column is left"),
    ],
    ids=["one class only", "a column of nothing"],
)
def test_a_table_that_cannot_be_learned_from_is_refused_before_training(me: Person, content: bytes, said: str):
    made = upload(me, content)
    assert made.status_code == 201, made.json
    project = me.project(graph=graph_on(made.json["source"]["id"]))
    answer = me.post(f"/api/projects/{project}/runs", json={"key": "k"})
    assert answer.status_code == 422
    assert said in answer.text
    assert me.get(f"/api/projects/{project}/runs").json == []


def test_numbers_that_are_not_finite_are_reported_by_column(me: Person):
    content = b"width,kind\n" + b"".join(f"{i},{'ab'[i % 2]}\n".encode() for i in range(40)) + b"inf,a\n1e400,b\n"
    spec = upload(me, content).json["spec"]
    assert any("width" in one for one in spec["problems"])


def test_cells_that_a_spreadsheet_would_run_are_kept_as_they_are(me: Person):
    content = b"cell,kind\n" + b"".join(f"=cmd|{i},{'ab'[i % 2]}\n".encode() for i in range(40))
    answer = upload(me, content)
    assert answer.status_code == 201
    shown = me.get(f"/api/datasets/{answer.json['source']['id']}/preview?rows=1").json
    assert shown["rows"][0][0] == "=cmd|0"


def test_some_rows_of_a_set_that_comes_along_can_be_looked_at(me: Person):
    def shown(**source):
        answer = me.post("/api/sample", json={"data": source})
        assert answer.status_code == 200, answer.json
        return answer.json

    digits = shown(type="builtin", name="digits")
    assert digits["columns"] == ["image", "digit"]
    assert [row[1] for row in digits["rows"][:3]] == ["0", "1", "2"]
    assert [len(row[0]) for row in digits["rows"]] == [64] * 12
    assert max(pixel for row in digits["rows"] for pixel in row[0]) == 1
    opinions = shown(type="generated", name="opinions", rows=20, noise=0, seed=1)
    assert all(" " in sentence and verdict in ("yes", "no") for sentence, verdict in opinions["rows"])
    visitors = shown(type="generated", name="visitors", rows=20, noise=0, seed=1)
    assert [len(past) for past, _ in visitors["rows"]] == [30] * 12


def test_rows_of_no_set_are_refused(me: Person):
    for source in (
        {"type": "builtin", "name": "mnist"},
        {"type": "generated", "name": "balls", "rows": 10**9},
        {"type": "csv", "id": "a" * 64},
        {"type": "nothing"},
    ):
        assert me.post("/api/sample", json={"data": source}).status_code == 422


def test_a_zip_of_pictures_is_kept_listed_and_shown_as_a_model_sees_it(me: Person):
    content = pictures.zipped(pictures.members(3))
    answer = upload(me, content, "pets.zip")
    assert answer.status_code == 201, answer.json
    source = answer.json["source"]
    id = hashlib.sha256(content).hexdigest()
    sizes = {"height": 24, "width": 24, "color_mode": "rgb", "fit": "crop"}
    assert source == {"type": "images", "id": id, "file_name": "pets.zip"} | sizes
    assert me.get("/api/datasets").json[0] == answer.json
    shown = me.post("/api/sample", json={"data": source | {"width": 10}}).json
    assert [row[1] for row in shown["rows"]] == ["above", "below"] * 3
    assert shown["rows"][0][0].startswith("data:image/png;base64,")
    assert me.post("/api/suggest", json={"data": source, "target": None}).json["units"] == 1
    for wrong in ({"width": 0}, {"height": 5000}, {"color_mode": "cmyk"}, {"id": "../../x"}, {"id": "0" * 64}):
        assert me.post("/api/sample", json={"data": source | wrong}).status_code == 422, wrong
    assert me.ask("DELETE", f"/api/datasets/{id}").status_code == 204
    assert me.post("/api/sample", json={"data": source | {"width": 10}}).status_code == 422
    assert quarantine(me) == []


def test_pictures_of_somebody_else_are_not_shown(me: Person, app: Flask):
    source = upload(me, pictures.zipped(pictures.members(3)), "pets.zip").json["source"]
    other = stranger(app)
    assert other.post("/api/sample", json={"data": source}).status_code == 422
    assert other.post("/api/suggest", json={"data": source, "target": None}).status_code == 422


@pytest.mark.parametrize(
    ("files", "status", "code"),
    [
        ({"../x/1.png": b"x"}, 422, "zip_outside"),
        ({"a/1.png": b"<svg/>"}, 415, "zip_unreadable"),
        ({"a/1.txt": b"x"}, 422, "zip_without_pictures"),
    ],
)
def test_a_bad_zip_is_refused_and_leaves_nothing(me: Person, files: dict[str, bytes], status: int, code: str):
    answer = upload(me, pictures.zipped(files), "pets.zip")
    assert (answer.status_code, codes(answer)) == (status, [code])
    assert quarantine(me) == []
    assert [one for one in me.site.settings.datasets.iterdir() if one.name != "quarantine"] == []
