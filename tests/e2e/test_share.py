"""An owner lets somebody in by a link: what the guest sees, says and may not do, and how it ends."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pycrdt import Doc, Map

from guests import Come, by_hand, coming, invite
from hands import box_of, view, zoom
from steps import node, open_template, saved


@pytest.fixture
def come(chromium: Browser) -> Iterator[Come]:
    with coming(chromium) as come:
        yield come


@pytest.fixture
def owned(page: Page) -> Page:
    """The owner's page with a drawing on it."""
    open_template(page, "Digits")
    node(page, "conv_1").wait_for()
    saved(page)
    return page


def noting(text: str) -> bytes:
    """The update that puts a note on the canvas."""
    doc: Doc[Any] = Doc()
    note = {"text": text, "x": -300, "y": 0, "width": 200, "height": 100, "color": "green"}
    doc.get("notes", type=Map)["by-hand"] = Map(note)
    return doc.get_update()


def apart(page: Page) -> tuple[float, float]:
    """How far conv_2 stands from conv_1: a drag that only moves the view leaves it."""
    (x, y, *_), (left, top, *_) = box_of(node(page, "conv_2")), box_of(node(page, "conv_1"))
    return round(x - left), round(y - top)


def test_who_may_look_sees_everything_and_changes_nothing(owned: Page, come: Come) -> None:
    guest = come(invite(owned, "look"), "Ann")
    expect(guest.get_by_test_id("bound")).to_contain_text("View only")
    for name in ("Train", "Undo", "Share"):
        expect(guest.get_by_role("button", name=name, exact=True)).to_have_count(0)
    expect(guest.get_by_placeholder("Search layers")).to_have_count(0)
    node(guest, "conv_1").click()
    expect(guest.get_by_role("spinbutton", name="filters")).to_be_disabled()
    for key in ("Delete", "Control+b", "Control+d", "Shift+C"):
        guest.keyboard.press(key)
    before = apart(guest)
    node(guest, "conv_1").drag_to(guest.locator(".react-flow__pane"), target_position={"x": 40, "y": 300}, force=True)
    assert apart(guest) == before
    guest.locator(".react-flow__pane").dblclick(position={"x": 60, "y": 120})
    expect(guest.get_by_role("dialog", name="Add")).to_have_count(0)
    expect(guest.get_by_role("textbox", name=re.compile("^Comment on"))).to_have_count(0)
    expect(guest.locator(".react-flow__node-card")).to_have_count(8)

    # What the guest's page would not send is sent past it.
    sent = by_hand(guest, noting("Taken over"))
    assert sent["part"] == "view"
    assert [each["code"] for each in sent["answer"]["problems"]] == ["not_allowed"]
    # The same from somebody who may: it is an update, and was refused for who sent it.
    assert by_hand(owned, noting("By its owner"))["answer"] == {"stored": True}
    for one in (owned, guest):
        expect(one.get_by_text("By its owner")).to_be_visible()
        expect(one.get_by_text("Taken over")).to_have_count(0)


def test_who_may_comment_comments_and_draws_nothing(owned: Page, come: Come) -> None:
    guest = come(invite(owned, "comment"), "Ann")
    expect(guest.get_by_test_id("bound")).to_contain_text("Comments only")
    node(guest, "conv_2").click()
    guest.keyboard.press("Shift+C")
    guest.get_by_role("textbox", name="Comment on conv_2").fill("Why 64 filters?")
    guest.keyboard.press("Enter")

    badge = owned.get_by_role("button", name="1 comment on conv_2")
    badge.click()
    card = owned.get_by_role("region", name="Comments on conv_2")
    expect(card).to_contain_text("Ann")
    expect(card).to_contain_text("Why 64 filters?")
    card.get_by_role("textbox", name="Answer").fill("One for each stroke.")
    owned.keyboard.press("Enter")
    expect(guest.get_by_role("region", name="Comments on conv_2")).to_contain_text("One for each stroke.")

    # The owner takes a stroke back; nobody's words go with it.
    owned.keyboard.press("Escape")
    node(owned, "conv_2").click()
    owned.keyboard.press("Control+b")
    expect(node(owned, "conv_2")).to_contain_text("bypassed")
    owned.get_by_role("button", name="Undo").click()
    expect(node(owned, "conv_2")).not_to_contain_text("bypassed")
    expect(owned.get_by_role("button", name="Undo")).to_be_disabled()
    expect(badge).to_be_visible()

    # Each takes away what is theirs; the owner anything.
    theirs = guest.get_by_role("region", name="Comments on conv_2").locator("li li")
    expect(theirs.get_by_role("button", name="Delete")).to_have_count(0)
    owned.get_by_role("tab", name="Comments").click()
    listed = owned.get_by_role("tabpanel").get_by_test_id("thread")
    expect(listed).to_contain_text("Why 64 filters?")
    listed.get_by_role("button", name="Resolve").click()
    for one in (owned, guest):
        expect(one.get_by_role("button", name="1 comment on conv_2")).to_have_count(0)
    owned.get_by_text("1 resolved").first.click()
    expect(listed).to_be_visible()
    listed.get_by_role("button", name="Reopen").click()
    mine = guest.get_by_role("region", name="Comments on conv_2").get_by_test_id("thread")
    mine.get_by_role("button", name="Delete").click()
    mine.get_by_role("button", name="Delete it with its answer").click()
    expect(badge).to_have_count(0)
    expect(listed).to_have_count(0)

    meant = by_hand(guest, noting("Taken over"))
    assert [each["code"] for each in meant["answer"]["problems"]] == ["not_allowed"]


def test_a_revoked_link_is_told_at_once(owned: Page, come: Come) -> None:
    address = invite(owned, "edit")
    guest = come(address, "Ann")
    node(guest, "conv_1").click()
    guest.get_by_role("spinbutton", name="filters").fill("16")
    guest.keyboard.press("Enter")
    expect(node(owned, "conv_1")).to_contain_text("16 filters")
    saved(guest)
    expect(guest.get_by_role("button", name="Train")).to_have_count(0)

    owned.get_by_role("button", name="Share", exact=True).click()
    window = owned.get_by_role("dialog", name="Share this project")
    expect(window).to_contain_text("Ann")
    window.get_by_role("button", name="Revoke", exact=True).click()
    window.get_by_role("button", name="Revoke it, and cut off 1 person").click()
    expect(guest.get_by_role("heading", name="You are no longer let in here")).to_be_visible()
    expect(owned.get_by_text("Nobody else is here.")).to_be_visible()

    guest.goto("about:blank")
    guest.goto(address)
    expect(guest.get_by_label("Your name")).to_have_count(0)
    expect(guest.get_by_role("heading", level=1)).to_be_visible()
    expect(node(owned, "conv_1")).to_contain_text("16 filters")


def test_each_sees_where_the_others_are_and_may_go_along(owned: Page, come: Come) -> None:
    guest = come(invite(owned, "edit"), "Ann")
    face = owned.get_by_role("button", name="Follow Ann")
    expect(face).to_be_visible()
    expect(guest.get_by_role("button", name="Follow Owner")).to_be_visible()
    guest.mouse.move(640, 300)
    guest.mouse.move(660, 320, steps=4)
    expect(owned.get_by_test_id("cursor").filter(has_text="Ann")).to_be_visible()
    node(guest, "conv_2").click()
    theirs = owned.get_by_test_id("others-selection")
    expect(theirs).to_contain_text("Ann")
    guest.get_by_role("spinbutton", name="filters").focus()
    expect(theirs).to_contain_text("Ann changes filters")

    face.click()
    expect(owned.get_by_text("Following Ann")).to_be_visible()
    guest.keyboard.press("Escape")
    guest.locator(".react-flow__pane").click(position={"x": 30, "y": 200})
    guest.keyboard.press("Shift+0")
    owned.wait_for_function(
        "() => Math.abs(new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')).transform).a - 1) < 0.01"
    )
    before = view(owned)
    for _ in range(3):
        guest.keyboard.press("ArrowDown")
    owned.wait_for_function(
        "(y) => new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')).transform).f < y - 200",
        arg=before[1],
    )
    owned.keyboard.press("Escape")
    expect(owned.get_by_text("Following Ann")).to_have_count(0)
    owned.wait_for_timeout(600)  # what had begun to glide comes to its end
    there = view(owned)
    guest.keyboard.press("ArrowDown")
    guest.keyboard.press("Shift+1")
    guest.wait_for_function(
        "() => new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')).transform).a < 0.99"
    )
    assert (view(owned), zoom(owned)) == (there, 1.0)

    guest.context.close()
    expect(face).to_have_count(0)
    expect(theirs).to_have_count(0)
