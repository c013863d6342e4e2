// What to do on a canvas with nothing on it.

import { useCatalog } from '../catalog/context'
import { addItem } from '../document/adding'
import { useDocument, useGraph } from '../document/hooks'
import { Button, Kbd } from '../ui/controls'
import { Changing, useReadOnly } from '../ui/readOnly'
import { t } from '../words/words'
import s from './canvas.module.css'

export function EmptyCanvas({ onSearch }: { onSearch: () => void }) {
  const empty = useGraph((graph) => Object.keys(graph.nodes).length === 0)
  const data = useGraph((graph) => graph.training.data)
  const document = useDocument()
  const inside = document.block !== null
  const catalog = useCatalog()
  const held = useReadOnly()
  if (!empty) return null
  return (
    <div className={s.empty}>
      <h2>{t(held ? 'canvas-empty-yet' : inside ? 'canvas-empty-block' : 'canvas-empty')}</h2>
      <Changing>
        <p>{t(inside ? 'canvas-empty-block-how' : data ? 'canvas-empty-how' : 'canvas-empty-no-data')}</p>
        <div>
          <Button kind="primary" data-begin onClick={() => addItem(document, catalog, { type: 'input' })}>
            {t('canvas-empty-input')}
          </Button>
          <Button onClick={onSearch}>
            {t('canvas-empty-search')} <Kbd>{t('canvas-double-click')}</Kbd>
          </Button>
        </div>
      </Changing>
    </div>
  )
}
