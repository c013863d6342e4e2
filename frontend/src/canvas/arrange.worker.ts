// A graph that is posted → the tidy place of each of its nodes, posted back: a large network is laid out beside the page.

import { arrange } from './arrange'
import type { Arranging } from './arranging'

addEventListener('message', ({ data: { nodes, edges } }: MessageEvent<Arranging>) => postMessage(arrange(nodes, edges)))
