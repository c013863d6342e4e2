"""The start page: templates, projects by the hundred, files let go on it, its states, and the tour that never comes back by itself."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from served import Served, end, free_port, start
from steps import carry, node, open_template, opened, saved, train

TEMPLATES = Path(__file__).resolve().parents[2] / "backend/layerloom/templates"
TOUR = re.compile(r"Step \d of 3")


def cards(page: Page) -> Locator:
    return page.get_by_role("list", name="Begin with an example").get_by_role("button")


def projects(page: Page) -> Locator:
    return page.get_by_role("list", name="Your projects").get_by_role("link")


@pytest.mark.parametrize("name", sorted(file.stem for file in TEMPLATES.glob("*.json")))
def test_a_template_shows_its_graph_and_opens_it_at_the_first_click(page: Page, name: str) -> None:
    graph = json.loads((TEMPLATES / f"{name}.json").read_text())
    shelf = page.request.get(page.url.split("#")[0] + "api/templates").json()
    expect(cards(page)).to_have_count(9)
    at = [one["name"] for one in shelf].index(name)
    card = cards(page).nth(at)
    # A bead with its ground and its colour for each node, and a glyph in each; a wire and what flows along it for each edge.
    expect(card.locator("svg rect")).to_have_count(2 * len(graph["nodes"]))
    expect(card.locator("svg path")).to_have_count(len(graph["nodes"]) + 2 * len(graph["edges"]))
    expect(card.locator("small")).to_have_text(re.compile(r"^[\d,]+ .+ · about \d+ s$"))
    card.click()
    opened(page, len(graph["nodes"]))


def test_data_flows_along_a_template_that_is_pointed_at_unless_motion_is_unwanted(page: Page) -> None:
    expect(cards(page)).to_have_count(9)
    expect(page.get_by_role("status", name="Loading your projects")).to_have_count(
        0
    )  # until then the cards may give way
    card = cards(page).first
    flow = card.locator("path[pathLength]").first
    expect(flow).to_have_css("visibility", "hidden")
    card.hover()
    expect(flow).to_have_css("visibility", "visible")
    assert flow.evaluate("(path) => getComputedStyle(path).animationName") != "none"
    page.mouse.move(1, 1)
    page.emulate_media(reduced_motion="reduce")
    card.hover()
    expect(flow).to_have_css("visibility", "hidden")


def test_a_graph_a_picture_of_one_and_a_table_let_go_anywhere_become_projects(page: Page, tmp_path: Path) -> None:
    graph = (TEMPLATES / "iris-mlp.json").read_bytes()
    carry(page, "dragover", graph__json=graph)
    expect(page.get_by_text("Let go to open it")).to_be_visible()
    carry(page, "drop", graph__json=graph)
    opened(page, 5)
    page.goto(page.url.split("#")[0])
    escaped = graph.decode().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    drawn = f"<svg><metadata><layerloom-graph>{escaped}</layerloom-graph></metadata></svg>"
    carry(page, "drop", drawing__svg=drawn.encode())
    opened(page, 5)
    page.goto(page.url.split("#")[0])
    rows = "\n".join(f"{n},{2 * n},{'yes' if n % 2 else 'no'}" for n in range(40))
    carry(page, "drop", table__csv=f"a,b,answer\n{rows}\n".encode())
    expect(page.get_by_role("textbox", name="Project name")).to_have_value("table", timeout=60_000)


def test_what_cannot_be_opened_is_refused_in_words_and_nothing_is_made(page: Page) -> None:
    listing = page.url.split("#")[0] + "api/projects"
    before = len(page.request.get(listing).json())
    refusal = page.get_by_role("main").get_by_role("alert")
    for file, words in (
        ({"model__zip": b"PK\x03\x04"}, "model.zip"),
        ({"photo__svg": b"<svg></svg>"}, "This picture holds no graph."),
        ({"half__json": b'{"version": 1,'}, "damaged"),
        ({"strange__json": b'{"version": 1, "nodes": 7}'}, "nodes"),
    ):
        carry(page, "drop", **file)
        expect(refusal).to_contain_text(words)
        refusal.get_by_role("button", name="Close").click()
        expect(refusal).to_have_count(0)
    # Of several, those that can be opened are made, and the others named.
    carry(page, "drop", iris__json=(TEMPLATES / "iris-mlp.json").read_bytes(), movie__mp4=b"\x00\x00")
    expect(refusal).to_contain_text("movie.mp4")
    assert len(page.request.get(listing).json()) == before + 1


def test_while_nothing_has_come_the_page_holds_its_place_and_without_a_server_it_says_so_until_it_is_back(
    page: Page,
) -> None:
    lost: list[bool] = [True]
    waiting: list[Any] = []
    page.route(re.compile(r"/api/(templates|projects)$"), lambda route: waiting.append(route))
    page.reload()
    expect(page.get_by_role("status", name="Loading the examples")).to_be_visible()
    page.unroute(re.compile(r"/api/(templates|projects)$"))
    page.route(re.compile(r"/api/(templates|projects)$"), lambda route: route.abort() if lost[0] else route.continue_())
    page.reload()
    expect(page.get_by_role("main").get_by_role("alert")).to_contain_text("The server does not answer.")
    lost[0] = False
    page.get_by_role("button", name="Try again").click()
    expect(cards(page)).to_have_count(9)
    expect(page.get_by_role("main").get_by_role("alert")).to_have_count(0)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server nobody has been to."""
    served = start(tmp_path_factory.mktemp("first") / "home", free_port())
    yield served
    end(served)


@pytest.fixture
def stranger(chromium: Browser, first: Served) -> Iterator[Page]:
    """A browser that has seen nothing of this yet, on a server without projects or with those of the tests before."""
    context = Browser.new_context(
        chromium, viewport={"width": 1440, "height": 900}
    )  # not conftest's, which knows the tour
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(first.url)
    yield page
    context.close()


def test_a_newcomer_is_shown_around_as_they_do_the_things_and_never_again_unasked(stranger: Page) -> None:
    page = stranger
    expect(page.get_by_role("heading", name="Your projects will stand here")).to_be_visible(timeout=30_000)
    open_template(page, "Digits")
    bubble = page.get_by_role("complementary", name=TOUR)
    expect(bubble).to_contain_text("Add a layer")
    # It stands beside the page, not over it: the layer is added in the list as ever.
    node(page, "flatten").click()
    search = page.get_by_role("searchbox", name="Search layers")
    search.fill("Dropout")
    search.press("Enter")
    expect(bubble).to_contain_text("Read the shapes")
    node(page, "conv_1").click()
    filters = page.get_by_role("spinbutton", name="filters")
    filters.fill("12")
    filters.press("Enter")
    expect(bubble).to_contain_text("Train it")
    saved(page)
    train(page)
    expect(bubble).to_contain_text("Watch it learn")
    bubble.get_by_role("button", name="Done").click()
    expect(bubble).to_have_count(0)
    page.reload()
    expect(node(page, "flatten")).to_be_visible()
    page.get_by_role("link", name="Layerloom, all projects").click()
    open_template(page, "Iris")
    opened(page, 5)
    page.wait_for_timeout(500)
    expect(bubble).to_have_count(0)


def test_the_tour_comes_when_it_is_called_and_is_left_by_escape_or_its_cross_or_walked_by_keys(page: Page) -> None:
    bubble = page.get_by_role("complementary", name=TOUR)

    def call() -> None:
        page.keyboard.press("ControlOrMeta+k")
        page.get_by_role("dialog").get_by_role("combobox").fill("take the tour")
        page.keyboard.press("Enter")
        expect(bubble).to_contain_text("Add a layer")

    expect(cards(page)).to_have_count(9)
    call()  # from the start page: it brings a project along
    opened(page, 8)
    page.keyboard.press("Escape")
    expect(bubble).to_have_count(0)
    page.get_by_role("button", name="Help").click()
    page.get_by_role("menuitem", name="Take the tour").click()
    expect(bubble).to_contain_text("Add a layer")
    bubble.get_by_role("button", name="Leave the tour").click()
    expect(bubble).to_have_count(0)
    call()
    for said in ("Read the shapes", "Train it", "Watch it learn"):
        bubble.get_by_role("button", name="Next").press("Enter")
        expect(bubble).to_contain_text(said)
    bubble.get_by_role("button", name="Done").press("Enter")
    expect(bubble).to_have_count(0)
    call()
    page.get_by_role("link", name="Layerloom, all projects").click()
    expect(cards(page)).to_have_count(9)
    open_template(page, "Iris")
    opened(page, 5)
    expect(bubble).to_have_count(0)


def test_two_hundred_projects_are_searched_put_in_order_and_drawn_as_far_as_one_looks(
    stranger: Page, first: Served
) -> None:
    page = stranger
    csrf = page.request.get(f"{first.address}api/session").json()["csrf"]
    there = len(page.request.get(f"{first.address}api/projects").json())
    for number in range(200 - there):
        made = page.request.post(
            f"{first.address}api/projects",
            headers={"X-Layerloom-CSRF": csrf, "Origin": first.address.rstrip("/")},
            data={"template": "iris-mlp", "name": f"Model {number:03}" if number else "Ähre"},
        )
        assert made.status == 201
    page.reload()
    expect(projects(page)).to_have_count(5)
    page.get_by_role("button", name="Show all 200 projects").click()
    expect(projects(page)).to_have_count(30)
    projects(page).last.scroll_into_view_if_needed()
    expect(projects(page)).to_have_count(60)
    search = page.get_by_role("searchbox", name="Search projects")
    search.fill("model 04")
    expect(projects(page)).to_have_count(10)
    expect(page.get_by_text("10 projects found")).to_be_attached()
    expect(projects(page).first).to_have_text("Model 049")
    page.get_by_role("combobox", name="Order").select_option(label="Name")
    expect(projects(page).first).to_have_text("Model 040")
    search.fill("resnet")
    expect(page.get_by_text("No project answers “resnet”.")).to_be_visible()
    search.fill("")
    expect(projects(page).first).to_have_text("Ähre")
    projects(page).first.press("Enter")
    expect(page.get_by_role("textbox", name="Project name")).to_have_value("Ähre")
