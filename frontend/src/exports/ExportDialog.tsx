// Every format that a trained model can leave in, each with what its own runtime made of it.

import '../words/lateExport'
import type { Run } from '../contract'
import { Button } from '../ui/controls'
import { Dialog } from '../ui/Dialog'
import { t } from '../words/words'
import s from './exports.module.css'
import { FormatRow } from './FormatRow'
import { useExports } from './useExports'

export function ExportDialog({ run, onClose }: { run: Run; onClose: () => void }) {
  const { exports, problems, begin, cancel } = useExports(run.id)
  const open = exports?.exports.filter(({ state }) => state === 'none' || state === 'failed') ?? []
  const all = () => open.reduce((before, { format }) => before.then(() => begin(format)), Promise.resolve())
  return (
    <Dialog title={t('export-title', { number: String(run.number) })} onClose={onClose} className={s.dialog}>
      <div className={s.body}>
        <div className={s.intro}>
          <p>{t('export-intro')}</p>
          <Button data-first disabled={!open.length} onClick={() => void all()}>
            {t('export-all')}
          </Button>
        </div>
        {problems.map((problem) => (
          <p key={problem.code} className={s.problem} role="alert">
            <b>{problem.title}</b> {problem.message}
          </p>
        ))}
        {!exports && !problems.length && <p role="status">{t('export-looking')}</p>}
        <ul className={s.formats}>
          {exports?.formats.map((format, at) => (
            <FormatRow
              key={format.name}
              run={run.id}
              format={format}
              known={exports.exports[at]!}
              onBegin={() => void begin(format.name)}
              onCancel={() => void cancel(format.name)}
              onClose={onClose}
            />
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
