// The place of the question how a person points; fetched when it is asked.

import { later } from '../ui/later'
import { usePointing } from './pointing'

const PointingCard = later(() => import('./PointingCard').then((module) => module.PointingCard))

export function Pointing() {
  const asking = usePointing((state) => state.asking)
  return asking && <PointingCard />
}
