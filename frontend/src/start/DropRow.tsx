// One place to drop a file or to choose one, and the empty canvas. While something is made, it says so.

import { useRef } from 'react'
import { Button, cx, Progress } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import s from './start.module.css'

interface DropRowProps {
  busy: { words: string; part: number | null } | null
  over: boolean
  onFile: (file: File | undefined) => void
  onEmpty: () => void
}

export function DropRow({ busy, over, onFile, onEmpty }: DropRowProps) {
  const file = useRef<HTMLInputElement>(null)
  return (
    <section className={cx(s.drop, over && s.dropping)} aria-label="Your own beginning">
      <Icon name="upload" size={26} className={s.arrow} />
      {busy ? (
        <div className={s.busy} role="status">
          {busy.words}
          {busy.part !== null && <Progress share={busy.part} label={busy.words} width="100%" />}
        </div>
      ) : (
        <p>
          <b>Drop a file anywhere here</b>: a table (.csv) becomes a project with a network that fits it; a graph
          (.json) saved from Layerloom opens as it was.
        </p>
      )}
      <span className={s.choices}>
        <Button disabled={busy !== null} onClick={() => file.current?.click()}>
          Choose a file…
        </Button>
        <Button disabled={busy !== null} onClick={onEmpty}>
          Empty canvas
        </Button>
      </span>
      <input
        ref={file}
        type="file"
        accept=".csv,.tsv,.txt,.json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="Graph or table"
        onChange={(event) => {
          onFile(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </section>
  )
}
