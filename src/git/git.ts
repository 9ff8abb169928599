/** A git version: major, minor, patch. */
export type GitVersion = readonly [major: number, minor: number, patch: number];

/** A git that can be run. Plain, so it can be sent to a worker. */
export interface Git {
  /** Absolute path of the executable. */
  readonly path: string;
  readonly version: GitVersion;
  /** The whole environment of each process, see `gitEnvironment`. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The oldest git that answers all our questions. */
export const minimumVersion: GitVersion = [2, 25, 0];

/** True when `version` is `minimum` or later. */
export function isAtLeast(version: GitVersion, minimum: GitVersion): boolean {
  for (let part = 0; part < 3; part++) {
    const difference = (version[part] ?? 0) - (minimum[part] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/**
 * Reads what `git version` prints: `git version 2.39.3 (Apple Git-146)`, `git version 2.40.1.windows.1`,
 * `git version 2.45.0-rc1`. A missing patch counts as 0; anything else is null.
 */
export function parseVersion(printed: string): GitVersion | null {
  const match = /^git version (\d+)\.(\d+)(?:\.(\d+))?/.exec(printed.trim());
  return match === null ? null : [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
}
