// A module that is fetched late, and fetched again until it comes: the connection may be away just then.

const AGAIN_MS = 2000
const REST_MS = 4000

const known: (() => Promise<unknown>)[] = []

/** Gives the same promise to everybody; it never fails. */
export function late<T>(load: () => Promise<T>): () => Promise<T> {
  let coming: Promise<T> | null = null
  const attempt = (): Promise<T> =>
    load().catch(() => new Promise((resolve) => setTimeout(resolve, AGAIN_MS)).then(attempt))
  const fetched = () => (coming ??= attempt())
  known.push(fetched)
  return fetched
}

/** Fetches every late part, one after the other, once the page has rested: whoever then loses the connection can go on. Gives its end. */
export function fetchAllWhenIdle(): () => void {
  let on = true
  const walk = async () => {
    for (let at = 0; on && at < known.length; at += 1) await known[at]?.()
  }
  const timer = setTimeout(() => void walk(), REST_MS)
  return () => {
    on = false
    clearTimeout(timer)
  }
}
