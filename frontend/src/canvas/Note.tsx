// React Flow's node of a note. What draws it is fetched when the first one is there.

import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { later } from '../ui/later'
import { noteIn } from './noteId'

const NoteCard = later(() => import('./NoteCard').then((module) => module.NoteCard))

export const Note = memo(function Note({ id, selected }: NodeProps) {
  return <NoteCard id={noteIn(id) ?? ''} selected={selected} />
})
