import { describe, expect, test } from 'vitest'
import { hardcoded } from './hardcoded'
import { messagesOf } from './messages'
import { SOURCES } from './sources'

/** What reads the same in every language, and why. */
const SAME: readonly [RegExp, string][] = [
  [/^(Layerloom|Keras|TensorFlow|Python)$/, 'proper names'],
  [/^· Keras$/, 'a proper name after a dot'],
  [/^(\.?(py|ipynb|keras|json|csv|svg|png|md|ftl) ?)+$/i, 'endings and formats of files'],
  [/^(dtype|shape|batch_size|epochs|patience|min_delta|factor|monitor|units|loss|accuracy)$/, "Keras' argument names and columns"],
  [/^(Ctrl|Shift|Alt|Cmd|Mod|Enter|Esc|Tab|Space|Delete|Backspace)( (Ctrl|Shift|Alt|[A-Z]))*$/, 'names on the keyboard'],
  [/^(color-mix|var|translate|calc|linear-gradient)\(/, 'CSS'],
  [/, (sans-serif|monospace)$/, 'fonts'],
  [/^<(svg|rect|path|text|g)\b/, 'markup'],
  [/^another file$/, "a choice's own value"],
  [/^Layerloom graph$|bytes announced/, 'inside a file, and evidence'],
  [/^[a-z\d]+(_[a-z\d]+)+$/, "codes and Keras' names"],
  [/^python$/, 'a command to type'],
  [/^(text\/|image\/|application\/)/, 'types of content'],
  [/^no answer to /, 'evidence'],
  [/^noreferrer noopener$|^input, select, button, /, 'HTML'],
  [/^(moved by keys|this person|the server|projects for the palette)$/, 'marks that the page keeps for itself'],
  [/^and as assert /, "Python's keywords"],
  [/^(out )?(axis sizes?|value size|(kernel|pool|stride|size) (height|width)|What it does|Output size|When to use|Watch out|Try it)$/, 'names and headings in card files'],
]

const ids = new Set(messagesOf('en').keys())
const allowed = (text: string) => SAME.some(([pattern]) => pattern.test(text)) || isId(text)

/** `canvas-move-{…}`: put together to be said later. */
function isId(text: string): boolean {
  if (!/^[a-z]+-[\w{…}-]+$/.test(text)) return false
  const shape = new RegExp(`^${text.replaceAll('{…}', '[\\w-]+')}$`)
  return [...ids].some((id) => shape.test(id))
}

test.each(SOURCES)('$name has its texts in message files', ({ name, text }) => {
  const left = hardcoded(text, ids).filter((found) => !allowed(found.text))
  expect(left.map((found) => `src/${name}:${found.line}: ${found.text}`)).toEqual([])
})

describe('a text in the source is found', () => {
  const texts = (source: string) => hardcoded(source, new Set(['dock-curves'])).map((found) => found.text)

  test.each([
    ['<p>Nothing here</p>', ['Nothing here']],
    ['<p>{open ? "Hide" : "Show"}</p>', ['Hide', 'Show']],
    ['<IconButton label="Close" />', ['Close']],
    ['<i aria-label={`Run ${n}`} />', ['Run {…}']],
    ['say("Copied")', ['Copied']],
    ['const tabs = [{ id: "log", label: "Log" }]', ['Log']],
    ['const WORDS = { train: "training" }', ['training']],
    ['const f = () => "no rows left"', ['no rows left']],
    ['f(`${n} of them`)', ['{…} of them']],
  ])('in %s', (source, found) => expect(texts(source)).toEqual(found))

  test.each([
    '<p>{t("dock-curves")}</p>',
    '<p className="left wide">{run.name}</p>',
    '<Tab label="dock-curves" />',
    'if (kind === "a b c") throw new Error("said to programmers")',
    'import x from "some file"',
    '<i>{state === "running" && <b>{3}</b>}</i>',
  ])('but not in %s', (source) => expect(texts(source)).toEqual([]))
})
