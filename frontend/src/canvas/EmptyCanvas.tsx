// What to do on a canvas with nothing on it.

import { useCatalog } from '../catalog/context'
import { addItem } from '../document/adding'
import { useDocument, useGraph } from '../document/hooks'
import { Button, Kbd } from '../ui/controls'
import s from './canvas.module.css'

export function EmptyCanvas({ onSearch }: { onSearch: () => void }) {
  const empty = useGraph((graph) => Object.keys(graph.nodes).length === 0)
  const data = useGraph((graph) => graph.training.data)
  const document = useDocument()
  const catalog = useCatalog()
  if (!empty) return null
  return (
    <div className={s.empty}>
      <h2>Begin with an input.</h2>
      <p>
        Data flows from top to bottom: an input, the layers, an output. Every wire shows the shape that flows through it
        {data ? '.' : '; choose the data at the right and the shapes are real.'}
      </p>
      <div>
        <Button kind="primary" onClick={() => addItem(document, catalog, { type: 'input' })}>
          Add an input
        </Button>
        <Button onClick={onSearch}>
          Search layers <Kbd>double-click</Kbd>
        </Button>
      </div>
    </div>
  )
}
