"""The catalog as a page loads it: short first, each member whole when it is read."""

import pytest

from layerloom import catalog
from layerloom.catalog.types import Kind, Member
from sites import Person, codes

pytestmark = pytest.mark.fast


LATER: tuple[Kind, ...] = ("op", "application", "activation", "constraint", "initializer", "metric", "regularizer")


def undocumented(member: Member) -> Member:
    parts = {
        part: tuple(one.model_copy(update={"doc": ""}) for one in getattr(member, part))
        for part in ("params", "inputs", "outputs")
    }
    return member.model_copy(update=parts | {"doc": "", "summary": "" if member.teaching else member.summary})


def test_a_page_first_loads_the_catalog_without_documentation_and_without_what_is_as_usual(me: Person):
    first = me.get("/api/catalog", headers={"Accept-Encoding": "gzip"})
    assert len(first.data) < 22_000
    told = [Member.model_validate(slim) for slim in me.get("/api/catalog").json["members"]]
    unread = (*LATER, "application", "callback")
    assert told == [undocumented(member) for member in catalog.load().members if member.kind not in unread]


def test_what_no_drawing_waits_for_comes_by_itself(me: Person):
    first = me.get("/api/catalog/later", headers={"Accept-Encoding": "gzip"})
    assert len(first.data) < 22_000
    asked_of_python = {"path": "", "signature": (), "operation": "", "operands": (), "example": None}
    told = [Member.model_validate({"path": "", **slim}) for slim in me.get("/api/catalog/later").json["members"]]
    assert told == [
        undocumented(member).model_copy(update=asked_of_python if kind == "op" else {})
        for kind in LATER
        for member in catalog.members(kind)
    ]
    again = me.get("/api/catalog/later", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_member_is_told_whole_when_it_is_asked_for(me: Person):
    shown = me.get("/api/catalog/layer/Conv2D").json
    whole = catalog.get("layer", "Conv2D")
    assert whole is not None
    assert shown["doc"] == whole.doc != ""
    assert me.get("/api/catalog/initializer/he_normal").json["name"] == "HeNormal"


@pytest.mark.parametrize("address", ["layer/Conv9D", "layer/..%2f", "toy/Conv2D", "op/%00"])
def test_a_member_that_keras_does_not_have_is_not_found(me: Person, address: str):
    answer = me.get(f"/api/catalog/{address}")
    assert (answer.status_code, codes(answer)) == (404, ["not_found"])


def test_a_card_is_sent_once_and_again_when_the_teacher_has_changed_it(me: Person):
    first = me.get("/api/cards/en/Dense")
    assert first.json["layer"] == "Dense"
    tag = first.headers["ETag"]
    assert me.get("/api/cards/en/Dense", headers={"If-None-Match": tag}).status_code == 304
    file = me.site.settings.cards / "en" / "Dense.md"
    file.parent.mkdir(parents=True)
    file.write_text("## Watch out\n\n<script>alert(1)</script>\n")
    again = me.get("/api/cards/en/Dense", headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert again.mimetype == "application/json"
    own = [section for section in again.json["sections"] if section["own"]]
    assert own == [{"heading": "Watch out", "text": "<script>alert(1)</script>", "language": "en", "own": True}]


def test_a_card_is_found_by_an_alias_and_empty_where_nobody_has_written(me: Person):
    assert me.get("/api/cards/en/MaxPool2D").json["layer"] == "MaxPooling2D"
    assert me.get("/api/cards/en/Conv3D").json == {"layer": "Conv3D", "sections": [], "unread": None, "example": None}


@pytest.mark.parametrize("address", ["en/Conv9D", "en/..%2f..%2ftoken", "en/%00"])
def test_a_card_of_no_layer_is_not_found(me: Person, address: str):
    answer = me.get(f"/api/cards/{address}")
    assert (answer.status_code, codes(answer)) == (404, ["not_found"])
