import { type Codeowners, type OwnersRule, parseCodeowners } from '../../components/codeowners';
import { groupBy } from '../../groupBy';
import type { Component, PersonId } from '../../model';
import type { SpreadPlan } from '../../spread/plan';
import { type Handles, handlesIn } from './handles';
import { goneState, type LineFlag, lineFlags } from './lineFlags';
import { ownersPattern } from './ownersPattern';
import { type OwnersPlace, ownersPlace } from './ownersPlace';
import { type OwnersWanted, ownersWanted } from './ownersWanted';
import { type LineChange, type OwnersTask, placeLines } from './placeLines';

/** `noLogin`: the host's name of somebody is not known. `noPattern`: no pattern says which files they are. `hidden`: other lines would. */
export type NoLineWhy = 'noLogin' | 'noPattern' | 'hidden';

/** Who CODEOWNERS should name for a component whose files lack two people or a team there. */
export interface OwnersSuggestion extends Omit<OwnersWanted, 'component'> {
  /** Its id. */
  readonly component: string;
  /** Files that lack them. */
  readonly files: number;
  /** As the suggested file names them; who is named now and still there stays. Empty where it does not. */
  readonly owners: readonly string[];
  /** Whom the host's name is not known of. */
  readonly unnamed: readonly PersonId[];
  /** Null: the suggested file has it. */
  readonly why: NoLineWhy | null;
}

/** CODEOWNERS as it is and as it could be. Nothing is written: the caller shows it first. */
export interface CodeownersDraft extends OwnersPlace {
  /** Empty where there is none. */
  readonly before: string;
  readonly after: string;
  readonly changes: readonly LineChange[];
  readonly flags: readonly LineFlag[];
  /** Of components, riskiest first. */
  readonly suggestions: readonly OwnersSuggestion[];
  /** Ids of components whose files lack them as well, and of which no two people can be named. */
  readonly nobodyToName: readonly string[];
}

export interface DraftInput {
  readonly plan: SpreadPlan;
  /** Every file at HEAD. */
  readonly paths: readonly string[];
  readonly textOf: (path: string) => string | undefined;
  /** Addresses stand for people without a login; where the file has some already they do anyway. */
  readonly withAddresses: boolean;
}

const heading = '# Who owns what, and who backs them up. The last line that matches a file counts.';

/**
 * Compares CODEOWNERS with who knows what: lines that name who is gone or one person only, and for every component whose files
 * have neither a team nor two people there the two whom it should name. A file that a line takes from everybody on purpose
 * stays without.
 */
export function draftCodeowners({ plan, paths, textOf, withAddresses }: DraftInput): CodeownersDraft {
  const place = ownersPlace(paths);
  const before = place.exists ? (textOf(place.path) ?? '') : '';
  const codeowners = parseCodeowners(before);
  const dialect = codeowners.sections.length > 0 ? 'gitlab' : place.dialect;
  const { people, components } = plan.snapshot;
  const teams = [...codeowners.teams, ...people.flatMap(person => person.teams)];
  const hasAddresses = codeowners.rules.some(({ owners }) => owners.some(owner => /^[^@]+@/.test(owner)));
  const handles = handlesIn(people, dialect, teams, withAddresses || hasAddresses);
  const filesOf = groupBy(plan.snapshot.files, ({ component }) => component);
  const isLacking = lacksOwners(codeowners, handles);
  const lackingIn = ({ id }: Component): string[] => (filesOf.get(id) ?? []).map(({ path }) => path).filter(isLacking);
  const allWanted = ownersWanted(plan);
  const nameable = new Set(allWanted.map(({ component }) => component));
  const asked = allWanted.flatMap(wanted => {
    const files = lackingIn(wanted.component);
    return files.length === 0 ? [] : [{ wanted, files, task: taskOf(wanted, files, handles, dialect) }];
  });
  const tasks = asked.flatMap(({ task }) => (typeof task === 'string' ? [] : [task]));
  const isGone = (owner: string): boolean => goneState(owner, handles) !== null;
  // Vendored and generated files follow what is around them, unless somebody answers for them.
  const counted = new Set(plan.snapshot.files.map(({ path }) => path));
  const mattering = paths.filter(path => counted.has(path) || !isLacking(path));
  const { text, changes, owners } = placeLines(before, tasks, mattering, isGone);
  const order = new Map(components.map(({ id }, at) => [id, at]));
  return {
    ...{ ...place, dialect, before },
    ...(place.exists ? { after: text, changes } : withHeading(changes)),
    flags: lineFlags(codeowners, countsOf(codeowners, paths), handles),
    suggestions: asked
      .map(({ wanted, files, task }): OwnersSuggestion => {
        const { component, ...people } = wanted;
        const placed = owners.get(component.id);
        return {
          ...{ ...people, component: component.id, files: files.length, owners: placed ?? [] },
          unnamed: [people.primary, people.backup].filter(person => handles.of(person) === null),
          why: typeof task === 'string' ? task : placed === undefined ? 'hidden' : null,
        };
      })
      .sort((one, other) => (order.get(one.component) ?? 0) - (order.get(other.component) ?? 0)),
    nobodyToName: components
      .filter(component => !nameable.has(component) && lackingIn(component).length > 0)
      .map(({ id }) => id),
  };
}

/** Whether the lines for a path name fewer than two people who are still there, and no team. */
function lacksOwners(codeowners: Codeowners, handles: Handles): (path: string) => boolean {
  const known = new Map<string, boolean>();
  const lacks = (rules: readonly OwnersRule[]): boolean => {
    const owners = new Set(rules.flatMap(rule => rule.owners));
    if (rules.length > 0 && owners.size === 0) return false;
    const present = [...owners].filter(owner => goneState(owner, handles) === null);
    return present.length < 2 && present.every(owner => handles.isOnePerson(owner));
  };
  return path => {
    const rules = codeowners.rulesOf(path);
    const key = rules.map(({ line }) => line).join(' ');
    const isLacking = known.get(key) ?? lacks(rules);
    known.set(key, isLacking);
    return isLacking;
  };
}

function taskOf(
  { component, primary, backup }: OwnersWanted,
  files: readonly string[],
  handles: Handles,
  dialect: OwnersPlace['dialect'],
): OwnersTask | NoLineWhy {
  const owners = [primary, backup].map((person: PersonId) => handles.of(person)).filter(handle => handle !== null);
  if (owners.length < 2) return 'noLogin';
  const patterns = component.paths.map(glob => ownersPattern(glob, dialect)).filter(pattern => pattern !== null);
  if (patterns.length < component.paths.length || patterns.length === 0) return 'noPattern';
  return { component: component.id, patterns, files, owners };
}

function countsOf(codeowners: Codeowners, paths: readonly string[]): ReadonlyMap<OwnersRule, number> {
  const counts = new Map<OwnersRule, number>();
  for (const path of paths) {
    for (const rule of codeowners.rulesOf(path)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

/** A new file says what it is. */
function withHeading(changes: readonly LineChange[]): Pick<CodeownersDraft, 'after' | 'changes'> {
  const lines = changes.flatMap(({ after }) => after);
  if (lines.length === 0) return { after: '', changes: [] };
  const after = [heading, ...lines];
  return { after: `${after.join('\n')}\n`, changes: [{ line: 0, before: null, after }] };
}
