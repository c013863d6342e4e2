// Drawing comes with a library of its own: fetched while the first run starts.

import { late } from '../../ui/late'

export const chart = late(() => import('./Chart').then((module) => ({ default: module.Chart })))
