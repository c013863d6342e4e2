"""A whole Layerloom in a temporary home and a real Chromium: what every browser test stands on."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, sync_playwright

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

        def known(**options: Any) -> BrowserContext:
            """Of somebody who has had the tour; a newcomer's is `Browser.new_context(chromium)`."""
            context = Browser.new_context(browser, **options)
            context.add_init_script("localStorage.setItem('layerloom.tour', 'begun')")
            return context

        setattr(browser, "new_context", known)  # noqa: B010  -- a method
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser, layerloom: Served) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    context.set_default_timeout(15_000)
    yield context
    stop_all(context, layerloom)
    context.close()


def stop_all(context: BrowserContext, layerloom: Served) -> None:
    """A run that a test leaves behind would hold up the next one's. Where nobody is signed in any more, or nothing answers, none is."""
    asked = context.request
    try:
        projects = asked.get(f"{layerloom.address}api/projects")
    except Error:
        return
    for project in projects.json() if projects.ok else ():
        run = project.get("last_run")
        if run and run["state"] in ("queued", "running"):
            csrf = asked.get(f"{layerloom.address}api/session").json()["csrf"]
            asked.post(f"{layerloom.address}api/runs/{run['id']}/stop", headers={"X-Layerloom-CSRF": csrf})


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


@pytest.fixture(scope="module")
def desk(chromium: Browser, layerloom: Served) -> Iterator[Page]:
    """One page for a whole file of tests, signed in, with the lab bench away and the clipboard allowed."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_init_script("localStorage.setItem('layerloom.panes', JSON.stringify({ dock: false }))")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def empty(desk: Page, layerloom: Served) -> Iterator[Page]:
    """An empty canvas of its own for each test; an error in the console fails it."""
    errors: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def thrown(error: Error) -> None:
        errors.append(str(error))

    desk.on("pageerror", thrown)
    desk.on("console", heard)
    if desk.url == "about:blank":
        desk.goto(layerloom.url)
    else:
        desk.evaluate("location.hash = '#/'")  # as by the logo: nothing is loaded anew
    desk.get_by_role("button", name="Empty canvas").click()
    desk.get_by_role("heading", name="Begin with an input.").wait_for()
    yield desk
    desk.mouse.up()
    for key in ("Escape", "Alt", "Control", "Shift"):
        desk.keyboard.up(key)
    desk.remove_listener("pageerror", thrown)
    desk.remove_listener("console", heard)
    serious = [text for text in errors if "Failed to load resource" not in text]
    assert not serious, serious
