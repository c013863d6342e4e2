"""What a person does in several journeys: press Train, open a template, add a layer, pull a wire."""

import base64
import re

from playwright.sync_api import Locator, Page, expect

from hands import drag, near, settled

CARDS = ".react-flow__node-card"
"""What is drawn for each node; notes are none."""
ENDED = re.compile(r"\d+ epochs? in")


def train(page: Page) -> None:
    button = page.get_by_role("button", name="Train")
    expect(button).not_to_have_attribute("aria-disabled", "true", timeout=60_000)
    button.click()


def begin(page: Page) -> None:
    """Presses Train, and again while the engine itself is still starting."""
    expect(page.locator("button[data-ready=true]")).to_be_visible(timeout=60_000)
    train(page)
    for _ in range(20):
        page.wait_for_timeout(1_000)
        if not page.get_by_text("The engine is still starting.").count():
            return
        train(page)


def ended(page: Page) -> None:
    page.get_by_text(ENDED).last.wait_for(timeout=90_000)


def open_template(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{name}")).first.click()


def shape(page: Page, text: str) -> None:
    """Waits until that shape stands on a wire."""
    expect(page.get_by_text(text, exact=True).first).to_be_visible(timeout=60_000)


def node(page: Page, name: str) -> Locator:
    """The card of that name on the canvas."""
    return page.locator(CARDS).filter(has=page.get_by_text(name, exact=True))


def add(page: Page, layer: str, x: int, y: int) -> Locator:
    """By double-click on the canvas and search. Gives the new node."""
    nodes = page.locator(CARDS)
    before = {one.get_attribute("data-id") for one in nodes.all()}
    page.locator(".react-flow__pane").dblclick(position={"x": x, "y": y})
    page.get_by_role("dialog", name="Add").get_by_role("combobox").fill(layer)
    page.keyboard.press("Enter")
    expect(nodes).to_have_count(len(before) + 1)
    (new,) = {one.get_attribute("data-id") for one in nodes.all()} - before
    settled(page)
    return page.locator(f'.react-flow__node[data-id="{new}"]')


def wire(page: Page, source: Locator, target: Locator) -> None:
    """From the handle below one node onto the body of another."""
    settled(page)
    drag(page, source.locator(".react-flow__handle.source"), near(target, 113, 10))


def saved(page: Page) -> None:
    """Waits until every edit is stored by the server."""
    expect(page.get_by_test_id("saved")).to_have_text("Saved", timeout=30_000)


def train_for_long(page: Page) -> None:
    """A run that is still going whenever the test gets to it: nothing stops it early."""
    page.get_by_role("switch", name=re.compile("^Early stopping")).click()
    page.get_by_role("textbox", name="epochs").fill("20000")
    page.keyboard.press("Enter")
    saved(page)
    train(page)


DROP = """([files, kind]) => {
  const data = new DataTransfer()
  for (const { name, bytes } of files)
    data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name))
  document.querySelector('h1').dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }))
}"""


def opened(page: Page, nodes: int) -> None:
    expect(page.locator(".react-flow__node-card")).to_have_count(nodes, timeout=30_000)


def carry(page: Page, kind: str, **files: bytes) -> None:
    """`kind`: dragover or drop."""
    made = [
        {"name": name.replace("__", "."), "bytes": base64.b64encode(content).decode()}
        for name, content in files.items()
    ]
    page.get_by_role("heading", level=1).wait_for()
    page.evaluate(DROP, [made, kind])
