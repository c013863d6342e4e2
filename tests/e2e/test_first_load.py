"""What a browser that has never been here fetches until a project is drawn: counted on the wire, and held to the list of tests/first_load.py."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from first_load import BUDGET, files
from served import Served
from steps import open_template, saved

HEADERS = 1_500
"""Bytes that may stand before an answer."""

ASKED_BEFORE = """(time) => performance.getEntriesByType('resource')
  .filter(({ startTime }) => startTime < time).map(({ name }) => name)"""


def test_a_first_load_is_small_and_made_of_what_the_list_says(chromium: Browser, layerloom: Served, page: Page):
    open_template(page, "Digits")
    saved(page)
    context = chromium.new_context(storage_state=page.context.storage_state(), viewport={"width": 1440, "height": 900})
    cold = context.new_page()
    wire = context.new_cdp_session(cold)
    paths: dict[str, str] = {}
    sizes: dict[str, int] = {}
    wire.on(
        "Network.responseReceived", lambda event: paths.update({event["requestId"]: _path(event["response"]["url"])})
    )
    wire.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    wire.send("Network.enable")
    project = page.url
    page.close()  # a second pair of eyes would be drawn too
    cold.goto(project)
    expect(cold.locator(".react-flow__node").first).to_be_visible()
    drawn = cold.evaluate("performance.now()")
    expect(cold.get_by_text("8 × 8 × 1", exact=True).first).to_be_visible(timeout=60_000)
    cold.wait_for_load_state("networkidle")
    early = {_path(url) for url in cold.evaluate(ASKED_BEFORE, drawn)}  # the rest is fetched for later, at leisure
    early -= {"api/catalog/later"}  # asked for by the clock, which a slow machine may be behind of
    fetched = {paths[request]: size for request, size in sizes.items() if request in paths}
    context.close()
    told = files()
    unlisted = {path for path in fetched if path.startswith("assets/") and path in early} - set(told)
    assert not unlisted, f"tests/first_load.py does not count {unlisted}"
    assert sum(told.values()) <= BUDGET
    swollen = {
        path: size for path, size in fetched.items() if path in early and size > told.get(path, 10_000) + HEADERS
    }
    assert not swollen, "sent larger than they are when packed"


def _path(url: str) -> str:
    return urlsplit(url).path.lstrip("/") or "index.html"
