"""The main journey in Chinese and in Spanish: every screen, panel, menu and window is walked through, and no English word is left on one."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import h5py
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import bad_models
import pictures
from hands import WANTING, box_of, card, port, put, settled
from served import Served
from steps import CARDS, carry
from tongues import english, named, names_in, word

TEMPLATES = Path(__file__).resolve().parents[2] / "backend/layerloom/templates"
OTHERS = sorted({file.stem for file in TEMPLATES.glob("*.json")} - {"iris-mlp", "digits-cnn"})
TAGS = {"zh": "zh-CN", "es": "es-ES"}
found: list[str] = []


class Reader:
    """Somebody who reads one language, and what they call things in it."""

    def __init__(self, page: Page, locale: str) -> None:
        self.page, self.locale = page, locale
        self.known: set[str] = set()

    def w(self, id: str, **values: str | int) -> str:
        return word(self.locale, id, **values)

    def like(self, id: str, **values: str) -> re.Pattern[str]:
        """The sentence with anything where a value stands that is not given."""
        gap = "\x00"
        text = word(self.locale, id, **(dict.fromkeys(names_in(self.locale, id), gap) | values))
        return re.compile("^" + ".*".join(map(re.escape, text.split(gap))) + "$")

    def button(self, id: str, **values: str) -> Locator:
        return self.page.get_by_role("button", name=self.w(id, **values), exact=True)

    def check(self, where: str) -> None:
        found.extend(f"{self.locale}, {where}: {each}" for each in english(self.page, self.locale, self.known))

    def learn(self) -> None:
        """Names of what is drawn are nobody's words."""
        self.known = named(self.page)

    def command(self, id: str) -> None:
        self.page.keyboard.press("Control+k")
        self.page.get_by_role("combobox", name=self.w("actions-anything")).fill(self.w(id))
        self.page.get_by_role("option", name=re.compile("^" + re.escape(self.w(id)))).first.wait_for()
        self.page.keyboard.press("Enter")

    def template(self, name: str) -> None:
        self.page.get_by_role(
            "button", name=re.compile("^" + re.escape(self.w(f"start-template-{name}")))
        ).first.click()
        settled(self.page)
        self.learn()

    def home(self) -> None:
        self.page.evaluate("location.hash = '#/'")
        self.page.get_by_role("heading", name=self.w("start-title")).wait_for()


@pytest.fixture(autouse=True)
def nothing_found() -> Iterator[None]:
    """Every screen of a test is looked at before it fails."""
    found.clear()
    yield
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.fixture(params=list(TAGS))
def reader(request: pytest.FixtureRequest, chromium: Browser, layerloom: Served) -> Iterator[Reader]:
    width, height = (
        getattr(request.node, "callspec", None) and request.node.callspec.params.get("size", (1440, 900))
    ) or (1440, 900)
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        locale=TAGS[request.param],
        reduced_motion="reduce",
        has_touch=width < 1100,
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(layerloom.url)
    reader = Reader(page, request.param)
    page.get_by_role("heading", name=reader.w("start-title")).wait_for()
    reader.learn()
    yield reader
    context.close()


def test_the_language_is_the_browsers_and_another_is_chosen_and_kept(reader: Reader) -> None:
    page = reader.page
    assert page.evaluate("document.documentElement.lang") == TAGS[reader.locale]
    page.keyboard.press("Control+Comma")
    page.get_by_role("dialog").get_by_role("combobox").first.wait_for()
    page.get_by_role("combobox", name=reader.w("frame-language")).select_option(label="English")
    page.get_by_role("dialog", name="Page settings").wait_for()
    page.reload()
    page.get_by_role("heading", name="Draw a network.").wait_for()


def test_the_start_page_and_its_windows(reader: Reader) -> None:
    page, w = reader.page, reader.w
    page.get_by_role("button", name=re.compile("^" + re.escape(w("start-template-iris-mlp")))).wait_for()
    reader.check("start page")
    page.keyboard.press("Control+k")
    page.get_by_role("dialog").get_by_role("option").first.wait_for()
    reader.check("command palette")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Comma")
    page.get_by_role("tab", name=w("frame-shortcuts")).wait_for()
    reader.check("looks")
    page.get_by_role("tab", name=w("frame-shortcuts")).click()
    page.get_by_role("searchbox", name=w("frame-find-shortcut")).wait_for()
    reader.check("shortcuts")
    page.keyboard.press("Escape")
    reader.button("frame-help").click()
    reader.check("help")
    page.keyboard.press("Escape")
    carry(page, "dragover", a__csv=b"a,b\n1,2\n")
    page.get_by_text(w("start-let-go")).wait_for()
    reader.check("something over the page")
    carry(page, "drop", movie__mp4=b"\x00")
    page.get_by_role("main").get_by_role("alert").wait_for()
    reader.known |= {"movie", "mp"}
    reader.check("a file that cannot be opened")
    reader.button("start-paste-code").click()
    window = page.get_by_role("dialog")
    window.get_by_role("textbox").fill("import keras\nmodel = keras.Sequential([\n")
    reader.check("pasting code")
    window.get_by_role("button", name=w("imports-read")).click()
    window.get_by_role("alert").wait_for(timeout=90_000)
    reader.known |= {"was", "never", "closed"}  # as Python says it
    reader.check("code that is none")
    page.keyboard.press("Escape")
    carry(page, "drop", net__json=json.dumps(bad_models.GOOD).encode())
    window.get_by_role("region", name=w("imports-report")).wait_for(timeout=60_000)
    reader.known |= {"net", "dense", "bad"}
    reader.check("a model brought in")
    page.keyboard.press("Escape")


def test_a_project_from_the_first_look_to_the_trained_model(reader: Reader) -> None:
    page, w = reader.page, reader.w
    reader.template("iris-mlp")
    expect(page.get_by_role("textbox", name=w("frame-project-name"))).to_have_value(w("start-template-iris-mlp"))
    page.get_by_text("16", exact=True).first.wait_for(timeout=60_000)
    reader.check("project")
    nodes = page.locator(CARDS)
    for at in range(nodes.count()):
        nodes.nth(at).click()
        reader.check(f"node {at}")
        for more in page.get_by_role("complementary").last.get_by_role("button", name=re.compile(r"\d.*…$")).all():
            more.click()
        reader.check(f"all parameters of node {at}")
    page.get_by_role("tab", name=w("inspector-tab-about")).click()
    reader.check("about a node")
    page.get_by_role("tab", name=w("inspector-tab-code")).click()
    reader.check("code")
    page.get_by_role("tab", name=w("inspector-tab-settings")).click()
    nodes.nth(1).click()
    page.keyboard.press("?")
    page.get_by_role("dialog").get_by_role("heading").first.wait_for()
    reader.check("layer card")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+a")
    reader.check("several nodes")
    page.locator(".react-flow__pane").click(position={"x": 30, "y": 300})
    reader.check("training settings")
    button = page.get_by_role("button", name=w("runs-train"), exact=True)
    expect(button).not_to_have_attribute("aria-disabled", "true", timeout=60_000)
    expect(page.locator("button[data-ready=true]")).to_be_visible(timeout=60_000)
    button.click()
    page.get_by_text(reader.like("runs-epochs-in")).last.wait_for(timeout=90_000)
    reader.check("trained")
    for tab in ("curves", "summary", "plot", "problems", "runs", "log", "comments"):
        name = w("comments" if tab == "comments" else f"dock-{tab}")
        page.get_by_role("tab", name=re.compile("^" + re.escape(name))).click()
        page.get_by_role("tabpanel", name=re.compile("^" + re.escape(name))).wait_for()
        page.wait_for_timeout(300)
        reader.check(f"{tab} of a run")
    page.get_by_role("tab", name=re.compile("^" + re.escape(w("dock-curves")))).click()
    page.get_by_role("button", name=w("curves-table")).click()
    reader.check("curves as a table")
    reader.command("runs-export-action")
    page.get_by_role("dialog").get_by_role("button", name=w("export-all")).wait_for()
    reader.check("exports")
    page.keyboard.press("Escape")


def test_pictures_of_ones_own_and_a_second_phase(reader: Reader) -> None:
    page, w = reader.page, reader.w
    graph = pictures.GRAPH | {"training": {"fine_tuning": {"layers": 9, "epochs": 2, "learning_rate": 1e-4}}}
    carry(page, "drop", photos__json=json.dumps(graph).encode())
    panel = page.get_by_role("complementary").last
    zipped = pictures.zipped(pictures.members(7) | {"above/cut.png": b"no picture", "1.png": b"x", "a/n.txt": b"x"})
    file = panel.locator("input[type=file]")
    file.set_input_files({"name": "pets.zip", "mimeType": "application/zip", "buffer": zipped})
    panel.get_by_role("list", name=w("data-first-rows")).get_by_role("img").nth(11).wait_for(timeout=60_000)
    panel.get_by_role("group", name=w("training-tuning")).wait_for()
    reader.known |= {
        "pets",
        "above",
        "below",
        "cut",
        "png",
        "txt",
        "Photos",
        "photo",
        "base",
        "head",
        "answer",
    }
    reader.check("pictures and a second phase")


def test_every_menu_and_window_of_a_project(reader: Reader) -> None:
    page, w = reader.page, reader.w
    reader.template("digits-cnn")
    page.get_by_text("576", exact=True).first.wait_for(timeout=60_000)
    reader.check("project")
    for what in (
        page.locator(CARDS).nth(2),
        page.locator(".react-flow__pane"),
        page.locator(".react-flow__node-note").first,
    ):
        what.click(button="right", position={"x": 40, "y": 12} if what != page.locator(".react-flow__pane") else None)
        page.get_by_role("menu").wait_for()
        reader.check("menu of what was pressed")
        page.keyboard.press("Escape")
    for id in ("frame-export", "frame-help"):
        reader.button(id).click()
        page.get_by_role("menu").wait_for()
        reader.check(id)
        page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.get_by_role("dialog").get_by_role("option").first.wait_for()
    reader.check("command palette")
    page.keyboard.type("den")
    reader.check("command palette with a query")
    page.keyboard.press("Escape")
    page.locator(".react-flow__pane").dblclick(position={"x": 30, "y": 300})
    page.get_by_role("dialog").get_by_role("option").first.wait_for()
    page.wait_for_timeout(500)
    reader.check("menu to add")
    page.keyboard.press("Escape")
    x, y, _, height = box_of(card(page, "flatten"))
    handle = box_of(port(page, "flatten"))
    page.mouse.move(handle[0] + handle[2] / 2, handle[1] + handle[3] / 2)
    page.mouse.down()
    page.mouse.move(x - 120, y + height + 40, steps=8)
    reader.check("a wire in the hand")
    page.mouse.up()
    page.get_by_role("dialog").get_by_role("option").first.wait_for()
    page.get_by_role("dialog").get_by_role("combobox").fill("Conv")
    page.wait_for_timeout(1_500)
    reader.check("menu after a wire")
    page.keyboard.press("Enter")
    page.locator("[data-problem]").or_(page.get_by_role("region", name=re.compile("Conv"))).first.wait_for(
        timeout=30_000
    )
    reader.learn()
    page.wait_for_timeout(800)
    reader.check("problem card")
    page.get_by_role("tab", name=re.compile("^" + re.escape(w("dock-problems")))).click()
    reader.check("problems")
    page.get_by_text(w("frame-view-outline"), exact=True).click()
    page.locator("[data-scope=outline] [data-id]").nth(2).click()
    reader.check("outline")
    page.get_by_text(w("frame-view-canvas"), exact=True).click()
    page.keyboard.press("Control+z")
    reader.command("picture-action")
    page.get_by_role("dialog").get_by_role("img").first.wait_for()
    reader.check("picture and link")
    page.keyboard.press("Escape")
    reader.command("share-action")
    page.get_by_role("dialog").get_by_role("button", name=w("share-make")).click()
    page.get_by_role("textbox", name=w("share-address")).wait_for()
    reader.check("sharing")
    link = page.get_by_role("textbox", name=w("share-address")).input_value()
    page.keyboard.press("Escape")
    page.get_by_role("tab", name=re.compile("^" + re.escape(w("dock-runs")))).click()
    reader.button("runs-save-version").click()
    reader.check("naming a version")
    page.keyboard.press("Enter")
    page.locator(CARDS).nth(3).click()
    page.keyboard.press("Delete")
    page.get_by_role("button", name=reader.like("runs-compare-version")).click()
    page.get_by_role("heading", name=w("compare-changes")).wait_for()
    reader.check("comparing")
    page.keyboard.press("Escape")
    page.locator(CARDS).nth(1).click()
    page.keyboard.press("Shift+C")
    page.get_by_role("textbox", name=re.compile("conv_1|image")).last.fill("?")
    page.keyboard.press("Enter")
    reader.check("comments")
    reader.home()
    page.get_by_role("button", name=reader.like("start-more")).first.click()
    page.get_by_role("menu").wait_for()
    reader.check("menu of a project")
    page.goto("about:blank")
    page.context.clear_cookies()
    page.goto(link)
    page.get_by_role("textbox", name=w("share-join-name")).wait_for()
    reader.check("the way in")
    page.get_by_role("textbox", name=w("share-join-name")).fill("Ada")
    page.keyboard.press("Enter")
    settled(page)
    reader.learn()
    reader.known |= {"Ada"}
    reader.check("as a guest")


def test_code_of_ones_own(reader: Reader) -> None:
    page, w = reader.page, reader.w
    reader.template("iris-mlp")
    reader.known |= {"zip", "keras", "layers", "ops", "np", "Mine", "mine", "units", "x"}
    page.get_by_role("button", name=w("palette-own-code")).click()
    reader.button("written-write").wait_for()
    reader.check("no code yet")
    reader.button("written-write").click()
    page.get_by_role("textbox", name=w("written-source")).wait_for()
    reader.check("writing code")
    reader.button("written-prove").click()
    page.get_by_role("dialog").get_by_role("status").wait_for(timeout=90_000)
    reader.check("code that is proven")
    reader.button("written-place").click()
    page.locator(CARDS, has_text="mine_1").wait_for()
    reader.check("a node of one's own code")
    reader.button("written-delete", name="Mine").click()
    page.get_by_text(w("written-deleted", name="Mine")).first.wait_for()
    reader.check("a node whose code is gone")


@pytest.mark.parametrize("name", OTHERS)
def test_every_template(reader: Reader, name: str) -> None:
    page = reader.page
    reader.template(name)
    page.locator(".react-flow__edge").first.wait_for(state="attached")
    page.wait_for_timeout(1_500)
    reader.check(name)
    nodes = page.locator(CARDS)
    for at in range(nodes.count()):
        nodes.nth(at).click()
        reader.check(f"{name}, node {at}")


def test_a_backbone_whose_weights_are_not_here(reader: Reader, tmp_path: Path) -> None:
    page, w = reader.page, reader.w
    with h5py.File(tmp_path / "a.h5", "w"):
        pass
    page.get_by_role("button", name=w("start-empty-canvas")).click()
    page.locator(".react-flow__pane").wait_for()
    put(page, WANTING)
    settled(page)
    reader.learn()
    reader.known |= {"preprocess_input"}
    card(page, "base").click(position={"x": 60, "y": 18})
    told = page.get_by_role("region", name=w("backbones-file"))
    told.get_by_role("button", name=w("backbones-file-choose")).wait_for(timeout=60_000)
    reader.check("a backbone whose weights are missing")
    told.locator("input[type=file]").set_input_files(tmp_path / "a.h5")
    told.get_by_role("alert").wait_for(timeout=60_000)
    reader.check("a file that is not the one")
    reader.button("backbones-unfold").click()
    page.get_by_role("dialog").get_by_role("region").wait_for(timeout=60_000)
    reader.check("a backbone that cannot be unfolded")


def test_nothing_there_and_no_server(reader: Reader) -> None:
    page, w = reader.page, reader.w
    reader.button("start-empty-canvas").click()
    page.get_by_role("heading", name=w("canvas-empty")).wait_for()
    expect(page.get_by_role("textbox", name=w("frame-project-name"))).to_have_value(
        re.compile("^" + w("start-untitled"))
    )
    reader.check("empty canvas")
    page.get_by_text(w("frame-view-outline"), exact=True).click()
    page.get_by_role("heading", name=w("outline-empty")).wait_for()
    reader.check("empty outline")
    page.evaluate("location.hash = '#/projects/0000000000000000'")
    page.get_by_role("alert").or_(page.get_by_role("heading")).first.wait_for()
    page.wait_for_timeout(500)
    reader.check("no such project")
    page.evaluate("location.hash = '#/'")
    page.get_by_role("heading", name=w("start-title")).wait_for()
    page.route("**/api/**", lambda route: route.abort())
    page.reload()
    page.get_by_role("alert").wait_for()
    reader.check("no server")


@pytest.mark.parametrize("size", [(390, 844)], ids=["phone"])
def test_on_a_phone(reader: Reader, size: tuple[int, int]) -> None:
    page, w = reader.page, reader.w
    reader.check("start page")
    page.get_by_role("button", name=re.compile("^" + re.escape(w("start-template-digits-cnn")))).first.click()
    page.locator("[data-scope=outline] [data-id]").first.wait_for()
    reader.learn()
    page.get_by_text("8 × 8 × 1", exact=True).first.wait_for(timeout=60_000)
    reader.check("outline")
    reader.button("frame-more").click()
    page.get_by_role("menu").wait_for()
    reader.check("more")
    page.keyboard.press("Escape")
    for id in ("frame-layers", "frame-inspector"):
        reader.button(id).click()
        page.get_by_role("complementary", name=w(id)).wait_for()
        reader.check(id)
        page.keyboard.press("Escape")
    page.locator("[data-scope=outline] [data-id]").nth(1).click()
    page.get_by_role("toolbar", name=w("outline-commands")).wait_for()
    reader.check("a row")
