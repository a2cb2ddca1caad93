import { useEffect, useState } from 'react'

/** Often enough for a bar to run, seldom enough to cost nothing. */
const TICK_MS = 200

/** Seconds since an instant (epoch ms), counted on while `isRunning`. */
export function useElapsed(since: number | null, isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [isRunning])
  return since === null ? 0 : Math.max(0, (now - since) / 1_000)
}
