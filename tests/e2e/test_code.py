"""The script edited in a real browser: nothing changes before it was looked at, an error marks its line, and one undo takes all back."""

from playwright.sync_api import Page, expect

from steps import node, open_template, opened

MOD = "ControlOrMeta"


def begin(page: Page) -> None:
    open_template(page, "Iris")
    opened(page, 5)
    page.get_by_role("tab", name="Code").click()
    page.get_by_role("button", name="Edit", exact=True).click()
    expect(page.get_by_role("textbox", name="Python source")).to_be_focused()


def find(page: Page, text: str) -> None:
    """Puts the caret at the end of the first such text, as clicking there does; the editor draws only the lines in sight."""
    field = page.get_by_role("textbox", name="Python source")
    field.press(f"{MOD}+Home")
    for _ in range(12):
        line = field.locator(".cm-line", has_text=text).first
        if line.count():
            line.click()
            field.press("End")
            return
        for _ in range(20):
            field.press("ArrowDown")
    raise AssertionError(f"no line holds {text}")


def test_a_layer_typed_into_the_code_is_previewed_applied_and_undone(page: Page) -> None:
    begin(page)
    find(page, 'name="dense_2"')
    page.keyboard.press("Enter")
    page.keyboard.insert_text('x = layers.Dropout(0.25, name="rest")(x)')
    page.get_by_role("button", name="Preview").click()
    told = page.get_by_role("dialog", name="What the code changes")
    expect(told).to_contain_text("1 added", timeout=60_000)
    expect(node(page, "rest")).to_have_count(0)
    told.get_by_role("button", name="Apply").click()
    expect(told).to_have_count(0)
    opened(page, 6)
    expect(node(page, "rest")).to_be_visible()
    expect(page.get_by_label("Python source")).to_contain_text('name="rest"')
    page.get_by_role("button", name="Undo", exact=True).last.click()
    opened(page, 5)


def test_a_line_that_is_wrong_is_marked_and_changes_nothing(page: Page) -> None:
    begin(page)
    find(page, 'name="dense_2"')
    page.keyboard.press("Enter")
    page.keyboard.insert_text("x = layers.Dens(3)(x)")
    page.keyboard.press(f"{MOD}+Enter")
    panel = page.get_by_role("region", name="The script, being edited")
    expect(panel.get_by_role("alert")).to_contain_text("has no attribute 'Dens'", timeout=60_000)
    expect(panel.locator(".cm-lintRange-error")).to_have_text("x = layers.Dens(3)(x)")
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_label("Python source")).not_to_contain_text("layers.Dens(3)")
    opened(page, 5)
