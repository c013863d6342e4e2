"""Formats and the measured table of which layer goes where: both speak of what exists, and a flagged layer says why and where else it goes."""

import pytest

from layerloom import catalog
from layerloom.catalog import conversions
from layerloom.catalog.formats import formats
from layerloom.graph import replacing
from plans import ROOT

LAYERS = {member.name for member in catalog.members("layer")}


def test_the_table_speaks_of_layers_and_formats_that_exist() -> None:
    data = conversions.measured()
    assert set(data["layers"]) <= LAYERS
    assert set(data["formats"]) <= set(formats())
    assert {name for answers in data["layers"].values() for name in answers} <= set(data["formats"])
    assert {"keras", "tensorflow", "onnx", "ai-edge-litert"} <= set(data["versions"])


def test_the_main_format_of_every_device_was_tried_with_every_layer_of_the_table() -> None:
    for layer, answers in conversions.measured()["layers"].items():
        assert set(conversions.MAIN.values()) <= set(answers), layer


def test_most_layers_of_the_catalog_were_tried() -> None:
    standing = {
        member.name for member in catalog.members("layer") if member.stands_alone and member.example is not None
    }
    tried = set(conversions.measured()["layers"])
    assert len(standing & tried) >= 0.85 * len(standing), sorted(standing - tried)


@pytest.mark.parametrize("layer", replacing.POOLING)
def test_what_stands_in_for_a_layer_goes_where_it_cannot(layer: str) -> None:
    for target in ("phone", "raspberry_pi"):
        assert conversions.refused(layer, target) is not None
        for other in ("Reshape", "TimeDistributed", *replacing.POOLING[layer]):
            assert conversions.refused(other, target) is None


def test_a_layer_that_does_not_go_somewhere_says_why_and_where_else_it_goes() -> None:
    found = conversions.refused("AveragePooling3D", "phone")
    assert found is not None
    assert (found.format, "ONNX" in found.others) == ("LiteRT", True)
    assert "not supported" in found.why or "Ops" in found.why or "ops" in found.why
    assert conversions.refused("Dense", "phone") is None
    assert conversions.refused("AveragePooling3D", "browser") is None


@pytest.mark.parametrize("name", [name for name, format in formats().items() if format.elsewhere is None])
def test_every_format_has_its_module_and_its_sentence(name: str) -> None:
    assert (ROOT / "backend/layerloom/engine/exports" / f"{name}.py").exists()
    assert f"export-what-{name} =" in (ROOT / "frontend/messages/en/export.ftl").read_text()
