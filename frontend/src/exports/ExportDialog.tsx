// Every format that a trained model can leave in, each with what its own runtime made of it. Those for the chosen device come first.

import '../words/lateExport'
import { SIZES, type Run } from '../contract'
import { useGraph } from '../document/hooks'
import { Button } from '../ui/controls'
import { Dialog } from '../ui/Dialog'
import { t } from '../words/words'
import s from './exports.module.css'
import { FormatRow } from './FormatRow'
import { useExports } from './useExports'

export function ExportDialog({ run, onClose }: { run: Run; onClose: () => void }) {
  const { exports, problems, begin, cancel } = useExports(run.id)
  const device = useGraph((graph) => graph.training.goes_to ?? 'any')
  const main = SIZES[device]?.[0]?.title // the form that the device is reached by first
  const rows = (exports?.formats ?? []).map((format, at) => ({ format, known: exports!.exports[at]! }))
  const mine = rows.filter(({ format }) => device !== 'any' && format.goes_to.includes(device)).sort((a, b) => Number(b.format.title === main) - Number(a.format.title === main))
  const groups = mine.length
    ? [
        { title: t(`export-for-${device}`), rows: mine },
        { title: t('export-for-others'), rows: rows.filter((row) => !mine.includes(row)) },
      ]
    : [{ title: '', rows }]
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
        {groups.map(({ title, rows }) => (
          <section key={title} aria-label={title || undefined}>
            {title && <h3 className={s.group}>{title}</h3>}
            <ul className={s.formats}>
              {rows.map(({ format, known }) => (
                <FormatRow
                  key={format.name}
                  run={run.id}
                  format={format}
                  known={known}
                  onBegin={() => void begin(format.name)}
                  onCancel={() => void cancel(format.name)}
                  onClose={onClose}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
