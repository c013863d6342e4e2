import { describe, expect, test } from 'vitest'

import { createHttp, CSRF_HEADER } from './http'
import { Refusal } from './refusal'

const token = { give: async () => 'token', forget: () => undefined }

function answering(status: number, body: string) {
  const asked: { path: string; init: RequestInit | undefined }[] = []
  const http = createHttp(token, async (path, init) => {
    asked.push({ path, init })
    return new Response(body, { status })
  })
  return { http, asked }
}

async function refusal(promise: Promise<unknown>): Promise<Refusal> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refusal)) throw new Error('was not refused')
  return error
}

describe('http', () => {
  test('carries the CSRF token on writes and not on reads', async () => {
    const { http, asked } = answering(200, '{}')
    await http.get('/api/x')
    await http.send('POST', '/api/x', { a: 1 })
    expect(new Headers(asked[0]?.init?.headers).get(CSRF_HEADER)).toBeNull()
    expect(new Headers(asked[1]?.init?.headers).get(CSRF_HEADER)).toBe('token')
    expect(asked[1]?.init?.body).toBe('{"a":1}')
  })

  test("hands the server's problems on", async () => {
    const { http } = answering(422, '{"problems":[{"code":"cycle","message":"It turns in a circle."}]}')
    const { problems, status } = await refusal(http.get('/api/x'))
    expect(problems[0]?.code).toBe('cycle')
    expect(status).toBe(422)
  })

  test('makes a problem of an answer that is no JSON', async () => {
    const { http } = answering(502, '<html>Bad gateway')
    expect((await refusal(http.get('/api/x'))).problems[0]?.code).toBe('unexplained_answer')
  })

  test('makes a problem of a server that is not there', async () => {
    const http = createHttp(token, () => Promise.reject(new TypeError('Failed to fetch')))
    expect((await refusal(http.get('/api/x'))).problems[0]?.code).toBe('server_unreachable')
  })

  test('asks for a new token once when the server no longer takes the old one', async () => {
    const tokens = ['old', 'new']
    const fresh = { give: async () => tokens[0] ?? '', forget: () => void tokens.shift() }
    const http = createHttp(fresh, async (_, init) => {
      const taken = new Headers(init?.headers).get(CSRF_HEADER) === 'new'
      return taken
        ? new Response('{"ok":true}')
        : new Response('{"problems":[{"code":"no_csrf_token"}]}', { status: 403 })
    })
    expect(await http.send('POST', '/api/x')).toEqual({ ok: true })
  })
})
