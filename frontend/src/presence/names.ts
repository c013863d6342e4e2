// A person as the others call them. Whoever has not said a name yet is named by what they are.

import { t } from '../words/words'

/** The name every account of one's own machine begins with; the server knows it as "You". */
const UNNAMED = 'You'

export function nameOf({ name }: { name: string }): string {
  return name === UNNAMED ? t('presence-owner') : name
}

export function hasName({ name }: { name: string }): boolean {
  return name !== UNNAMED
}

/** One or two letters for a small circle: "Ann Lee" → "AL". Whole letters, also of scripts that build them of several signs. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const first = (word: string | undefined) => (word ? ([...new Intl.Segmenter().segment(word)][0]?.segment ?? '') : '')
  const letters = words.length > 1 ? first(words[0]) + first(words.at(-1)) : first(words[0])
  return letters.toLocaleUpperCase()
}
