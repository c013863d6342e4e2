"""Somebody else at the same drawing: a link made in the page, a guest who comes by it in a browser of their own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, expect

Come = Callable[..., Page]

BY_HAND = """async ({ project, update, events }) => {
  const { csrf } = await (await fetch('/api/session')).json()
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  const heard = []
  let wake = () => {}
  socket.onmessage = ({ data }) => {
    if (data === '2') return socket.send('3')
    heard.push(data)
    wake()
  }
  const next = async (begins) => {
    for (;;) {
      const at = heard.findIndex((one) => typeof one === 'string' && begins.test(one))
      if (at >= 0) return heard.splice(at, 1)[0]
      await new Promise((done) => (wake = done))
    }
  }
  await next(/^0/)
  socket.send('40' + JSON.stringify({ csrf }))
  await next(/^40/)
  socket.send('421' + JSON.stringify(['document_join', { project, epoch: null, state_vector: null, client: 4242 }]))
  const joined = JSON.parse((await next(/^(43|46\\d+-)1\\[/)).replace(/^(43|46\\d+-)1/, ''))[0]
  const event = { project, epoch: joined.epoch, id: crypto.randomUUID(), update: { _placeholder: true, num: 0 } }
  socket.send('451-2' + JSON.stringify(['document_update', event]))
  socket.send(new Uint8Array(update))
  const answer = JSON.parse((await next(/^432\\[/)).slice(3))[0]
  socket.close()
  return { part: joined.part, answer }
}"""


def invite(page: Page, role: str, train: bool = False) -> str:
    """The address of a new link of that role."""
    page.get_by_role("button", name="Share", exact=True).click()
    window = page.get_by_role("dialog", name="Share this project")
    window.get_by_text(role, exact=True).click()
    if train:
        window.get_by_label("may also train").check()
    window.get_by_role("button", name="Make a link").click()
    address: str = window.get_by_label("Address of the link").input_value()
    page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    return address


@contextmanager
def coming(chromium: Browser) -> Iterator[Come]:
    """Each call: a guest who came by a link under a name, in a browser of their own that fails the test on an error of the page."""
    contexts, errors = [], []

    def come(address: str, name: str, width: int = 1280, height: int = 800) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        page.get_by_label("Your name").fill(name)
        page.get_by_role("button", name="Come in").click()
        expect(page.get_by_test_id("saved")).to_have_text("Saved", timeout=30_000)
        return page

    yield come
    for context in contexts:
        context.close()
    # A page that is left for another document says this once of its own.
    assert not [error for error in errors if "Access is denied for this document" not in error], errors


def by_hand(page: Page, update: bytes) -> dict[str, Any]:
    """What the server answers to an update sent past the page, over a socket of the page's own session."""
    project = page.url.split("#/")[1].split("/")[1]
    found: dict[str, Any] = page.evaluate(BY_HAND, {"project": project, "update": list(update)})
    return found
