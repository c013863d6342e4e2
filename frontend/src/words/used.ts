// The page's sources → which messages they name: whole ids, and beginnings of ids that are put together. Used by the tests alone.

import { each, nameOf, syntaxOf, type Syntax } from './hardcoded'
import type { Source } from './sources'

export interface Used {
  /** Every text in the sources; an id among them is named there. */
  readonly texts: ReadonlySet<string>
  /** What `t` is called with: ids that must be there, and where. */
  readonly asked: readonly { readonly id: string; readonly at: string }[]
  /** Every template that could be an id, wherever it stands. */
  readonly built: readonly RegExp[]
  /** `t(`dock-${tab}`)`: any id that begins and ends so may be meant. */
  readonly shapes: readonly { readonly pattern: RegExp; readonly at: string }[]
}

export function usedIn(sources: readonly Source[]): Used {
  const texts = new Set<string>()
  const asked: { id: string; at: string }[] = []
  const shapes: { pattern: RegExp; at: string }[] = []
  const built: RegExp[] = []

  for (const { name, text } of sources) {
    const ask = (node: Syntax) => {
      const at = `src/${name}:${node.loc?.start.line ?? 0}`
      if (node.type === 'StringLiteral') asked.push({ id: node['value'] as string, at })
      else if (node.type === 'TemplateLiteral') shapes.push({ pattern: patternOf(node), at })
      else if (node.type === 'ConditionalExpression') [node['consequent'], node['alternate']].forEach((one) => ask(one as Syntax))
    }
    const walk = (node: Syntax) => {
      if (node.type === 'StringLiteral') texts.add(node['value'] as string)
      if (node.type === 'TemplateLiteral' && isStem(node)) built.push(patternOf(node))
      if (node.type === 'CallExpression' && nameOf(node['callee'] as Syntax) === 't') {
        const [first] = node['arguments'] as Syntax[]
        if (first) ask(first)
      }
      if (node.type === 'JSXOpeningElement' && nameOf(node['name'] as Syntax) === 'Said')
        for (const attribute of node['attributes'] as Syntax[]) {
          const value = attribute['value'] as Syntax | null
          if (value && nameOf(attribute['name'] as Syntax) === 'id') ask((value['expression'] as Syntax | undefined) ?? value)
        }
      each(node, walk)
    }
    walk(syntaxOf(text))
  }
  return { texts, asked, built, shapes }
}

/** `canvas-move-${way}` names messages; ` ${count}` names all of them. */
function isStem(template: Syntax): boolean {
  const [first] = template['quasis'] as Syntax[]
  return /^[a-z]+-/.test((first?.['value'] as { cooked: string } | undefined)?.cooked ?? '')
}

function patternOf(template: Syntax): RegExp {
  const parts = (template['quasis'] as Syntax[]).map((one) => (one['value'] as { cooked: string }).cooked)
  return new RegExp(`^${parts.map((part) => part.replace(/[^\w-]/g, '\\$&')).join('[\\w-]+')}$`)
}
