"""A run makes room for another and goes on from where it was; one that is over is trained further."""

import re

from playwright.sync_api import Page, expect

from steps import begin, ended, open_template, shape, train_for_long


def test_a_run_is_paused_and_goes_on_from_where_it_was(page: Page) -> None:
    open_template(page, "Digits, our first CNN")
    shape(page, "576")
    train_for_long(page)
    page.get_by_role("button", name="Pause run 1").first.click()
    goes_on = page.get_by_role("button", name="Continue run 1")
    expect(goes_on.first).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Paused by you in epoch").first).to_be_visible()
    expect(page.get_by_role("button", name="Stop, keep weights")).to_have_count(0)
    page.get_by_role("tab", name="Runs").click()
    expect(page.get_by_role("row", name="run 1 paused")).to_be_visible()
    page.reload()
    page.get_by_role("tab", name="Runs").click()
    expect(goes_on.first).to_be_visible(timeout=30_000)
    goes_on.first.click()
    expect(page.get_by_role("row", name="run 1 training")).to_be_visible(timeout=60_000)
    page.get_by_role("tab", name="Log").click()
    expect(page.get_by_text("Taken up again by you.")).to_be_visible()
    page.get_by_role("button", name="Stop, keep weights").click()
    page.get_by_role("tab", name="Runs").click()
    expect(page.get_by_role("row", name="run 1 stopped")).to_be_visible(timeout=60_000)


def test_a_run_that_is_over_is_trained_further(page: Page) -> None:
    open_template(page, "Iris")
    begin(page)
    ended(page)
    page.get_by_role("tab", name="Runs").click()
    page.get_by_role("button", name="Train run 1 further").click()
    second = page.get_by_role("row", name="Show run 2")
    expect(second).to_contain_text("from run 1")
    expect(second).to_contain_text("done", timeout=60_000)
    page.get_by_role("tab", name="Curves").click()
    expect(page.get_by_role("img", name=re.compile("^Loss")).first).to_be_visible()
    expect(page.get_by_role("alert").filter(has_text="run")).to_have_count(0)
