/** Every way in which git can fail us; each has its own words in the views. */
export type FailureReason =
  | 'gitNotFound'
  | 'gitTooOld'
  | 'notARepository'
  | 'unsafeDirectory'
  | 'noCommits'
  | 'shallow'
  | 'partial'
  | 'missingObject'
  | 'unknownRevision'
  | 'cancelled'
  | 'timedOut'
  | 'failed';

/** What else there is to tell of a failure. */
export interface FailureDetails {
  /** For the placeholders of the sentence. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** What git itself printed, for the log. */
  readonly detail?: string;
}

/** An answer git did not give: why, and a sentence that says what to do. Its `message` is the whole in English. */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly values: Readonly<Record<string, string | number>>;
  readonly detail: string;

  constructor(
    readonly reason: FailureReason,
    /** English, with `{name}` for each value, so that it can be said in another language. */
    readonly sentence: string,
    { values = {}, detail = '' }: FailureDetails = {},
  ) {
    super(sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder)));
    this.values = values;
    this.detail = detail;
  }
}

/** How a git process ended. Exactly one of the two is set, as Node reports it. */
export interface GitExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

interface Rule {
  readonly pattern: RegExp;
  readonly reason: FailureReason;
  readonly sentence: string;
}

const tooOldToAnswer = 'This Git does not know what is asked of it. Install Git 2.25 or later.';

/**
 * git's own words (with LC_ALL=C), most telling first: damage and safety come before the missing objects and
 * revisions that follow from them, HEAD before other revisions.
 */
const rules: readonly Rule[] = [
  {
    pattern: /detected dubious ownership|^fatal: unsafe repository|cannot use bare repository/m,
    reason: 'unsafeDirectory',
    sentence:
      'Git refuses this repository because another user owns it. If you trust it, use "Manage Unsafe Repositories" or add it to safe.directory.',
  },
  {
    pattern: /not a git repository/,
    reason: 'notARepository',
    sentence: 'This folder is not in a Git repository. Open a folder that is, or run "git init".',
  },
  {
    pattern:
      /is corrupt|inflate: data stream error|object file .* is empty|hash mismatch|bad (?:signature|object header)|index file .* (?:too small|corrupt)|packfile .* (?:cannot be|is far too)|unable to unpack/,
    reason: 'failed',
    sentence: 'The repository is damaged. Run "git fsck" in it, then restore the broken objects from another clone.',
  },
  {
    pattern: /promisor remote|lazy fetching disabled/,
    reason: 'partial',
    sentence:
      'This is a partial clone and the objects needed are not here. Run "git backfill", or "git fetch --refetch" without a filter.',
  },
  {
    pattern:
      /does not have any commits yet|(?:ambiguous argument|bad (?:default )?revision) 'HEAD'|[Nn]ot a valid object name:? '?HEAD\b/,
    reason: 'noCommits',
    sentence: 'This repository has no commits yet. Make the first one.',
  },
  {
    pattern: /shallow (?:file|update|repository|clone|boundary|info)|unshallow/,
    reason: 'shallow',
    sentence: 'The history of this repository is cut off. Run "git fetch --unshallow".',
  },
  {
    pattern:
      /unable to (?:read|find) |cannot read (?:object|existing)|could not read [0-9a-f]{7,}|missing (?:blob|tree|commit|tag|object)|bad object [0-9a-f]{40}|failed to traverse parents|(?:could not|unable to) parse (?:commit|object)/i,
    reason: 'missingObject',
    sentence: 'Objects are missing from this repository. Run "git fsck", then fetch them from another clone.',
  },
  {
    pattern:
      /unknown revision|bad revision|bad object|[Nn]ot a valid (?:object|commit) name|Needed a single revision|ambiguous argument|invalid object name|malformed object name|not a tree object|no such ref|invalid reference/,
    reason: 'unknownRevision',
    sentence: 'This repository has no such revision. Check the name, or fetch it.',
  },
  {
    pattern: /unknown (?:option|switch)|unrecognized argument|is not a git command/,
    reason: 'gitTooOld',
    sentence: tooOldToAnswer,
  },
  {
    pattern: /out of memory|mmap failed|Cannot allocate memory/i,
    reason: 'failed',
    sentence: 'Git ran out of memory. Close other programs and try again.',
  },
  {
    pattern: /Permission denied/i,
    reason: 'failed',
    sentence: 'Git may not read a part of this repository. Check the permissions of its files.',
  },
];

/**
 * Names the failure behind an exit that was not success.
 * @param stderr what git printed, in English; bounded by the caller
 */
export function classifyFailure(exit: GitExit, stderr: string): GitError {
  const detail = stderr.trim();
  const rule = rules.find(({ pattern }) => pattern.test(stderr));
  if (rule !== undefined) return new GitError(rule.reason, rule.sentence, { detail });
  if (exit.signal !== null) {
    return new GitError('failed', 'Git was ended by {signal}. Try again.', { values: { signal: exit.signal }, detail });
  }
  if (exit.code === 129) {
    return new GitError('gitTooOld', tooOldToAnswer, { detail });
  }
  const said = detail === '' ? `exit code ${exit.code}` : (detail.split('\n').at(-1) ?? detail);
  return new GitError('failed', 'Git failed: {said}. The log has all it printed.', { values: { said }, detail });
}

/** The failure behind a git process that could not be started at all. */
export function classifySpawnFailure(cause: unknown, gitPath: string): GitError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const detail = cause instanceof Error ? cause.message : String(cause);
  const values = { path: gitPath };
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new GitError('gitNotFound', 'There is no Git at {path}. Install Git or correct "git.path".', {
      values,
      detail,
    });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'ENOEXEC' || code === 'UNKNOWN') {
    return new GitError('gitNotFound', '{path} cannot be run. Correct "git.path" or its permissions.', {
      values,
      detail,
    });
  }
  return new GitError('failed', 'Git could not be started ({why}). Try again.', {
    values: { why: code || detail },
    detail,
  });
}

/** What an aborted question throws. Callers end quietly on it. */
export function cancelled(): GitError {
  return new GitError('cancelled', 'The analysis was cancelled. Refresh to start it again.');
}

/** Throws {@link cancelled} when the signal has fired. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw cancelled();
}
