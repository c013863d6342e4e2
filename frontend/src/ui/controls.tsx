// The small controls everything is built from. They know no document, no run and no catalog.

import type { ButtonHTMLAttributes, InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from 'react'
import { useId, useRef } from 'react'
import s from './controls.module.css'
import { Held } from './readOnly'

export function cx(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

type ButtonKind = 'plain' | 'primary' | 'quiet' | 'link'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: ButtonKind
  small?: boolean
  danger?: boolean
}

export function Button({ kind = 'plain', small, danger, className, type = 'button', ...rest }: ButtonProps) {
  const look = kind === 'link' ? s.link : cx(s.button, kind === 'primary' && s.primary, kind === 'quiet' && s.quiet)
  return <button type={type} className={cx(look, small && s.small, danger && s.danger, className)} {...rest} />
}

interface IconButtonProps extends ButtonProps {
  label: string
  /** Shown after the label in the tooltip: "Ctrl Z". */
  keys?: string | undefined
}

export function IconButton({ label, keys, className, kind = 'quiet', ...rest }: IconButtonProps) {
  const title = keys ? `${label} (${keys})` : label
  return <Button kind={kind} aria-label={label} title={title} className={cx(s.icon, className)} {...rest} />
}

export function Input({ className, ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return <input className={cx(s.input, className)} spellCheck={false} autoComplete="off" {...rest} />
}

interface Choice {
  value: string
  label?: string
  title?: string
}

interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> {
  choices: readonly (Choice | string)[]
  onChange: (value: string) => void
}

export function Select({ choices, onChange, className, ...rest }: SelectProps) {
  return (
    <select className={cx(s.input, s.select, className)} onChange={(event) => onChange(event.target.value)} {...rest}>
      {choices.map(asChoice).map((choice) => (
        <option key={choice.value} value={choice.value} title={choice.title}>
          {choice.label ?? choice.value}
        </option>
      ))}
    </select>
  )
}

function asChoice(choice: Choice | string): Choice {
  return typeof choice === 'string' ? { value: choice } : choice
}

interface SegmentedProps {
  label: string
  choices: readonly (Choice | string)[]
  value: string
  onChange: (value: string) => void
}

/** Two to four choices side by side; a radio group to the keyboard and to a screen reader. */
export function Segmented({ label, choices, value, onChange }: SegmentedProps) {
  const name = useId()
  return (
    <div className={s.segmented} role="radiogroup" aria-label={label}>
      {choices.map(asChoice).map((choice) => (
        <label key={choice.value} className={s.segment} title={choice.title}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.label ?? choice.value}
        </label>
      ))}
    </div>
  )
}

export interface TabItem {
  id: string
  label: ReactNode
}

interface TabsProps {
  label: string
  tabs: readonly TabItem[]
  value: string
  onChange: (id: string) => void
  /** What stands at the right end of the strip. */
  children?: ReactNode
}

/** Panels belong to their tab by id: `<div role="tabpanel" id="panel-ID" aria-labelledby="tab-ID">`. */
export function Tabs({ label, tabs, value, onChange, children }: TabsProps) {
  const strip = useRef<HTMLDivElement>(null)
  const move = (by: number) => {
    const at = tabs.findIndex((tab) => tab.id === value)
    const next = tabs[(at + by + tabs.length) % tabs.length]
    if (!next) return
    onChange(next.id)
    strip.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus()
  }
  return (
    <div className={s.tabs} ref={strip}>
      <div role="tablist" aria-label={label} style={{ display: 'contents' }}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            aria-selected={tab.id === value}
            aria-controls={`panel-${tab.id}`}
            tabIndex={tab.id === value ? 0 : -1}
            className={s.tab}
            onClick={() => onChange(tab.id)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') move(1)
              if (event.key === 'ArrowLeft') move(-1)
            }}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {children}
    </div>
  )
}

export type Tone = 'plain' | 'bad' | 'warn' | 'ok' | 'accent'

export function Pill({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={cx(s.pill, tone !== 'plain' && s[tone])}>{children}</span>
}

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className={s.kbd}>{children}</kbd>
}

interface FieldProps {
  label: string
  /** Id of the control inside. */
  htmlFor?: string
  /** Its language where it is not the page's: Keras' own words are English. */
  docLang?: string | undefined
  /** Explains the field: tooltip of its label. */
  doc?: string
  hint?: ReactNode
  error?: string | null
  children: ReactNode
}

/** A label at the left, its control at the right, and below it a hint or what is wrong. */
export function Field({ label, htmlFor, doc, docLang, hint, error, children }: FieldProps) {
  return (
    <div className={s.field}>
      <label className={s.label} htmlFor={htmlFor} lang={docLang} title={doc ? `${label}: ${doc}` : label}>
        {label}
      </label>
      <div>
        <Held>{children}</Held>
      </div>
      {error ? (
        <div className={s.message} role="alert">
          {error}
        </div>
      ) : (
        hint && <div className={s.hint}>{hint}</div>
      )}
    </div>
  )
}

/** `share` from 0 to 1; its words go into `label`. */
export function Progress({ share, label, width }: { share: number; label: string; width?: number | string }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
  return (
    <span
      className={s.progress}
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={0}
      aria-valuemax={100}
      style={width === undefined ? undefined : { width }}
    >
      <i style={{ width: `${percent}%` }} />
    </span>
  )
}

export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cx(s.card, className)}>{children}</div>
}

export function Heading({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <h3 className={s.heading}>
      {children}
      {aside !== undefined && <span>{aside}</span>}
    </h3>
  )
}

export function Skeleton({ width = '100%', height = 14 }: { width?: number | string; height?: number | string }) {
  return <div className={s.skeleton} style={{ width, height }} aria-hidden="true" />
}
