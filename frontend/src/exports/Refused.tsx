// Why a file is not handed out, and the layer to blame, one press away on the canvas.

import type { Receipt } from '../contract'
import { useGraph } from '../document/hooks'
import { select } from '../document/selection'
import { powers } from '../words/intl'
import { Said } from '../ui/Said'
import { t } from '../words/words'
import s from './exports.module.css'

export function Refused({ receipt, onShow }: { receipt: Receipt; onShow: () => void }) {
  const { blame, proof } = receipt
  const drawn = useGraph((graph) => (blame && blame.node in graph.nodes ? blame.node : null))
  const show = () => {
    if (drawn === null) return
    select([drawn], [])
    onShow()
  }
  return (
    <>
      <p className={s.bad}>
        {proof && !receipt.reason
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
      {!blame && <p>{t('export-no-blame')}</p>}
      {receipt.reason && <pre className={s.words}>{receipt.reason}</pre>}
    </>
  )
}
