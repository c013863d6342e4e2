"""Train pressed → first point in the browser (digits CNN, second run), against start of the exported script → its first batch."""

import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, expect, sync_playwright

from bench.measure import Figure, median, paired

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from browser import ARGS, executable
from served import Served, end, free_port, start

REPEATS = 5

TIMED = """
import sys, time, runpy, keras
fit = keras.Model.fit
first = keras.callbacks.LambdaCallback(on_train_batch_end=lambda batch, logs: batch or print("FIRST", time.time(), flush=True))
keras.Model.fit = lambda self, *a, callbacks=(), **k: fit(self, *a, callbacks=[*(callbacks or ()), first], **k)
sys.argv = [sys.argv[1]]
runpy.run_path(sys.argv[0], run_name="__main__")
"""

POINT = """() => /step [1-9]\\d* of/.test(document.body.innerText) && performance.now()"""


def figures() -> list[Figure]:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        served = start(Path(folder) / "home", free_port())
        try:
            browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGS))
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(served.url)
            page.get_by_role("button", name=re.compile("^Digits")).first.click()
            page.get_by_role("button", name="Train").wait_for()
            press(page)  # the first run warms what a first run warms
            script = newest_script(served)
            times = paired(lambda: press(page), lambda: first_batch(script), REPEATS)
            browser.close()
        finally:
            end(served)
    ours = median(times.ours)
    return [
        Figure(
            "Train pressed → first point in the browser (digits CNN, second run)",
            f"{ours:.2f} s",
            f"start of the exported script → its first batch: {median(times.reference):.1f} s",
            f"{times.ratio:.1f} ×",
            "≥ 6 × sooner, ≤ 1.2 s",
            times.ratio >= 6 and ours <= 1.2,
        )
    ]


def press(page: Page) -> float:
    """Seconds from the click to the first batch on screen; returns after the run has ended."""
    train = page.get_by_role("button", name="Train")
    expect(train).not_to_have_attribute("aria-disabled", "true", timeout=60_000)
    page.evaluate(
        """() => { addEventListener('click', () => { window.pressed = performance.now() }, { capture: true, once: true }) }"""
    )
    train.click()
    page.wait_for_function("() => !/step [1-9]\\d* of/.test(document.body.innerText)")
    shown = page.wait_for_function(POINT, polling="raf").json_value()
    seconds = (shown - page.evaluate("() => window.pressed")) / 1000
    page.get_by_text(re.compile(r"\d+ epochs in")).first.wait_for(timeout=60_000)
    return float(seconds)


def newest_script(served: Served) -> Path:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        found = sorted(served.home.glob("runs/*/script.py"), key=lambda path: path.stat().st_mtime)
        if found:
            return found[-1]
        time.sleep(0.2)
    raise RuntimeError("the run left no script")


def first_batch(script: Path) -> float:
    """Seconds from the start of Python to the end of the script's first batch."""
    with TemporaryDirectory() as folder:
        begun = time.time()
        done = subprocess.run(
            [sys.executable, "-c", TIMED, str(script)], cwd=folder, capture_output=True, text=True, check=True
        )
    found = re.search(r"FIRST ([\d.]+)", done.stdout)
    assert found is not None, done.stdout
    return float(found[1]) - begun
