"""Every key in one list that is searched, and each to be given another: it works at once, is kept, and goes back."""

import re

from playwright.sync_api import Locator, Page, expect

from hands import press, settled
from steps import open_template


def row(dialog: Locator, title: str) -> Locator:
    return dialog.get_by_role("listitem").filter(has_text=title)


def opened(page: Page) -> Locator:
    press(page, "?")
    dialog = page.get_by_role("dialog", name="Page settings")
    expect(dialog.get_by_role("searchbox", name="Search shortcuts")).to_be_focused()
    return dialog


def searching(page: Page) -> bool:
    """Whether the search for a layer is open."""
    return page.get_by_role("dialog", name="Add", exact=True).count() == 1


def test_the_list_is_searched_by_name_and_by_key(page: Page) -> None:
    open_template(page, "Iris")
    settled(page)
    dialog = opened(page)
    for group in ("Add", "Edit", "Move and walk", "View"):
        expect(dialog.get_by_role("region", name=group, exact=True)).to_be_visible()
    search = dialog.get_by_role("searchbox")
    search.fill("tidy")
    expect(row(dialog, "Tidy up")).to_be_visible()
    expect(row(dialog, "Duplicate")).to_have_count(0)
    search.fill("ctrl d")
    expect(row(dialog, "Duplicate").first).to_be_visible()
    expect(row(dialog, "Tidy up")).to_have_count(0)
    search.fill("qqqq")
    expect(dialog.get_by_role("listitem")).to_have_count(0)


def test_a_key_is_given_kept_taken_from_another_and_reset(page: Page) -> None:
    open_template(page, "Iris")
    settled(page)
    dialog = opened(page)
    dialog.get_by_role("searchbox").fill("Add a layer here")
    line = row(dialog, "Add a layer here").first
    line.get_by_role("button", name="Add a key for Add a layer here").click()
    press(page, "Shift+y")
    expect(line).to_contain_text(re.compile(r"Shift\s*Y"))
    line.get_by_role("button", name="A: take away from Add a layer here", exact=True).click()
    press(page, "Escape")
    expect(dialog).to_have_count(0)

    page.locator(".react-flow__pane").click(position={"x": 40, "y": 40})
    press(page, "a")
    assert not searching(page), "the old key does nothing any more"
    press(page, "Shift+y")
    expect(page.get_by_role("dialog", name="Add", exact=True)).to_be_visible()
    press(page, "Escape")

    page.reload()
    settled(page)
    page.locator(".react-flow__pane").click(position={"x": 40, "y": 40})
    press(page, "Shift+y")
    expect(page.get_by_role("dialog", name="Add", exact=True), "it is kept").to_be_visible()
    press(page, "Escape")

    dialog = opened(page)
    dialog.get_by_role("searchbox").fill("Add a layer here")
    line = row(dialog, "Add a layer here").first
    line.get_by_role("button", name="Add a key for").click()
    press(page, "t")
    expect(line).to_contain_text(re.compile(r"T is Tidy up\. Press Enter"))
    press(page, "Enter")
    dialog.get_by_role("searchbox").fill("Tidy up")
    expect(row(dialog, "Tidy up").locator("kbd")).to_have_count(0)
    dialog.get_by_role("button", name="Reset all").click()
    expect(row(dialog, "Tidy up").locator("kbd")).to_have_text("T")
    press(page, "Escape")
    page.locator(".react-flow__pane").click(position={"x": 40, "y": 40})
    press(page, "a")
    expect(page.get_by_role("dialog", name="Add", exact=True)).to_be_visible()
