// For tests: open pages of one project without a browser, at a real server. Each line that comes in is a command, each line that
// goes out its answer. The document, its edits and its sync are the product's own, and so is the socket.

import { createInterface } from 'node:readline'
import { io, type Socket } from 'socket.io-client'
import { CATALOG } from '../frontend/src/document/bench'
import { act, ACTS } from '../frontend/src/document/acts'
import { openDocument, type OpenDocument } from '../frontend/src/document/open'
import { openWire, type Wire } from '../frontend/src/server/wire'
import { speak } from '../frontend/src/words/words'

interface Page {
  document: OpenDocument
  wire: Wire
  socket: Socket
  /** Comments that this page wrote, and of those the ones it was told are stored. */
  written: string[]
  stored: string[]
  /** What became of its connection. */
  lines: string[]
}

interface Command {
  do: string
  page: number
  url: string
  cookie: string
  csrf: string
  project: string
  number: number
  picks: number[]
  rate: number
  seconds: number
  leave?: boolean
}

/** A page that edits by itself. */
interface Driver {
  page: Page
  timer: ReturnType<typeof setInterval>
  edits: number
  /** How many of them it was told are stored. */
  told: number
}

const pages: Page[] = []
const drivers: Driver[] = []

const SIZES = [8, 12, 16, 24, 32, 48, 64, 96]

/** A parameter, a place and a note that says which edit it is, in turn. */
function edit(driver: Driver, at: number): void {
  const { edit, graph } = driver.page.document
  const number = (driver.edits += 1)
  const layers = Object.entries(graph.getState().nodes).filter(([, node]) => node.type === 'layer')
  const mine = layers.filter(([, node]) => node.type === 'layer' && node.layer === 'Conv2D')[at % 2]
  if (!mine) throw new Error('nothing to edit')
  const kind = number % 3
  if (kind === 0) edit.setParam(mine[0], 'filters', SIZES[Math.floor(number / 3) % SIZES.length])
  else if (kind === 1) edit.moveNodes({ [mine[0]]: { x: number, y: at } })
  else {
    const note = Object.entries(graph.getState().notes).find(([, { text }]) => text.startsWith(`${at} `))
    const text = `${at} ${number}`
    if (note) edit.setNote(note[0], { text })
    else edit.addNote({ text })
  }
}

function drive(at: number, page: Page, everyMs: number): void {
  let driver = drivers[at]
  if (!driver) {
    const made: Driver = { page, timer: setInterval(() => undefined, 1e6), edits: 0, told: 0 }
    page.document.sync.subscribe(({ unsaved }) => {
      made.told = made.edits - unsaved
    })
    driver = drivers[at] = made
  }
  const moving = driver
  clearInterval(moving.timer)
  // Nobody's edits come in step with another's.
  const begun = performance.now() + Math.random() * everyMs
  let done = 0
  // A timer that comes late makes up for it.
  moving.timer = setInterval(() => {
    for (const due = (performance.now() - begun) / everyMs; done < due; done += 1) edit(moving, at)
  }, everyMs / 2)
}

function open({ url, cookie, csrf, project }: Command): Page {
  let socket: Socket | undefined
  const token = { give: () => Promise.resolve(csrf), forget: () => undefined }
  const wire = openWire(token, (options) => {
    socket = io(url, { ...options, forceNew: true, transports: ['websocket'], extraHeaders: { Cookie: cookie, Origin: url } })
    return socket
  })
  if (!socket) throw new Error('no socket')
  const page: Page = { document: openDocument(project, CATALOG, wire), wire, socket, written: [], stored: [], lines: [] }
  const { lines } = page
  socket.on('connect', () => lines.push('connected'))
  socket.on('disconnect', (why) => lines.push(why))
  socket.on('connect_error', (why) => lines.push(String(why)))
  page.document.sync.subscribe((now) => {
    if (now.loaded && now.unsaved === 0 && !now.replaced) page.stored = [...page.written]
  })
  return page
}

const text = (page: Page) => {
  const { nodes, edges, notes, layout, training, meta, comments } = page.document.graph.getState()
  return { nodes, edges, notes, layout, training, meta, comments }
}

const edits = () => drivers.reduce((sum, one) => sum + one.edits, 0)

const COMMANDS: Record<string, (command: Command) => unknown> = {
  open: (command) => {
    pages[command.page] = open(command)
  },
  /** One edit of any kind, and a comment of its own that can be looked for afterwards: nobody takes it away. */
  act: ({ page: at, number, picks }) => {
    const page = pages[at]
    if (!page?.document.sync.getState().loaded) return
    const name = Object.keys(ACTS)[number % Object.keys(ACTS).length] ?? ''
    act(page.document, { act: name, number, picks })
    const witness = `kept ${at} ${crypto.randomUUID()}`
    page.written.push(witness)
    page.document.comment.add(witness, { node: null, at: { x: 0, y: 0 } })
  },
  undo: ({ page }) => pages[page]?.document.undo(),
  redo: ({ page }) => pages[page]?.document.redo(),
  cut: ({ page }) => void pages[page]?.socket.disconnect(),
  heal: ({ page }) => void pages[page]?.socket.connect(),
  /** The page is gone without a word: what it was not told is stored may be lost. */
  crash: ({ page: at }) => {
    const page = pages[at]
    if (!page) return []
    page.socket.disconnect()
    page.document.close()
    delete pages[at]
    return page.stored
  },
  loaded: ({ page }) => pages[page]?.document.sync.getState().loaded ?? false,
  /** Every page edits so many times a second; `leave`: goes on while the next commands come. */
  drive: async ({ rate, seconds, leave }) => {
    const [begun, before] = [performance.now(), edits()]
    for (const [at, page] of pages.entries()) drive(at, page, 1000 / rate)
    const over = new Promise((done) => setTimeout(done, seconds * 1000)).then(() => {
      for (const one of drivers) clearInterval(one.timer)
      return { edits: edits() - before, seconds: (performance.now() - begun) / 1000 }
    })
    return leave ? null : over
  },
  /** How many edits each page was told are stored. From here on nobody sends anything. */
  told: () => {
    for (const { socket } of pages) socket.disconnect()
    return drivers.map(({ told }) => told)
  },
  state: ({ page: at }) => {
    const page = pages[at]
    if (!page) return null
    const { loaded, online, unsaved, replaced, refused } = page.document.sync.getState()
    const line = [page.socket.connected, page.socket.active, page.socket.io._readyState, page.socket.io.engine?.readyState, ...page.lines].join(' ')
    return { loaded, online, unsaved, replaced, refused, line, written: page.written, stored: page.stored, graph: text(page) }
  },
}

await speak('en')
for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line) as Command
  const answer = (await COMMANDS[command.do]?.(command)) ?? null
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
process.exit(0)
