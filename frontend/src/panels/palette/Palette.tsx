// What there is to add: a search, what fits after the selected node, then everything in groups.

import { useMemo, useRef, useState } from 'react'
import { useCatalog } from '../../catalog/context'
import { addItem } from '../../document/adding'
import { useDocument, useGraph } from '../../document/hooks'
import { useSteady } from '../../fits/useFits'
import { Kbd } from '../../ui/controls'
import { Icon } from '../../ui/glyphs'
import { t } from '../../words/words'
import { backboneEntry, bestOf, ends, entriesFor, type Entry, entryOf, namesIn } from './entries'
import { paletteGroups, type PaletteGroup, type PaletteSection, sectionsOf, SHOWN } from './groups'
import s from './palette.module.css'
import { useSession } from '../../frame/session'
import { later } from '../../ui/later'
import { PaletteItem } from './PaletteItem'
import { useAfter, type After } from './useAfter'

const Library = later(() => import('./Library').then((part) => part.Library))
const OwnCode = later(() => import('./OwnCode').then((part) => part.OwnCode))

export function Palette() {
  const catalog = useCatalog()
  const document = useDocument()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  /** Somebody points at the list: nothing changes its place. */
  const [still, setStill] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const guest = useSession()?.user.role === 'guest'
  const after = useAfter()
  const { standing } = after
  const found = useMemo(() => (query.trim() ? entriesFor(catalog, query, standing) : null), [catalog, query, standing])
  const order = useSteady(found?.map(({ key }) => key) ?? [], still && found !== null)
  const entries = found && order.flatMap((key) => found.find((entry) => entry.key === key) ?? [])

  const keys = (event: React.KeyboardEvent) => {
    const chosen = entries?.[at]
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, (entries?.length ?? 1) - 1))
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
          aria-label={t('palette-search')}
          placeholder={t('palette-search')}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
            setStill(false)
          }}
          onKeyDown={keys}
        />
        {!query && <Kbd>/</Kbd>}
      </div>
      <div className={s.list} onPointerEnter={() => setStill(true)} onPointerLeave={() => setStill(false)}>
        {entries && query.trim() && <OwnGroup query={query} />}
        {entries && query.trim() && !guest && <Library query={query} />}
        {entries ? <Found entries={entries} at={at} query={query} /> : <Everything after={after} still={still} />}
      </div>
    </>
  )
}

/** Fetched where there is some, or when it is first looked at. `query`: only what is called so, without the heading. */
function OwnGroup({ query }: { query?: string }) {
  const count = useGraph((graph) => Object.keys(graph.code).length)
  const [toggled, setToggled] = useState<boolean | null>(null)
  const open = toggled ?? count > 0
  if (query !== undefined) return count > 0 && <OwnCode query={query} />
  return (
    <>
      <h2>
        <Heading title={t('palette-own-code')} count={count || null} open={open} onToggle={() => setToggled(!open)} />
      </h2>
      {open && <OwnCode />}
    </>
  )
}

/** Asked for when they are first looked at. */
function OwnBlocks() {
  const [open, setOpen] = useState(false)
  const guest = useSession()?.user.role === 'guest'
  if (guest) return null
  return (
    <>
      <h2>
        <Heading title={t('palette-own-blocks')} count={null} open={open} onToggle={() => setOpen(!open)} />
      </h2>
      {open && <Library />}
    </>
  )
}

function Found({ entries, at, query }: { entries: readonly Entry[]; at: number; query: string }) {
  if (!entries.length) return <p className={s.none}>{t('palette-none', { query: query.trim() })}</p>
  return entries.map(({ key, ...entry }, place) => <PaletteItem key={key} {...entry} selected={place === at} />)
}

interface Shown {
  after: After
  still: boolean
}

function Everything({ after, still }: Shown) {
  const catalog = useCatalog()
  const groups = useMemo(() => paletteGroups(catalog), [catalog])
  return (
    <>
      <FitsAfter after={after} still={still} />
      <h2 className={s.heading}>{t('palette-ends')}</h2>
      {ends().map(({ key, ...end }) => (
        <PaletteItem key={key} {...end} />
      ))}
      {groups.map((group) => (
        <Group key={group.group.id} {...group} after={after} still={still} />
      ))}
      <OwnGroup />
      <OwnBlocks />
      <Backbones />
      <Operations after={after} still={still} />
    </>
  )
}

function FitsAfter({ after: { place, name, shape, tensor, state, standing }, still }: Shown) {
  const catalog = useCatalog()
  const placed = place !== null
  const best = useMemo(() => (placed ? bestOf(catalog, standing, tensor) : []), [catalog, placed, standing, tensor])
  const names = useSteady(best, still)
  if (!names.length) return null
  const where = shape && name ? t('fits-name-shape', { name, shape }) : name
  return (
    <>
      <h2 className={s.heading}>
        {t('fits-heading-after')}
        <span title={shape && t('fits-gives', { name, shape })}>{where}</span>
      </h2>
      {names.map((layer) => {
        const member = catalog.get('layer', layer)
        if (!member) return null
        const { key, ...entry } = entryOf(standing(member))
        return <PaletteItem key={key} {...entry} />
      })}
      {state === 'guessed' && tensor !== null && <p className={s.guessed}>{t('fits-guessed')}</p>}
    </>
  )
}

/** All of one group and many: closed at first, then in parts that open one by one. */
function Operations({ after, still }: Shown) {
  const catalog = useCatalog()
  const [open, setOpen] = useState(false)
  const sections = useMemo(() => sectionsOf(catalog), [catalog])
  const group = catalog.group('op')
  const all = catalog.members('op').length
  if (!group || !all) return null
  return (
    <>
      <h2>
        <Heading title={group.title} count={all} open={open} onToggle={() => setOpen(!open)} />
      </h2>
      {open &&
        sections.map(({ section, members }) => (
          <Section key={section} section={section} members={members} after={after} still={still} />
        ))}
    </>
  )
}

function Backbones() {
  const members = useCatalog().members('application')
  const [open, setOpen] = useState(false)
  if (!members.length) return null
  return (
    <>
      <h2>
        <Heading title={t('palette-backbones')} count={members.length} open={open} onToggle={() => setOpen(!open)} />
      </h2>
      {open &&
        members.map((member) => {
          const { key, ...entry } = backboneEntry(member)
          return <PaletteItem key={key} {...entry} />
        })}
    </>
  )
}

function Section({ section, members, after: { standing } }: PaletteSection & Shown) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <h3 className={s.section}>
        <Heading
          title={t(`palette-section-${section}`)}
          count={members.length}
          open={open}
          onToggle={() => setOpen(!open)}
        />
      </h3>
      {open &&
        members.map((member) => {
          const { key, ...entry } = entryOf(standing(member))
          return <PaletteItem key={key} {...entry} />
        })}
    </>
  )
}

interface HeadingProps {
  title: string
  count: number | null
  open: boolean
  onToggle: () => void
}

function Heading({ title, count, open, onToggle }: HeadingProps) {
  return (
    <button type="button" className={s.heading} aria-expanded={open} onClick={onToggle}>
      {title}
      <span>{count}</span>
      <Icon name={open ? 'down' : 'right'} size={11} />
    </button>
  )
}

function Group({ group, members, after: { standing }, still }: PaletteGroup & Shown) {
  const catalog = useCatalog()
  const [open, setOpen] = useState(false)
  const fresh = useMemo(() => namesIn(members, standing), [members, standing])
  const names = useSteady(fresh, still)
  const shown = open || names.length <= SHOWN + 1 ? names : names.slice(0, SHOWN)
  return (
    <>
      <h2>
        <Heading
          title={group.title}
          count={members.length}
          open={shown.length === members.length}
          onToggle={() => setOpen(!open)}
        />
      </h2>
      {shown.map((layer) => {
        const member = catalog.get('layer', layer)
        if (!member) return null
        const { key, ...entry } = entryOf(standing(member))
        return <PaletteItem key={key} {...entry} />
      })}
    </>
  )
}
