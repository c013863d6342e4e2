// Text or a picture → a file in the person's downloads. Nothing leaves the browser.

import { fileName } from '../run/words'

export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

export function saveText(text: string, name: string, type = 'text/plain'): void {
  saveBlob(new Blob([text], { type: `${type};charset=utf-8` }), name)
}

export function nameOf(title: string, ending: string): string {
  return `${fileName(title)}.${ending}`
}

/** True when it is on the clipboard; browsers offer none on a page that is neither https nor localhost. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
