// Two graphs on one canvas: chosen above, walked through at the side. Fills the window; leaving it brings the drawing back as it was.

import '../words/lateCompare'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import type { Problem } from '../contract'
import { useDocument, useSync } from '../document/hooks'
import { useAnswer } from '../panels/useAnswer'
import { restoreVersion, useVersions } from '../panels/versions'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { Button, cx, IconButton, Skeleton } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import { navigate } from '../ui/route'
import { t } from '../words/words'
import { Chooser } from './Chooser'
import s from './compare.module.css'
import { keepFile } from './file'
import { Laid } from './Laid'
import { droppedFile, named, pairText, type Pair } from './refs'
import { Summary } from './Summary'
import { useNames } from './useNames'

export function CompareView({ pair }: { pair: Pair }) {
  const document = useDocument()
  const { project } = document
  const { api } = useServer()
  const names = useNames()
  const may = useSync((sync) => sync.may.draw)
  const tick = useVersions((state) => state.tick)
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<readonly Problem[]>([])
  const box = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const before = named(pair.before)
  const after = named(pair.after)
  // A live graph is asked for again when it changes; whatever else is compared stays as it is.
  const live = [pair.before, pair.after].some((ref) => ref.type === 'live') ? tick : 0
  const { value, problems, asking } = useAnswer(
    before && after ? `${pairText(pair)} ${droppedFile()?.name ?? ''} ${live}` : null,
    () => api.compare(project, before!, after!),
  )

  const leave = () => navigate({ project })
  const choose = (part: Partial<Pair>) => {
    setRefused([])
    navigate({ project, compare: pairText({ ...pair, ...part }) })
  }
  const take = async (file: File | undefined, side: keyof Pair) => {
    if (!file) return
    try {
      await keepFile(file, api)
      choose({ [side]: { type: 'file' } })
    } catch (error) {
      setRefused(problemsOf(error))
    }
  }
  const version = pair.after.type === 'live' && ['run', 'saved'].includes(pair.before.type) ? before : null
  const restore = async () => {
    if (version && (await restoreVersion(document, api, version, names.nameOf(pair.before)))) leave()
  }

  useEffect(() => {
    const from = globalThis.document.activeElement
    box.current?.showModal()
    heading.current?.focus()
    return () => (from instanceof HTMLElement ? from.focus() : undefined)
  }, [])

  return (
    <dialog
      ref={box}
      className={s.dialog}
      data-scope="compare"
      aria-label={t('compare-title')}
      onCancel={(event) => {
        event.preventDefault()
        leave()
      }}
    >
      <div
        role="presentation"
        className={cx(s.view, over && s.over)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
        onDrop={(event: DragEvent) => {
          event.preventDefault()
          setOver(false)
          void take(event.dataTransfer.files[0], 'before')
        }}
      >
      <header className={s.bar}>
        <h1 ref={heading} tabIndex={-1}>{t('compare-title')}</h1>
        <div className={s.pair}>
          <Chooser
            label={t('compare-before')}
            value={pair.before}
            names={names}
            onChange={(ref) => choose({ before: ref })}
            onFile={(file) => void take(file, 'before')}
          />
          <IconButton label={t('compare-swap')} onClick={() => choose({ before: pair.after, after: pair.before })}>
            <span aria-hidden="true">⇄</span>
          </IconButton>
          <Chooser
            label={t('compare-after')}
            value={pair.after}
            names={names}
            onChange={(ref) => choose({ after: ref })}
            onFile={(file) => void take(file, 'after')}
          />
        </div>
        {value && <Summary diff={value.diff} />}
        <span className={s.end}>
          {version && may && (
            <Button onClick={() => void restore()}>
              {t('compare-restore', { name: names.nameOf(pair.before) })}
            </Button>
          )}
          <Button kind="quiet" onClick={leave}>
            <Icon name="close" size={14} /> {t('compare-close')}
          </Button>
        </span>
      </header>
      {(!before || !after) && (
        <p className={s.problem} role="alert">
          {t('compare-gone-file')}
        </p>
      )}
      {[...refused, ...problems].map((problem) => (
        <p key={problem.code} className={s.problem} role="alert">
          <b>{problem.title}</b> {problem.message}
        </p>
      ))}
      {value && before && after && !problems.length ? <Laid key={pairText(pair)} comparison={value} /> : asking && <Waiting />}
      </div>
    </dialog>
  )
}

function Waiting() {
  return (
    <div className={s.waiting} role="status" aria-label={t('compare-loading')}>
      {Array.from({ length: 4 }, (_, at) => (
        <Skeleton key={at} width={226} height={54} />
      ))}
    </div>
  )
}
