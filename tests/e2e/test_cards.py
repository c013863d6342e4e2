"""Layer cards: opened from everywhere, true to the reader's own model, played with, edited by a teacher, and harmless whatever is in them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from served import Served
from steps import node, open_template, shape


def card(page: Page, layer: str) -> Locator:
    return page.get_by_role("dialog", name=f"{layer}: what it is")


def opened(page: Page, name: str, layer: str) -> Locator:
    """By "?" on the selected node."""
    node(page, name).click()
    page.keyboard.press("?")
    expect(card(page, layer)).to_be_visible()
    return card(page, layer)


def palette(page: Page, layer: str) -> Locator:
    page.get_by_role("searchbox", name="Search layers").fill(layer)
    return page.get_by_role("button", name=re.compile(rf"^Add {layer}\b")).first


@pytest.fixture
def written(layerloom: Served) -> Iterator[Path]:
    """The folder of a teacher's own cards, empty again afterwards."""
    folder = layerloom.home / "cards" / "en"
    folder.mkdir(parents=True, exist_ok=True)
    yield folder
    for file in folder.iterdir():
        file.unlink()


def test_a_question_mark_explains_the_selected_layer_with_its_own_shapes_and_numbers(page: Page) -> None:
    open_template(page, "Digits")
    shape(page, "6 × 6 × 32")
    told = opened(page, "conv_1", "Conv2D")
    picture = told.get_by_role("img", name=re.compile("^Picture:"))
    expect(picture).to_have_accessible_name(
        "Picture: 8 × 8 × 1 comes in; Conv2D · 32 filters · 3 × 3 · relu; 6 × 6 × 32 goes out."
    )
    expect(told.get_by_text("(3 × 3 × 1 + 1) × 32 = 320")).to_be_visible()
    expect(told.get_by_text("⌊(8 − 3) ÷ 1⌋ + 1 = 6").first).to_be_visible()
    expect(told.locator("pre").first).to_contain_text('activation="relu"')
    expect(told.locator("pre").first).to_contain_text('name="conv_1"')
    expect(told.locator("math").first).to_contain_text("relu")
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Settings")).to_be_visible()  # nothing selected: the list of shortcuts


def test_a_change_of_the_layer_changes_its_card(page: Page) -> None:
    open_template(page, "Digits")
    shape(page, "6 × 6 × 32")
    node(page, "conv_1").click()
    page.get_by_role("tab", name="About").click()
    about = page.get_by_role("tabpanel", name="About")
    expect(about.get_by_text("(3 × 3 × 1 + 1) × 32 = 320")).to_be_visible()
    page.get_by_role("tab", name="Settings", exact=True).click()
    page.get_by_role("spinbutton", name="filters").fill("5")
    page.keyboard.press("Enter")
    page.get_by_role("tab", name="About").click()
    expect(about.get_by_text("(3 × 3 × 1 + 1) × 5 = 50")).to_be_visible(timeout=60_000)
    about.get_by_role("button", name="Open as a window").click()
    expect(card(page, "Conv2D").get_by_text("6 × 6 × 5", exact=True)).to_be_visible()


def test_the_palette_explains_a_layer_in_passing_and_by_key(page: Page) -> None:
    open_template(page, "Iris")
    item = palette(page, "GRU")
    item.hover()
    peek = page.get_by_role("group", name="GRU: what it is")
    expect(peek).to_contain_text("Reads a sequence step by step")
    expect(peek.get_by_role("img", name=re.compile("20 × 32 comes in; .* 64 goes out"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(peek).to_be_hidden()
    item.focus()
    page.keyboard.press("?")
    expect(card(page, "GRU").get_by_text("3 × (32 + 64 + 2 × 1) × 64 = 18,816")).to_be_visible()


def test_the_menu_of_a_node_explains_it_and_any_layer_has_keras_own_words(page: Page) -> None:
    open_template(page, "Digits")
    node(page, "flatten").click(button="right")
    page.get_by_role("menuitem", name="Explain this layer").click()
    expect(card(page, "Flatten")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".react-flow__pane").click(position={"x": 20, "y": 200})
    palette(page, "Conv3D").focus()
    page.keyboard.press("?")
    told = card(page, "Conv3D")
    expect(told.get_by_text("3D convolution layer.")).to_be_visible()
    expect(told.get_by_text("kernel_size", exact=True).first).to_be_visible()


def test_live_examples_answer_the_pointer_and_the_keys(page: Page) -> None:
    open_template(page, "Digits")
    shape(page, "6 × 6 × 32")
    told = opened(page, "conv_1", "Conv2D")
    result = told.get_by_role("group", name="Result").get_by_role("button").first
    expect(result).to_have_accessible_name("Row 1, column 1: 1")
    told.get_by_role("group", name="Input").get_by_role("button", name="Row 1, column 3").click()
    expect(result).to_have_accessible_name("Row 1, column 1: 2")
    result.hover()
    expect(told.get_by_text(re.compile(r"1 × 1 \+ .* = 2$"))).to_be_visible()
    page.keyboard.press("Escape")

    palette(page, "LeakyReLU").focus()
    page.keyboard.press("?")
    point = card(page, "LeakyReLU").get_by_role("slider", name="Point on the curve")
    expect(point).to_have_attribute("aria-valuetext", "x = 1.5, y = 1.5")
    point.focus()
    for _ in range(25):
        page.keyboard.press("ArrowLeft")
    expect(point).to_have_attribute("aria-valuetext", "x = -1, y = -0.3")
    page.keyboard.press("Escape")

    palette(page, "Dropout").focus()
    page.keyboard.press("?")
    told = card(page, "Dropout")
    told.get_by_text("In use", exact=True).click()
    values = [told.get_by_role("group", name=name).inner_text() for name in ("Input", "Result")]
    assert values[0].split() == values[1].split()


def test_a_teacher_writes_a_section_and_it_shows_at_the_next_opening(page: Page, written: Path) -> None:
    open_template(page, "Iris")
    palette(page, "Dropout").focus()
    page.keyboard.press("?")
    told = card(page, "Dropout")
    expect(told.get_by_text("More data helps more")).to_be_visible()
    page.keyboard.press("Escape")
    (written / "Dropout.md").write_text(
        "## Watch out\n\n- Ask **me** first, at {rate}.\n\n## In our class\n\nTask 3.\n\n## Try it\n"
    )
    palette(page, "Dropout").focus()
    page.keyboard.press("?")
    expect(told.get_by_text("Ask me first, at 0.3.")).to_be_visible()
    expect(told.get_by_role("heading", name="In our class")).to_be_visible()
    expect(told.get_by_text("More data helps more")).to_have_count(0)
    expect(told.get_by_role("heading", name="Try it")).to_have_count(0)
    expect(told.get_by_role("heading", name="When to use")).to_be_visible()


HOSTILE = """<img src=x onerror="window.hit = 1"><script>window.hit = 2</script>

## What it does

<b onclick="window.hit = 3">bold</b> [a](javascript:window.hit=4) [b](data:text/html,x) {constructor} {__proto__}

## Formula

```
<script>window.hit = 5</script> frac(((((((( ^^__ {units
```

## Parameters

```
constructor(1) + {__proto__} × 10
```

## <svg onload="window.hit = 6">

x
"""


def test_a_hostile_card_is_text(page: Page, written: Path) -> None:
    open_template(page, "Iris")
    (written / "Dense.md").write_text(
        HOSTILE + "[" * 20_000 + "\n" + "(" * 5_000 + "\n```\n" + "frac(" * 2_000 + "\n```\n"
    )
    palette(page, "Dense").focus()
    page.keyboard.press("?")
    told = card(page, "Dense")
    expect(told.get_by_text("<script>window.hit = 2</script>")).to_be_visible()
    expect(told.get_by_role("heading", name='<svg onload="window.hit = 6">')).to_be_visible()
    assert page.evaluate("window.hit") is None
    assert told.locator("script, img:not([role]), [onclick], [onload], iframe").count() == 0
    assert all(re.match("https?:", each) for each in told.locator("a").evaluate_all("all => all.map((a) => a.href)"))
    page.keyboard.press("Escape")
    (written / "Dense.md").write_bytes(b"x" * 200_000)
    palette(page, "Dense").focus()
    page.keyboard.press("?")
    expect(told.get_by_text("larger than 64 kB")).to_be_visible()
    expect(told.get_by_text("Every output looks at every input.")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_no_card_is_wider_than_its_window(page: Page, width: int) -> None:
    open_template(page, "Iris")
    for layer in ("Conv2DTranspose", "MultiHeadAttention", "LSTM", "RandomRotation", "Concatenate", "Embedding"):
        page.set_viewport_size({"width": 1440, "height": 900})
        palette(page, layer).focus()
        page.keyboard.press("?")
        told = card(page, layer)
        expect(told.get_by_role("heading", name="Watch out")).to_be_visible()
        page.set_viewport_size({"width": width, "height": 844})
        wide = told.evaluate("""(dialog) => [...dialog.querySelectorAll('section, figure, dl, p')]
            .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.getBoundingClientRect().right > innerWidth)
            .map((each) => each.textContent.slice(0, 60))""")
        assert wide == [], (layer, wide)
        page.keyboard.press("Escape")
