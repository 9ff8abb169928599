import type { Snapshot } from '../model';
import { printable } from '../report/printable';

/** Makes a text of a repository fit to be told: one line, nothing hidden, no address. */
export type Cleaner = (text: string) => string;

const addressLike = /([\p{L}\p{N}._%+'~-]+)@([\p{L}\p{N}.@_-]+)/gu;

/**
 * Of an address only what stands before the `@` is told, as everywhere. What looks like one and is a path of the
 * repository, such as `icon@2x.png`, stays, unless it is somebody's.
 */
export function cleanerFor({ people, files, runbooks, alerts, components }: Snapshot): Cleaner {
  let known: ReadonlySet<string> | undefined;
  const isSomebodys = (address: string): boolean => {
    known ??= new Set(people.flatMap(({ email, aliases }) => [email, ...aliases]).map(each => each.toLowerCase()));
    return known.has(address.toLowerCase());
  };
  const isPlace = (text: string): boolean =>
    [files, runbooks, alerts].some(list => list.some(({ path }) => path === text)) ||
    components.some(({ id }) => id === text);
  return text =>
    printable(text).replace(addressLike, (match: string, local: string, domain: string) =>
      isSomebodys(match) || (/\.\p{L}{2}/u.test(domain) && !isPlace(text)) ? local : match,
    );
}
