"""Journey 3: a wrong shape is seen, explained, repaired from its card, and the repair taken back."""

import re

from playwright.sync_api import Locator, Page, expect

from steps import CARDS, add, node, open_template, saved, shape, wire

TITLE = "Conv2D wants a picture, it got a list."


def break_it(page: Page) -> Locator:
    """Digits with a Conv2D wired after Flatten. Gives the nodes on the canvas."""
    open_template(page, "Digits")
    shape(page, "576")
    wire(page, node(page, "flatten"), add(page, "Conv2D", 680, 330))
    return page.locator(CARDS)


def test_a_shape_error_is_repaired_from_its_card_previewed_applied_and_undone(page: Page) -> None:
    nodes = break_it(page)
    card = page.get_by_role("region", name=f"Problem: {TITLE}")
    expect(card).to_contain_text("(None, 576)", timeout=30_000)
    count = nodes.count()

    card.get_by_role("button", name=re.compile("^Preview.*Reshape")).click()
    expect(page.get_by_text("reshape_1").first).to_be_visible()
    expect(nodes).to_have_count(count)  # a preview changes nothing
    card.get_by_role("button", name=re.compile("^Apply.*Reshape")).click()
    expect(nodes).to_have_count(count + 1)
    shape(page, "3 × 3 × 64")
    expect(page.get_by_text(TITLE)).to_have_count(0)

    page.get_by_role("button", name="Undo").click()  # one step, whatever the repair took
    expect(nodes).to_have_count(count)
    expect(page.get_by_text(TITLE).first).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Redo").click()
    expect(nodes).to_have_count(count + 1)
    saved(page)


def test_a_repair_is_applied_from_the_list_of_problems_by_keyboard_alone(page: Page) -> None:
    nodes = break_it(page)
    expect(page.get_by_text(TITLE).first).to_be_visible(timeout=30_000)
    count = nodes.count()
    page.get_by_role("tab", name=re.compile("^Problems")).focus()
    page.keyboard.press("Enter")
    expect(
        page.get_by_role("tabpanel", name="Problems").get_by_role("button", name=re.compile("^Apply")).first
    ).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        if (page.evaluate("document.activeElement.getAttribute('aria-label')") or "").startswith("Apply"):
            break
    page.keyboard.press("Enter")
    expect(nodes).to_have_count(count + 1)
    expect(page.get_by_text("No problems. Press Train.")).to_be_visible(timeout=30_000)
    page.keyboard.press("ControlOrMeta+z")
    expect(nodes).to_have_count(count)
