// The projects there are: one row of cards, or all of them as far as one scrolls; searched, put in order.

import { useEffect, useRef, useState } from 'react'
import { Button, cx, Input, Select, Skeleton } from '../ui/controls'
import { t } from '../words/words'
import { listed, ORDERS, type Order } from './listing'
import { ProjectCard } from './ProjectCard'
import s from './start.module.css'
import { useColumns } from './useColumns'
import type { useProjects } from './useProjects'

/** More of them are drawn when the page is scrolled near their end. */
const ROWS = 6

interface ProjectsProps {
  projects: ReturnType<typeof useProjects>
}

export function Projects({ projects }: ProjectsProps) {
  const grid = useRef<HTMLUListElement>(null)
  const [query, setQuery] = useState('')
  const [order, setOrder] = useState<Order>('changed')
  const [all, setAll] = useState(false)
  const [pages, setPages] = useState(1)
  const { value } = projects
  const columns = useColumns(grid, value !== null)
  const found = listed(value ?? [], query, order)
  const open = all || query !== ''
  const shown = open ? found.slice(0, pages * ROWS * columns) : found.slice(0, columns === 1 ? 3 : columns)
  if (value?.length === 0)
    return (
      <section aria-labelledby="projects" className={s.none}>
        <h2 id="projects">{t('start-none')}</h2>
        <p>{t('start-none-hint')}</p>
      </section>
    )
  return (
    <section aria-labelledby="projects">
      <div className={s.heading}>
        <h2 id="projects">{t('start-projects')}</h2>
        {value && value.length > 3 && (
          <span className={s.tools}>
            <Input
              type="search"
              aria-label={t('start-search')}
              placeholder={t('start-search')}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value)
                setPages(1)
              }}
            />
            <Select
              aria-label={t('start-order')}
              value={order}
              choices={ORDERS.map((one) => ({ value: one, label: t(`start-order-${one}`) }))}
              onChange={(next) => setOrder(next as Order)}
            />
          </span>
        )}
      </div>
      {value ? (
        <ul ref={grid} className={cx(s.grid, s.projects)} aria-label={t('start-projects')}>
          {shown.map((project) => (
            <ProjectCard key={project.id} project={project} projects={projects} />
          ))}
        </ul>
      ) : (
        <div className={cx(s.grid, s.projects)} role="status" aria-label={t('start-projects-loading')}>
          {Array.from({ length: 5 }, (_, at) => (
            <Skeleton key={at} height={176} />
          ))}
        </div>
      )}
      {value && query && (
        <p className={cx(s.found, found.length > 0 && 'visually-hidden')} role="status">
          {t('start-found', { n: found.length, query })}
        </p>
      )}
      {!query && (value?.length ?? 0) > (columns === 1 ? 3 : columns) && (
        <Button kind="link" className={s.all} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('start-fewer') : t('start-all', { n: value?.length ?? 0 })}
        </Button>
      )}
      {open && shown.length < found.length && <Further key={shown.length} onSeen={() => setPages(pages + 1)} />}
    </section>
  )
}

/** The end of what is drawn. */
function Further({ onSeen }: { onSeen: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen(), { rootMargin: '600px' })
    if (end.current) seen.observe(end.current)
    return () => seen.disconnect()
  })
  return <div ref={end} className={s.further} />
}
