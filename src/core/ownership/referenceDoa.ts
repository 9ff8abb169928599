import { changeStatus, commitFlag, type History } from '../history/history';
import { foldName } from '../people/identities';
import type { Mailmap } from '../people/mailmap';
import type { TruckFactor } from '../truckFactor';
import { authorshipThreshold, degreeOfAuthorship } from './doa';
import { filesByPerson } from './truckFactor';

/** Who authors fewer files than this share of the top author's is left out of the result. */
const prunedBelow = 0.1;

/** Who authors which file, as the reference tool of Avelino et al. has it. Developers are numbers of this object alone. */
export interface ReferenceAuthors {
  /** Developers by path; a file without commits is not here. */
  readonly ofFile: ReadonlyMap<string, readonly number[]>;
  /** What each delivered: decides between two who author equally many files. */
  readonly deliveries: ReadonlyMap<number, number>;
  /** The signature that each used most. */
  readonly signatureOf: ReadonlyMap<number, number>;
}

/**
 * Authors as the reference tool finds them, over all files of HEAD. It departs from the paper: everyone who ever added a
 * path counts as its creator and needs no absolute threshold, a rename is a delivery, a person is one address or one
 * accent-folded name.
 *
 * Unlike the tool, bots and agents author nothing.
 *
 * @param order commits, parents first
 * @param paths files at HEAD, sorted as git sorts them
 * @param isHuman by index of the signature
 */
export function referenceAuthors(
  history: History,
  order: Int32Array,
  paths: readonly string[],
  mailmap: Mailmap,
  isHuman: (signature: number) => boolean,
): ReferenceAuthors {
  const { developerOf, signatureOf } = joinDevelopers(history, mailmap);
  const countsAsAuthor = (developer: number): boolean => isHuman(signatureOf.get(developer) ?? developer);
  const changesByPath = new Map<number, number[]>();
  const commitOf = new Int32Array(history.changeStatuses.length);
  for (let at = order.length - 1; at >= 0; at--) {
    const commit = order[at] ?? 0;
    if ((history.flags.at(commit) & commitFlag.merge) !== 0) {
      continue;
    }
    for (let change = history.changeEnds.startOf(commit); change < history.changeEnds.at(commit); change++) {
      commitOf[change] = commit;
      const path = history.changePaths.at(change);
      const list = changesByPath.get(path);
      if (list) {
        list.push(change);
      } else {
        changesByPath.set(path, [change]);
      }
    }
  }

  const followed = new Uint8Array(history.changeStatuses.length);
  const ofFile = new Map<string, number[]>();
  const deliveries = new Map<number, number>();
  for (const path of paths) {
    const changes = changesThroughRenames(history, history.indexOfPath(path), changesByPath, followed);
    if (changes.length > 0) {
      ofFile.set(path, authorsOf(changes, history, commitOf, developerOf, countsAsAuthor, deliveries));
    }
  }
  return { ofFile, deliveries, signatureOf };
}

/** The result; people by their most used signature in the history, `share` is the fraction of the files they author. */
export interface ReferenceTruckFactor extends Omit<TruckFactor, 'people'> {
  readonly developers: readonly { readonly signature: number; readonly share: number }[];
}

/** A rename that was followed for one file is not followed again for another: the tool marks it as treated. */
function changesThroughRenames(
  history: History,
  path: number,
  changesByPath: ReadonlyMap<number, readonly number[]>,
  followed: Uint8Array,
): number[] {
  const found = new Set(changesByPath.get(path) ?? []);
  for (const change of found) {
    if (history.changeStatuses.at(change) === changeStatus.renamed && followed[change] === 0) {
      followed[change] = 1;
      for (const earlier of changesByPath.get(history.changeOldPaths.at(change)) ?? []) {
        found.add(earlier);
      }
    }
  }
  return [...found].filter(change => {
    const status = history.changeStatuses.at(change);
    return status === changeStatus.added || status === changeStatus.modified || status === changeStatus.renamed;
  });
}

function authorsOf(
  changes: readonly number[],
  history: History,
  commitOf: Int32Array,
  developerOf: Int32Array,
  countsAsAuthor: (developer: number) => boolean,
  devChanges: Map<number, number>,
): number[] {
  const created = new Set<number>();
  const deliveries = new Map<number, number>();
  let total = 0;
  for (const change of changes) {
    const developer = developerOf[history.authors.at(commitOf[change] ?? 0)] ?? 0;
    if (history.changeStatuses.at(change) === changeStatus.added) {
      created.add(developer);
      deliveries.set(developer, deliveries.get(developer) ?? 0);
    } else {
      deliveries.set(developer, (deliveries.get(developer) ?? 0) + 1);
      total++;
    }
  }
  let highest = 0;
  const degrees = [...deliveries].map(([developer, own]) => {
    devChanges.set(developer, (devChanges.get(developer) ?? 0) + own + (created.has(developer) ? 1 : 0));
    const degree = degreeOfAuthorship(created.has(developer), own, total - own);
    highest = Math.max(highest, degree);
    return { developer, degree };
  });
  return degrees
    .filter(
      ({ developer, degree }) =>
        countsAsAuthor(developer) &&
        degree / highest > authorshipThreshold.normalised &&
        (degree >= authorshipThreshold.absolute || created.has(developer)),
    )
    .map(({ developer }) => developer);
}

/**
 * The truck factor of some of the files, as the reference tool counts it down: exactly half continues, files without
 * commits do not count, who authors few files is left out of the result.
 */
export function referenceTruckFactor(
  { ofFile, deliveries, signatureOf }: ReferenceAuthors,
  paths: readonly string[],
): ReferenceTruckFactor {
  const authorsOfFile = paths.flatMap(path => {
    const authors = ofFile.get(path);
    return authors === undefined ? [] : [authors];
  });
  const files = authorsOfFile.length;
  const authored = filesByPerson(authorsOfFile);
  const byWeight = [...authored]
    .map(([developer, list]): [number, number] => [developer, list.length])
    .sort(
      ([a, filesOfA], [b, filesOfB]) =>
        filesOfB - filesOfA || (deliveries.get(b) ?? 0) - (deliveries.get(a) ?? 0) || a - b,
    );
  const gone = new Set<number>();
  const covered = (): number => authorsOfFile.filter(authors => authors.some(author => !gone.has(author))).length;
  for (const [developer] of byWeight) {
    if (covered() / files < 0.5) {
      break;
    }
    gone.add(developer);
  }
  const abandonedShare = files === 0 ? 0 : 1 - covered() / files;
  const top = byWeight[0]?.[1] ?? 0;
  const developers = byWeight
    .filter(([developer, count]) => gone.has(developer) && count / top >= prunedBelow)
    .map(([developer, count]) => ({ signature: signatureOf.get(developer) ?? developer, share: count / files }));
  // Where bots and agents alone worked there is nobody to lose.
  const value = developers.length === 0 ? null : developers.length;
  return { definition: 'doa', value, developers, files, abandonedShare, exact: false, atLeast: null };
}

/** Joins signatures that share an address or a folded name, as the reference tool does. */
function joinDevelopers(
  history: History,
  mailmap: Mailmap,
): { developerOf: Int32Array; signatureOf: Map<number, number> } {
  const developerOf = Int32Array.from(history.signatures, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (developerOf[root] !== root) {
      root = developerOf[root] ?? root;
    }
    return root;
  };
  const firstByKey = new Map<string, number>();
  history.signatures.forEach((recorded, index) => {
    const { name, email } = mailmap.map(recorded);
    const folded = foldName(name);
    const keys = [email ? `e:${email.toLowerCase()}` : `n:${folded}`];
    if (folded) {
      keys.push(`n:${folded}`);
    }
    for (const key of keys) {
      const first = firstByKey.get(key);
      if (first === undefined) {
        firstByKey.set(key, index);
      } else {
        const [low, high] = [rootOf(first), rootOf(index)].sort((a, b) => a - b) as [number, number];
        developerOf[high] = low;
      }
    }
  });
  const uses = new Map<number, number>();
  for (const author of history.authors.values) {
    uses.set(author, (uses.get(author) ?? 0) + 1);
  }
  const signatureOf = new Map<number, number>();
  for (let index = 0; index < developerOf.length; index++) {
    const root = rootOf(index);
    developerOf[index] = root;
    const known = signatureOf.get(root);
    if (known === undefined || (uses.get(index) ?? 0) > (uses.get(known) ?? 0)) {
      signatureOf.set(root, index);
    }
  }
  return { developerOf, signatureOf };
}
