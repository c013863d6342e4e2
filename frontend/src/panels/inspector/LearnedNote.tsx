// What the run on the bench had this very layer learn from the training part.

import { useWatched } from '../LabProvider'
import { lessonOf } from '../runs/lesson'
import s from './inspector.module.css'

export function LearnedNote({ id }: { id: string }) {
  const learned = useWatched()?.learned.find((one) => one.node.split('@', 1)[0] === id)
  return learned ? (
    <p className={s.quiet} data-learned>
      {lessonOf(learned)}
    </p>
  ) : null
}
