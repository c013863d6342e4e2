"""axe finds nothing on any screen: names, roles, order, sizes; contrast AA in light, dark and high contrast, nothing that moves.

A screen is reached once. There every rule runs in light colours; what depends on colours runs again in the other looks.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

import bad_models
import pictures
from guests import Come, coming, invite
from hands import WANTING, card, draw, middle, put
from served import Served
from steps import add, begin, carry, ended, node, open_template, saved, shape, train_for_long, wire

AXE = (Path(__file__).resolve().parents[2] / "frontend/node_modules/axe-core/axe.min.js").read_text()
RUN = """(rules) => axe.run(document, {
  runOnly: rules ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}).then(({ violations }) => violations.map(({ id, help, nodes }) => ({
  id, help, nodes: nodes.map(({ html, any, all, none }) => [
    html.slice(0, 240), ...[...any, ...all, ...none].map(({ message }) => message),
  ]),
})))"""
LIGHT: dict[str, Any] = {"color_scheme": "light", "contrast": "no-preference"}
OTHERS: dict[str, dict[str, Any]] = {
    "dark": {"color_scheme": "dark", "contrast": "no-preference"},
    "high contrast": {"color_scheme": "light", "contrast": "more"},
    "high contrast, dark": {"color_scheme": "dark", "contrast": "more"},
}
TABS = ("Curves", "Summary", "Plot", "Problems", "Runs", "Log")

found: list[str] = []


def check(page: Page, where: str) -> None:
    # A script tag is against the content security policy; what the test evaluates is not.
    page.evaluate(f"typeof axe === 'undefined' && (() => {{ {AXE} }})()")
    keep(page, where, None)
    moving = page.evaluate("document.getAnimations().map((one) => one.animationName ?? one.transitionProperty)")
    found.extend(f"{where}: {each} moves, though less motion was asked for" for each in moving)
    for look, media in OTHERS.items():
        page.emulate_media(reduced_motion="reduce", **media)
        keep(page, f"{where}, {look}", ["color-contrast", "link-in-text-block"])
    page.emulate_media(reduced_motion="reduce", **LIGHT)


def keep(page: Page, where: str, rules: list[str] | None) -> None:
    # Two frames: what just came is drawn, and with reduced motion nothing is on its way any more.
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    violations: list[dict[str, Any]] = page.evaluate(RUN, rules)
    found.extend(f"{where}: {each['id']}: {each['help']}: {each['nodes'][:4]}" for each in violations)


@pytest.fixture(autouse=True)
def nothing_found() -> Iterator[None]:
    """Every screen of a test is looked at before it fails."""
    found.clear()
    yield
    assert not found, "\n".join(found)


@pytest.fixture
def page(chromium: Browser, layerloom: Served, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The start page at one size."""
    width, height = getattr(request, "param", (1440, 900))
    context = chromium.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", has_touch=width < 1100, **LIGHT
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(layerloom.url)
    page.get_by_role("button", name=re.compile("^Digits")).wait_for()
    yield page
    context.close()


def command(page: Page, name: str) -> None:
    """By the command palette."""
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Go to anything").fill(name)
    page.get_by_role("option", name=re.compile(f"^{re.escape(name)}")).first.wait_for()
    page.keyboard.press("Enter")


def test_the_start_page_its_menus_and_its_windows(page: Page) -> None:
    check(page, "start page")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Go to anything").wait_for()
    check(page, "palette on the start page")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+,")
    page.get_by_role("dialog", name="Page settings").wait_for()
    check(page, "looks")
    page.get_by_role("tab", name="Keyboard shortcuts").click()
    check(page, "shortcuts")
    page.get_by_role("button", name="Add a key for Go to anything").click()
    page.keyboard.press("Control+Comma")
    check(page, "a key that is taken")


def test_the_start_page_before_the_first_project(page: Page) -> None:
    page.route(re.compile(r"/api/projects(\?.*)?$"), lambda route: route.fulfill(json=[]))
    page.reload()
    page.get_by_role("button", name=re.compile("^Digits")).wait_for()
    expect(page.get_by_role("region", name="Projects").get_by_role("link")).to_have_count(0)
    check(page, "start page without projects")


def test_a_project_with_every_tab_and_panel(page: Page) -> None:
    open_template(page, "Iris")
    shape(page, "4")
    check(page, "project")
    train_for_long(page)
    expect(page.get_by_text(re.compile(r"step [1-9]\d* of")).first).to_be_visible(timeout=60_000)
    check(page, "training")
    page.get_by_role("button", name="Stop, keep weights").click()
    ended(page)
    for tab in TABS:
        page.get_by_role("tab", name=re.compile(f"^{tab}")).click()
        page.get_by_role("tabpanel", name=re.compile(f"^{tab}")).wait_for()
        check(page, f"{tab} of a run")
    page.get_by_role("tab", name=re.compile("^Curves")).click()
    page.get_by_role("button", name="Table").click()
    check(page, "curves as a table")
    nodes = page.locator(".react-flow__node")
    for at in (0, 1, nodes.count() - 1):
        nodes.nth(at).click()
        check(page, f"inspector of node {at}")
    nodes.nth(1).click()
    page.get_by_role("tab", name="About").click()
    check(page, "about a node")
    page.get_by_role("tab", name="Code").click()
    expect(page.get_by_label("Python source")).to_be_visible()
    check(page, "code")
    page.locator(".react-flow__pane").click(position={"x": 40, "y": 300})
    page.get_by_label("Wire from", exact=False).first.focus()
    page.keyboard.press("Enter")
    check(page, "inspector of a wire")
    page.keyboard.press("Escape")
    page.get_by_text("Outline", exact=True).click()
    page.locator("[data-scope=outline] [data-id]").nth(1).click()
    check(page, "outline")


def test_every_menu_and_window_of_a_project(page: Page) -> None:
    open_template(page, "Iris")
    shape(page, "4")
    page.get_by_role("button", name="Export").click()
    check(page, "export")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Go to anything").wait_for()
    check(page, "palette")
    page.keyboard.type("den")
    check(page, "palette with a query")
    page.keyboard.press("Escape")
    page.locator(".react-flow__pane").dblclick(position={"x": 60, "y": 300})
    check(page, "menu to add")
    page.keyboard.press("Escape")
    page.locator(".react-flow__node").nth(1).click(button="right")
    page.get_by_role("menu").wait_for()
    check(page, "menu of a node")
    page.keyboard.press("Escape")
    command(page, "Save a picture")
    page.get_by_role("dialog", name="Picture and link").get_by_role("img").first.wait_for()
    check(page, "picture")
    page.keyboard.press("Escape")
    page.get_by_role("tab", name=re.compile("^Runs")).click()
    page.get_by_role("button", name="Save version…").click()
    check(page, "naming a version")
    page.keyboard.press("Enter")
    page.get_by_role("cell", name="Version 1", exact=True).wait_for()
    check(page, "versions")
    page.locator(".react-flow__node").nth(1).click()
    page.keyboard.press("Delete")
    saved(page)
    page.get_by_role("button", name="Compare Version 1 with this canvas").click()
    page.get_by_role("heading", name="Changes").wait_for()
    check(page, "compare")
    page.keyboard.press("Escape")
    command(page, "Share this project")
    page.get_by_role("button", name="Make a link").wait_for()
    check(page, "share")
    page.get_by_role("button", name="Make a link").click()
    address = page.get_by_role("textbox", name="Address of the link")
    address.wait_for()
    check(page, "a link that was made")
    link = address.input_value()
    page.goto("about:blank")
    page.context.clear_cookies()
    page.goto(link)
    page.get_by_role("textbox", name="Your name").wait_for()
    check(page, "coming in by a link")
    page.get_by_role("textbox", name="Your name").fill("Ada")
    page.keyboard.press("Enter")
    page.get_by_role("region", name="Canvas").wait_for()
    shape(page, "4")
    check(page, "project as a guest")


def test_an_empty_a_noted_and_a_broken_project(page: Page) -> None:
    page.get_by_role("button", name="Empty canvas").click()
    page.get_by_role("button", name="Add an input").wait_for()
    check(page, "empty canvas")
    page.get_by_text("Outline", exact=True).click()
    page.get_by_role("heading", name="Begin with an input.").wait_for()
    check(page, "empty outline")
    page.get_by_text("Canvas", exact=True).click()
    page.get_by_test_id("canvas").get_by_role("button", name="Add an input").wait_for()
    page.locator(".react-flow__pane").click(position={"x": 40, "y": 300})
    draw(page, {"a": "input", "b": "Dense", "c": "Dense@1,1"}, "a b", notes=("Read **this** first",))
    page.mouse.click(*middle(card(page, "b")))
    page.keyboard.press("Shift+A")
    page.keyboard.press("Control+a")
    check(page, "several nodes and a note")
    page.get_by_role("link", name="Layerloom, all projects").click()
    open_template(page, "Digits")
    shape(page, "576")
    wire(page, node(page, "flatten"), add(page, "Conv2D", 680, 330))
    page.get_by_role("region", name=re.compile("^Problem: ")).wait_for()
    check(page, "problem card")
    page.get_by_role("tab", name=re.compile("^Problems")).click()
    check(page, "problems")
    page.get_by_text("Outline", exact=True).click()
    saved(page)
    page.locator("[data-scope=outline] [data-selected]").wait_for()
    check(page, "outline with a problem")


@pytest.mark.parametrize("page", [(768, 1024), (390, 844)], ids=["tablet", "phone"], indirect=True)
def test_a_tablet_and_a_phone(page: Page) -> None:
    check(page, "start page")
    open_template(page, "Digits")
    page.get_by_text("8 × 8 × 1", exact=True).first.wait_for(timeout=60_000)
    check(page, "project")
    page.get_by_role("button", name="More", exact=True).click()
    check(page, "more")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Layers", exact=True).click()
    check(page, "layers")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Settings", exact=True).click()
    check(page, "settings")
    page.keyboard.press("Escape")
    begin(page)
    page.get_by_role("tab", name=re.compile("^Runs")).click()
    page.get_by_role("link", name=re.compile("model.keras")).first.wait_for(timeout=90_000)
    page.get_by_role("tab", name=re.compile("^Curves")).click()
    check(page, "trained")
    if page.locator("[data-scope=outline]").count():
        page.locator("[data-scope=outline] [data-id]").nth(1).click()
        check(page, "a row")


@pytest.fixture
def come(chromium: Browser) -> Iterator[Come]:
    with coming(chromium) as come:
        yield come


def test_where_several_people_meet_the_door_comments_and_the_way_out(page: Page, come: Come, chromium: Browser) -> None:
    open_template(page, "Digits")
    node(page, "conv_1").wait_for()
    saved(page)
    address = invite(page, "comment")
    door = chromium.new_page()
    door.goto(address)
    door.get_by_label("Your name").wait_for()
    check(door, "the way in")
    door.close()

    guest = come(address, "Ann")
    guest.emulate_media(reduced_motion="reduce")
    node(guest, "conv_2").click()
    guest.keyboard.press("Shift+C")
    guest.get_by_role("textbox", name="Comment on conv_2").fill("Why 64 filters?")
    guest.keyboard.press("Enter")
    guest.get_by_role("region", name="Comments on conv_2").get_by_role("textbox", name="Answer").fill("Or 32?")
    guest.keyboard.press("Enter")
    check(guest, "a guest who comments")

    page.get_by_role("button", name="1 comment on conv_2").click()
    page.get_by_role("tab", name="Comments").click()
    page.get_by_role("tabpanel").get_by_test_id("thread").wait_for()
    check(page, "comments beside a node and on the bench")
    page.get_by_role("button", name="Follow Ann").click()
    expect(page.get_by_text("Following Ann")).to_be_visible()
    check(page, "following somebody")

    page.get_by_role("button", name="Share", exact=True).click()
    window = page.get_by_role("dialog", name="Share this project")
    window.get_by_role("button", name="Make a link").click()
    window.get_by_label("Address of the link").wait_for()
    check(page, "a link that was just made")
    window.get_by_role("button", name="Revoke", exact=True).last.click()
    window.get_by_role("button", name="Revoke it, and cut off 1 person").click()
    guest.get_by_role("heading", name="You are no longer let in here").wait_for()
    check(guest, "a link that was revoked")


def test_a_block_opened_gone_into_and_as_a_list(page: Page) -> None:
    page.get_by_role("button", name="Empty canvas").click()
    page.get_by_role("heading", name="Begin with an input.").wait_for()
    draw(page, {"data": "input", "one": "Dense", "two": "Dense", "answer": "output"}, "data one, one two, two answer")
    card(page, "one").click(position={"x": 60, "y": 18})
    page.keyboard.press("Control+g")
    expect(card(page, "block_1")).to_be_visible()
    page.get_by_role("complementary", name="Settings").get_by_label("repeat", exact=True).fill("2")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show what is inside block_1").click()
    expect(page.get_by_role("group", name="Inside block_1")).to_be_visible()
    page.get_by_role("button", name="Your blocks", exact=True).click()
    expect(page.get_by_role("button", name="From a file…")).to_be_visible()
    check(page, "a block opened in its place")
    card(page, "block_1").dblclick(position={"x": 80, "y": 18})
    expect(page.get_by_role("navigation", name="Where you are")).to_be_visible()
    card(page, "one").click(position={"x": 60, "y": 18})
    check(page, "inside a block")
    page.get_by_text("Outline", exact=True).click()
    expect(page.get_by_role("list", name="Inside block_1")).to_be_visible()
    check(page, "a block as a list")


TRIES = (
    *(
        "Dense",
        "Conv2D",
        "Conv1D",
        "Conv2DTranspose",
        "MaxPooling2D",
        "GlobalAveragePooling2D",
        "MaxPooling1D",
        "Dropout",
    ),
    *("SpatialDropout2D", "GaussianNoise", "RandomFlip", "RandomRotation", "Softmax", "Rescaling", "Embedding"),
    *(
        "MultiHeadAttention",
        "LSTM",
        "BatchNormalization",
        "Concatenate",
        "Flatten",
        "RepeatVector",
        "UpSampling2D",
        "ReLU",
    ),
)
"""One of each kind of live example."""


def test_the_cards_with_their_live_examples(page: Page) -> None:
    open_template(page, "Digits")
    shape(page, "6 × 6 × 32")
    for layer in TRIES:
        page.get_by_role("searchbox", name="Search layers").fill(layer)
        page.get_by_role("button", name=re.compile(rf"^Add {layer}\b")).first.focus()
        page.keyboard.press("?")
        told = page.get_by_role("dialog", name=f"{layer}: what it is")
        told.get_by_role("heading", name="Try it").scroll_into_view_if_needed()
        check(page, f"card of {layer}")
        page.keyboard.press("Escape")
        expect(told).to_have_count(0)
    page.get_by_role("searchbox", name="Search layers").fill("Conv3D")
    page.get_by_role("button", name=re.compile(r"^Add Conv3D\b")).first.focus()
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Conv3D: what it is").get_by_text("3D convolution layer.").wait_for()
    check(page, "Keras' own words")


def test_the_tour_step_by_step(page: Page) -> None:
    command(page, "Take the tour")
    bubble = page.get_by_role("complementary", name=re.compile(r"Step \d of 3"))
    for said in ("Add a layer", "Read the shapes", "Train it", "Watch it learn"):
        expect(bubble).to_contain_text(said)
        check(page, f"tour: {said}")
        bubble.get_by_role("button", name=re.compile("Next|Done")).press("Enter")


def test_a_model_brought_in_told_of_and_refused(page: Page, tmp_path: Path) -> None:
    page.get_by_role("button", name="Paste Python code…").click()
    window = page.get_by_role("dialog", name="Bring in a model")
    window.get_by_role("textbox", name="Python code").fill("import keras\nmodel = keras.Sequential([\n")
    check(page, "pasting code")
    window.get_by_role("button", name="Read the models").click()
    window.get_by_role("alert").wait_for(timeout=90_000)
    check(page, "code that is none")
    page.keyboard.press("Escape")
    carry(page, "drop", net__keras=bad_models.archive(tmp_path).read_bytes())
    window.get_by_role("region", name="What becomes of it").wait_for(timeout=60_000)
    check(page, "what becomes of a model")
    page.keyboard.press("Escape")
    carry(page, "drop", evil__keras=bad_models.BAD["bytecode"][0](tmp_path).read_bytes())
    window.get_by_role("button", name="Open with placeholders").wait_for(timeout=60_000)
    check(page, "a model with code in it")
    page.keyboard.press("Escape")
    carry(page, "drop", movie__mp4=b"\x00")
    page.get_by_role("main").get_by_role("alert").wait_for()
    check(page, "a file that cannot be opened")


def test_a_backbone_whose_weights_are_not_here(page: Page) -> None:
    page.get_by_role("button", name="Empty canvas").click()
    page.get_by_role("heading", name="Begin with an input.").wait_for()
    put(page, WANTING)
    card(page, "base").click(position={"x": 60, "y": 18})
    told = page.get_by_role("region", name="The file of its weights")
    expect(told).to_contain_text("not here yet", timeout=60_000)
    check(page, "a backbone whose weights are missing")
    told.locator("input[type=file]").set_input_files({"name": "a.h5", "mimeType": "", "buffer": b"none"})
    told.get_by_role("alert").wait_for(timeout=60_000)
    check(page, "a file that is not the one")
    page.get_by_role("button", name="Unfold", exact=True).click()
    page.get_by_role("dialog").get_by_role("region").wait_for(timeout=60_000)
    check(page, "a backbone that cannot be unfolded")


def test_pictures_of_ones_own_and_a_second_phase(page: Page) -> None:
    graph = pictures.GRAPH | {"training": {"fine_tuning": {"layers": 9, "epochs": 2, "learning_rate": 1e-4}}}
    carry(page, "drop", photos__json=json.dumps(graph).encode())
    panel = page.get_by_role("tabpanel", name="Settings")
    zipped = pictures.zipped(pictures.members(7) | {"above/cut.png": b"no picture"})
    file = panel.locator("input[type=file]")
    file.set_input_files({"name": "pets.zip", "mimeType": "application/zip", "buffer": zipped})
    panel.get_by_role("list", name="First rows").get_by_role("img").nth(11).wait_for(timeout=60_000)
    panel.get_by_role("switch", name=re.compile("^Second phase")).wait_for()
    check(page, "pictures and a second phase")


def test_a_layer_used_again_and_a_trained_model_on_its_way_out(page: Page) -> None:
    open_template(page, "Same or different")
    page.get_by_text("shared", exact=True).first.wait_for()
    page.locator(".react-flow__node-card", has_text="shared").first.click()
    page.get_by_text("Shares the layer and the weights of").wait_for()
    check(page, "a layer that shares")
    page.get_by_role("link", name="Layerloom, all projects").click()
    open_template(page, "Iris")
    begin(page)
    ended(page)
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Go to anything").fill("Export the trained model")
    page.get_by_role("option", name=re.compile("^Export the trained model")).wait_for(timeout=60_000)
    page.keyboard.press("Enter")
    row = page.get_by_role("dialog", name="Export run 1").locator('[data-format="keras"]')
    row.wait_for()
    check(page, "exports")
    row.get_by_role("button").first.click()
    expect(row).to_have_attribute("data-state", "ready", timeout=120_000)
    check(page, "an export that was proven")


def test_code_of_ones_own_written_refused_and_proven(page: Page) -> None:
    open_template(page, "Iris")
    page.get_by_role("button", name="Your code").click()
    page.get_by_role("button", name="Write a layer or function").wait_for()
    check(page, "no code yet")
    page.get_by_role("button", name="Write a layer or function").click()
    field = page.get_by_role("textbox", name="Your Python code")
    field.wait_for()
    check(page, "writing code")
    field.press("Control+a")
    field.press("Delete")
    page.keyboard.insert_text(
        "class Mine(keras.layers.Layer):\n    def call(self, x):\n        return ops.multipy(x, 2)\n"
    )
    page.get_by_role("button", name="Prove").click()
    page.get_by_role("dialog").get_by_role("alert").wait_for(timeout=90_000)
    check(page, "code that is wrong")
    page.get_by_role("dialog").get_by_text("Function", exact=True).click()
    page.get_by_role("button", name="Prove").click()
    page.get_by_role("dialog").get_by_role("status").wait_for(timeout=90_000)
    check(page, "code that is proven")
    page.get_by_role("button", name="Put it into the drawing").click()
    page.get_by_role("region", name="Inspector").get_by_label("factor").wait_for()
    check(page, "a node of one's own code")
