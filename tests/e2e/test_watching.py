"""A run that goes on while pages come and go: whoever looks sees the same, and the web process may die meanwhile."""

import re
import time

import psutil
from playwright.sync_api import Locator, Page, expect

from served import Served, answers
from steps import node, open_template, saved, shape, train_for_long

STEP = re.compile(r"step [1-9]\d* of")


def loss(page: Page) -> Locator:
    return page.get_by_role("img", name=re.compile("^Loss", re.I)).first


def test_a_page_that_came_back_in_mid_run_shows_what_one_that_stayed_shows(page: Page, layerloom: Served) -> None:
    open_template(page, "Digits")
    train_for_long(page)
    expect(page.get_by_text(STEP).first).to_be_visible(timeout=30_000)
    stayed = page.context.new_page()
    stayed.goto(page.url)
    expect(stayed.get_by_text(STEP).first).to_be_visible(timeout=30_000)
    page.reload()
    expect(page.get_by_text(STEP).first).to_be_visible(timeout=30_000)

    web = [one for one in psutil.Process(layerloom.process.pid).children() if "web" in one.cmdline()]
    assert web
    for one in [*(child for each in web for child in each.children(recursive=True)), *web]:
        one.kill()
    # Nothing may be pressed before the server is back: a Stop that cannot be sent is refused with a message.
    end = time.monotonic() + 60
    while not answers(layerloom.address) and time.monotonic() < end:
        page.wait_for_timeout(200)
    expect(page.get_by_role("alert").filter(has_text="does not answer")).to_have_count(0, timeout=30_000)
    button = page.get_by_role("button", name="Stop, keep weights")
    button.click()
    for one in (page, stayed):
        expect(one.get_by_role("button", name="Stop, keep weights")).to_have_count(0, timeout=30_000)
    said = loss(page).get_attribute("aria-label")
    assert said
    assert re.search(r"\d", said)
    expect(loss(stayed)).to_have_attribute("aria-label", said)
    stayed.close()


def test_an_initializer_has_its_own_parameters_in_the_panel_and_in_the_script(page: Page) -> None:
    open_template(page, "Digits")
    shape(page, "6 × 6 × 32")
    node(page, "conv_1").click()
    page.get_by_role("button", name=re.compile("more", re.I)).first.click()
    page.get_by_role("combobox", name="kernel_initializer").select_option(label="RandomNormal")
    inner = page.get_by_role("group", name="kernel_initializer: RandomNormal")
    field = inner.get_by_label("stddev")
    field.fill("0.2")
    field.press("Enter")
    saved(page)
    page.get_by_role("tab", name="Code").click()
    expect(page.get_by_text("RandomNormal(stddev=0.2)").first).to_be_visible(timeout=30_000)
