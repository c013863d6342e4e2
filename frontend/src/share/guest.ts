// Whether this browser was let in by a link: then nobody here has a terminal to look at.

const KEY = 'layerloom.guest'

export function rememberGuest(came: boolean): void {
  if (came) localStorage.setItem(KEY, 'yes')
}

export function wasGuest(): boolean {
  return localStorage.getItem(KEY) !== null
}
