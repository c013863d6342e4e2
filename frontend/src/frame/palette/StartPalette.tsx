// Go to anything, before a project is open: the projects, and what may be done here.

import CommandPalette from '../../actions/palette/CommandPalette'
import { useProjectPlaces } from './useProjectPlaces'

export function StartPalette({ onClose }: { onClose: () => void }) {
  return <CommandPalette places={useProjectPlaces(null)} onClose={onClose} />
}
