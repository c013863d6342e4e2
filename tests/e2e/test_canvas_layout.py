"""Tidying up: worked out in a worker, shown as a glide, one step to undo, nothing over anything else."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from hands import Point, box_of, card, draw, expect_wires, press, settled
from steps import saved

TANGLE = {
    "data": "input@1,3",
    "left": "Dense@1.2,0.2",
    "right": "Dense@0,0",
    "both": "Add@1.3,0.5",
    "answer": "output@0.1,0.2",
    "aside": "Dense@0.2,3",
}
WIRED = "data left, data right, left both, right both, both answer, data both, right aside"

RECORD = """() => {
  window.seen = []
  const until = performance.now() + 1500
  const look = () => {
    window.seen.push([...document.querySelectorAll('.react-flow__node')].map((node) => node.style.transform).join())
    if (performance.now() < until) requestAnimationFrame(look)
  }
  look()
}"""


@pytest.fixture
def tangle(empty: Page) -> Iterator[Page]:
    draw(empty, TANGLE, WIRED)
    yield empty
    empty.emulate_media(reduced_motion="no-preference")


def places(page: Page) -> dict[str, Point]:
    """On the canvas, whatever is seen of it."""
    return {
        name: tuple(
            card(page, name).evaluate("(node) => { const m = new DOMMatrix(node.style.transform); return [m.e, m.f] }")
        )
        for name in TANGLE
    }


def poses(page: Page) -> int:
    """How many pictures of the nodes were seen one after the other."""
    page.wait_for_timeout(1600)
    return len(set(page.evaluate("window.seen")))


def test_tidying_up_is_worked_out_in_a_worker_and_glides(tangle: Page) -> None:
    before = places(tangle)
    tangle.evaluate(RECORD)
    with tangle.expect_worker() as worker:
        press(tangle, "t")
    assert "arrange" in worker.value.url
    assert poses(tangle) > 3, "there are pictures between the first and the last"
    after = places(tangle)
    assert after != before
    assert after["data"][1] < after["left"][1] == after["right"][1] < after["both"][1] < after["answer"][1]
    assert not tangle.workers, "the worker is gone again"


def test_nothing_covers_anything_and_everything_is_in_sight(tangle: Page) -> None:
    tangle.get_by_role("button", name="Tidy up").click()
    tangle.wait_for_function("() => document.querySelectorAll('.react-flow__node').length === 6")
    tangle.wait_for_timeout(300)
    settled(tangle)
    left, top, width, height = box_of(tangle.get_by_test_id("canvas"))
    boxes = [box_of(card(tangle, name)) for name in TANGLE]
    for at, (x, y, w, h) in enumerate(boxes):
        assert x >= left
        assert y >= top
        assert x + w <= left + width
        assert y + h <= top + height
        for x2, y2, w2, h2 in boxes[at + 1 :]:
            assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def test_it_is_one_step_to_undo_and_stored_as_it_is_shown(tangle: Page) -> None:
    before = places(tangle)
    press(tangle, "t")
    tangle.wait_for_timeout(500)
    settled(tangle)
    after = places(tangle)
    press(tangle, "ControlOrMeta+z")
    assert places(tangle) == before
    press(tangle, "ControlOrMeta+Shift+z")
    assert places(tangle) == after
    saved(tangle)
    tangle.reload()
    expect_wires(tangle, *WIRED.split(", "))
    assert places(tangle) == after


def test_less_motion_means_no_glide(tangle: Page) -> None:
    tangle.emulate_media(reduced_motion="reduce")
    tangle.evaluate(RECORD)
    press(tangle, "t")
    assert poses(tangle) == 2, "before, and after"
