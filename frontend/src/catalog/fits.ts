// Could a layer follow a tensor of this many axes? Only the number of axes is looked at; the rest is Keras' to say.

import type { Member } from '../contract'
import type { CatalogIndex } from './catalog'

const PICTURES: Record<number, string> = {
  2: 'a list of numbers',
  3: 'a sequence',
  4: 'a picture',
  5: 'a volume',
  6: 'a film of volumes',
}

/** What a tensor is, in a student's words. `rank` counts the batch axis. */
export function kindOf(rank: number): string {
  return PICTURES[rank] ?? (rank === 1 ? 'one number' : `${rank - 1} axes`)
}

/** Null when it fits, or when nothing is known of the tensor; else why it does not: "needs a picture". */
export function misfit(member: Member, rank: number | null): string | null {
  if (rank === null || !member.rank.length || member.rank.includes(rank)) return null
  return `needs ${kindOf(Math.min(...member.rank))}`
}

/** What people put next most often, by number of axes; only an order of offers. */
const NEXT: Record<number, readonly string[]> = {
  2: ['Dense', 'Dropout', 'BatchNormalization', 'Activation', 'Reshape', 'Embedding'],
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
const NOT_YET = ['LSTM', 'Conv2D', 'Dense']
const ANY = ['Dense', 'Conv2D', 'Dropout', 'Flatten', 'BatchNormalization']

export interface Offer {
  member: Member
  /** Why it cannot follow; null when it can. */
  why: string | null
}

/** A short list of what fits after a tensor, and one that does not, so that it is seen why. */
export function offersAfter(catalog: CatalogIndex, rank: number | null): Offer[] {
  const offers = (rank === null ? ANY : (NEXT[rank] ?? ANY)).slice(0, 5)
  const wrong = NOT_YET.filter((name) => !offers.includes(name))
  const all = [...offers, ...wrong].flatMap((name) => {
    const member = catalog.get('layer', name)
    const why = member ? misfit(member, rank) : null
    return member && (why || offers.includes(name)) ? [{ member, why }] : []
  })
  return [...all.filter((offer) => !offer.why), ...all.filter((offer) => offer.why).slice(0, 1)]
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
export function search(members: readonly Member[], query: string): Member[] {
  const words = query.trim().toLowerCase()
  return members
    .map((member) => ({ member, score: score(member, query, words) }))
    .filter(({ score }) => score > 0)
    .toSorted(
      (a, b) =>
        b.score - a.score || popularity(b.member) - popularity(a.member) || (a.member.name < b.member.name ? -1 : 1),
    )
    .map(({ member }) => member)
}

function score(member: Member, query: string, words: string): number {
  const named = Math.max(match(member.name, query), ...member.aliases.map((alias) => match(alias, query) - 5))
  if (named > 15 || words.length < 3) return named
  const said = `${member.group} ${member.teaching || member.summary}`.toLowerCase()
  return Math.max(named, said.includes(words) ? 10 : 0)
}

/** Best known first, in every group: only an order. */
const POPULAR = [
  ...[
    'Dense',
    'Conv2D',
    'MaxPooling2D',
    'Dropout',
    'Flatten',
    'BatchNormalization',
    'LSTM',
    'Embedding',
    'Add',
    'Concatenate',
  ],
  ...[
    'Conv1D',
    'GlobalAveragePooling2D',
    'MultiHeadAttention',
    'ReLU',
    'Reshape',
    'GRU',
    'LayerNormalization',
    'AveragePooling2D',
  ],
  ...[
    'Activation',
    'Softmax',
    'LeakyReLU',
    'Bidirectional',
    'TimeDistributed',
    'Multiply',
    'Conv2DTranspose',
    'SimpleRNN',
  ],
  ...[
    'GaussianNoise',
    'SpatialDropout2D',
    'Rescaling',
    'RandomFlip',
    'RandomRotation',
    'Normalization',
    'Permute',
    'UpSampling2D',
  ],
  ...['GroupNormalization', 'Attention', 'SeparableConv2D', 'MaxPooling1D', 'ZeroPadding2D'],
]

export function popularity(member: Member): number {
  const at = POPULAR.indexOf(member.name)
  return at < 0 ? -POPULAR.length : -at
}
