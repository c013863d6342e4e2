// Anything that went wrong with a request → problems a person can act on. The one error shape, also for a dead network.

import type { Problem } from '../contract'

export class Refusal extends Error {
  constructor(
    readonly problems: readonly Problem[],
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
  ) {
    super(problems.map((problem) => problem.message).join(' ') || `HTTP ${status}`)
    this.name = 'Refusal'
  }
}

export function problem(code: string, title: string, message: string, evidence = ''): Problem {
  return { code, severity: 'error', title, message, nodes: [], edges: [], place: '', evidence, fixes: [] }
}

export function unreachable(evidence: string): Refusal {
  const text =
    "Layerloom's server does not answer. Your drawing is kept here; check that `layerloom up` is still running."
  return new Refusal([problem('server_unreachable', 'The server does not answer.', text, evidence)], 0)
}

/** The problems inside an answer, or one that says what came instead. */
export function refusalFrom(status: number, body: unknown): Refusal {
  if (hasProblems(body)) return new Refusal(body.problems, status)
  const evidence = typeof body === 'string' ? body.slice(0, 200) : `HTTP ${status}`
  const text = `The server answered with status ${status} and no explanation. Try again; if it stays, look at the server's log.`
  return new Refusal([problem('unexplained_answer', 'The server gave no reason.', text, evidence)], status)
}

export function hasProblems(body: unknown): body is { problems: Problem[] } {
  return (
    typeof body === 'object' &&
    body !== null &&
    'problems' in body &&
    Array.isArray(body.problems) &&
    body.problems.length > 0
  )
}

export function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Refusal) return error.problems
  const words = error instanceof Error ? error.message : String(error)
  return [
    problem('page_failed', 'Something in this page failed.', 'Reload the page; nothing that was saved is lost.', words),
  ]
}
