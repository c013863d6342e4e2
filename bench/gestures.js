// A hand in the page: one move of the pointer or turn of the wheel in each frame, and how long it took until each was seen.
// Runs with Chromium's frame rate limit off, so that the time between two frames is what a frame costs. A frame that shows nothing new is
// none: React may draw two moves of the pointer at once.

;(() => {
  const pane = () => document.querySelector('.react-flow')
  const viewport = () => document.querySelector('.react-flow__viewport')
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

  const view = () => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(viewport()).transform)
    return { zoom: a, x: e, y: f }
  }

  const middle = () => {
    const { left, top, width, height } = pane().getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }

  const send = (kind, { x, y }, buttons) => {
    const at = document.elementFromPoint(x, y) ?? document.body
    const init = { bubbles: true, cancelable: true, composed: true, view: window, clientX: x, clientY: y, button: 0, buttons }
    at.dispatchEvent(new PointerEvent(`pointer${kind}`, { ...init, pointerId: 1, pointerType: 'mouse', isPrimary: true }))
    at.dispatchEvent(new MouseEvent(`mouse${kind}`, init))
  }

  const turn = ({ x, y }, deltaY) => {
    const at = document.elementFromPoint(x, y)
    at.dispatchEvent(
      new WheelEvent('wheel', { bubbles: true, cancelable: true, composed: true, view: window, clientX: x, clientY: y, deltaY }),
    )
  }

  /** `step` before each of `count` frames → milliseconds for each frame in which `moved` stands elsewhere. The first three are not counted. */
  const frames = async (count, moved, step) => {
    let [begun, shown, last] = [0, 0, '']
    const look = () => {
      if (moved.style.transform !== last) shown++
      last = moved.style.transform
    }
    for (let at = -3; at < count; at++) {
      const now = await frame()
      look()
      if (at === 0) [begun, shown] = [now, 0]
      step(at)
    }
    const ended = await frame()
    look()
    return (ended - begun) / shown
  }

  /** Round a circle and back to where it began. */
  const round = (from, radius, share) => ({
    x: from.x + radius * Math.sin(2 * Math.PI * share),
    y: from.y + radius * (1 - Math.cos(2 * Math.PI * share)) * 0.5,
  })

  /** A place for which `holds`, as near to the middle as can be. */
  const near = (holds) => {
    const from = middle()
    for (let radius = 0; radius < 400; radius += 3)
      for (let part = 0; part < 40; part++) {
        const angle = (2 * Math.PI * part) / 40
        const at = { x: from.x + radius * Math.cos(angle), y: from.y + radius * Math.sin(angle) }
        if (holds(document.elementFromPoint(at.x, at.y))) return at
      }
    throw new Error('no such place')
  }

  const hold = async (from, radius, count, moved) => {
    send('move', from, 0)
    await frame()
    send('down', from, 1)
    const time = await frames(count, moved, (at) => send('move', round(from, radius, Math.max(0, at) / count), 1))
    send('move', from, 1)
    send('up', from, 0)
    await frame()
    return time
  }

  const onPane = (element) => element?.classList.contains('react-flow__pane')
  const onNode = (element) => element?.closest('.react-flow__node') && !element.closest('.react-flow__handle')
  const nodeAt = ({ x, y }) => document.elementFromPoint(x, y).closest('.react-flow__node')

  window.gestures = {
    view,
    drag: (count) => {
      const from = near(onNode)
      return hold(from, 90, count, nodeAt(from))
    },
    pan: (count) => hold(near(onPane), 160, count, viewport()),
    /** In to `deepest` and out again to where it began. */
    zoom: (count) => {
      const at = middle()
      const factor = Math.log2(1 / view().zoom) / (count / 2)
      return frames(count, viewport(), (now) => now >= 0 && turn(at, (now < count / 2 ? -1 : 1) * factor * 500))
    },
    /** Turns the wheel until the zoom is `wanted`. */
    zoomTo: async (wanted) => {
      for (let times = 0; times < 40 && Math.abs(Math.log2(wanted / view().zoom)) > 0.005; times++) {
        turn(middle(), -500 * Math.max(-1, Math.min(1, Math.log2(wanted / view().zoom))))
        await frame()
        await frame()
      }
      await new Promise((resolve) => setTimeout(resolve, 400))
      return view()
    },
  }
})()
