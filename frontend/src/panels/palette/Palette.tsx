// What there is to add: a search, what fits after the selected node, then everything in groups.

import { useEffect, useMemo, useRef, useState } from 'react'
import { misfit, offersAfter } from '../../catalog/fits'
import { useCatalog } from '../../catalog/context'
import { addItem } from '../../document/adding'
import { useDocument } from '../../document/hooks'
import { Kbd } from '../../ui/controls'
import { Icon } from '../../ui/glyphs'
import { isTyping } from '../../ui/typing'
import { ENDS, entriesFor, type Entry, entryOf } from './entries'
import { paletteGroups, type PaletteGroup, SHOWN } from './groups'
import s from './palette.module.css'
import { PaletteItem } from './PaletteItem'
import { useAfter } from './useAfter'

export function Palette() {
  const catalog = useCatalog()
  const document = useDocument()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const box = useRef<HTMLInputElement>(null)
  const { rank } = useAfter()
  const found = useMemo(() => (query.trim() ? entriesFor(catalog, query, rank) : null), [catalog, query, rank])

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      box.current?.focus()
      box.current?.select()
    }
    addEventListener('keydown', keys)
    return () => removeEventListener('keydown', keys)
  }, [])

  const keys = (event: React.KeyboardEvent) => {
    const chosen = found?.[at]
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, (found?.length ?? 1) - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && chosen) {
      addItem(document, catalog, chosen.item)
      setQuery('')
    } else if (event.key === '/' && !query) {
      // The key that leads here again: nothing to type.
    } else if (event.key === 'Escape') {
      setQuery('')
      box.current?.blur()
    } else return
    event.preventDefault()
  }
  return (
    <>
      <div className={s.search}>
        <Icon name="search" size={15} />
        <input
          ref={box}
          type="search"
          aria-label="Search layers"
          placeholder="Search layers"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={keys}
        />
        {!query && <Kbd>/</Kbd>}
      </div>
      <div className={s.list}>{found ? <Found entries={found} at={at} query={query} /> : <Everything />}</div>
    </>
  )
}

function Found({ entries, at, query }: { entries: readonly Entry[]; at: number; query: string }) {
  if (!entries.length) return <p className={s.none}>Keras has no layer called “{query.trim()}”.</p>
  return entries.map(({ key, ...entry }, place) => <PaletteItem key={key} {...entry} selected={place === at} />)
}

function Everything() {
  const catalog = useCatalog()
  const groups = useMemo(() => paletteGroups(catalog), [catalog])
  return (
    <>
      <FitsAfter />
      <h2 className={s.heading}>Inputs and outputs</h2>
      {ENDS.map(({ key, ...end }) => (
        <PaletteItem key={key} {...end} />
      ))}
      {groups.map((group) => (
        <Group key={group.group.id} {...group} />
      ))}
    </>
  )
}

function FitsAfter() {
  const catalog = useCatalog()
  const { name, shape, rank } = useAfter()
  if (!name) return null
  return (
    <>
      <h2 className={s.heading}>
        Fits after
        <span title={`${name} gives ${shape}`}>{shape ? `${name} · ${shape}` : name}</span>
      </h2>
      {offersAfter(catalog, rank).map(({ member, why }) => {
        const { key, ...entry } = entryOf(member, why)
        return <PaletteItem key={key} {...entry} />
      })}
    </>
  )
}

function Group({ group, members }: PaletteGroup) {
  const [open, setOpen] = useState(false)
  const { rank } = useAfter()
  const shown = open || members.length <= SHOWN + 1 ? members : members.slice(0, SHOWN)
  return (
    <>
      <h2>
        <button
          type="button"
          className={s.heading}
          aria-expanded={shown.length === members.length}
          onClick={() => setOpen(!open)}
        >
          {group.title}
          <span>{members.length}</span>
          <Icon name={shown.length === members.length ? 'down' : 'right'} size={11} />
        </button>
      </h2>
      {shown.map((member) => {
        const { key, ...entry } = entryOf(member, misfit(member, rank))
        return <PaletteItem key={key} {...entry} />
      })}
    </>
  )
}
