import type { Familiarity } from '../../../src/core/grounds';
import type { Component, FileOwnership, Person, RiskLevel, Snapshot } from '../../../src/core/model';
import {
  exampleComponent,
  exampleFile,
  exampleMoment,
  examplePerson,
  exampleSnapshot,
} from '../report/exampleSnapshot';

export interface Sketch {
  /** None: nobody active owns it. Several: it is shared. */
  readonly owners?: readonly number[];
  /** Commits of each person who worked on it. */
  readonly known?: Readonly<Record<number, number>>;
  readonly risk?: RiskLevel;
  readonly score?: number;
  readonly changes?: Partial<Component>;
}

const names = ['Ann Example', 'Ben Ito', 'Cleo Third', 'Dov Fourth', 'Eve Fifth', 'Finn Sixth'];

/** Components as they are sketched, by id, riskiest first; each is a folder of three files that its owners own. */
export function plannedSnapshot(
  sketches: Readonly<Record<string, Sketch>>,
  people: readonly Person[] = names.map((name, id) => examplePerson(id, name)),
): Snapshot {
  const entries = Object.entries(sketches);
  const components = entries.map(([id, sketch], place) => componentOf(id, sketch, entries.length - place));
  const files = entries.flatMap(([id, { owners = [0] }]): FileOwnership[] =>
    ['a', 'b', 'c'].map(name => {
      const state = owners.length === 0 ? 'orphaned' : owners.length === 1 ? 'sole' : 'shared';
      return exampleFile(`${id}/${name}.ts`, id, state, [...owners]);
    }),
  );
  return exampleSnapshot({ components, files, people, limits: [], runbooks: [], findings: [] });
}

function componentOf(
  id: string,
  { owners = [0], known = {}, risk = 'high', score, changes = {} }: Sketch,
  place: number,
): Component {
  const state = owners.length === 0 ? 'orphaned' : owners.length === 1 ? 'sole' : 'shared';
  const component = exampleComponent(id, {
    ...{ state, files: 3, backup: null },
    owners: owners.map(person => ({ person, share: 1 / owners.length })),
    risk: { level: risk, score: score ?? place, reasons: [] },
    ...changes,
  });
  const familiar = Object.entries(known).map(
    ([person, touches]): Familiarity => ({ person: Number(person), touches, lastTouched: exampleMoment, share: 0 }),
  );
  return { ...component, grounds: { ...component.grounds, familiar } };
}
