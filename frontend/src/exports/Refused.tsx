// Why a file is not handed out, the layer to blame, one press away on the canvas, and what to take instead.

import type { Format, Receipt } from '../contract'
import { useGraph } from '../document/hooks'
import { select } from '../document/selection'
import { powers } from '../words/intl'
import { Said } from '../ui/Said'
import { t } from '../words/words'
import s from './exports.module.css'

export function Refused({ format, receipt, onShow }: { format: Format; receipt: Receipt; onShow: () => void }) {
  const { blame, proof, unfit } = receipt
  const drawn = useGraph((graph) => (blame && blame.node in graph.nodes ? blame.node : null))
  const show = () => {
    if (drawn === null) return
    select([drawn], [])
    onShow()
  }
  return (
    <>
      <p className={s.bad}>
        {unfit
          ? t(unfit.steps === null ? 'export-unfit-open' : 'export-unfit-long', { format: format.title, n: unfit.steps ?? 0, most: unfit.most })
          : proof && !receipt.reason
          ? proof.deviation < 0
            ? t('export-deviates-wholly')
            : t('export-deviates', { deviation: powers(proof.deviation, 1), most: powers(receipt.tolerance, 1) })
          : t('export-unconvertible')}
      </p>
      {blame && (
        <p>
          <Said id="export-blame" values={{ name: blame.name, layer: blame.layer }} />
          {blame.deviation !== null && <> {t('export-blame-deviation', { deviation: powers(blame.deviation, 1) })}</>}
          {drawn !== null && (
            <button type="button" className={s.show} onClick={show}>
              {t('export-show')}
            </button>
          )}
        </p>
      )}
      {unfit && <p>{t('export-unfit-instead', { most: unfit.most })}</p>}
      {!unfit && format.name === 'litert_int8' && <p>{t('export-int8-instead')}</p>}
      {!blame && <p>{t('export-no-blame')}</p>}
      {receipt.reason && <pre className={s.words}>{receipt.reason}</pre>}
    </>
  )
}
