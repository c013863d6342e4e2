// One format: what it is for, how far it is, and what came of it.

import type { Export, Format } from '../contract'
import { urls } from '../server/api'
import { Button, Pill, Progress } from '../ui/controls'
import { t } from '../words/words'
import s from './exports.module.css'
import { Proven } from './Proven'
import { Refused } from './Refused'
import { Command } from './Command'

interface FormatRowProps {
  run: string
  format: Format
  known: Export
  onBegin: () => void
  onCancel: () => void
  onClose: () => void
}

export function FormatRow({ run, format, known, onBegin, onCancel, onClose }: FormatRowProps) {
  const { state, receipt } = known
  const going = state === 'waiting' || state === 'working'
  return (
    <li className={s.format} data-format={format.name} data-state={state}>
      <div className={s.head}>
        <h3>{format.title}</h3>
        <Mark state={state} unproven={receipt?.unproven ?? ''} />
        <span className={s.end}>
          {(state === 'none' || state === 'failed') && (
            <Button small onClick={onBegin} aria-label={t('export-begin-named', { format: format.title })}>
              {t(state === 'failed' ? 'export-again' : 'export-begin')}
            </Button>
          )}
          {going && (
            <Button small kind="quiet" onClick={onCancel} aria-label={t('export-cancel-named', { format: format.title })}>
              {t('export-cancel')}
            </Button>
          )}
          {state === 'ready' && (
            <a className={s.download} href={urls.exported(run, format.name)} download aria-label={t('export-download-named', { file: format.file })}>
              {t('export-download')}
            </a>
          )}
        </span>
      </div>
      <p className={s.what}>{t(`export-what-${format.name}`)}</p>
      {going && (
        <div className={s.going} role="status">
          <Progress share={known.share} label={t('export-progress', { format: format.title })} />
          <span>{t(known.stage ? `export-stage-${known.stage}` : 'export-stage-waiting')}</span>
        </div>
      )}
      {state === 'ready' && receipt && <Proven format={format} receipt={receipt} />}
      {state === 'refused' && receipt && <Refused format={format} receipt={receipt} onShow={onClose} />}
      {state === 'failed' && <p className={s.bad}>{t('export-failed', { error: known.error })}</p>}
      {state === 'missing' && (
        <>
          <p>{t('export-missing', { packages: known.missing.join(', '), n: known.missing.length })}</p>
          <Command text={known.command} />
        </>
      )}
      {state === 'unfit' && format.elsewhere && (
        <>
          <p>{t('export-elsewhere', { converter: format.elsewhere.name, version: format.elsewhere.version })}</p>
          <Command text={format.elsewhere.command} />
        </>
      )}
      {state === 'unfit' && !format.elsewhere && <p>{t('export-backend', { backends: format.backends.join(', ') })}</p>}
    </li>
  )
}

function Mark({ state, unproven }: { state: Export['state']; unproven: string }) {
  if (state === 'ready') return <Pill tone={unproven ? 'warn' : 'ok'}>{t(unproven ? 'export-written' : 'export-proven')}</Pill>
  if (state === 'refused') return <Pill tone="bad">{t('export-refused')}</Pill>
  if (state === 'missing' || state === 'unfit') return <Pill>{t('export-not-here')}</Pill>
  return null
}
