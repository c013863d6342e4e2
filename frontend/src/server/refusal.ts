// Anything that went wrong with a request → problems a person can act on. The one error shape, also for a dead network.

import type { Problem } from '../contract'
import { spoken } from '../words/said'
import { t } from '../words/words'

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
  return { code, severity: 'error', title, message, nodes: [], edges: [], place: '', evidence, traceback: '', fixes: [], words: null }
}

export function unreachable(evidence: string): Refusal {
  return new Refusal([problem('server_unreachable', t('server-unreachable'), t('server-unreachable-why'), evidence)], 0)
}

/** The problems inside an answer, or one that says what came instead. */
export function refusalFrom(status: number, body: unknown): Refusal {
  if (hasProblems(body)) return new Refusal(body.problems.map(spoken), status)
  const evidence = typeof body === 'string' ? body.slice(0, 200) : `HTTP ${status}`
  const text = t('server-unexplained-why', { status: String(status) })
  return new Refusal([problem('unexplained_answer', t('server-unexplained'), text, evidence)], status)
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
  return [problem('page_failed', t('server-page-failed'), t('server-page-failed-why'), words)]
}
