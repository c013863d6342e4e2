"""The outline as the only editor, and what a screen reader is told: names of nodes and wires, and what happens by itself."""

import re

from playwright.sync_api import Locator, Page, expect

from steps import begin, ended, open_template, saved, shape

HEAR = """() => {
  globalThis.heard = []
  for (const region of document.querySelectorAll('[aria-live].visually-hidden'))
    new MutationObserver(() => region.textContent.trim() && heard.push(`${region.ariaLive}: ${region.textContent.trim()}`))
      .observe(region, { childList: true, characterData: true, subtree: true })
}"""


def row(page: Page, name: str) -> Locator:
    return page.locator("[data-scope=outline] [data-id]").filter(has=page.locator("b", has_text=re.compile(f"^{name}")))


def open_row(it: Locator) -> None:
    it.wait_for()
    if it.get_attribute("aria-expanded") != "true":
        it.click()


def press(page: Page, name: str) -> None:
    page.get_by_role("toolbar", name="What can be done with it").get_by_role("button", name=name, exact=True).click()


def choose(page: Page, text: str) -> None:
    """From the menu that adds and wires."""
    page.locator("#add-menu-list").wait_for()
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.locator("#add-menu-list")).to_have_count(0)


def test_a_model_is_built_and_mended_in_the_outline_alone(page: Page) -> None:
    page.get_by_role("button", name="Empty canvas").click()
    page.get_by_role("combobox", name="Data set").select_option(label="Digits")
    page.get_by_text("Outline", exact=True).click()
    rows = page.locator("[data-scope=outline] [data-id]")
    page.get_by_role("button", name="Add an input").click()
    expect(rows).to_have_count(1)
    for at, layer in enumerate(("Flatten", "Dense", "Output"), start=1):
        open_row(rows.nth(at - 1))
        press(page, "Add a layer")
        choose(page, layer)
        expect(rows).to_have_count(at + 1)
    saved(page)
    dense = rows.nth(2)
    open_row(dense)
    page.get_by_role("spinbutton", name="units").fill("10")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="activation").select_option(label="softmax")
    press(page, "Rename")
    page.keyboard.type("digit")
    page.keyboard.press("Enter")
    expect(row(page, "digit")).to_be_focused()

    press(page, "Duplicate")
    expect(rows).to_have_count(5)
    page.keyboard.press("Control+z")
    expect(rows).to_have_count(4)
    open_row(row(page, "digit"))
    press(page, "Bypass")
    expect(row(page, "digit")).to_contain_text("bypassed")
    page.keyboard.press("Control+z")
    expect(row(page, "digit")).not_to_contain_text("bypassed")

    flatten = rows.nth(1)
    open_row(flatten)
    press(page, "Later")  # Dense before Flatten: a picture goes through it
    expect(rows.nth(1)).to_contain_text("digit")
    press(page, "Earlier")
    expect(rows.nth(2)).to_contain_text("digit")

    open_row(row(page, "digit"))
    cross = page.get_by_role("button", name=re.compile("^Remove the wire from flatten.* to digit$"))
    cross.click()
    expect(cross).to_have_count(0)
    open_row(rows.filter(has_text="Flatten"))
    press(page, "Wire to…")
    choose(page, "digit")
    expect(page.get_by_role("list", name="To", exact=True)).to_contain_text("digit")

    # A wrong layer, mended from its row.
    press(page, "Add a layer")
    choose(page, "Conv1D")
    expect(rows).to_have_count(5)
    saved(page)
    trouble = page.locator("[data-scope=outline] [data-problem]").first
    trouble.wait_for(timeout=30_000)
    title = trouble.get_attribute("aria-label") or "?"
    trouble.get_by_role("button", name=re.compile("^Preview: ")).first.click()
    expect(trouble.get_by_role("status")).not_to_be_empty()
    trouble.get_by_role("button", name=re.compile("^Apply: ")).first.click()
    expect(page.get_by_role("region", name=title, exact=True)).to_have_count(0, timeout=30_000)
    page.keyboard.press("Control+z")
    open_row(rows.filter(has_text="Conv1D"))
    press(page, "Remove")
    expect(rows).to_have_count(4)
    begin(page)
    ended(page)


def test_nodes_wires_problems_and_training_are_told(page: Page) -> None:
    open_template(page, "Digits")
    shape(page, "6 × 6 × 32")
    page.evaluate(HEAR)
    conv = page.get_by_label("Conv2D conv_1, 6 × 6 × 32, 320 parameters", exact=True)
    expect(conv).to_have_count(1)
    wire = page.get_by_label("Wire from image to conv_1", exact=True)
    wire.focus()
    conv.focus()
    page.get_by_label(re.compile("^Dense digit, ")).focus()
    page.keyboard.press("Enter")
    page.get_by_role("spinbutton", name="units").fill("7")
    page.keyboard.press("Enter")
    expect(page.get_by_label(re.compile(r"digit, 7, .*, \d+ problem")).first).to_be_attached(timeout=30_000)
    page.wait_for_timeout(1_200)
    page.get_by_role("button", name="Undo").click()
    begin(page)
    ended(page)
    page.wait_for_timeout(300)
    heard: list[str] = page.evaluate("heard")
    told = "\n".join(heard)
    for wanted in (
        "polite: Carries 8 × 8 × 1.",
        r"polite: Conv2D .*Gives 6 × 6 × 32\. 320 parameters\. From image\. To pool_1\.",
        r"polite: \d+ problems?: ",
        "polite: Training has begun",
        r"polite: Training is done after \d+ epochs?: loss ",
    ):
        assert re.search(wanted, told), (wanted, heard)
    epochs = [each for each in heard if each.startswith("polite: Epoch ")]
    assert len(epochs) < 12, epochs  # one in six seconds, not one an epoch
    assert not [each for each in heard if each.startswith("assertive")], heard
