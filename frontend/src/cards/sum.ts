// "({features} + {bias}) × {units}" → a tree; with facts in it, its value and its text. Knows the four kinds of arithmetic and four functions.

export type Operator = '+' | '−' | '×' | '÷'
export type Sum =
  | { type: 'number'; value: number }
  | { type: 'name'; name: string }
  | { type: 'pair'; operator: Operator; left: Sum; right: Sum }
  | { type: 'call'; name: string; parts: Sum[] }

/** What a name stands for: a number, or a sum of its own. */
export type Known = (name: string) => number | Sum | undefined

const FUNCTIONS: Record<string, (...values: number[]) => number> = {
  floor: Math.floor,
  ceil: Math.ceil,
  max: Math.max,
  min: Math.min,
}
const SPELLINGS: Record<string, Operator> = { '+': '+', '-': '−', '−': '−', '*': '×', '×': '×', '/': '÷', '÷': '÷' }
const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|\{([^{}]+)\}|([a-z]+)(?=\s*\()|([-+*/−×÷(),]))/gy
/** A file may hold anything: no sum of ours has more. */
const MOST_TOKENS = 200

/** Null for what is no sum. */
export function readSum(text: string): Sum | null {
  const tokens = tokensOf(text)
  if (!tokens) return null
  let at = 0
  const next = () => tokens[at]?.text
  const operator = (of: string) => {
    const found = tokens[at]?.type === 'mark' ? SPELLINGS[next() ?? ''] : undefined
    return found && of.includes(found) ? found : undefined
  }
  const expect = (mark: string) => {
    if (next() !== mark) throw new Error(`${mark} is missing`)
    at += 1
  }
  const chain = (of: string, part: () => Sum): Sum => {
    let left = part()
    for (let found = operator(of); found; found = operator(of)) {
      at += 1
      left = { type: 'pair', operator: found, left, right: part() }
    }
    return left
  }
  const whole = (): Sum => chain('+−', () => chain('×÷', single))
  const single = (): Sum => {
    const token = tokens[at]
    if (!token) throw new Error('A number is missing')
    at += 1
    if (token.type === 'number') return { type: 'number', value: Number(token.text) }
    if (token.type === 'name') return { type: 'name', name: token.text.trim() }
    if (token.type === 'mark') {
      if (token.text !== '(') throw new Error(`${token.text} is out of place`)
      const inside = whole()
      expect(')')
      return inside
    }
    if (!Object.hasOwn(FUNCTIONS, token.text)) throw new Error(`${token.text} is not known`)
    expect('(')
    const parts = [whole()]
    while (next() === ',') {
      at += 1
      parts.push(whole())
    }
    expect(')')
    return { type: 'call', name: token.text, parts }
  }
  try {
    const sum = whole()
    return at === tokens.length ? sum : null
  } catch {
    return null
  }
}

interface Token {
  type: 'number' | 'name' | 'function' | 'mark'
  text: string
}

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  const trimmed = text.trimEnd()
  while (TOKEN.lastIndex < trimmed.length) {
    const found = TOKEN.exec(trimmed)
    if (!found || tokens.length >= MOST_TOKENS) return null
    const [, number, name, word, mark] = found
    if (number !== undefined) tokens.push({ type: 'number', text: number })
    else if (name !== undefined) tokens.push({ type: 'name', text: name })
    else if (word !== undefined) tokens.push({ type: 'function', text: word })
    else tokens.push({ type: 'mark', text: mark ?? '' })
  }
  return tokens
}

/** Names that are known become what they stand for; what adds nothing falls away. */
export function filled(sum: Sum, known: Known): Sum {
  switch (sum.type) {
    case 'number':
      return sum
    case 'name': {
      const found = known(sum.name)
      return found === undefined ? sum : typeof found === 'number' ? { type: 'number', value: found } : found
    }
    case 'call':
      return { ...sum, parts: sum.parts.map((part) => filled(part, known)) }
    case 'pair': {
      const [left, right] = [filled(sum.left, known), filled(sum.right, known)]
      if (sum.operator === '×' && (isZero(left) || isZero(right))) return { type: 'number', value: 0 }
      if ((sum.operator === '+' || sum.operator === '−') && isZero(right)) return left
      if (sum.operator === '+' && isZero(left)) return right
      return { ...sum, left, right }
    }
  }
}

const isZero = (sum: Sum) => sum.type === 'number' && sum.value === 0

/** Null while a name in it is not known. */
export function valueOf(sum: Sum): number | null {
  switch (sum.type) {
    case 'number':
      return sum.value
    case 'name':
      return null
    case 'call': {
      const values = sum.parts.map(valueOf)
      return values.includes(null) ? null : (FUNCTIONS[sum.name]?.(...(values as number[])) ?? null)
    }
    case 'pair': {
      const [left, right] = [valueOf(sum.left), valueOf(sum.right)]
      return left === null || right === null ? null : calculated(sum.operator, left, right)
    }
  }
}

function calculated(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right
    case '−':
      return left - right
    case '×':
      return left * right
    case '÷':
      return left / right
  }
}

interface Wording {
  number: (value: number) => string
  name: (name: string) => string
}

/** With only the brackets that it needs: "(3 × 3 × 16 + 1) × 32", "⌊(28 − 3) ÷ 2⌋ + 1". */
export function sumText(sum: Sum, say: Wording): string {
  switch (sum.type) {
    case 'number':
      return say.number(sum.value)
    case 'name':
      return say.name(sum.name)
    case 'call': {
      const parts = sum.parts.map((part) => sumText(part, say))
      if (sum.name === 'floor') return `⌊${parts[0]}⌋`
      if (sum.name === 'ceil') return `⌈${parts[0]}⌉`
      return `${sum.name}(${parts.join(', ')})`
    }
    case 'pair': {
      const left = bracketed(sum.left, sumText(sum.left, say), sum.operator, false)
      const right = bracketed(sum.right, sumText(sum.right, say), sum.operator, true)
      return `${left} ${sum.operator} ${right}`
    }
  }
}

function bracketed(part: Sum, text: string, operator: Operator, after: boolean): string {
  if (part.type !== 'pair') return text
  const isSum = part.operator === '+' || part.operator === '−'
  const needed = operator === '+' ? false : operator === '−' ? after && isSum : isSum || (after && operator === '÷')
  return needed ? `(${text})` : text
}

export function productOf(values: readonly number[]): Sum {
  return joined('×', values.map((value) => ({ type: 'number', value })))
}

export function joined(operator: Operator, parts: readonly Sum[]): Sum {
  const [first = { type: 'number', value: operator === '×' ? 1 : 0 } as Sum, ...rest] = parts
  return rest.reduce<Sum>((left, right) => ({ type: 'pair', operator, left, right }), first)
}
