// One version kept under a name.

import type { Version } from '../../contract'
import { useDocument, useSync } from '../../document/hooks'
import { ago, moment } from '../../run/words'
import { problemsOf } from '../../server/refusal'
import { useServer } from '../../server/ServerContext'
import { Button, Pill } from '../../ui/controls'
import { say } from '../../ui/toast'
import { t } from '../../words/words'
import s from '../dock.module.css'
import { askAgain } from '../versions'
import { VersionMark, VersionTools } from './VersionTools'

export function SavedRow({ version, now }: { version: Version; now: number }) {
  const { project } = useDocument()
  const { api } = useServer()
  const may = useSync((sync) => sync.may.draw)
  const remove = async () => {
    try {
      await api.deleteVersion(project, version.id)
      askAgain()
    } catch (error) {
      say(problemsOf(error)[0]?.message ?? '', { tone: 'bad' })
    }
  }
  return (
    <tr>
      <td className={s.kept} title={version.name}>
        {version.name}
      </td>
      <td>
        <Pill>{t('runs-saved')}</Pill>
      </td>
      <td colSpan={2}>{t('runs-saved-by', { name: version.by })}</td>
      <td title={moment(version.created_at)}>{ago(version.created_at, now)}</td>
      <td>
        <VersionMark version={version} />
      </td>
      <td />
      <td className={s.tools}>
        {may && (
          <Button
            small
            kind="quiet"
            onClick={() => void remove()}
            aria-label={t('runs-delete-version', { name: version.name })}
          >
            {t('runs-delete')}
          </Button>
        )}
        <VersionTools version={version} name={version.name} />
      </td>
    </tr>
  )
}
