"""A whole Layerloom in a temporary home and a real Chromium: what every browser test stands on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser import ARGS, executable
from served import Served, end, free_port, start


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
