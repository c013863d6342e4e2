// The time of day, in seconds since 1970, told again every so often while something is counted.

import { useEffect, useState } from 'react'

export function useNow(everyMs: number, on = true): number {
  const [now, setNow] = useState(() => Date.now() / 1000)
  useEffect(() => {
    if (!on) return
    const timer = setInterval(() => setNow(Date.now() / 1000), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, on])
  return now
}
