// Keys as they are drawn: each a small cap, with spaces between them for who listens.

import { Fragment } from 'react'
import { Kbd } from '../ui/controls'
import { keyCaps } from './keys'
import s from './keys.module.css'

export function Keys({ keys }: { keys: string }) {
  return (
    <span className={s.keys}>
      {keyCaps(keys).map((cap, at) => (
        <Fragment key={cap}>
          {at > 0 && ' '}
          <Kbd>{cap}</Kbd>
        </Fragment>
      ))}
    </span>
  )
}
