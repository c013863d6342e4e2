// Which language is spoken: the browser's first that there is, until the person makes a choice, remembered in this browser.

import { create } from 'zustand'
import { baseOf, browserLanguages, type Locale, LOCALES, speak, tagOf } from './words'

const KEY = 'layerloom.language'

/** Draws again whatever reads it: the page's roots are keyed by it. */
export const useLocale = create<{ locale: Locale }>(() => ({ locale: 'en' }))

export function localeFor(kept: string | null, languages: readonly string[]): Locale {
  const wanted = [kept ?? '', ...languages.map(baseOf)]
  return wanted.map((name) => LOCALES.find((locale) => locale === name)).find((found) => found !== undefined) ?? 'en'
}

/** Before the first drawing. */
export async function speakFirst(): Promise<void> {
  await show(localeFor(localStorage.getItem(KEY), browserLanguages()))
}

export async function chooseLocale(next: Locale): Promise<void> {
  localStorage.setItem(KEY, next)
  await show(next)
}

async function show(next: Locale): Promise<void> {
  await speak(next)
  document.documentElement.lang = tagOf(next)
  useLocale.setState({ locale: next })
}
