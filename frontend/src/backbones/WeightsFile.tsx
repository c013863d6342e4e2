// Where a backbone's weights are: here, on their way, or which file belongs where; and the two ways to get it.

import '../words/lateBackbones'
import { useRef } from 'react'
import type { BackboneNode } from '../contract'
import { useSession } from '../frame/session'
import { Button, Progress } from '../ui/controls'
import { bytes } from '../ui/format'
import { Sentence } from '../ui/Sentence'
import { t } from '../words/words'
import s from './backbones.module.css'
import { isUnderWay, useWeights } from './useWeights'

export function WeightsFile({ node, shape }: { node: BackboneNode; shape: readonly (number | null)[] | null }) {
  const { weights, problems, uploading, download, bring, fetch, cancel } = useWeights(node, shape)
  const guest = useSession()?.user.role === 'guest'
  const field = useRef<HTMLInputElement>(null)
  if (!shape) return <p className={s.quiet}>{t('backbones-file-no-shape')}</p>
  const file = weights?.file
  const busy = uploading !== null || isUnderWay(download)
  return (
    <section className={s.file} aria-label={t('backbones-file')}>
      {!weights && !problems.length && <p role="status">{t('backbones-file-asking')}</p>}
      {weights && file && weights.bytes !== null && (
        <p role="status">
          <Sentence text={t('backbones-file-here', { file: file.name, size: bytes(weights.bytes) })} />
        </p>
      )}
      {weights && file && weights.bytes === null && (
        <>
          <p>
            <Sentence text={t('backbones-file-missing', { file: file.name, folder: weights.folder })} />
          </p>
          <p className={s.quiet}>
            <Sentence text={t('backbones-file-origin', { origin: file.origin })} />{' '}
            <Sentence text={file.hash ? t('backbones-file-hash', { hash: file.hash }) : t('backbones-file-no-hash')} />
          </p>
        </>
      )}
      {problems.length > 0 && (
        <div role="alert" className={s.refused}>
          {problems.map((problem) => (
            <p key={`${problem.code} ${problem.evidence}`}>
              <b>{problem.title}</b> <Sentence text={problem.message} />
            </p>
          ))}
        </div>
      )}
      {busy && file && (
        <div role="status" className={s.busy}>
          {said()}
          <Progress share={share()} label={said()} width="100%" />
        </div>
      )}
      {file && !guest && (
        <div className={s.buttons}>
          {busy ? (
            <Button small onClick={cancel}>
              {t('backbones-cancel')}
            </Button>
          ) : (
            <>
              <input
                ref={field}
                hidden
                type="file"
                accept=".h5,.hdf5"
                data-weights
                onChange={({ currentTarget }) => {
                  const [chosen] = currentTarget.files ?? []
                  currentTarget.value = ''
                  if (chosen) bring(chosen)
                }}
              />
              <Button small onClick={() => field.current?.click()}>
                {t('backbones-file-choose')}
              </Button>
              {weights.bytes === null && weights.network && (
                <Button small onClick={fetch}>
                  {t('backbones-file-fetch')}
                </Button>
              )}
            </>
          )}
        </div>
      )}
      {file && weights.bytes === null && !weights.network && <p className={s.quiet}>{t('backbones-file-off')}</p>}
    </section>
  )

  function share(): number {
    if (uploading !== null) return uploading
    return download?.total ? download.received / download.total : 0
  }

  function said(): string {
    const name = file?.name ?? ''
    if (uploading !== null) return t(uploading < 1 ? 'backbones-file-uploading' : 'backbones-file-checking', { file: name })
    if (download?.state === 'checking') return t('backbones-file-checking', { file: name })
    if (!download?.total) return t('backbones-file-waiting', { file: name })
    return t('backbones-file-fetching', { file: name, have: bytes(download.received), size: bytes(download.total) })
  }
}
