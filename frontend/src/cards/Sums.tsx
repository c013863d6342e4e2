// Parameters and sizes, worked out. A sum is shown only while it comes to what Keras says.

import s from './card.module.css'
import { Prose } from './Prose'
import type { Facts } from './facts'
import { parted, sizesOf, type SumLine, sumsOf, total } from './lines'
import { sumText } from './sum'
import { figure, nameOf } from './words'
import { t } from '../words/words'

const NUMBERS = { number: figure, name: nameOf }

export function Parameters({ section, facts, count }: { section: string; facts: Facts; count: number | null }) {
  const lines = sumsOf(section, facts)
  const sum = lines.length ? total(lines) : 0
  const told = count ?? (section ? sum : null)
  if (told === 0 && sum === 0) return <p>{t('cards-no-parameters')}</p>
  const isRight = sum !== null && (count === null || count === sum)
  return (
    <>
      {isRight || count === null ? (
        <dl className={s.sums}>
          {lines.map((line, at) => (
            <Line key={at} line={line} />
          ))}
          {lines.length > 1 && sum !== null && (
            <div data-total="">
              <dt>{t('cards-together')}</dt>
              <dd>
                <b>{figure(sum)}</b>
              </dd>
            </div>
          )}
        </dl>
      ) : (
        <p>
          {t('cards-keras-counts', { n: count })} {lines.length > 0 && sum !== null && t('cards-sum-differs', { n: sum })}
        </p>
      )}
      <Prose text={parted(section).text} facts={facts} />
    </>
  )
}

function Line({ line }: { line: SumLine }) {
  const isBare = line.sum.type === 'number' && line.written.type === 'number'
  return (
    <div>
      {line.label && <dt>{line.label}</dt>}
      <dd>
        {!isBare && <small>{sumText(line.written, NUMBERS)}</small>}
        <span>
          {!isBare && line.value !== null && `${sumText(line.sum, NUMBERS)} = `}
          {line.value !== null && <b>{figure(line.value)}</b>}
        </span>
      </dd>
    </div>
  )
}

export function Sizes({ section, facts }: { section: string; facts: Facts }) {
  const lines = rightSizes(section, facts)
  return (
    <>
      <dl className={s.sums}>
        {lines.map((line) => (
          <Line key={line.label} line={{ ...line, label: nameOf(line.label) }} />
        ))}
      </dl>
      <Prose text={parted(section).text} facts={facts} />
    </>
  )
}

export function rightSizes(section: string, facts: Facts): SumLine[] {
  return sizesOf(section, facts).filter(({ label, value }) => value !== null && value === (facts.get(label) ?? value))
}
