import type { Position } from '../../../../domain/records/common.ts'
import type { MeasureType } from '../../../../domain/records/measureTypes.ts'
import type { MultipointRequest } from '../../../map-engine/multipoint/Multipoint.ts'

/** The sample is a square of this many metres and pixels at the equator, large enough for arrowheads to be small in it. */
const SIDE = 110
const DEGREES = SIDE / 111_320

const requests = new WeakMap<MeasureType, MultipointRequest>()

/** What draws the sample of a kind of lines or areas. */
export function sampleRequest(type: MeasureType): MultipointRequest {
  const known = requests.get(type)
  if (known !== undefined) return known
  const request: MultipointRequest = {
    symbol: type.symbol,
    points: type.sample.map(([right, up]): Position => [right * DEGREES, up * DEGREES * 0.75]),
    metresPerPixel: 1,
    name: '',
    second: '',
    begins: '',
    ends: '',
    widths: type.widths.map(() => SIDE / 3),
  }
  requests.set(type, request)
  return request
}
