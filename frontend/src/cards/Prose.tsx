// The text of a section with the reader's own numbers in it. Markdown's few marks; anything else is text as it was written.

import { Written } from '../ui/Written'
import type { Facts } from './facts'
import { parts } from './lines'
import { factText } from './words'

export function Prose({ text, facts }: { text: string; facts: Facts }) {
  return <Written text={withNumbers(text, facts)} />
}

/** What is not known yet goes by its name. */
export function withNumbers(text: string, facts: Facts): string {
  return parts(text, facts)
    .map((part) => (part.type === 'text' ? part.text : part.fact === undefined ? `\`${part.name}\`` : factText(part.fact)))
    .join('')
}
