"""A whole Layerloom in a temporary home and a real Chromium: what every browser test stands on."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser import ARGS, executable


@dataclass(frozen=True)
class Served:
    """One running `layerloom up`."""

    url: str
    home: Path
    process: subprocess.Popen[str]

    @property
    def address(self) -> str:
        return self.url.split("?")[0]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(home: Path, port: int) -> Served:
    """`layerloom up`, ready to serve: the printed URL answers and the launcher has Keras loaded."""
    log = (home.parent / f"{home.name}.log").open("a+")
    process = subprocess.Popen(
        [sys.executable, "-m", "layerloom.cli", "up", "--home", str(home), "--port", str(port), "--no-browser"],
        stdout=log,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    deadline = time.monotonic() + 120
    url = None
    while time.monotonic() < deadline and process.poll() is None:
        log.flush()
        found = re.findall(r"http://\S+token=\S+", Path(log.name).read_text())
        if found:
            url = found[-1]
            try:
                with urllib.request.urlopen(url.split("?")[0] + "healthz", timeout=2) as answer:
                    if b'"ready"' in answer.read():
                        return Served(url, home, process)
            except OSError:
                pass
        time.sleep(0.3)
    raise RuntimeError(f"layerloom up did not get ready (url {url}):\n{Path(log.name).read_text()[-4000:]}")


def end(served: Served) -> None:
    served.process.terminate()
    try:
        served.process.wait(20)
    except subprocess.TimeoutExpired:
        served.process.kill()


@pytest.fixture(scope="session")
def layerloom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = start(tmp_path_factory.mktemp("layerloom") / "home", free_port())
    yield served
    end(served)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGS))
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser, layerloom: Served) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, layerloom: Served) -> Iterator[Page]:
    """A signed-in page on the start screen that fails its test on any error in the console."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(layerloom.url)
    yield page
    serious = [text for text in errors if "Failed to load resource" not in text]
    assert not serious, serious
