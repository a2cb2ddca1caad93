import app from './app.json' with { type: 'json' }
import check from './check.json' with { type: 'json' }
import domain from './domain.json' with { type: 'json' }
import forces from './forces.json' with { type: 'json' }
import history from './history.json' with { type: 'json' }
import library from './library.json' with { type: 'json' }
import load from './load.json' with { type: 'json' }
import map from './map.json' with { type: 'json' }
import mapFind from './mapFind.json' with { type: 'json' }
import mapMeasures from './mapMeasures.json' with { type: 'json' }
import mapLayers from './mapLayers.json' with { type: 'json' }
import mapPrint from './mapPrint.json' with { type: 'json' }
import mapTime from './mapTime.json' with { type: 'json' }
import mapUnits from './mapUnits.json' with { type: 'json' }
import matrix from './matrix.json' with { type: 'json' }
import missions from './missions.json' with { type: 'json' }
import risk from './risk.json' with { type: 'json' }
import settings from './settings.json' with { type: 'json' }
import tasking from './tasking.json' with { type: 'json' }

/** Every text of the interface, both languages beside each other, in ICU message format. One file per place. */
export const catalog = {
  ...app,
  ...check,
  ...domain,
  ...forces,
  ...history,
  ...library,
  ...load,
  ...map,
  ...mapFind,
  ...mapMeasures,
  ...mapLayers,
  ...mapPrint,
  ...mapTime,
  ...mapUnits,
  ...matrix,
  ...missions,
  ...risk,
  ...settings,
  ...tasking,
}

export type TextKey = keyof typeof catalog
