"""A model from elsewhere in a real browser: let go on the page or pasted as code, told of first, opened only then."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

import bad_models
from steps import carry, node, opened

CODE = """
import keras
from keras import layers

data = keras.datasets.mnist.load_data()
model = keras.Sequential([
    keras.Input(shape=(28, 28, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(None, epochs=7, batch_size=64)
"""


def projects(page: Page) -> int:
    return len(page.request.get(page.url.split("#")[0] + "api/projects").json())


def test_a_model_let_go_on_the_page_is_told_of_and_then_opened(page: Page, tmp_path: Path) -> None:
    before = projects(page)
    carry(page, "drop", net__keras=bad_models.archive(tmp_path).read_bytes())
    told = page.get_by_role("dialog", name="Bring in a model")
    expect(told.get_by_role("region", name="What becomes of it")).to_contain_text("1 × Dense", timeout=60_000)
    expect(told).to_contain_text("10 trained numbers come along")
    assert projects(page) == before
    told.get_by_role("button", name="Open as a new project").click()
    opened(page, 3)
    expect(node(page, "dense")).to_be_visible()
    expect(page.get_by_role("button", name="Imported weights: draw new ones instead")).to_be_visible()


def test_a_model_with_code_in_it_opens_without_its_code(page: Page, tmp_path: Path) -> None:
    bad = bad_models.BAD["bytecode"][0](tmp_path).read_bytes()
    carry(page, "drop", evil__keras=bad)
    told = page.get_by_role("dialog", name="Bring in a model")
    expect(told.get_by_role("alert")).to_contain_text("Layer evil holds Python code.", timeout=60_000)
    told.get_by_role("button", name="Open with placeholders").click()
    expect(told).to_contain_text("1 layer only holds its place", timeout=60_000)
    told.get_by_role("button", name="Open as a new project").click()
    opened(page, 3)


def test_a_configuration_let_go_on_a_canvas_is_no_graph_and_opens_all_the_same(page: Page) -> None:
    page.get_by_role("button", name="Empty canvas").click()
    page.get_by_role("heading", name="Begin with an input.").wait_for()
    config = json.dumps(bad_models.GOOD).encode()
    page.evaluate(
        """(text) => {
          const data = new DataTransfer()
          data.items.add(new File([text], 'model.json'))
          document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
        }""",
        config.decode(),
    )
    told = page.get_by_role("dialog", name="Bring in a model")
    told.get_by_role("button", name="Open as a new project").click(timeout=60_000)
    opened(page, 3)


def test_pasted_code_becomes_a_graph_and_its_training(page: Page) -> None:
    page.get_by_role("button", name="Paste Python code…").click()
    told = page.get_by_role("dialog", name="Bring in a model")
    field = told.get_by_role("textbox", name="Python code")
    expect(field).to_be_focused()
    field.fill("import keras\nmodel = keras.Sequential([\n")
    told.get_by_role("button", name="Read the models").click()
    expect(told.get_by_role("alert")).to_contain_text("Line 2 is no Python.", timeout=90_000)
    field.fill(CODE)
    told.get_by_role("button", name="Read the models").click()
    expect(told).to_contain_text("Line 5 did not run to its end", timeout=90_000)
    expect(told).to_contain_text("7 epochs, batches of 64")
    told.get_by_role("button", name="Open as a new project").click()
    opened(page, 5)
    expect(page.get_by_label("epochs", exact=True)).to_have_value("7")
