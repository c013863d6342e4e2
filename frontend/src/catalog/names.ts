// What new nodes are called: `conv_1`, `dense_2`. The first number that is free.

const STEMS: [RegExp, string][] = [
  [/^(Depthwise|Separable)?Conv\d?D(Transpose)?$/, 'conv'],
  [/^ConvLSTM\dD$/, 'conv_lstm'],
  [/Pooling\dD$/, 'pool'],
  [/^MultiHeadAttention$|^GroupQueryAttention$/, 'attention'],
  [/^BatchNormalization$/, 'batch_norm'],
  [/Normalization$/, 'norm'],
  [/^.*Dropout(\dD)?$/, 'dropout'],
  [/^Bidirectional$/, 'both_ways'],
]

/** Conv2D → conv; RepeatVector → repeat_vector. */
export function stemOf(layer: string): string {
  for (const [pattern, stem] of STEMS) if (pattern.test(layer)) return stem
  return layer
    .replace(/(\d)D$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
}

function freeName(stem: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = `${stem}_${number}`
    if (!taken.has(name)) return name
  }
}

/** `stem` itself while nothing is called so. */
export function freeWord(stem: string, taken: ReadonlySet<string>): string {
  return taken.has(stem) ? freeName(stem.replace(/_\d{1,6}$/, ''), taken) : stem
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'

export function freshId(): string {
  const random = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(random, (byte) => ALPHABET[byte % ALPHABET.length]).join('')
}
