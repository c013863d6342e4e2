"""The canvas against a bare React Flow graph of the same size: time of a frame under a hand, first picture, memory after many edits."""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

from bench import bare_page
from bench.measure import Figure, Paired, median, paired
from bench.towers import bare, towers

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from browser import ARGS, executable
from first_load import BUDGET, files
from served import end, free_port, start

SIZES = (300, 1000)
SCREEN = {"width": 1440, "height": 900}
UNLIMITED = ("--disable-frame-rate-limit", "--disable-gpu-vsync")
FRAMES = 40
REPEATS = 9
EDITS = 1000
BURST = 20
READING = 0.8
"""A zoom at which every card and shape is drawn in full."""
MOVES = (
    ("dragging a node", "drag", 1.2, ("read", "whole")),
    ("panning", "pan", 1.0, ("read", "whole")),
    ("zooming", "zoom", 1.0, ("whole",)),
)
"""What the hand does, how many times the reference's time it may take, and where."""
GESTURES = (Path(__file__).with_name("gestures.js")).read_text()

CREATE = """async (graph) => {
  const { csrf } = await (await fetch('/api/session')).json()
  const answer = await fetch('/api/projects', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Layerloom-CSRF': csrf },
    body: JSON.stringify({ graph }),
  })
  return (await answer.json()).id
}"""

IN_SIGHT = """() => {
  const pane = document.querySelector('.react-flow').getBoundingClientRect()
  const seen = (box) => box.right > pane.left && box.left < pane.right && box.bottom > pane.top && box.top < pane.bottom
  return [...document.querySelectorAll('.react-flow__node')].filter((node) => seen(node.getBoundingClientRect())).map((node) => node.dataset.id)
}"""

PICTURES = """([size, ids]) => {
  const pictures = (window.pictures ??= {})
  const afterPaint = (what) => {
    if (what in pictures) return
    pictures[what] = null
    requestAnimationFrame(() => requestAnimationFrame(() => { pictures[what] = performance.now() }))
  }
  const there = new Map([...document.querySelectorAll('.react-flow__node')].map((node) => [node.dataset.id, node]))
  const drawn = (id) => there.has(id) && there.get(id).style.visibility !== 'hidden'
  if (document.querySelector('.react-flow__edge') && ids.every(drawn)) afterPaint('first')
  if (there.size === size) afterPaint('whole')
  return pictures.first && pictures.whole ? [pictures.first, pictures.whole] : false
}"""


@dataclass(frozen=True)
class Site:
    """Where both pages are, with one graph in each."""

    browser: Browser
    ours: str
    bare: str
    storage: Any


def figures() -> list[Figure]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        flags = [*ARGS, *UNLIMITED]
        browser = playwright.chromium.launch(executable_path=executable(), args=flags)
        stack.callback(browser.close)
        served = start(folder / "home", free_port())
        stack.callback(end, served)
        address = stack.enter_context(bare_page.served(folder / "bare"))
        entrance = browser.new_page()
        entrance.goto(served.url)
        entrance.wait_for_load_state("networkidle")
        found: list[Figure] = []
        for size in SIZES:
            graph = towers(size)
            project = entrance.evaluate(CREATE, graph.model_dump(mode="json"))
            (folder / "bare" / "graph.json").write_text(bare(graph))
            site = Site(browser, f"{served.address}#/projects/{project}", address, entrance.context.storage_state())
            found += moving(site, size)
            if size == SIZES[-1]:
                found.append(first_picture(site, size))
            else:
                found.append(memory(site))
        found.append(first_load())
        return found


def opened(site: Site, address: str) -> Page:
    context = site.browser.new_context(storage_state=site.storage, viewport=SCREEN)
    context.add_init_script(GESTURES)
    context.add_init_script("localStorage.setItem('layerloom.pointing', 'mouse')")
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(address)
    page.locator(".react-flow__node").first.wait_for()
    return page


def our_page(site: Site) -> Page:
    """With its shapes on its wires, everything in sight."""
    page = opened(site, site.ours)
    page.get_by_text("(None, 16)").or_(page.get_by_text("16", exact=True)).first.wait_for(state="attached")
    page.locator(".react-flow__pane").focus()
    page.keyboard.press("f")
    page.wait_for_timeout(1500)
    return page


def bare_url(site: Site, box: dict[str, float]) -> str:
    return (
        f"{site.bare}?{urlencode({'left': box['x'], 'top': box['y'], 'width': box['width'], 'height': box['height']})}"
    )


def moving(site: Site, size: int) -> list[Figure]:
    ours = our_page(site)
    box = ours.locator(".react-flow").bounding_box()
    assert box is not None
    theirs = opened(site, bare_url(site, dict(box)))
    theirs.wait_for_timeout(500)
    found = []
    pages = (ours, theirs)
    whole = [page.evaluate("gestures.view()")["zoom"] for page in pages]
    for what, gesture, goal, views in MOVES:
        for view in views:
            for page, fit in zip(pages, whole, strict=True):
                page.evaluate("(zoom) => gestures.zoomTo(zoom)", READING if view == "read" else fit)
            times = paired(partial(frame, ours, gesture), partial(frame, theirs, gesture), REPEATS)
            where = {"read": f"at {READING:.0%}", "whole": "all of it in sight"}[view]
            if gesture == "zoom":
                where = "from all of it in sight to 100 % and back"
            found.append(figure(f"a frame while {what}, {size:,} nodes, {where}", times, goal, "ms"))
    for page in pages:
        page.context.close()
    return found


def frame(page: Page, gesture: str) -> float:
    """Milliseconds."""
    page.bring_to_front()
    taken: float = page.evaluate("([gesture, count]) => gestures[gesture](count)", [gesture, FRAMES])
    return taken


def figure(what: str, times: Paired, goal: float, unit: str) -> Figure:
    ratio = median([mine / theirs for mine, theirs in zip(times.ours, times.reference, strict=True)])
    return Figure(
        what,
        f"{median(times.ours):.1f} {unit}",
        f"bare React Flow: {median(times.reference):.1f} {unit}",
        f"{ratio:.2f}",
        f"≤ {goal}",
        ratio <= goal,
    )


def first_picture(site: Site, size: int) -> Figure:
    """Both with their code in the browser's cache. Ours begins at a zoom that can be read; what is out of sight then comes after it."""
    page = our_page(site)
    box = page.locator(".react-flow").bounding_box()
    assert box is not None
    reference = opened(site, bare_url(site, dict(box)))
    pages = (page, reference)
    for each in pages:
        each.reload()
        each.wait_for_function("(size) => document.querySelectorAll('.react-flow__node').length === size", arg=size)
    ids = [each.evaluate(IN_SIGHT) for each in pages]
    wholes: list[float] = []
    times = paired(again(page, size, ids[0], wholes), again(reference, size, ids[1], []), REPEATS)
    for each in pages:
        each.context.close()
    found = figure(f"stored graph of {size:,} nodes → first picture", times, 1.5, "ms")
    more = f" ({len(ids[0])} nodes in sight; all {size:,} after {median(wholes):.0f} ms)"
    return replace(found, ours=found.ours + more, against=f"{found.against} ({len(ids[1])} in sight)")


def again(page: Page, size: int, ids: list[str], wholes: list[float]) -> Callable[[], float]:
    """Loads the page once more → milliseconds from the beginning to the frame after the one that draws these nodes; and `wholes`, all."""

    def load() -> float:
        page.bring_to_front()
        page.reload(wait_until="commit")
        first, whole = page.wait_for_function(PICTURES, arg=[size, ids], polling="raf").json_value()
        wholes.append(whole)
        return float(first)

    return load


def memory(site: Site) -> Figure:
    """What the page's objects hold after a collection, before and after many edits that are all taken back."""
    page = our_page(site)
    wire = page.context.new_cdp_session(page)

    def held() -> float:
        for _ in range(3):
            wire.send("HeapProfiler.collectGarbage")
            page.wait_for_timeout(200)
        metrics = {row["name"]: row["value"] for row in wire.send("Performance.getMetrics")["metrics"]}
        return float(metrics["JSHeapUsedSize"])

    wire.send("Performance.enable")
    edits_and_undos(page, 20)
    before = held()
    edits_and_undos(page, EDITS)
    after = held()
    page.context.close()
    return Figure(
        f"page memory after {EDITS:,} edits and undos, {SIZES[0]} nodes",
        f"{after / 1e6:.1f} MB",
        f"before: {before / 1e6:.1f} MB",
        f"{after / before:.2f}",
        "≤ 1.1",
        after <= 1.1 * before,
    )


def edits_and_undos(page: Page, count: int) -> None:
    """By the keys that a person has: a layer is copied, the copy bypassed, and so on; then each step is taken back."""
    page.bring_to_front()
    page.locator('.react-flow__node[data-id="n1"]').click()
    for _ in range(count // BURST):
        for at in range(BURST):
            page.keyboard.press("Control+b" if at % 2 else "Control+d")
        for _ in range(BURST):
            page.keyboard.press("Control+z")
    page.wait_for_timeout(3000)
    assert page.locator(".react-flow__node").count() == SIZES[0]


def first_load() -> Figure:
    total = sum(files().values())
    return Figure(
        "first load: HTML, JS, CSS, fonts, texts, catalog, gzipped",
        f"{total / 1000:.0f} kB",
        "–",
        "–",
        f"≤ {BUDGET / 1000:.0f} kB",
        total <= BUDGET,
    )
