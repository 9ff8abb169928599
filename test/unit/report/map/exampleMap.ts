import type { FileOwnership, Snapshot, State } from '../../../../src/core/model';
import { mapColumnsInSteps, mapOwnershipInSteps } from '../../../../src/core/report/map/mapColumns';
import type { MapView } from '../../../../src/core/report/map/mapLevel';
import { MapModel } from '../../../../src/core/report/map/mapModel';
import type { MapMode } from '../../../../src/core/report/map/mapModes';
import { plainTranslate } from '../../../../src/core/report/translate';
import { inOneGo } from '../../../../src/core/steps';
import { exampleComponent, exampleFile, exampleSnapshot } from '../exampleSnapshot';

export function withLines(path: string, component: string | null, state: State, lines: number | null): FileOwnership {
  return { ...exampleFile(path, component, state, state === 'sole' ? [0] : []), lines };
}

/** Of the components `pay` and `web`, unless others are given. */
export function mapped(files: readonly FileOwnership[], changes: Partial<Snapshot> = {}): Snapshot {
  return exampleSnapshot({
    tier: 2,
    components: [exampleComponent('pay'), exampleComponent('web')],
    files,
    ...changes,
  });
}

export function viewOf(snapshot: Snapshot, mode: MapMode = 'state'): MapView {
  return {
    model: new MapModel(inOneGo(mapColumnsInSteps(snapshot))),
    ownership: inOneGo(mapOwnershipInSteps(snapshot, snapshot.components)),
    mode,
    translate: plainTranslate,
  };
}
