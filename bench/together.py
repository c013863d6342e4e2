"""Two people at one drawing, and sixty at thirty: how soon an edit is seen by the other, and what it all costs the web process."""

import json
import re
import statistics
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil
from playwright.sync_api import Page, sync_playwright
from pycrdt import Doc, Map

from bench.measure import Figure
from layerloom.db.session import Database
from layerloom.db.tables import Project
from layerloom.documents.store import Store

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from browser import ARGS, executable
from guests import coming, invite
from replicas import Replicas
from served import Served, end, free_port, start

EDITS = 60
DOCUMENTS = 30
PER_SECOND = 20
"""Edits in one document, of its two editors together."""
SECONDS = 20.0

PRESSED = """() => addEventListener('keydown', (event) => {
  if (event.key === 'Enter') globalThis.pressed = performance.timeOrigin + event.timeStamp
}, true)"""
SEEN = """(text) => new Promise((done) => {
  const card = [...document.querySelectorAll('.react-flow__node-card')].find((one) => one.textContent.includes('conv_1'))
  const watch = new MutationObserver(() => {
    if (!card.textContent.includes(text)) return
    watch.disconnect()
    requestAnimationFrame(() => done(performance.timeOrigin + performance.now()))
  })
  watch.observe(card, { subtree: true, childList: true, characterData: true, attributes: true })
})"""


def figures() -> list[Figure]:
    with TemporaryDirectory() as folder:
        served = start(Path(folder) / "home", free_port())
        try:
            return [seen(served), crowd(served, Path(folder))]
        finally:
            end(served)


def seen(served: Served) -> Figure:
    """From the key that makes an edit in one browser to the frame that shows it in another."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGS))
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(served.url)
        page.get_by_role("button", name=re.compile("^Digits")).first.click()
        page.get_by_text("6 × 6 × 32", exact=True).wait_for(timeout=120_000)
        with coming(browser) as come:
            guest = come(invite(page, "edit"), "Ann", 1440, 900)
            guest.get_by_text("6 × 6 × 32", exact=True).wait_for(timeout=60_000)
            took, own = (sorted(each) for each in zip(*_edits(page, guest), strict=True))
        browser.close()
    p95 = took[int(0.95 * len(took))]
    return Figure(
        "an edit by one person seen by another: key pressed → the other's frame, two browsers, p95",
        f"{p95:.0f} ms (median {statistics.median(took):.0f} ms)",
        f"the editor's own frame: {own[int(0.95 * len(own))]:.0f} ms (median {statistics.median(own):.0f} ms)",
        "–",
        "≤ 100 ms",
        p95 <= 100,
    )


def _edits(page: Page, guest: Page) -> Iterator[tuple[float, float]]:
    """Milliseconds until the other's frame, and until one's own."""
    page.evaluate(PRESSED)
    page.locator(".react-flow__node-card", has_text="conv_1").click()
    box = page.get_by_role("spinbutton", name="filters")
    for number in range(EDITS):
        value = 33 + number
        box.fill(str(value))
        # Not awaited: the promise is settled by the frame that shows the edit.
        for one in (guest, page):
            one.evaluate(f"globalThis.seen = ({SEEN})('{value} filters'); 0")
        box.press("Enter")
        shown, own = guest.evaluate("() => globalThis.seen"), page.evaluate("() => globalThis.seen")
        pressed = page.evaluate("globalThis.pressed")
        yield shown - pressed, own - pressed


def crowd(served: Served, folder: Path) -> Figure:
    """Thirty documents with two editors each, all of them the page's own document and sync, in one Node process."""
    me = _session(served)
    with _replicas(folder) as replicas:
        projects = [_project(served, me) for _ in range(DOCUMENTS)]
        for number in range(2 * DOCUMENTS):
            replicas.ask("open", number, url=served.address.rstrip("/"), project=projects[number // 2], **me)
        while not all(replicas.ask("loaded", number) for number in range(2 * DOCUMENTS)):
            time.sleep(0.2)
        replicas.ask("drive", rate=PER_SECOND / 2, seconds=5.0)  # what is asked of Keras for the first time
        web = _web(served)
        before, begun = _cpu(web), time.monotonic()
        driven = replicas.ask("drive", rate=PER_SECOND / 2, seconds=SECONDS)
        cores = (_cpu(web) - before) / (time.monotonic() - begun)
        replicas.ask("drive", rate=PER_SECOND / 2, seconds=2.0, leave=True)
        time.sleep(1)
        for one in web:
            one.kill()  # signal 9, in the middle of it
        told = replicas.ask("told")
    lost = _lost(served, projects, told)
    rate = driven["edits"] / driven["seconds"]
    return Figure(
        f"{DOCUMENTS} documents, two editors each, {PER_SECOND} edits a second in each: cores of the web process",
        f"{cores:.2f} cores at {rate:.0f} edits/s",
        f"acknowledged and not stored after kill -9: {lost} of {sum(told)}",
        "–",
        "< 1 core, none lost",
        cores < 1 and lost == 0 and rate > 0.95 * DOCUMENTS * PER_SECOND,
    )


@contextmanager
def _replicas(folder: Path) -> Iterator[Replicas]:
    replicas = Replicas(folder / "bundle")
    yield replicas
    replicas.close()


def _web(served: Served) -> list[psutil.Process]:
    children = psutil.Process(served.process.pid).children()
    web = next(child for child in children if "web" in child.cmdline())
    return [web, *web.children(recursive=True)]


def _cpu(family: list[psutil.Process]) -> float:
    return sum(sum(one.cpu_times()[:2]) for one in family)


def _session(served: Served) -> dict[str, str]:
    opener = urllib.request.build_opener(urllib.request.HTTPRedirectHandler(), urllib.request.HTTPCookieProcessor())
    opener.open(served.url).read()
    csrf = json.load(opener.open(served.address + "api/session"))["csrf"]
    jar = next(one for one in opener.handlers if isinstance(one, urllib.request.HTTPCookieProcessor)).cookiejar
    return {"cookie": "; ".join(f"{one.name}={one.value}" for one in jar), "csrf": csrf}


def _project(served: Served, me: dict[str, str]) -> str:
    headers = {"Cookie": me["cookie"], "X-Layerloom-CSRF": me["csrf"], "Content-Type": "application/json"}
    body = json.dumps({"template": "digits-cnn"}).encode()
    with urllib.request.urlopen(
        urllib.request.Request(served.address + "api/projects", data=body, headers=headers)
    ) as answer:
        return str(json.load(answer)["id"])


def _lost(served: Served, projects: list[str], told: list[int]) -> int:
    """Edits that an editor was told are stored, and that the database does not hold. One writer's edits are stored in their order:
    the newest that is there tells of all before it."""
    database = Database(f"sqlite:///{served.home / 'layerloom.db'}")
    store, lost = Store(database), 0
    for at, project in enumerate(projects):
        with database.read() as session:
            epoch = session.get_one(Project, project).epoch
        doc: Doc[Any] = Doc()
        for update in store.load(project, epoch):
            doc.apply_update(update)
        notes = doc.get("notes", type=Map).to_py() or {}
        for number in (2 * at, 2 * at + 1):
            there = [int(row["text"].split()[1]) for row in notes.values() if row["text"].startswith(f"{number} ")]
            newest = told[number] - (told[number] - 2) % 3  # every third is a note
            lost += max(0, newest - max(there, default=0))
    database.close()
    return lost
