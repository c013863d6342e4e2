// What became of the project, newest first: every run with its state, its best row and its files, and the versions kept under a name.
// Each says how far the canvas has gone since, and can be laid under it or brought back.

import '../../words/lateDescribe'
import '../../words/lateRunlist'
import type { Run, Version } from '../../contract'
import { useSync } from '../../document/hooks'
import { cx } from '../../ui/controls'
import { t } from '../../words/words'
import s from '../dock.module.css'
import { useLabState } from '../LabProvider'
import { useNow } from '../useNow'
import { useVersions } from '../versions'
import { RunRow } from './RunRow'
import { SavedRow } from './SavedRow'
import { SaveVersion } from './SaveVersion'

export function RunsTab() {
  const { runs, loaded } = useLabState()
  const { versions } = useVersions()
  const now = useNow(30_000)
  const may = useSync((sync) => sync.may.draw)
  const rows = inTime(runs, versions)
  return (
    <div className={s.column}>
      <div className={s.toolbar}>{may && <SaveVersion />}</div>
      {rows.length ? (
        <div className={cx(s.scroll, s.runs)}>
          <table className={s.table}>
            <thead>
              <tr>
                <th scope="col">{t('runs-a-run')}</th>
                <th scope="col">{t('runs-state')}</th>
                <th scope="col">{t('runs-best')}</th>
                <th scope="col">{t('runs-took')}</th>
                <th scope="col">{t('runs-started')}</th>
                <th scope="col">{t('runs-version')}</th>
                <th scope="col">{t('runs-files')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('runs-actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ run, version }) =>
                run ? (
                  <RunRow key={run.id} run={run} version={version} now={now} />
                ) : (
                  version && <SavedRow key={version.id} version={version} now={now} />
                ),
              )}
            </tbody>
          </table>
        </div>
      ) : (
        <p className={s.empty}>{t(loaded ? 'runs-none-yet' : 'runs-looking')}</p>
      )}
    </div>
  )
}

interface Row {
  at: number
  run: Run | null
  version: Version | null
}

/** Runs as the lab knows them, which is at once; their versions follow in a moment. */
function inTime(runs: readonly Run[], versions: readonly Version[]): Row[] {
  const known = new Map(versions.map((version) => [version.id, version]))
  const rows: Row[] = [
    ...runs.map((run) => ({ at: run.created_at, run, version: known.get(run.id) ?? null })),
    ...versions.filter(({ type }) => type === 'saved').map((version) => ({ at: version.created_at, run: null, version })),
  ]
  return rows.sort((a, b) => b.at - a.at)
}
