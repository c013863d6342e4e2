"""A project's life on the start page: made, renamed, duplicated, saved as a file, deleted, brought back, imported."""

import json
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from served import Served
from steps import CARDS, open_template, saved, shape


def rows(page: Page, name: str) -> Locator:
    return page.get_by_role("listitem").filter(has=page.get_by_role("link", name=name, exact=True))


def choose(page: Page, name: str, command: str) -> None:
    page.get_by_role("button", name=f"More for {name}", exact=True).first.click()
    page.get_by_role("menuitem", name=re.compile(command)).click()


def test_a_project_is_renamed_duplicated_exported_deleted_restored_and_imported(page: Page, tmp_path: Path) -> None:
    open_template(page, "Iris")
    shape(page, "4")
    name = page.get_by_role("textbox", name="Project name")
    name.fill("Petals")
    name.press("Enter")
    saved(page)
    page.get_by_role("link", name="Layerloom, all projects").click()
    expect(rows(page, "Petals")).to_have_count(1)

    choose(page, "Petals", "Duplicate")
    copy = page.get_by_role("link", name=re.compile("^Petals.+"))
    expect(copy).to_have_count(1)
    choose(page, copy.inner_text(), "Rename")
    box = page.get_by_role("textbox", name="New name")
    box.fill("Sepals")
    box.press("Enter")
    expect(rows(page, "Sepals")).to_have_count(1)

    page.get_by_role("button", name="More for Petals", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=re.compile("Save graph")).click()
    file = tmp_path / "petals.json"
    download.value.save_as(file)
    assert json.loads(file.read_text())["name"] == "Petals"

    choose(page, "Petals", "Delete")
    expect(rows(page, "Petals")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(rows(page, "Petals")).to_have_count(1)
    choose(page, "Petals", "Delete")
    expect(rows(page, "Petals")).to_have_count(0)

    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file…").click()
    chooser.value.set_files(file)
    expect(page.get_by_role("textbox", name="Project name")).to_have_value("Petals")
    shape(page, "4")
    expect(page.locator(CARDS)).to_have_count(len(json.loads(file.read_text())["nodes"]))


def test_what_is_no_graph_is_refused_in_words_and_nothing_is_made(
    page: Page, layerloom: Served, tmp_path: Path
) -> None:
    projects = f"{layerloom.address}api/projects"
    before = page.request.get(projects).json()
    file = tmp_path / "broken.json"
    file.write_text('{"version": 1, "nodes": {"a": ')
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file…").click()
    chooser.value.set_files(file)
    expect(page.get_by_role("main").get_by_role("alert")).to_be_visible()
    assert page.request.get(projects).json() == before


def test_a_graph_copied_on_one_canvas_is_pasted_on_another(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_template(page, "Iris")
    shape(page, "4")
    page.locator(CARDS).first.wait_for()
    count = page.locator(CARDS).count()
    page.locator(CARDS).first.click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("ControlOrMeta+c")
    page.get_by_role("link", name="Layerloom, all projects").click()
    page.get_by_role("button", name="Empty canvas").click()
    page.locator(".react-flow__pane").click(position={"x": 40, "y": 300})
    page.keyboard.press("ControlOrMeta+v")
    expect(page.locator(CARDS)).to_have_count(count)
    saved(page)
