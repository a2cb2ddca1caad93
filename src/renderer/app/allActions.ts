import type { Action } from '../actions/Action.ts'
import { checkActions } from '../planning/check/checkActions.ts'
import { forcesActions } from '../planning/forces/forcesActions.ts'
import { libraryActions } from '../planning/library/libraryActions.ts'
import { mapFindActions } from '../planning/map/find/mapFindActions.ts'
import { mapActions } from '../planning/map/mapActions.ts'
import { measuresActions } from '../planning/map/measures/measuresActions.ts'
import { mapTimeActions } from '../planning/map/time/mapTimeActions.ts'
import { mapLayersActions } from '../planning/map/layers/layersActions.ts'
import { mapPrintActions } from '../planning/map/print/mapPrintActions.ts'
import { mapUnitsActions } from '../planning/map/units/mapUnitsActions.tsx'
import { matrixActions } from '../planning/matrix/matrixActions.ts'
import { missionsActions } from '../planning/missions/missionsActions.ts'
import { taskingActions } from '../planning/tasking/taskingActions.ts'
import { globalActions } from './globalActions.ts'

/** Every action of the program, in the order in which menu and palette list them. */
export const allActions: readonly Action[] = [
  ...libraryActions,
  ...globalActions,
  ...forcesActions,
  ...missionsActions,
  ...mapPrintActions,
  ...matrixActions,
  ...mapActions,
  ...mapFindActions,
  ...mapLayersActions,
  ...mapTimeActions,
  ...mapUnitsActions,
  ...measuresActions,
  ...checkActions,
  ...taskingActions,
]
