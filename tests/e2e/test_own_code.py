"""A layer of one's own, as a person makes one: written wrongly, mended where the line is marked, proven, placed, wired, trained; then deleted."""

import re

from playwright.sync_api import Page, expect

from steps import node, open_template, opened

MOD = "ControlOrMeta"
FAULTY = """class Twice(keras.layers.Layer):
    def __init__(self, times=2.0, **kwargs):
        super().__init__(**kwargs)
        self.times = times

    def call(self, x):
        return ops.multipy(x, self.times)
"""


def write(page: Page, source: str) -> None:
    field = page.get_by_role("textbox", name="Your Python code")
    field.press(f"{MOD}+a")
    field.press("Delete")
    page.keyboard.insert_text(source)


def begin(page: Page) -> None:
    open_template(page, "Iris")
    opened(page, 5)
    page.get_by_role("button", name="Your code").click()
    page.get_by_role("button", name="Write a layer or function").click()
    expect(page.get_by_role("textbox", name="Your Python code")).to_be_focused()


def prove(page: Page, source: str) -> None:
    write(page, source)
    page.get_by_role("button", name="Prove").click()


def test_a_layer_is_written_wrongly_mended_proven_placed_and_trained(page: Page) -> None:
    begin(page)
    prove(page, FAULTY)
    window = page.get_by_role("dialog", name="A layer or function of your own")
    expect(window.get_by_role("alert")).to_contain_text("Line 7 failed", timeout=60_000)
    expect(window.get_by_role("alert")).to_contain_text("multipy")
    expect(window.locator(".cm-lintRange-error")).to_have_text("return ops.multipy(x, self.times)")

    prove(page, FAULTY.replace("multipy", "multiply"))
    window = page.get_by_role("dialog", name="Twice: your code")
    expect(window.get_by_role("status")).to_contain_text("Twice works", timeout=60_000)
    expect(window.get_by_role("status")).to_contain_text("Inputs: x. Parameters: times.")
    expect(window.get_by_label("Your Python code")).to_contain_text("def get_config(self):")

    # Into the drawing, as the palette does it: into the wire after what is selected.
    window.get_by_role("button", name="Close").click()
    node(page, "dense_1").click()
    page.get_by_role("button", name=re.compile(r"^Add Twice")).click()
    opened(page, 6)
    placed = node(page, "twice_1")
    expect(placed).to_contain_text("Twice")
    expect(placed).to_contain_text("Twice twice_1, 16", timeout=60_000)

    page.get_by_role("region", name="Inspector").get_by_label("times").fill("3")
    page.keyboard.press("Enter")
    expect(placed).to_contain_text("times 3")
    page.get_by_role("tab", name="Code").click()
    shown = page.get_by_label("Python source")
    expect(shown).to_contain_text("class Twice(keras.layers.Layer):", timeout=60_000)
    expect(shown).to_contain_text('Twice(times=3.0, name="twice_1")')

    page.get_by_role("button", name="Train", exact=True).click()
    expect(page.get_by_text(re.compile("Training is done after")).first).to_be_attached(timeout=120_000)


def test_code_that_a_node_calls_may_be_deleted_and_brought_back(page: Page) -> None:
    begin(page)
    prove(page, "def halved(x):\n    return x / 2\n")
    window = page.get_by_role("dialog", name="halved: your code")
    expect(window.get_by_role("status")).to_contain_text("halved works", timeout=60_000)
    window.get_by_role("button", name="Put it into the drawing").click()
    opened(page, 6)
    page.get_by_role("button", name="Delete halved").click()
    expect(page.get_by_text("The code of halved_1 is gone").first).to_be_attached(timeout=60_000)
    page.get_by_role("button", name="Undo", exact=True).last.click()
    expect(page.get_by_role("button", name=re.compile(r"^Add halved"))).to_be_visible()
    expect(page.get_by_text("The code of halved_1 is gone")).to_have_count(0)


def test_an_argument_without_a_default_is_tried_with_what_is_given(page: Page) -> None:
    begin(page)
    prove(page, FAULTY.replace("multipy", "multiply").replace("times=2.0", "times"))
    window = page.get_by_role("dialog", name="A layer or function of your own")
    expect(window.get_by_role("alert")).to_contain_text("needs a value", timeout=60_000)
    window.get_by_label("times", exact=True).fill("2.5")
    window.get_by_role("button", name="Prove").click()
    window = page.get_by_role("dialog", name="Twice: your code")
    expect(window.get_by_role("status")).to_contain_text("Twice works", timeout=60_000)
    window.get_by_role("button", name="Put it into the drawing").click()
    expect(node(page, "twice_1")).to_contain_text("times 2.5")


def test_what_is_not_proven_yet_is_there_when_the_window_is_opened_again(page: Page) -> None:
    begin(page)
    write(page, "def later(x):\n    return x\n")
    page.keyboard.press("Escape")
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Write a layer or function").click()
    expect(page.get_by_role("textbox", name="Your Python code")).to_contain_text("def later(x):")
