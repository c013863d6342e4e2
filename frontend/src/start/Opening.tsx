// One's own beginning: a file that is chosen, or an empty canvas; while something is made, what; and why something could not be opened.

import { useRef } from 'react'
import { pasteCode } from '../imports/importing'
import { Button, IconButton, Progress } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import { t } from '../words/words'
import s from './start.module.css'
import type { useOpening } from './useOpening'

export function Opening({ opening }: { opening: ReturnType<typeof useOpening> }) {
  const file = useRef<HTMLInputElement>(null)
  const { busy, problems } = opening
  return (
    <section className={s.opening} aria-label={t('start-own')}>
      <span className={s.choices}>
        <Button disabled={busy !== null} onClick={() => file.current?.click()}>
          <Icon name="upload" size={15} />
          {t('start-choose-file')}
        </Button>
        <Button disabled={busy !== null} onClick={pasteCode}>
          <Icon name="copy" size={15} />
          {t('start-paste-code')}
        </Button>
        <Button disabled={busy !== null} onClick={() => void opening.create({})}>
          <Icon name="plus" size={15} />
          {t('start-empty-canvas')}
        </Button>
      </span>
      {busy ? (
        <div className={s.busy} role="status">
          {busy.words}
          {busy.part !== null && <Progress share={busy.part} label={busy.words} width="100%" />}
        </div>
      ) : (
        <p className={s.hint}>{t('start-drop')}</p>
      )}
      <input
        ref={file}
        type="file"
        multiple
        accept=".csv,.tsv,.txt,.json,.png,.svg,.keras,.h5,.hdf5,.py"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('start-file')}
        onChange={(event) => {
          void opening.open([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {problems.length > 0 && (
        <div className={s.refused} role="alert">
          <IconButton small label={t('word-close')} onClick={opening.forget}>
            <Icon name="close" size={14} />
          </IconButton>
          {problems.map((problem) => (
            <p key={`${problem.code} ${problem.evidence}`}>
              <b>{problem.title}</b> {problem.message}
            </p>
          ))}
        </div>
      )}
    </section>
  )
}
