"""Several browsers on one drawing, and one browser on a bad line: no edit is lost, and each undoes its own."""

from collections.abc import Iterator

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect

from served import Served
from steps import node, open_template, saved, shape


@pytest.fixture
def other(chromium: Browser, layerloom: Served) -> Iterator[Page]:
    """A second browser of the same person."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(layerloom.url)
    yield page
    context.close()


def set_field(page: Page, name: str, field: str, value: str) -> None:
    node(page, name).click()
    box = page.get_by_role("spinbutton", name=field)
    box.fill(value)
    box.press("Enter")
    page.keyboard.press("Escape")


def fetched(page: Page) -> None:
    """Waits until the parts of the page that come late are here: from then on it needs no line."""
    page.wait_for_timeout(4500)
    page.wait_for_load_state("networkidle")


def test_each_sees_the_others_edits_and_undoes_only_their_own(page: Page, other: Page) -> None:
    open_template(page, "Digits")
    shape(page, "6 × 6 × 32")
    other.goto(page.url)
    shape(other, "6 × 6 × 32")
    set_field(page, "conv_1", "filters", "16")
    expect(node(other, "conv_1")).to_contain_text("16 filters")
    set_field(other, "conv_2", "filters", "48")
    expect(node(page, "conv_2")).to_contain_text("48 filters")
    shape(page, "3 × 3 × 48")

    page.get_by_role("button", name="Undo").click()
    for one in (page, other):
        expect(node(one, "conv_1")).to_contain_text("32 filters")
        expect(node(one, "conv_2")).to_contain_text("48 filters")
    other.get_by_role("button", name="Undo").click()
    for one in (page, other):
        expect(node(one, "conv_2")).to_contain_text("64 filters")


def test_edits_made_offline_meet_those_made_meanwhile(page: Page, other: Page) -> None:
    open_template(page, "Digits")
    shape(page, "6 × 6 × 32")
    saved(page)
    other.goto(page.url)
    shape(other, "6 × 6 × 32")
    fetched(page)
    page.context.set_offline(True)
    expect(page.get_by_test_id("saved")).to_contain_text("Offline", timeout=30_000)
    set_field(page, "conv_1", "filters", "16")
    expect(page.get_by_test_id("saved")).to_contain_text("1 unsaved edit")
    set_field(other, "conv_2", "filters", "48")
    page.context.set_offline(False)
    saved(page)
    for one in (page, other):
        expect(node(one, "conv_1")).to_contain_text("16 filters")
        expect(node(one, "conv_2")).to_contain_text("48 filters")
        shape(one, "6 × 6 × 16")


def test_edits_outlive_the_web_process(page: Page, layerloom: Served) -> None:
    open_template(page, "Digits")
    shape(page, "6 × 6 × 32")
    set_field(page, "conv_1", "filters", "16")
    saved(page)
    web = [one for one in psutil.Process(layerloom.process.pid).children() if "web" in one.cmdline()]
    assert web
    for one in [*(child for each in web for child in each.children(recursive=True)), *web]:
        one.kill()
    set_field(page, "conv_2", "filters", "48")
    saved(page)
    page.reload()
    expect(node(page, "conv_1")).to_contain_text("16 filters")
    expect(node(page, "conv_2")).to_contain_text("48 filters")
    shape(page, "6 × 6 × 16")
