// A message's id and its values → the sentence in the reader's language. The files in `messages/` hold every text; this knows none.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'

export const LOCALES = ['en', 'zh', 'es'] as const
export type Locale = (typeof LOCALES)[number]

export type Values = Record<string, FluentVariable>

const TEXTS: Record<Locale, () => Promise<{ texts: string }>> = {
  en: () => import('./en'),
  zh: () => import('./zh'),
  es: () => import('./es'),
}

/** How each language is named on the page, and how numbers and dates are written where the browser says no more. */
const TAGS: Record<Locale, string> = { en: 'en', zh: 'zh-Hans', es: 'es' }

let bundle = new FluentBundle('en')
let spoken: Locale = 'en'

/** The language that is read now. */
export function locale(): Locale {
  return spoken
}

/** Every message of that language. */
export function messages(): FluentBundle {
  return bundle
}

/** Fetches a language and speaks it from here on; what is drawn already has to be drawn again. */
export async function speak(next: Locale): Promise<void> {
  const { texts } = await TEXTS[next]()
  bundle = bundleOf(next, [texts, ...(next === 'en' ? learned : [])].join('\n'))
  spoken = next
}

const learned: string[] = []

/** English that comes with a part fetched later, so that it weighs nothing before. Other languages come whole. */
export function learn(texts: string): void {
  learned.push(texts)
  if (spoken === 'en') bundle.addResource(new FluentResource(texts))
}

export function bundleOf(locale: Locale, texts: string): FluentBundle {
  // Without isolation marks: a name inside a sentence is copied, searched and compared as it is seen.
  const made = new FluentBundle(tagOf(locale), { useIsolating: false })
  for (const error of made.addResource(new FluentResource(texts))) throw error
  return made
}

/** A message that is not there shows its id: seen at once, and found by the test that holds the languages complete. */
export function t(id: string, values?: Values): string {
  const message = bundle.getMessage(id)
  return message?.value ? bundle.formatPattern(message.value, values, []) : id
}

/** For `lang` on the page, and for Intl: the browser's own variant of the language, such as es-MX, where it has one. */
export function tagOf(locale: Locale): string {
  return browserLanguages().find((tag) => baseOf(tag) === locale) ?? TAGS[locale]
}

export function browserLanguages(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : (navigator.languages ?? [])
}

export function baseOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0] ?? ''
}
