// Every run of the project, newest first: its state, its best row, and the files it leaves.

import type { Run } from '../../contract'
import { ago, duration } from '../../run/words'
import { urls } from '../../server/api'
import { Button, cx } from '../../ui/controls'
import { navigate } from '../../ui/route'
import s from '../dock.module.css'
import { isActive } from '../lab'
import { useLab, useLabState } from '../LabProvider'
import { useNow } from '../useNow'
import { bestOf } from './best'
import { StatePill } from './StatePill'

const FILES: Record<string, string> = {
  'model.keras': '.keras',
  'script.py': '.py',
  'receipt.json': 'receipt',
  'curves.csv': 'curves.csv',
}

export function RunsTab() {
  const lab = useLab()
  const { runs, watched, loaded, stopping } = useLabState()
  const now = useNow(30_000)
  if (runs.length === 0)
    return (
      <p className={s.empty}>
        {loaded ? 'No run yet. Each press of Train adds one here, with its model and its script.' : 'Looking for runs…'}
      </p>
    )
  const choose = (run: Run) => {
    lab.watch(run.id)
    navigate({ project: run.project, run: run.id })
  }
  return (
    <div className={cx(s.scroll, s.runs)} style={{ height: '100%' }}>
      <table className={s.table}>
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col">State</th>
            <th scope="col">Best</th>
            <th scope="col">Took</th>
            <th scope="col">Started</th>
            <th scope="col">Files</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr
              key={run.id}
              className={run.id === watched?.run ? s.watched : undefined}
              aria-current={run.id === watched?.run || undefined}
            >
              <td>
                <Button kind="link" onClick={() => choose(run)} aria-label={`Show run ${run.number}`}>
                  Run {run.number}
                </Button>
              </td>
              <td>
                <StatePill state={run.state} reason={run.reason} />
              </td>
              <td className={s.strong}>{bestOf(run)}</td>
              <td>
                {run.started_at && run.ended_at
                  ? duration(run.ended_at - run.started_at)
                  : run.place
                    ? `place ${run.place} in the queue`
                    : ''}
              </td>
              <td title={new Date(run.created_at * 1000).toLocaleString()}>{ago(run.created_at, now)}</td>
              <td>
                <span className={s.files}>
                  {run.files.map((file) => (
                    <a
                      key={file}
                      href={urls.runFile(run.id, file)}
                      download
                      aria-label={`Download ${file} of run ${run.number}`}
                    >
                      {FILES[file] ?? file}
                    </a>
                  ))}
                </span>
              </td>
              <td>
                {isActive(run) && (
                  <Button
                    small
                    kind="quiet"
                    disabled={stopping.includes(run.id)}
                    onClick={() => void lab.stop(run.id)}
                    aria-label={`Stop run ${run.number}, keep its weights`}
                  >
                    {stopping.includes(run.id) ? 'Stopping…' : 'Stop'}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
