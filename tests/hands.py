"""A hand on the canvas: takes hold, carries, lets go; and reads the drawing back in words."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

Point = tuple[float, float]

LAYERS: dict[str, dict[str, Any]] = {
    "Conv2D": {"filters": 4, "kernel_size": [3, 3]},
    "Dense": {"units": 4},
    "Dropout": {"rate": 0.5},
    "MultiHeadAttention": {"num_heads": 2, "key_dim": 4},
}
"""What a layer cannot be without."""

WANTING: dict[str, Any] = {
    "nodes": {
        "p": {"type": "input", "name": "photo", "shape": [96, 96, 3], "scaling": "none"},
        "b": {
            "type": "backbone",
            "name": "base",
            "application": "MobileNet",
            "params": {"include_top": False, "pooling": "avg"},
            "freeze": None,
            "preprocess": True,
        },
    },
    "edges": {"e": {"source": "p", "source_port": "output", "target": "b", "target_port": "input", "order": "a0"}},
    "layout": {"p": {"x": 0, "y": 0}, "b": {"x": 0, "y": 130}},
}
"""A picture and a backbone whose weights no home of a test has."""

PASTE = """(text) => {
  const data = new DataTransfer()
  data.setData('text/plain', text)
  document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
}"""


def draw(page: Page, nodes: dict[str, str], wires: str = "", notes: tuple[str, ...] = ()) -> None:
    """Puts a drawing on the canvas at once. `nodes`: name → layer, "input" or "output", one below the other or, as "Dense@1,2", in
    column 1 and row 2. `wires`: "a b, b c.value"."""
    clip: dict[str, Any] = {"nodes": {}, "edges": {}, "layout": {}, "notes": {}}
    for row, (name, what) in enumerate(nodes.items()):
        kind, _, place = what.partition("@")
        column, line = map(float, place.split(",")) if place else (0, row)
        clip["nodes"][name] = node_of(name, kind)
        clip["layout"][name] = {"x": 320 * column, "y": 120 * line}
    for at, pair in enumerate(filter(None, wires.split(", "))):
        source, target = pair.split()
        target, _, port = target.partition(".")
        clip["edges"][f"e{at}"] = {
            "source": source,
            "source_port": "output",
            "target": target,
            "target_port": port or "input",
            "order": f"a{at}",
        }
    for at, text in enumerate(notes):
        clip["notes"][f"n{at}"] = {"text": text, "x": -340, "y": 160 * at}
    put(page, clip)
    expect(page.locator(".react-flow__node-card")).to_have_count(len(nodes))
    page.keyboard.press("Escape")
    settled(page)


def draw_beside(page: Page, origin: str, name: str, what: str) -> None:
    """One node more, "Dense@1,2" being one column to the right of the node `origin` and two rows below it."""
    kind, _, place = what.partition("@")
    column, line = map(float, place.split(","))
    x, y = middle(card(page, origin))
    page.mouse.move(x + 320 * column, y + 120 * line)
    put(page, {"nodes": {name: node_of(name, kind)}})
    expect(card(page, name)).to_be_visible()
    page.keyboard.press("Escape")
    settled(page)  # what comes to stand half outside is brought into sight


def put(page: Page, clip: dict[str, Any]) -> None:
    """Pastes these parts of a graph, at the pointer where it is over the canvas."""
    page.evaluate(PASTE, json.dumps(clip))


def node_of(name: str, kind: str) -> dict[str, Any]:
    if kind in ("input", "output"):
        return {"type": kind, "name": name}
    return {"type": "layer", "name": name, "layer": kind, "params": LAYERS.get(kind, {})}


def card(page: Page, name: str) -> Locator:
    """The node of that name."""
    return page.locator(".react-flow__node-card").filter(has=page.get_by_text(name, exact=True))


def port(page: Page, name: str, which: str = "output") -> Locator:
    return card(page, name).locator(f'.react-flow__handle[data-handleid="{which}"]')


def wires(page: Page) -> list[str]:
    """Every wire in words: "a b"."""
    said: list[str] = page.locator(".react-flow__edge").evaluate_all("(all) => all.map((one) => one.ariaLabel)")
    return sorted(one.removeprefix("Wire from ").replace(" to ", " ") for one in said)


def expect_wires(page: Page, *expected: str) -> None:
    """Waits for just these."""
    try:
        page.wait_for_function(
            """(labels) => JSON.stringify([...document.querySelectorAll('.react-flow__edge')]
              .map((one) => one.ariaLabel).sort()) === JSON.stringify(labels)""",
            arg=sorted(f"Wire from {each.replace(' ', ' to ')}" for each in expected),
            timeout=20_000,
        )
    except TimeoutError:
        assert wires(page) == sorted(expected)
        raise


def selected(page: Page) -> set[str]:
    """Names of the selected nodes, and the texts of the selected notes."""
    said: list[str] = page.locator(".react-flow__node.selected").evaluate_all(
        "(all) => all.map((one) => one.innerText.split('\\n').map((each) => each.trim()).filter(Boolean)[0])"
    )
    return set(said)


def box_of(it: Locator) -> tuple[float, float, float, float]:
    box = it.bounding_box()
    assert box is not None
    return box["x"], box["y"], box["width"], box["height"]


def middle(it: Locator) -> Point:
    x, y, width, height = box_of(it)
    return x + width / 2, y + height / 2


def expect_place(it: Locator, x: float, y: float, within: float) -> None:
    """Waits until its corner is there: what a hand moves is drawn a frame or two later."""
    end = time.monotonic() + 10
    while box_of(it)[:2] != pytest.approx((x, y), abs=within) and time.monotonic() < end:
        it.page.wait_for_timeout(50)
    assert box_of(it)[:2] == pytest.approx((x, y), abs=within)


def near(it: Locator, dx: float = 30, dy: float = 16) -> Point:
    """A place on a node that is no port and no link."""
    x, y, _, _ = box_of(it)
    return x + dx, y + dy


@contextmanager
def holding(page: Page, at: Point | Locator) -> Iterator[None]:
    """With the button down from there on."""
    page.mouse.move(*(middle(at) if isinstance(at, Locator) else at))
    page.mouse.down()
    yield
    page.mouse.up()


def move(page: Page, to: Point | Locator, steps: int = 8) -> None:
    page.mouse.move(*(middle(to) if isinstance(to, Locator) else to), steps=steps)


def drag(page: Page, start: Point | Locator, end: Point | Locator) -> None:
    with holding(page, start):
        move(page, end)


def wire_middle(page: Page, label: str) -> Point:
    """The middle of a wire, on screen."""
    return _along(page, label, 0.5)


def wire_end(page: Page, label: str) -> Point:
    """A place on a wire near where it arrives, outside the port."""
    return _along(page, label, 0.75)


def wire_beginning(page: Page, label: str) -> Point:
    return _along(page, label, 0.25)


def _along(page: Page, label: str, share: float) -> Point:
    source, target = label.split()
    path = page.get_by_label(f"Wire from {source} to {target}", exact=True).locator(".react-flow__edge-path")
    x, y = path.evaluate(
        """(path, share) => {
          const at = path.getPointAtLength(path.getTotalLength() * share).matrixTransform(path.getScreenCTM())
          return [at.x, at.y]
        }""",
        share,
    )
    return float(x), float(y)


def settled(page: Page) -> None:
    """Waits until nodes are there, and the canvas, the view and every node have stood still for a few frames."""
    expect(page.locator(".react-flow__node").first).to_be_visible(timeout=30_000)
    page.evaluate(
        """() => new Promise((done) => {
          const view = document.querySelector('.react-flow__viewport')
          let last = '', still = 0
          const look = () => {
            const all = [...document.querySelectorAll('.react-flow__node')].map((node) => node.style.transform)
            const { left, top, width, height } = view.parentElement.getBoundingClientRect()
            const now = [left, top, width, height, view.style.transform, ...all].join()
            still = now === last ? still + 1 : 0
            last = now
            if (still > 5) done()
            else requestAnimationFrame(look)
          }
          look()
        })"""
    )


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def pick(page: Page, *names: str) -> None:
    """By click, and by Shift and click."""
    for at, name in enumerate(names):
        card(page, name).click(position={"x": 60, "y": 18}, modifiers=["Shift"] if at else [])
    assert selected(page) == set(names)


def zoom(page: Page) -> float:
    return float(
        page.locator(".react-flow__viewport").evaluate("(view) => new DOMMatrix(getComputedStyle(view).transform).a")
    )


def view(page: Page) -> Point:
    """Where the canvas' origin is on screen."""
    x, y = page.locator(".react-flow__viewport").evaluate(
        "(view) => { const m = new DOMMatrix(getComputedStyle(view).transform); return [m.e, m.f] }"
    )
    return float(x), float(y)
