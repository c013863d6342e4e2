"""ResNet152 as a file → its first picture, against building it in Keras and drawing its `model_to_dot` with Graphviz in WebAssembly."""

import json
import os
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import keras
from playwright.sync_api import Page, sync_playwright

from bench.bare_page import PACKAGES
from bench.measure import Figure, median, paired

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from browser import ARGS, executable
from served import end, free_port, start
from steps import carry

REPEATS = 5
OVER_THE_PAGE_MS = 300
"""A file is carried over the page for at least so long before it is let go."""
GOAL_SECONDS, GOAL_RATIO = 2.0, 3.0

SVG = """
import { readFileSync } from 'node:fs'
import { Graphviz } from '@hpcc-js/wasm-graphviz'
const graphviz = await Graphviz.load()
const dot = readFileSync(0, 'utf8')
const begun = performance.now()
graphviz.dot(dot)
console.log((performance.now() - begun) / 1000)
"""

PAINTED = """() => new Promise((done) => {
  const look = () => document.querySelector('.react-flow__node-card') && document.querySelector('.react-flow__edge')
    ? requestAnimationFrame(() => requestAnimationFrame(() => done()))
    : requestAnimationFrame(look)
  look()
})"""


def archive(config: str) -> bytes:
    """A `.keras` file without weights."""
    sink = BytesIO()
    with zipfile.ZipFile(sink, "w") as file:
        file.writestr("metadata.json", json.dumps({"keras_version": keras.__version__}))
        file.writestr("config.json", config)
    return sink.getvalue()


def ours(page: Page, address: str, model: bytes) -> float:
    """Seconds that a person waits: from letting the file go to the report, and from its button to the picture."""
    page.goto(address)
    page.get_by_role("heading", name="Draw a network.").wait_for()
    carry(page, "dragenter", resnet152__keras=b"")
    page.wait_for_timeout(OVER_THE_PAGE_MS)
    begun = time.perf_counter()
    carry(page, "drop", resnet152__keras=model)
    keep = page.get_by_role("dialog").get_by_role("button", name="Open as a new project")
    keep.wait_for(timeout=60_000)
    read = time.perf_counter() - begun
    begun = time.perf_counter()
    keep.click()
    page.evaluate(PAINTED)
    return read + time.perf_counter() - begun


def reference(config: str) -> float:
    """Seconds in Keras and in Graphviz; starting Python, Node and WebAssembly are left out."""
    keras.backend.clear_session()
    begun = time.perf_counter()
    dot = keras.utils.model_to_dot(keras.models.model_from_json(config), show_shapes=True).to_string()
    built = time.perf_counter() - begun
    node = [str(Path(sys.executable).with_name("node")), "--input-type=module", "-e", SVG]
    drawn = subprocess.run(
        node, input=dot, capture_output=True, text=True, check=True, cwd=PACKAGES.parent, env=dict(os.environ)
    )
    return built + float(drawn.stdout)


def figures() -> list[Figure]:
    config = keras.applications.ResNet152(weights=None).to_json()
    model = archive(config)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        served = start(Path(folder) / "home", free_port())
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGS))
        try:
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(served.url)
            ours(page, served.address, model)  # the worker has Keras by then
            taken = paired(lambda: ours(page, served.address, model), lambda: reference(config), REPEATS)
        finally:
            browser.close()
            end(served)
    mine, theirs = median(taken.ours), median(taken.reference)
    return [
        Figure(
            "ResNet152, a `.keras` without weights: let go on the page → first picture, folded and laid out",
            f"{mine:.2f} s",
            f"built in Keras, `model_to_dot`, Graphviz in WebAssembly: {theirs:.2f} s",
            f"{taken.ratio:.1f} ×",
            f"≤ {GOAL_SECONDS:.0f} s and ≥ {GOAL_RATIO:.0f} ×",
            mine <= GOAL_SECONDS and taken.ratio >= GOAL_RATIO,
        )
    ]
