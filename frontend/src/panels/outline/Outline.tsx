// The same network as a list from top to bottom: a complete editor for a small screen, a keyboard, a screen reader.

import '../../words/lateOutline'
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { AddMenu } from '../../canvas/AddMenu'
import { homeOf, insideOf, only, ownerOf, wayTo, type Nodes } from '../../catalog/blocks'
import { useCatalog } from '../../catalog/context'
import { addItem } from '../../document/adding'
import { useDocument, useGraph } from '../../document/hooks'
import { select, useSelection } from '../../document/selection'
import { Button } from '../../ui/controls'
import { Icon } from '../../ui/glyphs'
import { Changing, useReadOnly } from '../../ui/readOnly'
import { t } from '../../words/words'
import s from './outline.module.css'
import { openAdding } from './opening'
import { closeRow, openRows, useOpenRows } from './openRows'
import { readingOrder } from './readingOrder'
import { Row } from './Row'
import { useOutlineActions } from './useOutlineActions'

export function Outline() {
  const nodes = useGraph((graph) => graph.nodes)
  const edges = useGraph((graph) => graph.edges)
  const order = useMemo(() => readingOrder(levelOf(nodes, null), edges), [nodes, edges])
  const selected = useSelection((selection) => selection.nodes.at(-1))
  const box = useRef<HTMLDivElement>(null)
  useOutlineActions()
  const held = useReadOnly()

  // What was selected elsewhere, or added, is brought into sight.
  useEffect(() => {
    box.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  // What is selected inside a block is shown there.
  useEffect(() => openRows(selected === undefined ? [] : wayTo(nodes, selected)), [nodes, selected])

  /** The row that Tab reaches: the selected one, else the first. */
  const stop = selected !== undefined && nodes[selected] ? selected : order[0]
  const walk = (event: KeyboardEvent) => {
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('[data-id]') ?? [])].map(({ dataset }) => dataset.id ?? '')
    const here = (event.target as HTMLElement).dataset.id ?? ''
    const at = rows.indexOf(here)
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return
    const isBlock = nodes[here]?.type === 'block'
    if (event.key === 'ArrowRight' && isBlock) return openRows([here])
    const home = homeOf(nodes, here)
    if (event.key === 'ArrowLeft' && isBlock && useOpenRows.getState().rows.has(here)) return closeRow(here)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    const id = event.key === 'ArrowLeft' && home !== null ? home : next === undefined ? undefined : rows[next]
    if (next === undefined && id === undefined) return
    event.preventDefault()
    if (id === undefined) return
    select([id])
    box.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus()
  }
  return (
    <div className={s.outline} ref={box} data-scope="outline" data-testid="outline">
      {order.length ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-redundant-roles -- a list without marks is none to Safari
        <ol aria-label={t('outline-list')} role="list" onKeyDown={walk}>
          <Level block={null} before="" stop={stop} selected={selected} />
        </ol>
      ) : (
        <Empty />
      )}
      {order.length > 0 && !held && (
        <Button className={s.add} onClick={(event) => openAdding(event.currentTarget)}>
          <Icon name="plus" /> {t('outline-add')}
        </Button>
      )}
      <AddMenu />
    </div>
  )
}

interface LevelProps {
  block: string | null
  /** Stands before the numbers: "2." */
  before: string
  stop: string | undefined
  selected: string | undefined
}

/** The rows of what stands in one block; below an open block's row, its own. */
function Level({ block, before, stop, selected }: LevelProps) {
  const nodes = useGraph((graph) => graph.nodes)
  const edges = useGraph((graph) => graph.edges)
  const order = useMemo(() => readingOrder(levelOf(nodes, block), edges), [nodes, edges, block])
  const open = useOpenRows(({ rows }) => rows)
  return order.map((id, at) => {
    const place = `${before}${at + 1}`
    const content = ownerOf(nodes, id)
    const isBlock = nodes[id]?.type === 'block' && content === id
    return (
      <Row key={id} id={id} place={place} above={order[at - 1]} stop={id === stop} selected={id === selected}>
        {isBlock && open.has(id) && (
          // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- as above
          <ol role="list" className={s.within} aria-label={t('outline-inside', { name: nodes[id]?.name ?? '' })}>
            <Level block={id} before={`${place}.`} stop={stop} selected={selected} />
          </ol>
        )}
      </Row>
    )
  })
}

function levelOf(nodes: Nodes, block: string | null): Nodes {
  return only(nodes, insideOf(nodes, block))
}

function Empty() {
  const document = useDocument()
  const catalog = useCatalog()
  return (
    <div className={s.empty}>
      <h2>{t('outline-empty')}</h2>
      <Changing>
        <p>{t('outline-empty-more')}</p>
        <div>
          <Button kind="primary" data-begin onClick={() => addItem(document, catalog, { type: 'input' })}>
            {t('outline-add-input')}
          </Button>
          <Button onClick={(event) => openAdding(event.currentTarget)}>{t('outline-search')}</Button>
        </div>
      </Changing>
    </div>
  )
}
