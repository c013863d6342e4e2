// A search box at a point of the canvas. Arrows and Enter choose, Escape leaves.

import { useEffect, useMemo, useRef, useState } from 'react'
import { useCatalog } from '../catalog/context'
import { useDocument } from '../document/hooks'
import { useFits, useSteady } from '../fits/useFits'
import { groupColor, Glyph } from '../ui/glyphs'
import { t } from '../words/words'
import s from './addmenu.module.css'
import { closeMenu, type OpenMenu as Menu } from './menu'
import { headingOf, offersFor, placeOf, type MenuOffer } from './offers'
import { useChoose } from './useChoose'

const WIDTH = 300
const HEIGHT = 340

export function OpenMenu({ menu }: { menu: Menu }) {
  const catalog = useCatalog()
  const document = useDocument()
  const choose = useChoose()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  /** Somebody points at the list, by pointer or by keys: nothing changes its place. */
  const [still, setStill] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const graph = document.graph.getState()
  const inference = document.inference.getState()
  const { fits, state } = useFits(placeOf(menu.purpose, graph, catalog), 0)
  const fresh = useMemo(
    () => offersFor(menu.purpose, query, catalog, graph, inference, fits),
    [menu.purpose, query, catalog, graph, inference, fits],
  )
  const order = useSteady(
    fresh.map(({ key }) => key),
    still,
  )
  const offers = useMemo(() => {
    const byKey = new Map(fresh.map((offer) => [offer.key, offer]))
    return order.flatMap((key) => byKey.get(key) ?? [])
  }, [fresh, order])

  // Back to where it was, unless what was chosen has taken the focus on.
  const [before] = useState(() => globalThis.document.activeElement)
  useEffect(
    () => () =>
      void requestAnimationFrame(() => {
        const { activeElement, body } = globalThis.document
        const lost = !activeElement || activeElement === body
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      }),
    [before],
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
    if (!offer?.choose) return
    closeMenu()
    choose(menu, offer)
  }
  const keys = (event: React.KeyboardEvent) => {
    const move = (to: number) => {
      setStill(true)
      setAt(Math.max(0, Math.min(to, offers.length - 1)))
    }
    if (event.key === 'ArrowDown') move(at + 1)
    else if (event.key === 'ArrowUp') move(at - 1)
    else if (event.key === 'Enter') take(offers[at])
    else if (event.key === 'Escape' || event.key === 'Tab') closeMenu()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const search = ['connect', 'find'].includes(menu.purpose.type) ? t('add-search-nodes') : t('palette-search')
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
      aria-label={headingOf(menu.purpose, graph, inference, catalog)}
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
          setStill(false)
        }}
        onKeyDown={keys}
      />
      <div className={s.heading}>{headingOf(menu.purpose, graph, inference, catalog)}</div>
      <div className={s.list} id="add-menu-list" role="listbox" aria-label={t('add-offers')}>
        {offers.map((offer, place) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the search box above has the keys
          <div
            key={offer.key}
            id={`add-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            aria-disabled={offer.choose === null}
            data-fits={offer.fits}
            className={s.offer}
            title={offer.hint}
            onPointerMove={() => {
              setAt(place)
              setStill(true)
            }}
            onClick={() => take(offer)}
          >
            <Glyph
              icon={offer.icon}
              group={offer.group}
              style={{ color: offer.fits === 'no' ? 'var(--faint)' : groupColor(catalog.group(offer.group)?.color ?? offer.group) }}
            />
            <span>{offer.title}</span>
            {offer.said ? <b>{offer.said}</b> : <small>{offer.hint}</small>}
          </div>
        ))}
        {!offers.length && (
          <p className={s.none}>{query ? t('add-nothing-like', { query }) : t('add-nothing')}</p>
        )}
      </div>
      {state === 'guessed' && asks(menu) && <p className={s.guessed}>{t('fits-guessed')}</p>}
    </div>
  )
}

/** What it offers is tried, as soon as there is somebody to try it. */
function asks({ purpose }: Menu): boolean {
  return purpose.type === 'wired' || purpose.type === 'insert' || purpose.type === 'connect'
}
