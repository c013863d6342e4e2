// How far the canvas has gone since a version; laying the version under the canvas, and bringing it back.

import { compareWith } from '../../compare/Comparing'
import type { Version } from '../../contract'
import { useDocument, useSync } from '../../document/hooks'
import { useServer } from '../../server/ServerContext'
import { Button, Pill } from '../../ui/controls'
import { t } from '../../words/words'
import { restoreVersion } from '../versions'

export function VersionMark({ version }: { version: Version | null }) {
  if (!version || version.changes === null) return null
  if (version.changes === 0) return <Pill tone="ok">{t('runs-this-canvas')}</Pill>
  return <span>{t('runs-changes-since', { n: version.changes })}</span>
}

/** Nothing to offer for what is on the canvas already. */
export function VersionTools({ version, name }: { version: Version | null; name: string }) {
  const document = useDocument()
  const { api } = useServer()
  const may = useSync((sync) => sync.may.draw)
  if (!version || version.changes === 0) return null
  const { type, id } = version
  return (
    <>
      <Button
        small
        kind="quiet"
        onClick={() => compareWith(document.project, { type, id })}
        aria-label={t('runs-compare-version', { name })}
      >
        {t('runs-compare')}
      </Button>
      {may && (
        <Button
          small
          kind="quiet"
          onClick={() => void restoreVersion(document, api, { type, id }, name)}
          aria-label={t('runs-restore-version', { name })}
        >
          {t('runs-restore')}
        </Button>
      )}
    </>
  )
}
