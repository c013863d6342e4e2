// A module that is fetched late, and fetched again until it comes: the connection may be away just then.

const AGAIN_MS = 2000

/** Gives the same promise to everybody; it never fails. */
export function late<T>(load: () => Promise<T>): () => Promise<T> {
  let coming: Promise<T> | null = null
  const attempt = (): Promise<T> =>
    load().catch(() => new Promise((resolve) => setTimeout(resolve, AGAIN_MS)).then(attempt))
  return () => (coming ??= attempt())
}
