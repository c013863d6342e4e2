"""A model's picture holds the model: saved, dropped on another project, sent as a link; and what somebody made up is refused."""

import base64
import json
import re
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from served import Served
from steps import CARDS, open_template, saved, shape

DROP = """([name, type, base64]) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const data = new DataTransfer()
  data.items.add(new File([bytes], name, { type }))
  for (const kind of ['dragover', 'drop'])
    document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }))
}"""
MEANING = ("nodes", "edges", "training", "notes")


def drop(page: Page, name: str, content: bytes, kind: str = "") -> None:
    page.evaluate(DROP, [name, kind, base64.b64encode(content).decode()])


def graph_of(page: Page, layerloom: Served) -> dict[str, Any]:
    saved(page)
    found = re.search(r"projects/([\w-]+)", page.url)
    assert found
    graph: dict[str, Any] = page.request.get(f"{layerloom.address}api/projects/{found[1]}").json()["graph"]
    return graph


def picture(page: Page) -> Locator:
    page.get_by_role("button", name="Export").click()
    page.get_by_role("menuitem", name=re.compile("^Picture or link")).click()
    return page.get_by_role("dialog", name="Picture and link")


def saved_picture(page: Page, ending: str) -> bytes:
    dialog = picture(page)
    with page.expect_download() as download:
        dialog.get_by_role("button", name=f"Save as {ending.upper()}").click()
    assert download.value.suggested_filename.endswith(f".{ending}")
    content = Path(download.value.path()).read_bytes()
    page.keyboard.press("Escape")
    return content


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_picture_dropped_on_another_project_is_the_model_again(page: Page, layerloom: Served, ending: str) -> None:
    open_template(page, "Digits")
    shape(page, "6 × 6 × 32")
    wanted = graph_of(page, layerloom)
    content = saved_picture(page, ending)
    assert content.startswith(b"\x89PNG" if ending == "png" else b"<svg")
    page.get_by_role("link", name="Layerloom, all projects").click()
    page.get_by_role("button", name="Empty canvas").click()
    page.get_by_role("heading", name="Begin with an input.").wait_for()

    drop(page, f"model.{ending}", content)
    asked = page.get_by_role("dialog", name=wanted["name"])
    expect(asked).to_contain_text(f"{len(wanted['nodes'])} nodes in model.{ending}.")
    asked.get_by_role("button", name="Paste into this project").click()
    expect(page.locator(CARDS)).to_have_count(len(wanted["nodes"]))
    pasted = graph_of(page, layerloom)
    assert sorted(node["name"] for node in pasted["nodes"].values()) == sorted(
        node["name"] for node in wanted["nodes"].values()
    )
    assert len(pasted["edges"]) == len(wanted["edges"])

    drop(page, f"model.{ending}", content)
    asked.get_by_role("button", name="Open as a new project").click()
    shape(page, "6 × 6 × 32")
    opened = graph_of(page, layerloom)
    assert {part: opened[part] for part in MEANING} == {part: wanted[part] for part in MEANING}
    assert opened["layout"] == wanted["layout"]


def test_a_link_holds_the_model_and_opens_as_a_project(page: Page, layerloom: Served) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_template(page, "Iris")
    shape(page, "4")
    wanted = graph_of(page, layerloom)
    picture(page).get_by_role("button", name="Copy the link").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert "#/graph/" in link

    page.goto(layerloom.address)
    page.goto(link)
    page.get_by_role("heading", name=wanted["name"]).wait_for()
    expect(page.get_by_role("img", name="The model as a picture")).to_be_visible()
    page.get_by_role("button", name="Open as a project").click()
    shape(page, "4")
    opened = graph_of(page, layerloom)
    assert {part: opened[part] for part in MEANING} == {part: wanted[part] for part in MEANING}

    page.goto(layerloom.address)
    page.goto(link[:-40])
    expect(page.get_by_role("alert")).to_contain_text("This link is not whole.")
    page.get_by_role("button", name="All projects").click()
    page.get_by_role("button", name="Empty canvas").wait_for()


def png(graph: bytes, claimed: int | None = None) -> bytes:
    """One pixel with that packed graph inside; `claimed` is the length that its chunk says."""

    def chunk(kind: bytes, data: bytes, length: int | None = None) -> bytes:
        return (
            struct.pack(">I", len(data) if length is None else length)
            + kind
            + data
            + struct.pack(">I", zlib.crc32(kind + data))
        )

    pixel = chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
    inside = chunk(b"iTXt", b"Layerloom graph\0\1\0\0\0" + graph, claimed)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
        + inside
        + pixel
        + chunk(b"IEND", b"")
    )


SCRIPT = '<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran = 1"><script>window.ran = 1</script></svg>'
HOSTILE = {
    "not a PNG": ("a.png", b"GIF89a and no picture", "cannot be opened"),
    "no graph": ("a.png", png(b"").replace(b"Layerloom graph", b"something other"), "holds no graph|damaged"),
    "a bomb": ("a.png", png(zlib.compress(b"{" + b" " * 100_000_000, 9)), "too large"),
    "a chunk of four gigabytes": ("a.png", png(zlib.compress(b"{}"), 0xFFFFFFFF), "damaged"),
    "no zlib": ("a.png", png(b"no zlib at all"), "damaged"),
    "another version": (
        "a.png",
        png(zlib.compress(json.dumps({"version": 999, "nodes": {}}).encode())),
        "newer|version",
    ),
    "no graph at all": ("a.json", b'{"version": 1, "nodes": {"a": 3}, "keras_version": "3"}', "."),
    "a script": ("a.svg", SCRIPT.encode(), "holds no graph"),
    "a script beside a graph": (
        "a.svg",
        SCRIPT.replace(
            "</svg>", '<metadata><layerloom-graph>{"version": 1, "nodes": 7}</layerloom-graph></metadata></svg>'
        ).encode(),
        ".",
    ),
}


def test_what_somebody_made_up_is_refused_in_words_and_changes_nothing(page: Page, layerloom: Served) -> None:
    open_template(page, "Iris")
    shape(page, "4")
    wanted = graph_of(page, layerloom)
    for what, (name, content, said) in HOSTILE.items():
        drop(page, name, content)
        asked = page.get_by_role("dialog").filter(has=page.get_by_role("alert"))
        expect(asked.get_by_role("alert").first, what).to_contain_text(re.compile(said, re.I), timeout=30_000)
        expect(asked.get_by_role("button", name=re.compile("^Open as|^Paste")), what).to_have_count(0)
        page.keyboard.press("Escape")
        expect(asked).to_have_count(0)
    assert page.evaluate("window.ran") is None
    assert graph_of(page, layerloom) == wanted


def test_a_script_in_a_picture_does_not_run_when_its_graph_is_shown(page: Page, layerloom: Served) -> None:
    open_template(page, "Iris")
    shape(page, "4")
    svg = saved_picture(page, "svg").decode()
    armed = svg.replace(
        "<title>", '<script>window.ran = 1</script><image href="x" onerror="window.ran = 1"/><title>', 1
    )
    drop(page, "armed.svg", armed.encode())
    page.get_by_role("button", name="Paste into this project").wait_for()
    expect(page.get_by_role("dialog").get_by_role("img", name="The model as a picture")).to_be_visible()
    assert page.evaluate("window.ran") is None
