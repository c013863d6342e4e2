// While somebody is followed, this canvas shows what theirs shows: the same middle, as large. Wheel or a press leaves them.

import { useReactFlow, useStore } from '@xyflow/react'
import { useEffect } from 'react'
import { wayTo } from '../catalog/blocks'
import { useDocument } from '../document/hooks'
import { useLevel } from '../document/level'
import { follow, usePeople } from '../document/people'
import { pace } from '../ui/theme'

export function useFollowing(): void {
  const following = usePeople((people) => people.following)
  const { whole, block } = useDocument()
  const { setCenter } = useReactFlow()
  const area = useStore((flow) => flow.domNode)

  useEffect(() => {
    if (following === null) return
    let last = ''
    const look = ({ others } = usePeople.getState()) => {
      const other = others.find((each) => each.client === following)
      const { nodes } = whole.graph.getState()
      if (other && other.block !== block && (other.block === null || nodes[other.block]))
        return useLevel.setState({ way: other.block === null ? [] : [...wayTo(nodes, other.block), other.block] })
      const view = other?.view
      const key = JSON.stringify(view)
      if (!view || key === last) return
      last = key
      void setCenter(view.x, view.y, { zoom: view.zoom, duration: pace(140) })
    }
    look()
    const off = usePeople.subscribe(look)
    const leave = () => follow(null)
    area?.addEventListener('wheel', leave, { passive: true })
    area?.addEventListener('pointerdown', leave, { capture: true })
    return () => {
      off()
      area?.removeEventListener('wheel', leave)
      area?.removeEventListener('pointerdown', leave, true)
    }
  }, [following, setCenter, area, whole, block])
}
