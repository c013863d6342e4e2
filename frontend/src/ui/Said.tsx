// A message in which `<b>…</b>` is strong and `ticked` words are code.

import { t, type Values } from '../words/words'

export function Said({ id, values }: { id: string; values?: Values }) {
  return t(id, values)
    .split(/(<b>.*?<\/b>|`[^`\n]+`)/)
    .map((part, at) => {
      if (part.startsWith('<b>')) return <b key={at}>{part.slice(3, -4)}</b>
      return part.startsWith('`') && part.length > 2 ? <code key={at}>{part.slice(1, -1)}</code> : part
    })
}
