// Could a layer follow a tensor of this many axes? Only the number of axes is looked at; the rest is Keras' to say.

import type { Member, TensorSpec } from '../contract'
import { t } from '../words/words'
import type { CatalogIndex } from './catalog'

/** What a tensor is, in a student's words. `rank` counts the batch axis. */
export function kindOf(rank: number): string {
  return rank >= 1 && rank <= 6 ? t(`fits-kind-${rank}`) : t('fits-kind-axes', { n: rank - 1 })
}

/** Null when it fits, or when nothing is known of the tensor; else why it does not: "needs a picture". */
export function misfit(member: Member, rank: number | null): string | null {
  return rank === null || !member.rank.length || member.rank.includes(rank) ? null : needs(member)
}

/** "needs a picture"; empty where it takes anything. */
export function needs(member: Member): string {
  return member.rank.length ? t('fits-needs', { what: kindOf(Math.min(...member.rank)) }) : ''
}

/** What people put next most often, by number of axes; only an order of offers. */
const NEXT: Record<number, readonly string[]> = {
  2: ['Dense', 'Dropout', 'BatchNormalization', 'Activation', 'Reshape'],
  3: [
    'LSTM',
    'Conv1D',
    'MultiHeadAttention',
    'GlobalAveragePooling1D',
    'Dropout',
    'LayerNormalization',
    'GRU',
    'Flatten',
    'Dense',
  ],
  4: ['Conv2D', 'MaxPooling2D', 'BatchNormalization', 'Dropout', 'Flatten', 'GlobalAveragePooling2D'],
  5: ['Conv3D', 'MaxPooling3D', 'BatchNormalization', 'ConvLSTM2D', 'Flatten'],
}
const ANY = ['Dense', 'Conv2D', 'Dropout', 'Flatten', 'BatchNormalization']

/** Names of what usually comes next. Whole numbers in a row are places in a table. */
export function likely(tensor: Pick<TensorSpec, 'shape' | 'dtype'> | null): readonly string[] {
  const usual = (tensor && NEXT[tensor.shape.length]) ?? ANY
  return tensor && tensor.shape.length <= 3 && tensor.dtype.startsWith('int') ? ['Embedding', ...usual] : usual
}

/** How well a name answers a query: 0 not at all; a name that begins with it first, then words, then letters in order. */
export function match(name: string, query: string): number {
  const wanted = query
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '')
  if (!wanted) return 1
  const lower = name.toLowerCase()
  if (lower === wanted) return 100
  if (lower.startsWith(wanted)) return 80 - Math.min(20, lower.length - wanted.length)
  const initials = name.replaceAll(/[a-z]/g, '').toLowerCase()
  if (initials.startsWith(wanted)) return 55
  if (lower.includes(wanted)) return 40
  return isWithin(lower, wanted) && wanted.length > 2 ? 15 : 0
}

function isWithin(text: string, letters: string): boolean {
  let at = 0
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1
    if (!at) return false
  }
  return true
}

/** Members that answer the query, best first; their words count where their name does not. */
export function search(catalog: CatalogIndex, members: readonly Member[], query: string): Member[] {
  const words = query.trim().toLowerCase()
  return members
    .map((member) => ({ member, score: score(member, query, words) }))
    .filter(({ score }) => score > 0)
    .toSorted(
      (a, b) =>
        b.score - a.score || catalog.fame(a.member) - catalog.fame(b.member) || (a.member.name < b.member.name ? -1 : 1),
    )
    .map(({ member }) => member)
}

/** Whoever types "conv" or "max" is after the layer that begins so, sooner than after the operation of that very name. */
const AFTER_LAYERS = 30

function score(member: Member, query: string, words: string): number {
  const found = scoreOf(member, query, words)
  return member.kind === 'op' && found > AFTER_LAYERS ? found - AFTER_LAYERS : found
}

function scoreOf(member: Member, query: string, words: string): number {
  const named = Math.max(match(member.name, query), ...member.aliases.map((alias) => match(alias, query) - 5))
  if (named > 15 || words.length < 3) return named
  const said = `${member.group} ${member.teaching || member.summary}`.toLowerCase()
  return Math.max(named, said.includes(words) ? 10 : 0)
}
