import { useEffect } from 'react'
import { useSession } from '../../../session/SessionContext.tsx'
import { Playback } from './playback.ts'
import { timeView, useTimeView } from './timeView.ts'

const LEAP_MS = 1_000

/** Moves the chosen time while it is played; with less motion asked for, in leaps of a second's worth. */
export function usePlayback(): void {
  const session = useSession()
  const isPlaying = useTimeView((v) => v.isPlaying)
  const speed = useTimeView((v) => v.speed)
  useEffect(() => {
    const { plan, time } = session.store.getState()
    if (!isPlaying || plan === null) return undefined
    const { horizon } = plan.meta
    const begin = time >= horizon.to ? horizon.from : time
    const playback = new Playback(begin, horizon.to, speed, performance.now())
    let shown = begin
    let isOver = false
    const show = (next: number | null): void => {
      // Somebody has taken hold of the slider.
      if (session.store.getState().time !== shown && shown !== begin) isOver = true
      else if (next !== null && next !== shown) {
        shown = next
        session.setTime(next)
      }
      if (playback.isDone) isOver = true
      if (isOver) timeView.setState({ isPlaying: false })
    }
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const timer = setInterval(() => show(playback.leap()), LEAP_MS)
      return () => clearInterval(timer)
    }
    let frame = requestAnimationFrame(function next(now) {
      show(playback.frame(now))
      if (!isOver) frame = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(frame)
  }, [session, isPlaying, speed])
  useEffect(() => () => timeView.setState({ isPlaying: false }), [])
}
