// A line to type into a terminal, and a button that copies it.

import { CopyButton } from '../panels/CopyButton'
import s from './exports.module.css'

export function Command({ text }: { text: string }) {
  return (
    <div className={s.command}>
      <code>{text}</code>
      <CopyButton text={() => text} />
    </div>
  )
}
