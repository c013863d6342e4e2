"""Resident memory of the web process with a project open, a finished run and its curves on screen; and whether it has TensorFlow mapped."""

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from playwright.sync_api import sync_playwright

from bench.measure import Figure

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from browser import ARGS, executable
from served import end, free_port, start

HEAVY = re.compile(r"site-packages/(tensorflow|keras|sklearn|scipy|jaxlib|torch)/")


def figures() -> list[Figure]:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        served = start(Path(folder) / "home", free_port())
        try:
            browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGS))
            page = browser.new_page()
            page.goto(served.url)
            page.get_by_role("button", name=re.compile("^Digits")).first.click()
            page.get_by_role("button", name="Train").click()
            page.get_by_text(re.compile(r"\d+ epochs in")).first.wait_for(timeout=90_000)
            web = next(
                child
                for child in psutil.Process(served.process.pid).children(recursive=True)
                if "web" in child.cmdline()
            )
            family = [web, *web.children(recursive=True)]
            size = sum(one.memory_full_info().pss for one in family)
            mapped = {row.path for one in family for row in one.memory_maps() if HEAVY.search(row.path)}
            browser.close()
        finally:
            end(served)
    return [
        Figure(
            "memory of the web process (PSS, its server included), after a run",
            f"{size / 1e6:.0f} MB",
            "–",
            f"TensorFlow mapped: {'yes' if mapped else 'no'}",
            "≤ 150 MB, no TensorFlow mapped",
            size <= 150e6 and not mapped,
        )
    ]
