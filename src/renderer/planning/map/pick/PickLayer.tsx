import { Check, Crosshair, Undo2, X } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { Location, Position } from '../../../../domain/records/common.ts'
import type { DrawingHand, MapAdapter } from '../../../map-engine/MapAdapter.ts'
import type { SceneItem } from '../../../map-engine/Scene.ts'
import type { PickRequest } from '../../../session/Picking.ts'
import type { PlanSession } from '../../../session/PlanSession.ts'
import { useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useMap, useScene } from '../MapContext.tsx'
import { enterMode, mapView, say } from '../mapView.ts'
import { placeNear } from '../units/unitMove.ts'
import './PickLayer.css'
import { presentItems } from './presentItems.ts'

const LIMITS = {
  point: { minPoints: 1, maxPoints: 1 },
  line: { minPoints: 2, maxPoints: 1000 },
  area: { minPoints: 3, maxPoints: 1000 },
} as const

const NOTHING: readonly SceneItem[] = []

/** Answers who asks for a place, a line or an area on the map. */
export function PickLayer() {
  const picking = useSessionState((s) => s.picking)
  return picking === null ? null : <Pick key={picking.label} request={picking} />
}

function Pick({ request }: { request: PickRequest }) {
  const { t } = useTexts()
  const map = useMap()
  const session = useSession()
  const [hand, setHand] = useState<DrawingHand | null>(null)
  const [points, setPoints] = useState(0)
  const { label, shape, present } = request
  const words = t(shape === 'point' ? 'map-find.pick' : 'map-find.pick-path', { purpose: label })
  useScene(
    'notes',
    useMemo(() => (present.length === 0 ? NOTHING : presentItems(present, shape)), [present, shape]),
  )
  useEffect(() => {
    say(words)
  }, [words])
  useEffect(() => {
    let isLeft = false
    enterMode('pick')
    bringIntoView(map, present)
    map.setTool({
      type: 'draw',
      shape,
      ...LIMITS[shape],
      snap: true,
      onReady: setHand,
      onSketch: (sketched) => setPoints(sketched.length),
      onDone: (drawn) => {
        isLeft = true
        const [first] = drawn
        if (shape !== 'point') session.answerPick(drawn)
        else if (first !== undefined) session.answerPick(locationAt(map, session, first))
      },
      onCancel: () => {
        if (!isLeft) session.answerPick(null)
      },
    })
    // Somebody who begins to measure or to draw has given this up, and stays here.
    const stop = mapView.subscribe(({ mode }) => {
      if (mode !== 'pick' && !isLeft) {
        isLeft = true
        session.leavePick()
      }
    })
    return () => {
      isLeft = true
      stop()
      map.setTool(null)
      if (mapView.getState().mode === 'pick') enterMode('choose')
    }
  }, [map, session, shape, present])
  return (
    <section className="pick-banner" aria-label={t('map-find.picking')}>
      <p>{words}</p>
      <div className="pick-buttons">
        <Button icon={Crosshair} onPress={() => hand?.add(map.view().center)}>
          {t(shape === 'point' ? 'map-find.take-center' : 'map-find.point-at-center')}
        </Button>
        {shape === 'point' ? null : (
          <>
            <Button icon={Undo2} isDisabled={points === 0} onPress={() => hand?.back()}>
              {t('map-find.point-back')}
            </Button>
            <Button
              icon={Check}
              variant="primary"
              isDisabled={points < LIMITS[shape].minPoints}
              onPress={() => hand?.finish()}
            >
              {t('map-find.finish')}
            </Button>
          </>
        )}
        <Button icon={X} onPress={() => session.answerPick(null)}>
          {t('app.cancel')}
        </Button>
      </div>
    </section>
  )
}

/** The plan's place where one lies there, else the bare position. */
function locationAt(map: MapAdapter, session: PlanSession, at: Position): Location {
  const { plan } = session.store.getState()
  const pixel = map.toPixel(at)
  const place =
    plan === null || pixel === null ? null : placeNear(plan.all('place'), pixel, (position) => map.toPixel(position))
  return place === null ? { position: at } : { place: place.id }
}

function bringIntoView(map: MapAdapter, positions: readonly Position[]): void {
  const [west, south, east, north] = map.view().bounds
  const isSeen = positions.every(([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north)
  if (!isSeen) map.fit(positions)
}
