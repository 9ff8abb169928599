import picomatch from 'picomatch/posix';

/** Says whether a path, relative to the root, is meant. */
export type PathMatcher = (path: string) => boolean;

const longestGlob = 256;
/** More than that only serves to make the expression behind it slow. */
const mostStarsInAPart = 3;
const mostGlobstars = 2;
const mostBraces = 4;
const longestPath = 1024;
const wildcard = /[*?[\]{}\\]/;

/**
 * A glob of the settings as a matcher. `*` and `?` stay inside a part, `**` crosses parts, `{a,b}` and `[a-z]` work,
 * dot files match, parentheses are letters. A path without wildcards means the file or everything in the folder, a
 * trailing `/` everything in the folder. Globs come from the repository, so those that could be made to run for ever are
 * refused: null for these, for empty ones and for ones that cannot be understood.
 */
export function compileGlob(glob: string): PathMatcher | null {
  const written = glob.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '/**');
  if (written === '') return null;
  return literalMatcher(written) ?? wildcardMatcher(written);
}

/** Globs with no wildcards but a last part of stars, which are most, are compared and not searched. */
function literalMatcher(glob: string): PathMatcher | null {
  if (glob === '**') return () => true;
  if (glob === '*') return path => !path.includes('/');
  const [, folder = '', stars] = /^([\s\S]+)\/(\*\*?)$/.exec(glob) ?? [];
  const literal = literalOf(stars === undefined ? glob : folder);
  if (literal === null) return null;
  const prefix = `${literal}/`;
  if (stars === undefined) return path => path === literal || path.startsWith(prefix);
  if (stars === '**') return path => path.startsWith(prefix);
  return path => path.startsWith(prefix) && !path.includes('/', prefix.length);
}

/** A glob without its escapes; null when it has a wildcard. */
function literalOf(glob: string): string | null {
  const bare = glob.replace(/\\[\s\S]/g, '');
  return wildcard.test(bare) ? null : glob.replace(/\\([\s\S])/g, '$1');
}

function wildcardMatcher(written: string): PathMatcher | null {
  if (written.length > longestGlob || isCostly(written)) return null;
  try {
    const matches = picomatch(
      written.replace(/\\[\s\S]|["()|+]/g, found => (found.length > 1 ? found : `\\${found}`)),
      {
        dot: true,
        nonegate: true,
        noextglob: true,
        // Names may hold line ends, which `.` leaves out otherwise.
        flags: 's',
        maxLength: longestGlob * 2,
      },
    );
    const prefix = written.slice(0, written.search(wildcard));
    return path => path.startsWith(prefix) && path.length <= longestPath && matches(path);
  } catch {
    return null;
  }
}

/** One matcher for several globs; those that {@link compileGlob} refuses match nothing. */
export function compileGlobs(globs: readonly string[]): PathMatcher {
  const matchers = globs.map(compileGlob).filter(matcher => matcher !== null);
  return path => matchers.some(matches => matches(path));
}

/** A path as a glob that means it and nothing else. */
export function escapeGlob(path: string): string {
  return path.replace(/[*?[\]{}\\]/g, '\\$&');
}

function isCostly(glob: string): boolean {
  const parts = glob.replace(/\/\*\*$/, '').split('/');
  return (
    parts.filter(part => part.includes('**')).length > mostGlobstars ||
    parts.some(part => part !== '**' && count(part, '*') > mostStarsInAPart) ||
    count(glob, '{') > mostBraces
  );
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}
