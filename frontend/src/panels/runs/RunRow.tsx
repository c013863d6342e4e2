// One run: its state, its best row, the files it leaves, and the version it trained.

import type { Run, Version } from '../../contract'
import { exportRun } from '../../exports/exporting'
import { useMay } from '../../document/hooks'
import { ago, duration, moment } from '../../run/words'
import { urls } from '../../server/api'
import { Button } from '../../ui/controls'
import { navigate } from '../../ui/route'
import { t } from '../../words/words'
import s from '../dock.module.css'
import { isActive } from '../lab'
import { useLab, useLabState } from '../LabProvider'
import { bestOf } from './best'
import { FurtherButton } from './FurtherButton'
import { PauseButton } from './PauseButton'
import { StatePill } from './StatePill'
import { VersionMark, VersionTools } from './VersionTools'
import { reasonOf } from '../../words/said'

const FILES: Record<string, string> = {
  'model.keras': '.keras',
  'script.py': '.py',
  'curves.csv': 'curves.csv',
}

interface RunRowProps {
  run: Run
  version: Version | null
  now: number
}

export function RunRow({ run, version, now }: RunRowProps) {
  const lab = useLab()
  const may = useMay()
  const { watched, stopping } = useLabState()
  const number = String(run.number)
  const name = t('runs-run', { number })
  const choose = () => {
    lab.watch(run.id)
    navigate({ project: run.project, run: run.id })
  }
  return (
    <tr
      className={run.id === watched?.run ? s.watched : undefined}
      aria-current={run.id === watched?.run || undefined}
    >
      <td>
        <Button kind="link" onClick={choose} aria-label={t('describe-show-run', { number })}>
          {name}
        </Button>
        {run.parent !== null && <small className={s.from}>{t('runs-from', { number: String(run.parent) })}</small>}
      </td>
      <td>
        <StatePill state={run.state} reason={reasonOf(run)} />
      </td>
      <td className={s.strong}>{bestOf(run)}</td>
      <td>
        {run.started_at && run.ended_at
          ? duration(run.ended_at - run.started_at)
          : run.place
            ? t('runs-place', { n: run.place })
            : ''}
      </td>
      <td title={moment(run.created_at)}>{ago(run.created_at, now)}</td>
      <td>
        <VersionMark version={version} />
      </td>
      <td>
        <span className={s.files}>
          {(may.draw ? run.files : []).map((file) => (
            <a key={file} href={urls.runFile(run.id, file)} download aria-label={t('runs-download', { file, number })}>
              {file === 'receipt.json' ? t('runs-receipt') : (FILES[file] ?? file)}
            </a>
          ))}
        </span>
      </td>
      <td className={s.tools}>
        <PauseButton run={run} />
        <FurtherButton run={run} />
        {isActive(run) && may.train && (
          <Button
            small
            kind="quiet"
            disabled={stopping.includes(run.id)}
            onClick={() => void lab.stop(run.id)}
            aria-label={t('runs-stop-run', { number })}
          >
            {t(stopping.includes(run.id) ? 'runs-stopping' : 'runs-stop')}
          </Button>
        )}
        {may.draw && run.files.includes('model.keras') && (
          <Button small kind="quiet" onClick={() => exportRun(run.id)} aria-label={t('runs-export-run', { number })}>
            {t('runs-export')}
          </Button>
        )}
        <VersionTools version={version} name={name} />
      </td>
    </tr>
  )
}
