// What a person can take along from here, behind one button.

import { Menu } from '../ui/Menu'
import { t } from '../words/words'
import { useTakeAlongItems } from './useTakeAlongItems'

export function ExportMenu() {
  return <Menu label={t('frame-export')} name={t('frame-export')} items={useTakeAlongItems()} />
}
