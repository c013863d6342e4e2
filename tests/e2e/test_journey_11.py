"""Journey 11: two people at one model, one of them without a connection for two minutes. Nothing is lost, and each undoes only their own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from guests import Come, coming, invite
from steps import CARDS, add, node, open_template, saved, shape


@pytest.fixture
def come(chromium: Browser) -> Iterator[Come]:
    with coming(chromium) as come:
        yield come


def set_field(page: Page, name: str, field: str, value: str) -> None:
    node(page, name).click()
    box = page.get_by_role("spinbutton", name=field)
    box.fill(value)
    box.press("Enter")
    page.keyboard.press("Escape")


def undo(page: Page) -> None:
    page.get_by_role("button", name="Undo").click()


def test_two_people_one_of_them_away_for_two_minutes(page: Page, come: Come) -> None:
    open_template(page, "Digits")
    node(page, "conv_1").wait_for()
    saved(page)
    guest = come(invite(page, "edit"), "Ann")
    expect(page.get_by_role("button", name="Follow Ann")).to_be_visible()
    expect(guest.get_by_role("button", name="Follow Owner")).to_be_visible()

    node(guest, "conv_1").click()
    expect(guest.get_by_role("spinbutton", name="filters")).to_be_visible()
    guest.keyboard.press("Shift+C")
    expect(guest.get_by_role("textbox", name="Comment on conv_1")).to_be_visible()
    guest.keyboard.press("Escape")

    # Two minutes pass for the guest's page alone: its timers fire as they would.
    guest.clock.install()
    guest.context.set_offline(True)
    guest.clock.fast_forward("02:00")
    expect(guest.get_by_test_id("saved")).to_contain_text("Offline", timeout=30_000)
    expect(page.get_by_role("button", name="Follow Ann")).to_have_count(0, timeout=60_000)

    set_field(guest, "conv_1", "filters", "16")
    node(guest, "dropout").click()
    guest.keyboard.press("Delete")
    expect(node(guest, "dropout")).to_have_count(0)
    node(guest, "conv_1").click()
    guest.keyboard.press("Shift+C")
    guest.get_by_role("textbox", name="Comment on conv_1").fill("Sixteen are enough.")
    guest.keyboard.press("Enter")
    guest.keyboard.press("Escape")
    expect(guest.get_by_test_id("saved")).to_contain_text("unsaved")

    set_field(page, "conv_2", "filters", "48")
    added = add(page, "Dense", 60, 120)
    expect(page.locator(CARDS)).to_have_count(9)
    page.keyboard.press("Escape")
    saved(page)

    guest.context.set_offline(False)
    guest.clock.fast_forward("00:10")
    saved(guest)
    for one in (page, guest):
        expect(node(one, "conv_1")).to_contain_text("16 filters")
        expect(node(one, "conv_2")).to_contain_text("48 filters")
        expect(node(one, "dropout")).to_have_count(0)
        expect(one.locator(CARDS)).to_have_count(8)
        expect(one.get_by_role("button", name="1 comment on conv_1")).to_be_visible()
        shape(one, "6 × 6 × 16")
        shape(one, "3 × 3 × 48")
    expect(page.get_by_role("button", name="Follow Ann")).to_be_visible()

    undo(guest)  # the deletion
    undo(guest)  # the filters of conv_1
    for one in (page, guest):
        expect(node(one, "dropout")).to_be_visible()
        expect(node(one, "conv_1")).to_contain_text("32 filters")
        expect(node(one, "conv_2")).to_contain_text("48 filters")
        expect(one.locator(CARDS)).to_have_count(9)
    expect(guest.get_by_role("button", name="Undo")).to_be_disabled()
    undo(page)  # the layer
    undo(page)  # the filters of conv_2
    expect(added).to_have_count(0)
    for one in (page, guest):
        expect(node(one, "conv_1")).to_contain_text("32 filters")
        expect(node(one, "conv_2")).to_contain_text("64 filters")
        expect(one.locator(CARDS)).to_have_count(8)
        expect(one.get_by_role("button", name="1 comment on conv_1")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
