// Values that are typed: numbers with steps, sizes, shapes, lists, texts and JSON.

import type { KeyboardEvent } from 'react'
import type { Param } from '../../contract'
import { cx, Input } from '../../ui/controls'
import { Icon } from '../../ui/glyphs'
import { defaultText, type FieldProps, rowOf } from './field'
import s from './inspector.module.css'
import { Row } from './Row'
import { stepped } from './steps'
import { useDraft } from './useDraft'
import { formatValue, numberText, parseValue } from './values'
import { t } from '../../words/words'

export function TextField(field: FieldProps) {
  const { param, value, onChange } = field
  const draft = useDraft(formatValue(param, value), (text) => parseValue(param, text), onChange)
  const row = { ...rowOf(field), error: draft.error }
  return (
    <Row {...row}>
      {(ids) => (
        <Input
          {...ids}
          className="mono"
          value={draft.text}
          placeholder={placeholderOf(param)}
          aria-required={param.required || undefined}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.take}
          onKeyDown={keys(draft)}
        />
      )}
    </Row>
  )
}

export function NumberField(field: FieldProps) {
  const { param, value, onChange } = field
  const shown = typeof value === 'number' ? numberText(value) : formatValue({ ...param, type: 'any' }, value)
  const draft = useDraft(shown, (text) => parseValue(param, text), onChange)
  const step = (by: number) => {
    const now = parseValue(param, draft.text)
    const from = 'value' in now && typeof now.value === 'number' ? now.value : null
    draft.step(numberText(stepped(param, from, by)))
  }
  const row = { ...rowOf(field), error: draft.error }
  return (
    <Row {...row}>
      {(ids) => (
        <span className={s.number}>
          <Input
            {...ids}
            className={cx('mono', s.numberInput)}
            role="spinbutton"
            inputMode={param.type === 'int' && (param.minimum ?? -1) >= 0 ? 'numeric' : 'decimal'}
            aria-valuenow={typeof value === 'number' ? value : undefined}
            aria-valuetext={shown || t('inspector-none')}
            aria-valuemin={param.minimum ?? undefined}
            aria-valuemax={param.maximum ?? undefined}
            aria-required={param.required || undefined}
            value={draft.text}
            placeholder={placeholderOf(param)}
            onChange={(event) => draft.type(event.target.value)}
            onBlur={draft.take}
            onKeyDown={(event) => {
              const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key]
              if (!by) return keys(draft)(event)
              step(event.shiftKey ? by * 10 : by)
              event.preventDefault()
            }}
          />
          <span className={s.steps} aria-hidden="true">
            <button type="button" tabIndex={-1} onClick={() => step(1)}>
              <Icon name="up" size={10} />
            </button>
            <button type="button" tabIndex={-1} onClick={() => step(-1)}>
              <Icon name="down" size={10} />
            </button>
          </span>
        </span>
      )}
    </Row>
  )
}

function placeholderOf(param: Param): string {
  return param.required ? t('inspector-needed') : defaultText(param)
}

export function keys(draft: { take: () => void; cancel: () => boolean }) {
  return (event: KeyboardEvent) => {
    if (event.key === 'Enter') draft.take()
    // The first takes back what was typed; with nothing typed it leads back to the drawing, as everywhere.
    if (event.key === 'Escape' && draft.cancel()) event.stopPropagation()
  }
}
