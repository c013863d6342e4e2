// Go to anything: one box that finds every place and every action. Arrows and Enter choose, Escape leaves.

import { Fragment, useEffect, useMemo, useRef, useState } from 'react'
import { Dialog } from '../../ui/Dialog'
import { Icon, type ToolIcon } from '../../ui/glyphs'
import { t } from '../../words/words'
import { GROUPS, groupOf, offered, type Group } from '../actions'
import { keysOf } from '../bindings'
import { Keys } from '../Keys'
import s from './palette.module.css'
import { find, type Place } from './places'
import { recent, remember } from './recent'

const ICONS: Record<Group, ToolIcon> = {
  go: 'right',
  add: 'plus',
  edit: 'pencil',
  move: 'move',
  view: 'eye',
  run: 'play',
  project: 'download',
  share: 'share',
  settings: 'settings',
}

interface CommandPaletteProps {
  /** Besides the actions on offer. */
  places: readonly Place[]
  onClose: () => void
}

export default function CommandPalette({ places, onClose }: CommandPaletteProps) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const [before] = useState(recent)
  const [actions] = useState(actionPlaces)
  const list = useRef<HTMLDivElement>(null)
  const found = useMemo(() => find([...actions, ...places], query, before), [actions, places, query, before])

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const choose = (place: Place | undefined) => {
    if (!place) return
    remember(place.id)
    onClose()
    // Once the focus is back where it was: what is chosen may move it on.
    setTimeout(place.run)
  }
  const keys = (event: React.KeyboardEvent) => {
    const last = found.length - 1
    if (event.key === 'ArrowDown') setAt(at < last ? at + 1 : 0)
    else if (event.key === 'ArrowUp') setAt(at > 0 ? at - 1 : last)
    else if (event.key === 'PageDown') setAt(Math.min(at + 8, last))
    else if (event.key === 'PageUp') setAt(Math.max(at - 8, 0))
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(found[at]?.place)
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) onClose()
    else return
    event.preventDefault()
  }
  const searching = query.trim() !== ''
  return (
    <Dialog title={t('actions-anything')} onClose={onClose} bare className={s.palette}>
      <div className={s.box}>
        <Icon name="search" />
        <input
          className={s.search}
          placeholder={t('actions-anything-hint')}
          role="combobox"
          aria-label={t('actions-anything')}
          aria-expanded="true"
          aria-controls="command-list"
          aria-activedescendant={found[at] ? `command-${at}` : undefined}
          autoComplete="off"
          spellCheck={false}
          data-first
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={keys}
        />
      </div>
      <div className={s.list} id="command-list" role="listbox" aria-label={t('actions-found')} ref={list} tabIndex={-1}>
        {found.map(({ place, hits }, row) => (
          <Fragment key={place.id}>
            {!searching && headingOf(found, row, before) && (
              <div className={s.heading} role="presentation">
                {headingOf(found, row, before)}
              </div>
            )}
            {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the box above has the keys */}
            <div
              id={`command-${row}`}
              role="option"
              tabIndex={-1}
              aria-selected={row === at}
              className={s.row}
              onPointerMove={() => setAt(row)}
              onClick={() => choose(place)}
            >
              <span className={s.icon}>{place.icon}</span>
              <span className={s.title}>
                <Hit text={place.title} hits={hits} />
              </span>
              <small className={s.hint}>{place.hint}</small>
              {searching && <small className={s.kind}>{place.kind}</small>}
              {place.keys && <Keys keys={place.keys} />}
            </div>
          </Fragment>
        ))}
      </div>
      {!found.length && <p className={s.none}>{t('actions-nothing', { query })}</p>}
      <p className="visually-hidden" role="status">
        {searching && t('actions-count', { n: found.length })}
      </p>
    </Dialog>
  )
}

/** A heading stands above the first of its kind; what was used lately has one of its own. */
function headingOf(found: readonly { place: Place }[], row: number, before: readonly string[]): string | null {
  const recentRows = found.findIndex(({ place }) => !before.includes(place.id))
  const many = Math.min(6, recentRows < 0 ? found.length : recentRows)
  if (row < many) return row === 0 ? t('actions-recent') : null
  const kind = found[row]?.place.kind ?? ''
  return row === many || found[row - 1]?.place.kind !== kind ? kind : null
}

function Hit({ text, hits }: { text: string; hits: readonly number[] }) {
  if (!hits.length) return text
  const marked = new Set(hits)
  return [...text.matchAll(/[^]/g)].map(({ 0: letter, index }) =>
    marked.has(index) ? <b key={index}>{letter}</b> : <Fragment key={index}>{letter}</Fragment>,
  )
}

function actionPlaces(): Place[] {
  return offered()
    .filter((action) => action.id !== 'go.anything' && action.when?.() !== false)
    .map((action) => ({
      id: action.id,
      title: t(action.title, action.values),
      kind: t(`actions-group-${groupOf(action)}`),
      icon: <Icon name={ICONS[groupOf(action)]} />,
      keys: keysOf(action)[0],
      quiet: action.unlisted,
      run: action.run,
      group: GROUPS.indexOf(groupOf(action)),
    }))
    .toSorted((a, b) => a.group - b.group)
}
