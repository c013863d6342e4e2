// The two live regions: there from the beginning, because a region that comes with its text is not read.

import { useSaid } from '../ui/announce'

export function Said() {
  const { polite, urgent } = useSaid()
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {polite}
      </div>
      <div className="visually-hidden" role="alert" aria-live="assertive">
        {urgent}
      </div>
    </>
  )
}
