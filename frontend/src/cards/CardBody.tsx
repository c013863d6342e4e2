// What a layer is: its picture, what it does, an example to play with, its formula and sums with the reader's own numbers, its code.

import '../words/lateCards'
import { createElement, type CSSProperties, type ReactNode } from 'react'
import { useCatalog } from '../catalog/context'
import type { CardSection } from '../contract'
import { CopyButton } from '../panels/CopyButton'
import { highlight } from '../panels/code/highlight'
import code from '../panels/code/code.module.css'
import { Skeleton } from '../ui/controls'
import { groupColor } from '../ui/glyphs'
import { t } from '../words/words'
import s from './card.module.css'
import { codeOf } from './code'
import { Docs } from './Docs'
import { Formulas } from './Formula'
import { parted } from './lines'
import { Picture } from './pictures/Picture'
import { Prose, withNumbers } from './Prose'
import { Parameters, rightSizes, Sizes } from './Sums'
import type { Telling } from './telling'
import { tryOf } from './tries/TryIt'
import { sectionsOf } from './useCard'
import type { Told } from './useTelling'

const KNOWN = new Set(['', 'What it does', 'Formula', 'Parameters', 'Output size', 'When to use', 'Watch out', 'Try it'])

export function CardBody({ told }: { told: Told }) {
  const catalog = useCatalog()
  const { telling, card, failed, isExample } = told
  const { member, facts, count } = telling
  if (!member) return null
  const texts = sectionsOf(card)
  const own = (card?.sections ?? []).filter(({ heading }) => !KNOWN.has(heading))
  const lead = texts[''] ?? (card || failed ? member.teaching || member.summary : '')
  const text = (heading: string) => texts[heading] ?? ''
  const sizes = rightSizes(text('Output size'), facts)
  return (
    <div className={s.card} style={{ '--hue': groupColor(catalog.group(member.group)?.color) } as CSSProperties} data-own={own.length > 0 || undefined}>
      {lead ? <p className={s.lead}>{withNumbers(lead, facts)}</p> : <Skeleton height={20} />}
      <Picture telling={telling} />
      {isExample && <p className={s.aside}>{t('cards-example')}</p>}
      {card?.unread && <p className={s.aside}>{t(`cards-unread-${card.unread}`)}</p>}
      {failed && <p className={s.aside}>{failed}</p>}
      <div className={s.columns}>
        <div data-empty={!card?.sections.length || undefined}>
          <Part title={t('cards-what')} text={text('What it does')} telling={telling} />
          <TryIt telling={telling} text={text('Try it')} />
          <Part title={t('cards-when')} text={text('When to use')} telling={telling} />
          <Part title={t('cards-watch')} text={text('Watch out')} telling={telling} />
          {own.map((section) => (
            <Own key={section.heading} section={section} telling={telling} />
          ))}
        </div>
        <div>
          {text('Formula') && (
            <Section title={t('cards-formula')}>
              <Formulas section={text('Formula')} facts={facts} />
              <Prose text={parted(text('Formula')).text} facts={facts} />
            </Section>
          )}
          {(count !== null || text('What it does')) && (
            <Section title={t('cards-parameters')}>
              <Parameters section={text('Parameters')} facts={facts} count={count} />
            </Section>
          )}
          {sizes.length > 0 && (
            <Section title={t('cards-size')}>
              <Sizes section={text('Output size')} facts={facts} />
            </Section>
          )}
          <Code telling={telling} />
        </div>
      </div>
      <Docs member={member} open={card !== null && card.sections.length === 0} />
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={s.part}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Part({ title, text, telling }: { title: string; text: string; telling: Telling }) {
  if (!text) return null
  return (
    <Section title={title}>
      <Prose text={text} facts={telling.facts} />
    </Section>
  )
}

/** A teacher's own section under a heading of their own. */
function Own({ section, telling }: { section: CardSection; telling: Telling }) {
  return <Part title={section.heading} text={section.text} telling={telling} />
}

function TryIt({ telling: { member, facts }, text }: { telling: Telling; text: string }) {
  const layer = member?.name ?? ''
  const Example = tryOf({ layer, facts })
  if (!Example || !text) return null
  return (
    <Section title={t('cards-try')}>
      <Prose text={text} facts={facts} />
      <div className={s.try}>
        {createElement(Example, { key: layer, layer, facts })}
      </div>
    </Section>
  )
}

function Code({ telling: { member, params, name } }: { telling: Telling }) {
  const catalog = useCatalog()
  if (!member) return null
  const source = codeOf(catalog, member, params, name, 44)
  return (
    <section className={s.part}>
      <div className={s.bar}>
        <h3>{t('cards-code')}</h3>
        <CopyButton text={() => source} />
      </div>
      <pre className={s.code} tabIndex={0} aria-label={t('cards-code')}>
        <code>
          {highlight(source).map((span, at) => (
            <span key={at} className={code[span.kind]}>
              {span.text}
            </span>
          ))}
        </code>
      </pre>
    </section>
  )
}
