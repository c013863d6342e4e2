"""The file of a backbone's weights over HTTP: named, brought, refused, fetched by the worker alone; owners bring, guests look."""

import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

import bad_models
from layerloom.graph.problems import Refused, problem
from layerloom.imports import backbones
from layerloom.runs import weights
from sites import AnsweringWorker, Person, codes, guest, link, open_site

NODE = {"type": "backbone", "name": "base", "application": "ResNet50", "params": {"include_top": False}}
ASKED = {"node": NODE, "shape": [None, 96, 96, 3]}
BODY = b"what Keras publishes"
HASH = "b2d306e7f67f330327c522b2357fd48d"
FILE = {"name": "resnet_notop.h5", "origin": "https://storage.googleapis.com/x/resnet_notop.h5", "hash": HASH}


class KnowingWorker(AnsweringWorker):
    """Knows Keras' file by heart, and looks at files in this process."""

    def __init__(self) -> None:
        super().__init__()
        self.file: dict[str, str] | None = dict(FILE)
        self.layers: list[Any] = []
        self.download: dict[str, Any] | None = None

    def call(self, verb: str, request: dict[str, Any] | None = None, timeout: float = 30.0) -> Any:
        request = request or {}
        self.calls.append((verb, request))
        if verb == "do" and request["entry"] == weights.WANTED:
            return {"file": self.file, "layers": self.layers}
        if verb == "do" and request["entry"] == weights.CHECK:
            return backbones.check(request["request"])
        if verb == "fetching":
            return self.download
        if verb == "fetch":
            if self.file is None:
                raise Refused(problem("weights_unwanted", {"name": "ResNet50"}))
            self.download = {"name": self.file["name"], "state": "downloading", "received": 10, "total": 100}
            return self.download
        return super().call(verb, request, timeout)


@pytest.fixture
def app(tmp_path: Path):
    with open_site(tmp_path / "home", KnowingWorker()) as app:
        yield app


def bring(me: Person, body: bytes, name: str = "mine.h5", asked: Any = ASKED) -> Any:
    head = f'--cut\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return me.post(
        "/api/weights/file",
        query_string={"asked": json.dumps(asked)},
        data=head.encode() + body + b"\r\n--cut--\r\n",
        headers={"Content-Type": "multipart/form-data; boundary=cut"},
    )


def quarantined(me: Person) -> list[Path]:
    return list((me.site.settings.home / "imports" / "quarantine").glob("*"))


def test_it_names_the_file_and_the_folder(me: Person):
    told = me.post("/api/weights", json=ASKED).json
    assert told["file"] == FILE
    assert told["folder"] == str(me.site.settings.home / "weights")
    assert (told["bytes"], told["network"], told["download"]) == (None, True, None)
    me.site.worker.file = None
    assert me.post("/api/weights", json=ASKED).json["file"] is None


def test_the_right_file_lies_in_its_place_afterwards(me: Person):
    answer = bring(me, BODY)
    assert answer.status_code == 200, answer.json
    assert answer.json["bytes"] == len(BODY)
    kept = me.site.settings.home / "weights" / "resnet_notop.h5"
    assert kept.read_bytes() == BODY
    assert kept.stat().st_mode & 0o777 == 0o600
    assert quarantined(me) == []


def test_another_file_says_which_was_expected_and_replaces_nothing(me: Person):
    bring(me, BODY)
    answer = bring(me, b"another", "vgg.h5")
    assert (answer.status_code, codes(answer)) == (422, ["weights_of_another"])
    message = answer.json["problems"][0]["message"]
    for said in ("ResNet50", "resnet_notop.h5", HASH, "vgg.h5"):
        assert said in message
    assert (me.site.settings.home / "weights" / "resnet_notop.h5").read_bytes() == BODY
    assert quarantined(me) == []


def test_without_a_hash_a_strangers_hdf5_is_read_as_any_other(me: Person, tmp_path: Path):
    me.site.worker.file = FILE | {"hash": ""}
    make, _, _ = bad_models.BAD["a link to another file"]
    answer = bring(me, make(tmp_path).read_bytes())
    assert answer.status_code in (415, 422)
    assert not weights.folder(me.site.settings.home).exists()
    assert codes(bring(me, b"no HDF5 at all")) == ["hdf5_damaged"]


def test_too_much_is_refused_while_it_arrives(me: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(weights, "MOST_BYTES", 1_000)
    answer = bring(me, b"x" * 5_000)
    assert answer.status_code == 413
    assert quarantined(me) == []


def test_one_without_weights_takes_no_file(me: Person):
    me.site.worker.file = None
    assert codes(bring(me, BODY)) == ["weights_unwanted"]
    assert codes(me.post("/api/weights/download", json=ASKED)) == ["weights_unwanted"]


@pytest.mark.parametrize("name", ["../../token.h5", "resnet.h5/../x", ".h5", "a.keras"])
def test_a_name_that_is_no_name_of_a_file_is_none(me: Person, name: str):
    me.site.worker.file = FILE | {"name": name}
    assert codes(bring(me, BODY)) == ["child_failed"]
    assert not weights.folder(me.site.settings.home).exists()


def test_the_worker_fetches_and_tells_how_far_it_is(me: Person):
    assert me.get("/api/weights/download/resnet_notop.h5").status_code == 404
    begun = me.post("/api/weights/download", json=ASKED)
    assert (begun.status_code, begun.json["state"]) == (202, "downloading")
    assert me.site.worker.calls[-1][1]["node"]["application"] == "ResNet50"
    assert me.get("/api/weights/download/resnet_notop.h5").json["received"] == 10
    assert me.post("/api/weights", json=ASKED).json["download"]["total"] == 100
    assert me.ask("DELETE", "/api/weights/download/resnet_notop.h5").status_code == 204
    assert me.site.worker.calls[-1] == ("cancel_fetch", {"name": "resnet_notop.h5"})


def test_a_guest_looks_and_brings_nothing(app: Flask, me: Person):
    _, secret = link(me, me.project(), "edit")
    other = guest(app, secret)
    assert other.post("/api/weights", json=ASKED).status_code == 200
    assert codes(bring(other, BODY)) == ["not_allowed"]
    assert codes(other.post("/api/weights/download", json=ASKED)) == ["not_allowed"]
    assert codes(other.ask("DELETE", "/api/weights/download/resnet_notop.h5")) == ["not_allowed"]
