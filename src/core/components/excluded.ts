import type { ExcludedReason } from '../model';
import { isBinaryName } from './binaryNames';
import { isGeneratedPath, isMinifiedPath } from './generatedNames';
import type { PathMatcher } from './glob';
import { isLockName } from './lockNames';
import { nameOf } from './repositoryPath';
import { isVendoredPath } from './vendoredPaths';

/**
 * Attributes by path, as gitattributes(5) writes them: `linguist-vendored` set, `-linguist-vendored` unset;
 * `linguist-vendored=true` and `=false` mean the same. Paths without attributes of interest need not be there.
 */
export type PathAttributes = ReadonlyMap<string, ReadonlySet<string>>;

/** The attributes {@link excludedReason} looks at. */
type Attribute = 'linguist-vendored' | 'linguist-generated' | 'binary';

const gitlink = '160000';
const symlink = '120000';

/**
 * Why a file counts for nothing, or null when it counts. Files a person writes stay, prose and translations among them.
 *
 * What the repository says (`exclude` of the settings, then `.gitattributes`) goes before what the path suggests: an
 * unset `linguist-vendored` or `linguist-generated` keeps a file that looks foreign or generated, lock files and minified
 * files being generated ones.
 * @param mode as git prints it, six octal digits; null when not known.
 * @param excludes the compiled `exclude` globs of the settings; null for none.
 */
export function excludedReason(
  path: string,
  mode: string | null,
  attributes: PathAttributes,
  excludes: PathMatcher | null,
): ExcludedReason | null {
  if (mode === gitlink) return 'submodule';
  if (mode === symlink) return 'symlink';
  if (excludes?.(path)) return 'settings';
  const written = attributes.get(path);
  const vendored = attributeOf(written, 'linguist-vendored');
  const generated = attributeOf(written, 'linguist-generated');
  const binary = attributeOf(written, 'binary');
  if (vendored === true) return 'vendored';
  if (generated === true) return 'generated';
  if (binary === true) return 'binary';
  return guessedReason(path, { vendored: vendored === null, generated: generated === null, binary: binary === null });
}

interface Guesses {
  readonly vendored: boolean;
  readonly generated: boolean;
  readonly binary: boolean;
}

function guessedReason(path: string, guess: Guesses): ExcludedReason | null {
  const name = nameOf(path);
  if (guess.vendored && isVendoredPath(path)) return 'vendored';
  if (guess.generated) {
    if (isLockName(name)) return 'lock';
    if (isMinifiedPath(path)) return 'minified';
    if (isGeneratedPath(path)) return 'generated';
  }
  return guess.binary && isBinaryName(name) ? 'binary' : null;
}

function attributeOf(written: ReadonlySet<string> | undefined, attribute: Attribute): boolean | null {
  if (written === undefined) return null;
  if (written.has(`-${attribute}`) || written.has(`${attribute}=false`)) return false;
  return written.has(attribute) || written.has(`${attribute}=true`) ? true : null;
}
