// The network as a drawing or as a list: the same model, both complete.

import { Segmented } from '../ui/controls'
import { t } from '../words/words'
import s from './frame.module.css'
import { showView, type View } from './panes'

export function ViewSwitch({ view }: { view: View }) {
  return (
    <div className={s.view}>
      <Segmented
        label={t('frame-view')}
        choices={[
          { value: 'canvas', label: t('frame-view-canvas') },
          { value: 'outline', label: t('frame-view-outline') },
        ]}
        value={view}
        onChange={(next) => showView(next as View)}
      />
    </div>
  )
}
