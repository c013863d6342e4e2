"""The shelf of templates: every file is on it, and each has its one sentence."""

from importlib.resources import files

from layerloom.web.catalog import shelf, template_graphs


def test_every_template_is_on_the_shelf_and_described_in_one_sentence() -> None:
    there = {file.name[:-5] for file in files("layerloom.templates").iterdir() if file.name.endswith(".json")}
    assert set(template_graphs()) == there
    for name, card in shelf().items():
        assert card["description"].endswith("."), name
        assert len(card["description"]) <= 100, name
