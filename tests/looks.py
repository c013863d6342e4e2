"""A screenshot → compared with the one that was looked at and kept. Blind to a pixel's edge, not to a moved panel or a lost colour.

Both pictures are cut into blocks of 8 × 8 pixels, and a block counts as different when its mean colour is: another version's font
smoothing moves no mean. The comparison runs in the browser, which reads pictures already. `LAYERLOOM_RECORD=1` keeps what is seen.
"""

import base64
import os
from pathlib import Path

from playwright.sync_api import Locator, Page

KEPT = Path(__file__).parent / "e2e" / "looks"
RECORD = os.environ.get("LAYERLOOM_RECORD") == "1"
SHARE = 0.012
"""Of all blocks may differ."""
TONE = 10
"""Of 255: a mean that differs less is the same."""

COMPARE = """
async ([one, other, tone]) => {
  const blocks = async (data) => {
    const picture = await createImageBitmap(await (await fetch(data)).blob())
    const [w, h] = [Math.ceil(picture.width / 8), Math.ceil(picture.height / 8)]
    const canvas = new OffscreenCanvas(picture.width, picture.height)
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    pen.drawImage(picture, 0, 0)
    const { data: dots, width, height } = pen.getImageData(0, 0, picture.width, picture.height)
    const means = new Float32Array(w * h * 4)
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        const [at, block] = [4 * (y * width + x), 4 * ((y >> 3) * w + (x >> 3))]
        for (let c = 0; c < 3; c += 1) means[block + c] += dots[at + c]
        means[block + 3] += 1
      }
    return { w, h, means }
  }
  const [a, b] = [await blocks(one), await blocks(other)]
  if (a.w !== b.w || a.h !== b.h) return { share: 1, where: `${a.w * 8} × ${a.h * 8} instead of ${b.w * 8} × ${b.h * 8}` }
  let [count, box] = [0, [Infinity, Infinity, 0, 0]]
  for (let i = 0; i < a.w * a.h; i += 1) {
    const far = [0, 1, 2].some((c) => Math.abs(a.means[4 * i + c] / a.means[4 * i + 3] - b.means[4 * i + c] / b.means[4 * i + 3]) > tone)
    if (!far) continue
    count += 1
    const [x, y] = [i % a.w, Math.floor(i / a.w)]
    box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x + 1), Math.max(box[3], y + 1)]
  }
  return { share: count / (a.w * a.h), where: `between ${box[0] * 8}, ${box[1] * 8} and ${box[2] * 8}, ${box[3] * 8}` }
}
"""

PACK = """
async (data) => {
  const picture = await createImageBitmap(await (await fetch(data)).blob())
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  canvas.getContext('2d').drawImage(picture, 0, 0)
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.7 })).arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
"""
"""A picture for people and for means needs no lossless format: a third of the bytes."""


def look(page: Page, judge: Page, name: str, mask: list[Locator] | None = None) -> None:
    """`judge` is a blank page that compares; `mask` covers what differs from run to run: a time, a name of somebody."""
    page.mouse.move(1, 1)
    page.wait_for_timeout(400)
    seen = page.screenshot(animations="disabled", caret="hide", mask=mask or [], mask_color="#888888")
    kept = KEPT / f"{name}.jpg"
    if RECORD:
        KEPT.mkdir(exist_ok=True)
        kept.write_bytes(base64.b64decode(judge.evaluate(PACK, _data(seen))))
        return
    assert kept.exists(), f"Nobody has looked at {name} yet: run with LAYERLOOM_RECORD=1, and look at {kept}."
    found = judge.evaluate(COMPARE, [_data(seen), _data(kept.read_bytes(), "jpeg"), TONE])
    if found["share"] > SHARE:
        fresh = Path(os.environ.get("LAYERLOOM_LOOKS", "/tmp")) / f"{name}.seen.png"
        fresh.write_bytes(seen)
        raise AssertionError(
            f"{name} looks different in {found['share']:.1%} of the picture, {found['where']}: see {fresh}. "
            "If it is better so, record it with LAYERLOOM_RECORD=1."
        )


def _data(picture: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64," + base64.b64encode(picture).decode()
