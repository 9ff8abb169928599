import { type FailureReason, GitError } from '../git/errors';

/** Why a command cannot do what it was asked; the message says what to do. All end with exit code 2. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(
    readonly reason:
      | 'wrongUsage'
      | 'notThereYet'
      | 'noSuchFolder'
      | 'noSuchComponent'
      | 'noSuchFile'
      | 'noSuchPerson'
      | 'notAllowed'
      | 'fileExists'
      | 'cannotWrite',
    message: string,
  ) {
    super(message);
  }
}

/** The reason an analysis gave for failing; null for any other error. */
export function failureReason(error: unknown): FailureReason | null {
  return error instanceof GitError ? error.reason : null;
}

/** A sentence for an error, with what to do on a command line. */
export function failureText(error: unknown, path: string): string {
  switch (failureReason(error)) {
    case 'notARepository':
      // That it is a file, or is not there, is said better by who found out.
      if (error instanceof GitError && /is a file|no folder|no work tree/.test(error.message)) {
        return error.message;
      }
      return `${path} is not in a Git repository. Name a folder that is, or run \`git init\` there.`;
    case 'unsafeDirectory':
      return `Git refuses ${path} because another user owns it. If you trust it, run \`git config --global --add safe.directory <folder of the repository>\`.`;
    case 'gitNotFound':
      return 'Git was not found. Install Git, or put it on the PATH.';
    case 'noCommits':
      return `${path} has no commit yet. Make the first one.`;
    default:
      return error instanceof Error && error.message !== '' ? error.message : 'Something went wrong that has no name.';
  }
}
