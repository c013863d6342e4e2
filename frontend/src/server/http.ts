// Method, path, body → typed JSON, or a Refusal. Holds the session's CSRF token; knows no endpoint.

import { t } from '../words/words'
import { Refusal, refusalFrom, unreachable } from './refusal'
import { useStranger } from './stranger'

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>

export interface Http {
  get<T>(path: string): Promise<T>
  text(path: string): Promise<string>
  /** A body that is text already goes out as it is: the server reads it more strictly than a browser would. */
  send<T>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T>
  /** Without the session's token: for who has no session yet. */
  knock<T>(path: string, body: unknown): Promise<T>
  /** A file with its progress, from 0 to 1; fetch cannot tell how much has gone out. */
  upload<T>(path: string, file: File, onProgress: (part: number) => void, signal?: AbortSignal): Promise<T>
}

export const CSRF_HEADER = 'X-Layerloom-CSRF'

/** The session's CSRF token, asked for once; forgotten when the server no longer takes it. */
export interface Token {
  give(): Promise<string>
  forget(): void
}

export function createHttp(token: Token, fetch: Fetch = (...args) => globalThis.fetch(...args)): Http {
  async function ask(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(path, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
      throw unreachable(String(error))
    })
    if (!response.ok) throw heard(refusalFrom(response.status, parsed(await response.text())))
    return response
  }
  async function json<T>(response: Response): Promise<T> {
    const text = await response.text()
    return (text ? JSON.parse(text) : undefined) as T
  }
  return {
    get: async <T>(path: string) => json<T>(await ask(path, { headers: { Accept: 'application/json' } })),
    text: async (path) => (await ask(path, {})).text(),
    send: async <T>(method: string, path: string, body?: unknown) => {
      const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
      const attempt = async () => {
        const headers: Record<string, string> = { Accept: 'application/json', [CSRF_HEADER]: await token.give() }
        if (text !== undefined) headers['Content-Type'] = 'application/json'
        return json<T>(await ask(path, { method, headers, body: text ?? null }))
      }
      return attempt().catch((error: unknown) => {
        if (!isStale(error)) throw error
        token.forget() // signed in anew in another tab: this one's token is of the old session
        return attempt()
      })
    },
    knock: async <T>(path: string, body: unknown) => {
      const headers = { Accept: 'application/json', 'Content-Type': 'application/json' }
      return json<T>(await ask(path, { method: 'POST', headers, body: JSON.stringify(body) }))
    },
    upload: async <T>(path: string, file: File, onProgress: (part: number) => void, signal?: AbortSignal) =>
      (await uploaded(path, file, await token.give(), onProgress, signal)) as T,
  }
}

function heard(refusal: Refusal): Refusal {
  if (refusal.problems.some((problem) => problem.code === 'not_signed_in')) useStranger.setState({ stranger: true })
  return refusal
}

function isStale(error: unknown): boolean {
  return error instanceof Refusal && error.problems.some((problem) => problem.code === 'no_csrf_token')
}

function uploaded(
  path: string,
  file: File,
  csrf: string,
  onProgress: (part: number) => void,
  signal?: AbortSignal,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader(CSRF_HEADER, csrf)
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onerror = () => reject(unreachable(t('server-cut-off')))
    request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'))
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body)
      else reject(refusalFrom(request.status, body))
    }
    signal?.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.set('file', file)
    request.send(form)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
