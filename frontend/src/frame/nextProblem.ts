// F8 goes from problem to problem: its node is selected, its card or its row gets the focus.

import type { OpenDocument } from '../document/open'
import { select } from '../document/selection'
import { focusNode } from './drawing'
import { openTab } from './panes'

let last = -1

export function nextProblem({ inference }: OpenDocument): void {
  const problems = inference.getState().problems.toSorted((a, b) => rank(a.severity) - rank(b.severity))
  last = (last + 1) % problems.length
  const problem = problems[last]
  const node = problem?.nodes.at(-1)
  if (!problem || !node) return openTab('problems')
  select(problem.nodes.slice(-1))
  let tries = 20
  const look = () => {
    const first = document.querySelector<HTMLElement>('[data-scope] [data-problem] [data-fix]')
    if (first) first.focus()
    else if ((tries -= 1)) requestAnimationFrame(look)
    else focusNode(node)
  }
  requestAnimationFrame(look)
}

const rank = (severity: string) => (severity === 'error' ? 0 : 1)
