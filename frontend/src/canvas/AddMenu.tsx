// A search box at a point of the canvas. Arrows and Enter choose, Escape leaves.

import { useEffect, useMemo, useRef, useState } from 'react'
import { useCatalog } from '../catalog/context'
import { useDocument } from '../document/hooks'
import { groupColor, Glyph } from '../ui/glyphs'
import s from './addmenu.module.css'
import { closeMenu, useMenu, type OpenMenu } from './menu'
import { headingOf, offersFor, type MenuOffer } from './offers'
import { useChoose } from './useChoose'

const WIDTH = 300
const HEIGHT = 340

export function AddMenu() {
  const menu = useMenu((state) => state.menu)
  return menu ? <Opened key={`${menu.at.x} ${menu.at.y}`} menu={menu} /> : null
}

function Opened({ menu }: { menu: OpenMenu }) {
  const catalog = useCatalog()
  const document = useDocument()
  const choose = useChoose()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const graph = document.graph.getState()
  const inference = document.inference.getState()
  const offers = useMemo(
    () => offersFor(menu.purpose, query, catalog, graph, inference),
    [menu.purpose, query, catalog, graph, inference],
  )

  useEffect(() => {
    const close = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) closeMenu()
    }
    addEventListener('pointerdown', close, true)
    return () => removeEventListener('pointerdown', close, true)
  }, [])
  useEffect(() => {
    box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const take = (offer: MenuOffer | undefined) => {
    if (!offer) return
    closeMenu()
    choose(menu, offer)
  }
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, offers.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') take(offers[at])
    else if (event.key === 'Escape' || event.key === 'Tab') closeMenu()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const search = ['connect', 'find'].includes(menu.purpose.type) ? 'Search nodes' : 'Search layers'
  const place = {
    left: Math.max(8, Math.min(menu.at.x, innerWidth - WIDTH - 8)),
    top: Math.max(8, Math.min(menu.at.y, innerHeight - HEIGHT - 8)),
    width: WIDTH,
    maxHeight: HEIGHT,
  }
  return (
    <div
      className={s.menu}
      style={place}
      ref={box}
      role="dialog"
      aria-label={headingOf(menu.purpose, graph, inference)}
    >
      <input
        className={s.search}
        placeholder={search}
        role="combobox"
        aria-label={search}
        aria-expanded="true"
        aria-controls="add-menu-list"
        aria-activedescendant={offers[at] ? `add-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={keys}
      />
      <div className={s.heading}>{headingOf(menu.purpose, graph, inference)}</div>
      <div className={s.list} id="add-menu-list" role="listbox" aria-label="Offers">
        {offers.map((offer, place) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the search box above has the keys
          <div
            key={offer.key}
            id={`add-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            className={s.offer}
            title={offer.hint}
            onPointerMove={() => setAt(place)}
            onClick={() => take(offer)}
          >
            <Glyph
              icon={offer.icon}
              group={offer.group}
              style={{ color: groupColor(catalog.group(offer.group)?.color), flex: 'none' }}
            />
            <span>{offer.title}</span>
            <small>{offer.hint}</small>
          </div>
        ))}
        {!offers.length && <p className={s.none}>Nothing fits{query && ` “${query}”`} here.</p>}
      </div>
    </div>
  )
}
