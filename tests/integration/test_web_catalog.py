"""The catalog as a page loads it: short first, each member whole when it is read."""

import pytest

from layerloom import catalog
from sites import Person, codes

pytestmark = pytest.mark.fast


def test_a_page_first_loads_the_catalog_without_the_long_documentation(me: Person):
    first = me.get("/api/catalog", headers={"Accept-Encoding": "gzip"})
    assert len(first.data) < 95_000
    members = me.get("/api/catalog").json["members"]
    assert len(members) == len(catalog.load().members)
    assert not any(member["doc"] for member in members)
    conv = next(member for member in members if (member["kind"], member["name"]) == ("layer", "Conv2D"))
    assert all(param["doc"] for param in conv["params"])


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
