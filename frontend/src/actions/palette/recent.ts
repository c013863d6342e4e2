// What was chosen lately in the palette, newest first: this browser's own.

const KEY = 'layerloom.recent'
const MOST = 20

export function recent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

export function remember(id: string): void {
  localStorage.setItem(KEY, JSON.stringify([id, ...recent().filter((each) => each !== id)].slice(0, MOST)))
}
