// A source file's text → the words in it that a person would read and that no message file holds. Used by the tests alone.

import { parse } from '@babel/parser'

export interface Found {
  readonly line: number
  readonly text: string
}

export interface Syntax {
  readonly type: string
  readonly loc?: { readonly start: { readonly line: number } }
  readonly [field: string]: unknown
}

/** Attributes and fields that are read or spoken. */
const READ =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|alt|title|placeholder|label|doc|hint|sentence|message|caption|heading|summary|text|word|words|empty|error)$/

/** Tables of words that are looked up. */
const TABLE = /(WORD|LABEL|TITLE|TEXT|SENTENCE|REASON|HINT)S?$/

/** Calls whose arguments are read. */
const SAYING = new Set(['say', 'problem', 'alert', 'confirm', 'prompt'])

/** Two words beside each other, as no identifier, path or class name has them. */
const PHRASE = /(?<![\p{L}\d_.-])\p{L}{2,}['’]?\p{L}*[,:;]? \p{L}{1,}(?![\d_])/u

const LETTERS = /\p{L}{2,}/u

/** Nobody reads these; nor types, what is compared with, errors for programmers, and what is looked up by its name. */
const SILENT = new Set(['ImportDeclaration', 'ImportExpression', 'ExportAllDeclaration', 'Directive', 'RegExpLiteral'])

/** `ids` are those of messages: a message named to be said later is no text. */
export function hardcoded(source: string, ids: ReadonlySet<string>): Found[] {
  const file = syntaxOf(source)
  const found: Found[] = []
  const note = (node: Syntax, text: string) => {
    const words = text.replace(/\s+/g, ' ').trim()
    if (!ids.has(words)) found.push({ line: node.loc?.start.line ?? 0, text: words })
  }

  /** `read` is true where any word is for a person, not phrases alone. */
  function walk(node: Syntax, read: boolean): void {
    switch (node.type) {
      case 'JSXText':
        if (LETTERS.test(node['value'] as string)) note(node, node['value'] as string)
        return
      case 'StringLiteral':
        if ((read ? LETTERS : PHRASE).test(node['value'] as string)) note(node, node['value'] as string)
        return
      case 'TemplateLiteral': {
        const quasis = (node['quasis'] as Syntax[]).map((one) => (one['value'] as { cooked: string }).cooked)
        const text = quasis.join('{…}')
        if ((read ? LETTERS : PHRASE).test(quasis.join(' · '))) note(node, text)
        for (const inner of node['expressions'] as Syntax[]) walk(inner, read)
        return
      }
      case 'JSXAttribute': {
        const name = nameOf(node['name'] as Syntax)
        const value = node['value'] as Syntax | null
        if (value && name !== 'className' && name !== 'key') walk(value, READ.test(name))
        return
      }
      case 'JSXElement':
      case 'JSXFragment':
        // Attributes decide for themselves; what stands between the tags is read.
        if (node['openingElement']) walk(node['openingElement'] as Syntax, false)
        for (const child of node['children'] as Syntax[]) walk(child, true)
        return
      case 'VariableDeclarator':
        if (node['init']) walk(node['init'] as Syntax, TABLE.test(nameOf(node['id'] as Syntax)))
        return
      case 'ObjectProperty': {
        if (node['computed']) walk(node['key'] as Syntax, false)
        walk(node['value'] as Syntax, read || READ.test(nameOf(node['key'] as Syntax)))
        return
      }
      case 'CallExpression': {
        if ((node['callee'] as Syntax).type === 'Import') return
        const callee = nameOf(node['callee'] as Syntax)
        if (callee === 't') {
          for (const argument of (node['arguments'] as Syntax[]).slice(1)) walk(argument, false)
          return
        }
        walk(node['callee'] as Syntax, false)
        // Options beside what is said have names of their own.
        for (const argument of node['arguments'] as Syntax[]) walk(argument, SAYING.has(callee) && argument.type !== 'ObjectExpression')
        return
      }
      case 'NewExpression':
        if (/(Error|Exception)$/.test(nameOf(node['callee'] as Syntax))) return
        for (const argument of node['arguments'] as Syntax[]) walk(argument, false)
        return
      case 'BinaryExpression':
      case 'SwitchCase':
      case 'MemberExpression':
        // Compared or looked up: a name, unless it is glued together.
        each(node, (child) => {
          if (node['operator'] === '+') walk(child, read)
          else if (child.type !== 'StringLiteral') walk(child, false)
        })
        return
      case 'ConditionalExpression':
        walk(node['test'] as Syntax, false)
        walk(node['consequent'] as Syntax, read)
        walk(node['alternate'] as Syntax, read)
        return
      case 'LogicalExpression':
        walk(node['left'] as Syntax, node['operator'] !== '&&' && read)
        walk(node['right'] as Syntax, read)
        return
      case 'ExportNamedDeclaration':
        if (node['declaration']) walk(node['declaration'] as Syntax, false)
        return
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        each(node, (child) => walk(child, read && child.type !== 'BlockStatement'))
        return
      case 'ReturnStatement':
        each(node, (child) => walk(child, false))
        return
      default:
        if (SILENT.has(node.type) || node.type.startsWith('TS')) {
          // `x as T` and `x!` hold a value beside the type.
          if (node['expression']) walk(node['expression'] as Syntax, read)
          return
        }
        each(node, (child) => walk(child, read))
    }
  }
  walk(file, false)
  return found
}

/** `<T>(x: T)` means something else where JSX is read. */
export function syntaxOf(source: string): Syntax {
  const read = (plugins: ('typescript' | 'jsx')[]) => parse(source, { sourceType: 'module', plugins }) as unknown as Syntax
  try {
    return read(['typescript', 'jsx'])
  } catch {
    return read(['typescript'])
  }
}

export function each(node: Syntax, visit: (child: Syntax) => void): void {
  for (const [field, value] of Object.entries(node)) {
    if (field === 'loc' || field === 'errors' || field.endsWith('omments')) continue
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child === 'object' && child !== null && typeof (child as Syntax).type === 'string') visit(child as Syntax)
  }
}

export function nameOf(node: Syntax): string {
  if (node.type === 'JSXNamespacedName') return `${nameOf(node['namespace'] as Syntax)}:${nameOf(node['name'] as Syntax)}`
  if (node.type === 'MemberExpression') return nameOf(node['property'] as Syntax)
  const name = node['name'] ?? node['value']
  return typeof name === 'string' ? name : ''
}
