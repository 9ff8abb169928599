import type { Grounds } from '../grounds';
import { groupBy } from '../groupBy';
import type { Component, Evidence, FileOwnership, Limit, Person, PersonLines, Snapshot } from '../model';
import { abandonedLimit, isCutOff } from '../snapshotLimits';
import { surroundingsInSteps } from '../spread/surroundings';
import { inOneGo, type Steps } from '../steps';
import { type Assessed, assess, assessmentTime } from './assess';
import { addedUp } from './componentLines';
import {
  type ComponentStanding,
  componentKnowledge,
  componentStanding,
  componentTruckFactors,
  listedPeople,
  listedShares,
} from './componentOwnership';
import { toldFiles } from './componentWork';
import { byRisk, operational } from './describeComponents';
import { fileOwners, ownersByEvidence } from './fileOwners';
import { agree, stateOf, topKnowledge } from './fileOwnership';
import { truckFactorsInSteps } from './truckFactors';

/**
 * The Snapshot as it would be if those people were away until nobody knows when: what an analysis of the same commit says
 * that has them listed so, from the Snapshot alone. One that has them as left says the same in other words, but that who
 * left is in no team any more. This can be exact because what makes an owner (the thresholds, the shares) does not depend
 * on who is active; being active only decides who of those who pass counts.
 *
 * It differs in one thing: of files the blocks without an active author stay those of before, because a Snapshot does not
 * hold every line. The truck factor by authorship asks for no activity and stays, and so do the past, suggestions of
 * aliases, toil, and how many changes an agent helped with.
 *
 * @param away ids; no state changes by who is not active already
 */
export function withoutPeople(snapshot: Snapshot, away: ReadonlySet<number>): Snapshot {
  return inOneGo(withoutPeopleInSteps(snapshot, away));
}

/** The same in short steps, for who must not hold a thread. */
export function* withoutPeopleInSteps(snapshot: Snapshot, away: ReadonlySet<number>): Steps<Snapshot> {
  const people = snapshot.people.map(person => (away.has(person.id) ? awayNow(person) : person));
  const cut = isCutOff(snapshot);
  const files: FileOwnership[] = [];
  const parts = new Map<string, LeftFiles>();
  for (const before of snapshot.files) {
    const file = fileWithout(before, away, cut);
    addTo(parts, before, file);
    if (files.push(file) % filesPerStep === 0) yield;
  }
  yield;
  const components = yield* componentsWithout(snapshot, { people, away, parts, cut });
  yield;
  const truckFactors = yield* truckFactorsInSteps(files, cut);
  return {
    ...{ ...snapshot, people, files, components },
    truckFactor: { ...snapshot.truckFactor, ...truckFactors },
    limits: limitsWithout(snapshot.limits, files),
  };
}

const filesPerStep = 200;

/** Who left is so already, and so is who is listed as away. Bots and agents are in no state. */
function awayNow(person: Person): Person {
  const { state } = person;
  return state === 'active' || state === 'quiet' ? { ...person, active: false, state: 'away' } : person;
}

/** The files of a component afterwards. */
interface LeftFiles {
  readonly files: FileOwnership[];
  changed: boolean;
  /** Somebody owned one with a share that is not listed otherwise. */
  listsFewer: boolean;
}

function addTo(parts: Map<string, LeftFiles>, before: FileOwnership, file: FileOwnership): void {
  if (file.component === null) return;
  const part = parts.get(file.component) ?? { files: [], changed: false, listsFewer: false };
  parts.set(file.component, part);
  part.files.push(file);
  part.changed ||= file !== before;
  part.listsFewer ||= file.knowledge.length < before.knowledge.length;
}

function ownersBy(knowledge: FileOwnership['knowledge'], kind: Evidence): number[] {
  return knowledge.filter(({ ownerBy }) => ownerBy.includes(kind)).map(({ person }) => person);
}

function fileWithout(file: FileOwnership, away: ReadonlySet<number>, cut: boolean): FileOwnership {
  if (!file.knowledge.some(({ person, ownerBy }) => ownerBy.length > 0 && away.has(person))) {
    return file;
  }
  const knowledge = topKnowledge(
    file.knowledge.map(entry => (away.has(entry.person) ? { ...entry, ownerBy: [] } : entry)),
  );
  const state = stateOf(fileOwners({ knowledge }).length);
  const kinds: readonly Evidence[] = ['authorship', 'activity', ...(file.linesTell ? (['lines'] as const) : [])];
  const states = kinds.map(kind => stateOf(ownersBy(knowledge, kind).length));
  return { ...file, state, certain: !cut && !file.imported && agree(states, state), knowledge };
}

interface Left {
  readonly people: readonly Person[];
  readonly away: ReadonlySet<number>;
  /** By component. */
  readonly parts: ReadonlyMap<string, LeftFiles>;
  readonly cut: boolean;
}

interface Draft {
  readonly component: Component;
  readonly grounds: Grounds;
  readonly ownership: Assessed['ownership'] & Pick<Component, 'truckFactors' | 'shares'>;
}

function* componentsWithout(snapshot: Snapshot, { people, away, parts, cut }: Left): Steps<Component[]> {
  const runbooksOf = groupBy(snapshot.runbooks, ({ component }) => component);
  const drafts: Draft[] = [];
  for (const component of snapshot.components) {
    const part = parts.get(component.id);
    const grounds = groundsWithout(component.grounds, away);
    const standing = yield* standingWithout(component, part, grounds, cut);
    // What someone who owns nothing more knows of a file is not listed everywhere.
    const knowledge = part?.listsFewer === true ? componentKnowledge(toldFiles(part.files)) : component.knowledge;
    const linesBy = linesByWithout(component, standing.owners, grounds);
    const shares = listedShares(component.shares, grounds.otherShares, standing.owners);
    drafts.push({ component, grounds, ownership: { ...standing, knowledge, linesBy, shares } });
    yield;
  }
  const around = drafts.map(({ component: { id, name, files: count }, grounds, ownership: { state, owners } }) => ({
    ...{ id, name, files: count, state, owners, grounds },
  }));
  const surroundings = yield* surroundingsInSteps(around);
  yield;
  const time = assessmentTime(people, snapshot.asOf, snapshot.activeDays);
  const components: Component[] = [];
  for (const { component, grounds, ownership } of drafts) {
    const runbooks = operational(runbooksOf.get(component.id) ?? []);
    const assessed = { ...component, ownership, grounds, runbooks };
    components.push({ ...component, ...ownership, grounds, ...assess(assessed, surroundings, time) });
    yield;
  }
  return byRisk(components);
}

function* standingWithout(
  before: Component,
  part: LeftFiles | undefined,
  { recent, writers }: Grounds,
  cut: boolean,
): Steps<ComponentStanding & Pick<Component, 'truckFactors'>> {
  const { grounds } = before;
  const same =
    recent.length === grounds.recent.length && writers?.length === grounds.writers?.length && part?.changed !== true;
  if (same) {
    const { state, certain, owners, truckFactors, soleFiles, orphanedFiles } = before;
    return { state, certain, owners, truckFactors, soleFiles, orphanedFiles };
  }
  const files = part?.files ?? [];
  yield;
  const standing = componentStanding(files.map(ownersByEvidence), recent, writers);
  yield;
  const truckFactors = componentTruckFactors(
    before.truckFactors.doa,
    yield* truckFactorsInSteps(toldFiles(files), cut),
  );
  return { ...standing, truckFactors, certain: standing.certain && !cut };
}

function groundsWithout(grounds: Grounds, away: ReadonlySet<number>): Grounds {
  const stays = (person: number): boolean => !away.has(person);
  const together = grounds.writtenBy.map(({ people, lines }) => ({ people: people.filter(stays), lines }));
  const orphaned = together.filter(({ people }) => people.length === 0);
  return {
    ...grounds,
    recent: grounds.recent.filter(stays),
    writers: grounds.writers?.filter(stays) ?? null,
    familiar: grounds.familiar.filter(({ person }) => stays(person)),
    quietLines: grounds.quietLines + orphaned.reduce((sum, { lines }) => sum + lines, 0),
    writtenBy: addedUp(together.filter(({ people }) => people.length > 0)),
    otherShares: grounds.otherShares.filter(({ person }) => stays(person)),
  };
}

/** The first ones stay; of the others only owners are listed, of whom there may be new ones. */
function linesByWithout(
  { linesBy }: Component,
  owners: Component['owners'],
  { writtenBy }: Grounds,
): readonly PersonLines[] {
  const listed = linesBy.slice(0, listedPeople);
  const others = owners.filter(({ person }) => !listed.some(entry => entry.person === person));
  const added = others.map(({ person }): PersonLines => {
    const own = writtenBy.filter(({ people }) => people.includes(person));
    return { person, lines: own.reduce((sum, { lines }) => sum + lines, 0) };
  });
  const wrote = added.filter(({ lines }) => lines > 0).sort((a, b) => b.lines - a.lines || a.person - b.person);
  return [...listed, ...wrote];
}

function limitsWithout(limits: readonly Limit[], files: readonly FileOwnership[]): readonly Limit[] {
  const abandoned = abandonedLimit(files);
  if (limits.some(({ code }) => code === 'abandoned')) {
    return limits.flatMap(limit => (limit.code === 'abandoned' ? abandoned : [limit]));
  }
  // Before what is said of imports and of lines, as in every Snapshot.
  const at = limits.findIndex(({ code }) => code === 'imported' || code === 'unknownLines');
  return at < 0 ? [...limits, ...abandoned] : [...limits.slice(0, at), ...abandoned, ...limits.slice(at)];
}
